"""What is checked of a plan file before anything in it is trusted."""

import os
import sqlite3
from pathlib import Path

from app.persistence.db.errors import (
    NotAPlanFile,
    PlanFileDamaged,
    PlanFileFailing,
    PlanFileMissing,
    PlanFileReadOnly,
    PlanFileTooNew,
)
from app.persistence.db.failures import translated
from app.persistence.db.tables import APPLICATION_ID, SCHEMA, Row

MAGIC = b"SQLite format 3\x00"
HEADER_BYTES = 100
"""The header of an SQLite file: ids and versions stand in it."""

_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)
_OWN = frozenset({*Row.metadata.tables, "alembic_version"})
_OWN_TRIGGERS = frozenset({"revision_no_update", "revision_no_delete"})


def schema_of(path: Path) -> int:
    """The schema number of the plan file `path`, read from its header alone.

    Raises:
        PlanFileMissing, PlanFileReadOnly, NotAPlanFile, PlanFileTooNew: it cannot be opened.
    """
    header = _header(path)
    if len(header) < HEADER_BYTES or not header.startswith(MAGIC):
        raise NotAPlanFile(path)
    if int.from_bytes(header[_APPLICATION_ID]) != APPLICATION_ID:
        raise NotAPlanFile(path)
    found = int.from_bytes(header[_USER_VERSION])
    if found > SCHEMA:
        raise PlanFileTooNew(path, found=str(found), known=str(SCHEMA))
    return found


def check(path: Path, backups: Path) -> None:
    """Refuse a file that is damaged or holds anything we did not put there.

    Raises:
        PlanFileDamaged, NotAPlanFile: it cannot be trusted.
    """
    address = f"{path.absolute().as_uri()}?mode=ro"
    with translated(path, backups):
        connection = sqlite3.connect(address, uri=True)
        try:
            connection.execute("PRAGMA trusted_schema=OFF")
            connection.execute("PRAGMA cell_size_check=ON")
            objects = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
            if not all(_is_ours(*row) for row in objects):
                raise NotAPlanFile(path)
            verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            connection.close()
    if verdict != "ok":
        raise PlanFileDamaged(path, what="its structure is broken", backups=str(backups))


def writable(path: Path) -> bool:
    """Whether the file and its folder can be written to."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _header(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise PlanFileMissing(path, folder=str(path.parent))
        with path.open("rb") as file:
            return file.read(HEADER_BYTES)
    except PermissionError as error:
        raise PlanFileReadOnly(path) from error
    except OSError as error:
        raise PlanFileFailing(path, what=error.strerror or "unknown error") from error


def _is_ours(kind: str, name: str, sql: str | None) -> bool:
    match kind:
        case "table":
            plain = sql is not None and not sql.upper().startswith("CREATE VIRTUAL")
            return name in _OWN and plain and "GENERATED" not in str(sql).upper()
        case "index":
            return sql is None
        case "trigger":
            return name in _OWN_TRIGGERS
        case _:
            return False
