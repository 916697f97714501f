import csv
import io
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.tables.csv_table import csv_table
from app.exchange.tables.decoding import Decoded
from app.exchange.tables.refusals import CellTooLong
from app.services.importing.tables import with_made_up_heads
from tests.builders import QUICK


def read(text):
    return csv_table("people.csv", Decoded(text))


def rows(text):
    return [row.cells for row in with_made_up_heads(read(text)).rows]


def test_cells_may_hold_marks_quotes_and_line_breaks():
    text = 'Name,Note\n"Byron, Ada","said ""hi""\nand left"\nBo,x\n'

    assert rows(text) == [
        ("Name", "Note"),
        ("Byron, Ada", 'said "hi"\nand left'),
        ("Bo", "x"),
    ]


def test_a_row_is_numbered_by_the_line_it_begins_on():
    table = read('Name,Note\n"Ada","a\nb\nc"\n\nBo,x\n')

    assert [row.number for row in table.rows] == [2, 6]


def test_the_line_that_states_the_mark_is_counted_and_is_no_row():
    table = read("sep=|\nName|Ort\nAda|Rom")

    assert table.heads == ("Name", "Ort")
    assert [row.number for row in table.rows] == [3]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_system(end):
    assert rows(f"Name;Ort{end}Ada;Rom{end}") == [("Name", "Ort"), ("Ada", "Rom")]


def test_formulas_stay_as_they_are():
    assert rows("Name,X\n=1+1,@SUM(A1)")[1] == ("=1+1", "@SUM(A1)")


def test_a_quotation_mark_left_open_is_told():
    table = read('Name,Note\nAda,"open\nBo,x\n')

    assert "not closed" in table.remarks[0]


def test_a_quotation_mark_left_open_over_a_whole_file_is_refused_with_its_row():
    text = 'Name,Note\nAda,x\nBo,"' + "line\n" * 40_000

    with pytest.raises(CellTooLong) as caught:
        read(text)

    assert "row 3" in caught.value.message


def test_remarks_of_the_encoding_are_kept():
    assert csv_table("x", Decoded("Name\nAda", ("guessed",))).remarks == ("guessed",)


CELLS = st.text(
    alphabet=st.sampled_from(string.ascii_letters + string.digits + " ,;|\t\"\n'=+-@äß\u4e2d"),
    min_size=1,
    max_size=12,
).filter(lambda cell: cell.strip() != "")


@QUICK
@given(
    st.integers(2, 4).flatmap(
        lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=2)
    ),
    st.sampled_from([",", ";", "\t", "|"]),
)
def test_what_the_csv_module_writes_is_read_back(cells, mark):
    written = io.StringIO()
    csv.writer(written, delimiter=mark, quoting=csv.QUOTE_ALL).writerows(cells)

    assert rows(f"sep={mark}\n{written.getvalue()}") == [tuple(row) for row in cells]
