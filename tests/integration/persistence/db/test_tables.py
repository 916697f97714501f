import sqlite3
from pathlib import Path

import pytest

from app.persistence.db.tables import APPLICATION_ID, IMMUTABLE_REVISIONS
from tests.integration.persistence.db.samples import query, run_sql


def test_the_mark_of_our_files_spells_their_format() -> None:
    assert APPLICATION_ID.to_bytes(4) == b"IRP1"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET label = 'nothing happened'",
        "UPDATE revision SET actor = actor",
        "DELETE FROM revision",
        "PRAGMA recursive_triggers=ON; REPLACE INTO revision SELECT * FROM revision",
    ],
)
def test_a_revision_is_never_changed(path: Path, statement: str) -> None:
    before = query(path, "SELECT * FROM revision")

    with pytest.raises(sqlite3.IntegrityError, match="revisions are never changed"):
        run_sql(path, *statement.split("; "))

    assert query(path, "SELECT * FROM revision") == before


def test_a_revision_may_be_added(path: Path) -> None:
    run_sql(path, "INSERT INTO revision VALUES (2, 'r', 't', 'a', 'l', '[]')")

    assert query(path, "SELECT count(*) FROM revision") == [(2,)]


def test_both_ways_of_changing_are_guarded() -> None:
    assert [sql.split()[2] for sql in IMMUTABLE_REVISIONS] == [
        "revision_no_update",
        "revision_no_delete",
    ]
