"""The SQLite connection of one plan file, set for durability before speed."""

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool

if TYPE_CHECKING:
    from sqlalchemy import Connection

BUSY_TIMEOUT_MS = 2_000
"""How long SQLite waits for another program before it gives up."""

LONGEST_VALUE = 100_000_000
"""Bytes of one value or row; a file that holds a longer one is not read."""

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

READ_PRAGMAS = (
    f"busy_timeout={BUSY_TIMEOUT_MS}",
    "query_only=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
)
"""For files that are only read."""


TRUSTED = "trusted_schema=ON"
"""For writing to a file whose schema was compared with ours: the law of approval reads JSON, which
SQLite allows triggers it does not trust in some releases only."""


def connected(path: Path, *, read_only: bool, trusted: bool = False) -> sqlite3.Connection:
    """A connection to the existing file `path` with every setting made, in autocommit mode.

    SQLite finishes or takes back a save that was cut off when it first reads, unless `read_only`.
    `trusted` says that every table and trigger of the file is known to be ours.
    """
    connection = sqlite3.connect(
        _address(path, "ro" if read_only else "rw"),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    try:
        pragmas = READ_PRAGMAS if read_only else PRAGMAS
        for pragma in (*pragmas, *((TRUSTED,) if trusted else ())):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def plan_engine(path: Path, *, read_only: bool = False, trusted: bool = False) -> Engine:
    """An engine over `path` with one connection; nothing is opened before first use."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connected(path, read_only=read_only, trusted=trusted),
        poolclass=StaticPool,
    )
    event.listen(engine, "begin", _begin_read if read_only else _begin_write)
    return engine


def _address(path: Path, mode: str) -> str:
    """`path` as SQLite wants it, which takes a network share for a folder, not for a host."""
    place = quote(os.fsencode(path.absolute().as_posix()))
    return f"file://{'' if place.startswith('/') else '/'}{place}?mode={mode}"


def _begin_write(connection: "Connection") -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_read(connection: "Connection") -> None:
    connection.exec_driver_sql("BEGIN")
