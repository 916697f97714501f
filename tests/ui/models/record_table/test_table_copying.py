"""Rows as text for other programs."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.models.record_table.copying import as_table, harmless


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(A1)", "\t=1", "  =HYPERLINK(1)", "\n=1"],
)
def test_what_a_spreadsheet_would_reckon_is_marked(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Ada", "+44 117 496 0000", "-5", "2026-11-30", "a=b"])
def test_what_is_harmless_stays_as_it_is(text):
    assert harmless(text) == text


CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12) | st.just('a\tb\nc"d')


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6))
def test_a_spreadsheet_reads_back_the_same_cells(rows):
    text = as_table(("One", "Two"), rows)

    read = list(csv.reader(StringIO(text, newline=""), dialect="excel-tab"))

    assert read == [["One", "Two"], *([harmless(cell) for cell in row] for row in rows)]
