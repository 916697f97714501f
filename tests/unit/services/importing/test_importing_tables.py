from app.services.importing.tables import (
    Table,
    TableRow,
    distinct,
    with_first_row_as_heads,
    with_made_up_heads,
)
from tests.unit.services.importing.tabling import table


def test_heads_are_distinct_on_one_line_and_never_blank():
    assert distinct(("Name", "", "Name", "a\nb", "\u202ename")) == (
        "Name",
        "Column 2",
        "Name (2)",
        "a b",
        "name",
    )


def test_a_made_up_head_does_not_hide_one_that_is_called_so():
    assert distinct(("Column 2", "")) == ("Column 2", "Column 2 (2)")


def test_the_first_row_becomes_the_heads_and_a_row_again():
    plain = table("Name|Phone\nAda|1", headed=False)

    headed = with_first_row_as_heads(plain)

    assert headed.heads == ("Name", "Phone")
    assert [row.number for row in headed.rows] == [2]
    assert with_made_up_heads(headed) == plain


def test_nothing_happens_twice():
    headed = table("Name|Phone\nAda|1")
    empty = Table("x", ("Column 1",), ())

    assert with_first_row_as_heads(headed) is headed
    assert with_first_row_as_heads(empty) is empty
    assert with_made_up_heads(empty) is empty


def test_a_column_holds_the_cells_from_the_top():
    assert table("A|B\n1|2\n3|4").column(1) == ("2", "4")


def test_rows_know_their_number():
    assert TableRow(3, ("a",)).number == 3
