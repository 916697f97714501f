import pytest

from app.exchange.tables.refusals import (
    CellTooLong,
    NotATable,
    NothingInTable,
    Spreadsheet,
    TableTooLarge,
    TooManyColumns,
    TooManyRows,
)


@pytest.mark.parametrize(
    "error",
    [
        CellTooLong("people.csv", 7),
        NotATable("people.csv"),
        NothingInTable("people.csv"),
        Spreadsheet("people.csv"),
        TableTooLarge("people.csv", 30_000_000),
        TooManyColumns("people.csv", 7),
        TooManyRows("people.csv"),
    ],
)
def test_each_names_the_file_and_what_to_do_in_one_sentence(error):
    assert error.message.startswith("people.csv ")
    assert error.message.endswith(".")
    assert error.params["file"] == "people.csv"
    assert error.params.get("row") in {None, "7"}
