import locale
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from app.domain.document.inline import plain
from app.domain.document.tree import Anchor, Cell, OpenPoint, Tone
from app.domain.plan.durations import Duration, TimeUnit
from app.export.compose.cells import (
    NOT_STATED,
    cell,
    day,
    listed,
    marked,
    moment,
    optional,
    span,
    stacked,
    table,
    words,
)
from tests.builders import role
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


def test_a_moment_is_printed_in_utc_and_none_is_blank():
    berlin = timezone(timedelta(hours=1))

    assert moment(datetime(2026, 11, 30, 0, 5, tzinfo=berlin)) == "29 November 2026, 23:05 UTC"
    assert moment(None) == ""


def test_a_moment_at_the_end_of_the_calendar_is_only_a_day():
    assert moment(datetime.max.replace(tzinfo=timezone(timedelta(hours=-1)))) == "31 December 9999"
    assert moment(datetime.min.replace(tzinfo=UTC)) == "1 January 1, 00:00 UTC"


def test_a_marked_cell_is_the_place_of_its_record():
    made = marked(role("lead"), cell("Incident\nlead", Tone.BAD, strong=True))

    first, second = made.paragraphs
    assert first == (Anchor("record:roles/lead"), *plain("Incident"))
    assert second == plain("lead")
    assert (made.tone, made.strong) == (Tone.BAD, True)


def test_an_empty_cell_can_be_marked():
    assert marked(role("lead"), Cell()).paragraphs == ((Anchor("record:roles/lead"),),)
