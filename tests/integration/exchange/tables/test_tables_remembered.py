import json

import pytest

from app.domain.plan.kinds import Kind
from app.exchange.tables.remembered import MOST, RememberedColumns
from app.services.importing.tables import Table, TableRow

HEADS = ("Ansprechpartner", "Nr.")
COLUMNS = ("name", "phone")


def table(heads=HEADS, *, headed=True):
    return Table("x", heads, (), head_row=TableRow(1, heads) if headed else None)


@pytest.fixture
def memory(tmp_path):
    return RememberedColumns(tmp_path / "config" / "columns.json")


def test_the_next_table_with_the_same_heads_leads_the_same_way(memory, tmp_path):
    memory.keep(table(), Kind.PERSON, COLUMNS)

    again = RememberedColumns(tmp_path / "config" / "columns.json")
    assert again.of(table(), Kind.PERSON) == COLUMNS
    assert again.of(table(), Kind.PARTY) is None
    assert again.of(table(("Nr.", "Ansprechpartner")), Kind.PERSON) is None


def test_heads_are_not_kept_in_words(memory, tmp_path):
    memory.keep(table(), Kind.PERSON, COLUMNS)

    assert "Ansprechpartner" not in (tmp_path / "config" / "columns.json").read_text("utf-8")


def test_a_table_without_heads_is_not_remembered(memory):
    memory.keep(table(headed=False), Kind.PERSON, COLUMNS)

    assert memory.of(table(headed=False), Kind.PERSON) is None


def test_only_the_last_tables_are_remembered(memory):
    for at in range(MOST + 1):
        memory.keep(table((f"a{at}", "b")), Kind.PERSON, COLUMNS)
    memory.keep(table(("a1", "b")), Kind.PERSON, ("", "name"))

    assert memory.of(table(("a0", "b")), Kind.PERSON) is None
    assert memory.of(table(("a1", "b")), Kind.PERSON) == ("", "name")
    assert memory.of(table((f"a{MOST}", "b")), Kind.PERSON) == COLUMNS


@pytest.mark.parametrize("data", ["", "[]", "{", '{"x": 1}', '{"x": [1]}'])
def test_an_unreadable_file_is_forgotten(memory, tmp_path, data):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "columns.json").write_text(data, "utf-8")

    assert memory.of(table(), Kind.PERSON) is None


def test_fields_that_are_gone_and_other_numbers_of_columns_do_no_harm(memory, tmp_path):
    memory.keep(table(), Kind.PERSON, ("name", "gone"))
    assert memory.of(table(), Kind.PERSON) == ("name", "")

    file = tmp_path / "config" / "columns.json"
    (digest,) = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({digest: ["name"]}), "utf-8")
    assert memory.of(table(), Kind.PERSON) is None


def test_a_folder_that_refuses_is_no_failure(tmp_path):
    (tmp_path / "config").write_text("a file", "utf-8")

    RememberedColumns(tmp_path / "config" / "x.json").keep(table(), Kind.PERSON, COLUMNS)

    assert (tmp_path / "config").read_text("utf-8") == "a file"
