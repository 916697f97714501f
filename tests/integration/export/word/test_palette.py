"""The theme part offers our colours."""

from app.export.word.palette import palette
from tests.integration.export.word.reading import find, value


def test_all_twelve_slots_have_a_colour():
    made = palette()

    colours = find(made, ".//a:clrScheme/*/a:srgbClr")
    assert len(colours) == 12
    assert value(made, ".//a:accent1/a:srgbClr", "val") == "12355B"


def test_our_family_is_the_theme_font():
    assert value(palette(), ".//a:minorFont/a:latin", "typeface") == "Inter"
