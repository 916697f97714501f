from pathlib import Path

from app.persistence.db.law import LAW
from app.persistence.db.own_schema import own_schema, plain
from app.persistence.db.tables import CHAINED_SINCE, LAWFUL_SINCE, SCHEMA
from tests.integration.persistence.db.samples import query


def test_a_new_file_holds_exactly_our_schema(path: Path) -> None:
    found = query(path, "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")

    assert {(kind, name, plain(str(sql))) for kind, name, sql in found} == own_schema()


UNCHAINED = [
    ("table", "alembic_version"),
    ("table", "plan"),
    ("table", "record"),
    ("table", "revision"),
    ("trigger", "revision_no_delete"),
    ("trigger", "revision_no_update"),
]
CHAIN = [
    ("table", "link"),
    ("trigger", "link_follows"),
    ("trigger", "link_no_delete"),
    ("trigger", "link_no_update"),
]


def names(version: int) -> list[tuple[str, str]]:
    return sorted((kind, name) for kind, name, _ in own_schema(version))


def test_our_schema_is_five_tables_a_chain_and_the_law() -> None:
    law = [("table", "kept"), *(("trigger", sql.split()[2]) for sql in LAW)]

    assert names(SCHEMA) == sorted((*UNCHAINED, *CHAIN, *law))


def test_the_schema_before_had_no_law() -> None:
    assert names(LAWFUL_SINCE - 1) == sorted((*UNCHAINED, *CHAIN))


def test_earlier_schemas_had_no_chain() -> None:
    assert names(CHAINED_SINCE - 1) == UNCHAINED


def test_spacing_makes_no_difference() -> None:
    assert plain("CREATE TABLE a(\n\tid INT\n)") == plain("CREATE  TABLE a (id INT)")


def test_words_make_a_difference() -> None:
    assert plain("CREATE TABLE a (id INT)") != plain("CREATE TABLE a (id INT NOT NULL)")
