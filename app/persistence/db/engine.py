"""The SQLite connection of one plan file, set for durability before speed."""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool

if TYPE_CHECKING:
    from sqlalchemy import Connection

BUSY_TIMEOUT_MS = 5_000
"""How long SQLite waits for another program before it gives up."""

PRAGMAS = (
    f"busy_timeout={BUSY_TIMEOUT_MS}",
    "locking_mode=NORMAL",
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "mmap_size=0",
    "fullfsync=ON",
)
"""One file, no side files between edits, nothing acknowledged that a power cut can undo."""

READ_PRAGMAS = ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0")
"""For files that are only read."""


def plan_engine(path: Path, *, read_only: bool = False) -> Engine:
    """An engine over `path` with one connection; nothing is opened before first use."""
    address = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, uri=True, isolation_level=None, check_same_thread=False
        )
        for pragma in READ_PRAGMAS if read_only else PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    event.listen(engine, "begin", _begin_read if read_only else _begin_write)
    return engine


def _begin_write(connection: "Connection") -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_read(connection: "Connection") -> None:
    connection.exec_driver_sql("BEGIN")
