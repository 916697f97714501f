"""Error codes of SQLite and of the system in the words of this program."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.persistence.db.errors import (
    ActAgainstLaw,
    DiskFull,
    PlanFileBusy,
    PlanFileDamaged,
    PlanFileFailing,
    PlanFileProblem,
    PlanFileReadOnly,
    PlanFileUnfinished,
)
from app.persistence.db.law import BY_LAW

_PRIMARY = 0xFF
"""The low byte of an extended result code is the primary one."""
_PLAIN: dict[int, type[PlanFileProblem]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: PlanFileReadOnly,
    sqlite3.SQLITE_CANTOPEN: PlanFileReadOnly,
    sqlite3.SQLITE_PERM: PlanFileReadOnly,
    sqlite3.SQLITE_BUSY: PlanFileBusy,
    sqlite3.SQLITE_LOCKED: PlanFileBusy,
}
_DAMAGE = {
    sqlite3.SQLITE_CORRUPT: "its structure is broken",
    sqlite3.SQLITE_NOTADB: "its structure is broken",
    sqlite3.SQLITE_ERROR: "its tables are not as they should be",
    sqlite3.SQLITE_TOOBIG: "it holds a value that is too long",
}
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def translated(path: Path, backups: Path) -> Iterator[None]:
    """Turn the errors of disk and database in the block into `PlanFileProblem`s about `path`."""
    try:
        yield
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        raise _database_problem(path, backups, error.orig) from error
    except sqlite3.Error as error:
        raise _database_problem(path, backups, error) from error
    except UnicodeDecodeError as error:
        raise _unreadable(path, backups) from error
    except OSError as error:
        raise system_problem(path, error) from error


def system_problem(path: Path, error: OSError) -> PlanFileProblem:
    """Why the system refused something about `path`."""
    if error.errno in _FULL:
        return DiskFull(path)
    if error.errno in _REFUSED:
        return PlanFileReadOnly(path)
    return PlanFileFailing(path, what=error.strerror or "unknown error")


def _database_problem(path: Path, backups: Path, error: sqlite3.Error) -> PlanFileProblem:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:  # raised by Python itself, whose message would quote the plan's text
        return _unreadable(path, backups)
    if code == sqlite3.SQLITE_READONLY_ROLLBACK:
        return PlanFileUnfinished(path)
    if code == sqlite3.SQLITE_CONSTRAINT_TRIGGER and str(error).startswith(BY_LAW):
        return ActAgainstLaw(path, what=str(error).removeprefix(BY_LAW))
    primary = code & _PRIMARY
    if primary in _PLAIN:
        return _PLAIN[primary](path)
    if primary in _DAMAGE:
        return PlanFileDamaged(path, what=_DAMAGE[primary], backups=str(backups))
    return PlanFileFailing(path, what=str(error))


def _unreadable(path: Path, backups: Path) -> PlanFileDamaged:
    return PlanFileDamaged(path, what="its text cannot be read", backups=str(backups))
