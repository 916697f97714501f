"""Columns share a table by weight, and words that fit are never cut."""

import pytest

from app.domain.document.inline import LineBreak, Link, plain
from app.domain.document.tree import Cell, Column, CrossReference, OpenPoint, Table, Tone
from app.export.word.column_widths import MOST, column_widths

WIDTH = 9_000
WORD = "Communications"


def widths(*columns, rows=(), **table):
    return column_widths(Table("T", columns, rows, **table), WIDTH)


def beside(first, **table):
    """The widths of a narrow column with `first` in it and a wide one with nothing."""
    return widths(Column("A", 0.5), Column("B", 8.5), rows=((first, Cell()),), **table)


def cell(text, **looks):
    return Cell((plain(text),), **looks)


def test_short_words_leave_the_width_to_the_weights():
    assert widths(Column("A", 1.0), Column("B", 2.0)) == [3_000, 6_000]


def test_a_column_is_as_wide_as_its_widest_word():
    narrow, wide = beside(cell(WORD))

    assert 1_300 < narrow < 2_000
    assert narrow + wide == WIDTH
    assert widths(Column(WORD, 0.5), Column("B", 8.5))[0] == pytest.approx(narrow, rel=0.1)


def test_two_columns_may_need_more_than_their_share():
    rows = ((cell(WORD), cell(WORD), Cell()),)

    made = widths(Column("A", 0.5), Column("B", 0.6), Column("C", 8.0), rows=rows)

    assert made[:2] == pytest.approx([beside(cell(WORD))[0]] * 2, abs=1)
    assert sum(made) == WIDTH


@pytest.mark.parametrize(
    "content",
    [
        (Link("https://example.org", plain(WORD)),),
        (CrossReference("here", WORD),),
        (OpenPoint(WORD),),
        (*plain("Communi"), *plain("cations")),
        (*plain("a"), LineBreak(), *plain(WORD)),
        plain(f"a {WORD} b"),
    ],
)
def test_words_count_however_they_are_written(content):
    assert beside(Cell((content,))) == beside(cell(WORD))


def test_bold_words_need_more():
    plainly = beside(cell(WORD))[0]

    assert beside(cell(WORD, strong=True))[0] > plainly
    assert beside(cell(WORD, tone=Tone.BAD))[0] > plainly
    assert beside(cell(WORD), row_heads=True)[0] > plainly


def test_a_line_may_end_after_a_hyphen():
    rows = ((cell("aaaaaaaaaaaa-aaaaaaaaaaaa"), Cell()),)

    assert widths(Column("A", 2.0), Column("B", 7.0), rows=rows) == [2_000, 7_000]


def test_no_word_takes_the_table_for_itself():
    assert beside(cell("x" * 500))[0] == round(WIDTH * MOST)


def test_where_the_words_do_not_fit_side_by_side_the_weights_decide():
    columns = [Column("x" * 80, float(at)) for at in (1, 2, 3)]

    assert widths(*columns) == [1_500, 3_000, 4_500]


def test_a_head_that_runs_upwards_needs_no_room_for_its_words():
    assert widths(Column(WORD, 1.0, turned=True), Column("B", 8.0)) == [1_000, 8_000]
