import sqlite3
from pathlib import Path
from urllib.parse import unquote

import pytest

from app.persistence.db.engine import LONGEST_VALUE, _address, connected, plan_engine

WANTED = {
    "busy_timeout": 2_000,
    "locking_mode": "normal",
    "journal_mode": "delete",
    "synchronous": 3,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "fullfsync": 1,
}


@pytest.mark.parametrize(("pragma", "value"), WANTED.items())
def test_a_writing_connection_has_every_setting(path: Path, pragma: str, value: object) -> None:
    with plan_engine(path).connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


@pytest.mark.parametrize(
    ("pragma", "value"),
    {"query_only": 1, "trusted_schema": 0, "cell_size_check": 1, "busy_timeout": 2_000}.items(),
)
def test_a_reading_connection_has_every_setting(path: Path, pragma: str, value: object) -> None:
    with plan_engine(path, read_only=True).connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


@pytest.mark.parametrize("read_only", [True, False])
def test_a_value_longer_than_any_of_ours_is_not_read(path: Path, read_only: bool) -> None:
    connection = connected(path, read_only=read_only)

    assert connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) == LONGEST_VALUE
    connection.close()


def test_a_reading_connection_writes_nothing(path: Path) -> None:
    connection = connected(path, read_only=True)

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("UPDATE plan SET created_at = ''")
    connection.close()


def test_the_law_holds_for_a_connection_that_trusts_it(path: Path) -> None:
    connection = connected(path, read_only=False, trusted=True)

    connection.execute("UPDATE record SET rev = rev + 1")
    with pytest.raises(sqlite3.IntegrityError, match="law"):
        connection.execute("UPDATE record SET id = id || 'x'")
    connection.close()


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        connected(tmp_path / "none.irplan", read_only=False)

    assert list(tmp_path.iterdir()) == []


def test_a_transaction_that_writes_keeps_other_writers_out_from_its_start(path: Path) -> None:
    other = sqlite3.connect(path, timeout=0, isolation_level=None)

    with plan_engine(path).begin(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.close()


def test_a_transaction_that_reads_lets_others_write(path: Path) -> None:
    other = sqlite3.connect(path, timeout=0, isolation_level=None)

    with plan_engine(path, read_only=True).begin():
        other.execute("BEGIN IMMEDIATE")
    other.close()


@pytest.mark.parametrize(
    "name", ["a b.irplan", "100%.irplan", "what?.irplan", "#1.irplan", "ü.irplan"]
)
def test_any_file_name_reaches_sqlite_as_it_is(tmp_path: Path, name: str) -> None:
    sqlite3.connect(tmp_path / name).close()

    connected(tmp_path / name, read_only=False).close()

    assert [found.name for found in tmp_path.iterdir()] == [name]


class SharePath(type(Path())):  # type: ignore[misc]
    """A path as Windows spells a network share."""

    def absolute(self) -> "SharePath":
        return self

    def as_posix(self) -> str:
        return "//server/share/plan.irplan"


def test_a_network_share_is_a_folder_not_a_host() -> None:
    assert unquote(_address(SharePath("x"), "rw")) == "file:////server/share/plan.irplan?mode=rw"
