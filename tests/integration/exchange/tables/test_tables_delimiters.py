import pytest

from app.exchange.tables.delimiters import found_delimiter, stated_delimiter


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_mark_that_parts_evenly_is_found(mark):
    text = "\n".join(mark.join(row) for row in (("Name", "Ort"), ("Ada", "London"), ("Bo", "Kiel")))

    assert found_delimiter(text) == mark


def test_commas_inside_cells_do_not_mislead():
    assert found_delimiter("Name;Adresse\nEk, Bo;Kiel, Ost\nDo, Cy;Rom") == ";"
    assert found_delimiter('Name,Text\nAda,"a;b;c"\nBo,"d;e;f"') == ","


def test_one_column_is_parted_by_nothing():
    assert found_delimiter("Ada\nBo") == ","
    assert found_delimiter("") == ","


def test_a_cell_of_many_characters_does_not_stop_the_search():
    assert found_delimiter('"' + "x" * 150_000) == ","


@pytest.mark.parametrize(
    ("text", "mark", "rest"),
    [
        ("sep=;\nName;Ort", ";", "Name;Ort"),
        ("SEP=,\r\nName", ",", "Name"),
        ("sep=\t\nName\tOrt", "\t", "Name\tOrt"),
        ("sep=x\nName", "", "sep=x\nName"),
        ("Name;Ort", "", "Name;Ort"),
    ],
)
def test_a_file_may_state_its_mark(text, mark, rest):
    assert stated_delimiter(text) == (mark, rest)
