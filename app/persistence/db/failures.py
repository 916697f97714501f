"""SQLite's error codes in the words of this program."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.persistence.db.errors import (
    DiskFull,
    PlanFileBusy,
    PlanFileDamaged,
    PlanFileFailing,
    PlanFileProblem,
    PlanFileReadOnly,
)

_PRIMARY = 0xFF
"""The low byte of an extended result code is the primary one."""


@contextmanager
def translated(path: Path, backups: Path) -> Iterator[None]:
    """Turn the database errors of the block into `PlanFileProblem`s about `path`."""
    try:
        yield
    except DBAPIError as error:
        original = error.orig if isinstance(error.orig, sqlite3.Error) else sqlite3.Error()
        raise _problem(path, backups, original) from error
    except sqlite3.Error as error:
        raise _problem(path, backups, error) from error


def _problem(path: Path, backups: Path, error: sqlite3.Error) -> PlanFileProblem:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
    match code:
        case sqlite3.SQLITE_FULL:
            return DiskFull(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return PlanFileReadOnly(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return PlanFileBusy(path)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return PlanFileDamaged(path, what="its structure is broken", backups=str(backups))
        case _:
            return PlanFileFailing(path, what=str(error) or "unknown error")
