"""The colour of the house, dark enough to be read."""

import pytest

from app.export.word.donor.colours import LEAST_CONTRAST, inks
from app.export.word.donor.reading import read
from app.export.word.oxml import element, w
from app.export.word.stationery import Leaf
from tests.integration.export.word.donor.letterheads import BRAND, letterhead

OURS, SOFT = "12355B", "E6EDF5"


def styled(colour):
    letters = w("rPr", w("color", val=colour)) if colour else w("rPr")
    return w("styles", w("style", w("name", val="heading 1"), letters, type="paragraph"))


def themed(colour):
    accent = element("a:accent1", {}, element("a:srgbClr", {"val": colour}))
    return Leaf(element("a:theme", {}, accent))


def luminance(text):
    shares = [int(text[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_colour_of_the_headings_is_that_of_the_house():
    lent = read(letterhead())

    assert inks(lent.styles, lent.theme)[OURS] == BRAND


@pytest.mark.parametrize("colour", ["auto", "", "000000", "808080", "red"])
def test_headings_without_a_colour_leave_it_to_the_theme(colour):
    assert inks(styled(colour), themed("7A1F5C"))[OURS] == "7A1F5C"


@pytest.mark.parametrize("palette", [None, themed("333333"), themed("xyz")])
def test_a_house_without_colour_keeps_ours(palette):
    assert inks(styled("000000"), palette) == {}
    assert inks(None, palette) == {}


@pytest.mark.parametrize("colour", ["FFCC00", "00FFFF", "FF8080", "4F81BD", "FFFF00"])
def test_light_colours_are_darkened_until_white_letters_are_read_on_them(colour):
    found = inks(styled(colour), None)

    assert 1.05 / (luminance(found[OURS]) + 0.05) >= LEAST_CONTRAST
    tint = luminance(found[SOFT])
    assert (tint + 0.05) / (luminance(found[OURS]) + 0.05) >= 4.5
