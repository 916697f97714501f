import locale
from datetime import date

import pytest

from app.domain.document.tree import Cell, OpenPoint, Tone
from app.domain.plan.durations import Duration, TimeUnit
from app.export.compose.cells import (
    NOT_STATED,
    cell,
    day,
    listed,
    optional,
    span,
    stacked,
    table,
    words,
)
from tests.unit.export.compose.reading import GAP, cell_words, heads, rows


def test_stated_words_stand_as_they_are():
    assert cell_words(cell("<b> & {{x}}")) == "<b> & {{x}}"


@pytest.mark.parametrize("blank", ["", "  ", "\n\t"])
def test_blank_words_leave_a_visible_gap(blank):
    assert words(blank) == (OpenPoint(NOT_STATED),)
    assert cell_words(cell(blank)) == GAP


def test_each_line_of_a_cell_is_a_paragraph_and_blank_ones_go():
    assert cell_words(cell("one\n\n two \n")) == "one\n two "


def test_a_cell_keeps_its_tone_and_weight():
    made = cell("x", Tone.BAD, strong=True)

    assert (made.tone, made.strong) == (Tone.BAD, True)


def test_what_need_not_be_stated_may_stay_empty():
    assert optional(" ") == Cell()
    assert optional("x") == cell("x")


def test_a_list_has_a_paragraph_an_item_without_the_blank_ones():
    assert cell_words(listed(("one", " ", "two"))) == "one\ntwo"


@pytest.mark.parametrize("nothing", [(), ("",), (" ", "\n")])
def test_a_list_that_says_nothing_is_a_gap(nothing):
    assert cell_words(listed(nothing)) == GAP


def test_parts_are_stacked_without_the_blank_ones():
    assert stacked("one", "", " ", "two") == "one\ntwo"


def test_an_undecided_span_is_blank():
    assert span(None) == ""
    assert span(Duration(1, TimeUnit.HOURS)) == "1 hour"


def test_days_are_english_whatever_the_computer_speaks():
    before = locale.setlocale(locale.LC_TIME)
    try:
        for name in ("de_DE.UTF-8", "C.UTF-8", "C"):
            try:
                locale.setlocale(locale.LC_TIME, name)
            except locale.Error:
                continue
            assert day(date(2026, 3, 1)) == "1 March 2026"
    finally:
        locale.setlocale(locale.LC_TIME, before)


def test_no_day_is_blank():
    assert day(None) == ""


def test_a_table_makes_cells_of_strings_and_heads_its_rows():
    made = table("Caption", (("A", 2.0), ("B", 1.0)), [("x", ""), ("y", Cell())], "t", wide=True)

    assert heads(made) == ["A", "B"]
    assert [column.weight for column in made.columns] == [2.0, 1.0]
    assert rows(made) == [("x", GAP), ("y", "")]
    assert (made.anchor, made.row_heads, made.wide) == ("t", True, True)
