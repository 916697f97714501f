import pytest

from app.exchange.tables.making import TOLD_EVERY, made_table
from app.exchange.tables.refusals import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    CellTooLong,
    NothingInTable,
    TooManyColumns,
    TooManyRows,
)


def made(*rows):
    return made_table("people.csv", enumerate(map(list, rows), start=1), ())


def test_heads_are_taken_from_the_first_row():
    table = made(["Name", "Phone"], ["Ada", "1"])

    assert table.heads == ("Name", "Phone")
    assert [(row.number, row.cells) for row in table.rows] == [(2, ("Ada", "1"))]
    assert table.remarks == ()


def test_a_table_without_heads_keeps_its_first_row():
    table = made(["Ada Byron", "ada@x.org"], ["Bo Ek", "bo@x.org"])

    assert table.heads == ("Column 1", "Column 2")
    assert len(table.rows) == 2


def test_ragged_rows_are_filled_and_told():
    table = made(["Name", "Phone"], ["Ada"], ["Bo", "1", "extra"], ["Cy", "2"])

    assert [row.cells for row in table.rows] == [
        ("Ada", "", ""),
        ("Bo", "1", "extra"),
        ("Cy", "2", ""),
    ]
    assert table.heads == ("Name", "Phone", "Column 3")
    assert table.remarks == ("Rows 2, 3 do not have 2 cells as the first row has; look at them.",)


def test_one_ragged_row_is_told_as_one_and_many_are_counted():
    (one,) = made(["Name", "Phone"], ["Ada"]).remarks
    (many,) = made(["Name", "Phone"], *[["Ada"]] * 5).remarks

    assert one.startswith("Row 2 does not have 2 cells")
    assert many.startswith("Rows 2, 3, 4 and 2 more do not")


def test_empty_rows_and_columns_are_left_out():
    table = made(["Name", "", "Phone"], ["", " ", ""], ["Ada", "", "1"])

    assert table.heads == ("Name", "Phone")
    assert [row.number for row in table.rows] == [3]
    assert table.remarks == ()


def test_nothing_is_no_table():
    with pytest.raises(NothingInTable):
        made(["", " "], [])


def test_so_many_rows_and_no_more():
    rows = [["Name"], *[["Ada"]] * MOST_ROWS]

    assert len(made(*rows).rows) == MOST_ROWS
    with pytest.raises(TooManyRows):
        made(*rows, ["Bo"])


def test_rows_beyond_the_limit_are_not_even_read():
    read = []

    def endless():
        while True:
            read.append(1)
            yield len(read), ["Ada"]

    with pytest.raises(TooManyRows):
        made_table("people.csv", endless(), ())

    assert len(read) == MOST_ROWS + 2


def test_so_many_columns_and_no_more():
    assert len(made(["x"] * MOST_COLUMNS).heads) == MOST_COLUMNS
    with pytest.raises(TooManyColumns) as caught:
        made(["Name"], ["x"] * (MOST_COLUMNS + 1))
    assert "row 2" in caught.value.message


def test_so_long_a_cell_and_no_longer():
    assert made(["x" * LONGEST_CELL])
    with pytest.raises(CellTooLong) as caught:
        made(["Name"], ["x" * (LONGEST_CELL + 1)])
    assert "row 2" in caught.value.message


def test_reading_tells_how_far_it_is():
    told = []
    rows = [[f"Ada {at}"] for at in range(TOLD_EVERY)]

    made_table("x", enumerate(rows, start=1), (), lambda share, what: told.append((share, what)))

    assert told == [(TOLD_EVERY / (MOST_ROWS + 1), f"Row {TOLD_EVERY}")]
