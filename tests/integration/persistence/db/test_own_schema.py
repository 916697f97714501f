from pathlib import Path

from app.persistence.db.own_schema import own_schema, plain
from tests.integration.persistence.db.samples import query


def test_a_new_file_holds_exactly_our_schema(path: Path) -> None:
    found = query(path, "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")

    assert {(kind, name, plain(str(sql))) for kind, name, sql in found} == own_schema()


def test_our_schema_is_four_tables_and_two_triggers() -> None:
    assert sorted((kind, name) for kind, name, _ in own_schema()) == [
        ("table", "alembic_version"),
        ("table", "plan"),
        ("table", "record"),
        ("table", "revision"),
        ("trigger", "revision_no_delete"),
        ("trigger", "revision_no_update"),
    ]


def test_spacing_makes_no_difference() -> None:
    assert plain("CREATE TABLE a(\n\tid INT\n)") == plain("CREATE  TABLE a (id INT)")


def test_words_make_a_difference() -> None:
    assert plain("CREATE TABLE a (id INT)") != plain("CREATE TABLE a (id INT NOT NULL)")
