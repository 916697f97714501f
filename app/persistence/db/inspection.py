"""What is checked of a plan file before anything in it is trusted."""

import os
from pathlib import Path

from app.persistence.db.engine import connected
from app.persistence.db.errors import (
    NotAPlanFile,
    PlanFileAccompanied,
    PlanFileDamaged,
    PlanFileMissing,
    PlanFileTooNew,
)
from app.persistence.db.failures import translated
from app.persistence.db.own_schema import own_schema, plain
from app.persistence.db.tables import APPLICATION_ID, READABLE, SCHEMA

MAGIC = b"SQLite format 3\x00"
HEADER_BYTES = 100
"""The header of an SQLite file: ids and versions stand in it."""

_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)
_NAMES_ANOTHER = bytes.fromhex("d9d505f920a163d7")
"""Ends a journal that names a second file, which SQLite would delete; ours never do."""


def check_header(path: Path, backups: Path) -> None:
    """Refuse what is no plan file of ours, from its first bytes and its neighbours alone.

    Raises:
        PlanFileProblem: it cannot be read, is another's, too new, or in bad company.
    """
    with translated(path, backups):
        header = _header(path)
        _check_company(path)
    if len(header) < HEADER_BYTES or not header.startswith(MAGIC):
        raise NotAPlanFile(path)
    if int.from_bytes(header[_APPLICATION_ID]) != APPLICATION_ID:
        raise NotAPlanFile(path)
    _check_version(path, int.from_bytes(header[_USER_VERSION]))


def check(path: Path, backups: Path, *, read_only: bool) -> int:
    """The schema number of the file; refuses one that is damaged or holds anything not ours.

    A save that was cut off is taken back on the way, unless `read_only`.

    Raises:
        PlanFileProblem: it cannot be trusted, or not read.
    """
    with translated(path, backups):
        connection = connected(path, read_only=read_only)
        try:
            objects = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            connection.close()
    _check_version(path, version)
    _check_schema(path, backups, version, objects)
    if verdict != "ok":
        raise PlanFileDamaged(path, what="its structure is broken", backups=str(backups))
    return version


def writable(path: Path) -> bool:
    """Whether the file and its folder can be written to."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _header(path: Path) -> bytes:
    if not path.is_file():
        raise PlanFileMissing(path, folder=str(path.parent))
    with path.open("rb") as file:
        return file.read(HEADER_BYTES)


def _check_company(path: Path) -> None:
    """SQLite takes over what a `-wal` or `-journal` beside the file says, whoever made it."""
    log = path.with_name(f"{path.name}-wal")
    journal = path.with_name(f"{path.name}-journal")
    if os.path.lexists(log):
        raise PlanFileAccompanied(path, companion=log.name)
    if os.path.lexists(journal) and _is_odd(journal):
        raise PlanFileAccompanied(path, companion=journal.name)


def _is_odd(journal: Path) -> bool:
    """Whether SQLite did not make `journal` for a plan file."""
    if journal.is_symlink() or not journal.is_file():
        return True
    with journal.open("rb") as file:
        end = file.seek(0, os.SEEK_END)
        file.seek(max(0, end - len(_NAMES_ANOTHER)))
        return file.read() == _NAMES_ANOTHER


def _check_version(path: Path, found: int) -> None:
    if not 0 <= found <= SCHEMA:
        raise PlanFileTooNew(path, found=str(found), known=str(SCHEMA))


def _check_schema(
    path: Path, backups: Path, version: int, found: list[tuple[str, str, str | None]]
) -> None:
    """Refuse a table, trigger or anything else that is not word for word ours."""
    indexes = [(kind, name) for kind, name, sql in found if sql is None]
    objects = {(kind, name, plain(str(sql))) for kind, name, sql in found if sql is not None}
    if not objects <= own_schema() or not all(_is_made_by_sqlite(*each) for each in indexes):
        raise NotAPlanFile(path)
    if version in READABLE and objects != own_schema(version):
        what = "a table or trigger is missing"
        raise PlanFileDamaged(path, what=what, backups=str(backups))


def _is_made_by_sqlite(kind: str, name: str) -> bool:
    return kind == "index" and str(name).startswith("sqlite_autoindex_")
