"""Sheets of all sizes, as long as a plan fits on them."""

import pytest

from app.export.word.donor.geometry import sheet, turned
from app.export.word.oxml import w
from app.export.word.page import UPRIGHT


def section(size=(11906, 16838), **margins):
    usual = {"top": 1440, "right": 1440, "bottom": 1440, "left": 1440, "header": 708, "footer": 708}
    edges = w("pgMar", **{**usual, **margins})
    return w("sectPr", w("pgSz", w=size[0], h=size[1]), edges)


def test_sheet_and_margins_are_taken():
    found = sheet(section(left=1000, gutter=200))

    assert found is not None
    assert (found.width, found.height, found.landscape) == (11906, 16838, False)
    assert found.margins.left == 1200
    assert found.text_width == 11906 - 1200 - 1440


def test_letter_paper_stays_letter_paper():
    found = sheet(section((12240, 15840)))

    assert found is not None
    assert turned(found).width == 15840
    assert turned(turned(found)) == turned(found)


def test_a_section_that_says_nothing_stands_on_our_paper():
    assert sheet(w("sectPr")) == UPRIGHT


def test_a_top_below_zero_keeps_its_place():
    found = sheet(section(top=-1440))

    assert found is not None
    assert found.margins.top == -1440
    assert found.text_height == 16838 - 2 * 1440


@pytest.mark.parametrize(
    "properties",
    [
        section((5000, 5000)),
        section(left=6000),
        section(top=9000),
        section(left=-3000),
        section((90000, 90000)),
    ],
)
def test_a_sheet_without_room_is_none(properties):
    assert sheet(properties) is None


def test_numbers_that_are_none_count_as_ours():
    properties = w("sectPr", w("pgSz", w="wide", h="16838"))

    assert sheet(properties) == UPRIGHT
