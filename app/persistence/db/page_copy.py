"""Copying a plan file page by page, so that a copy is never half of a save."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from app.persistence.db.engine import connected
from app.persistence.db.failures import translated
from app.persistence.db.folders import reserve


def copy_pages(source: sqlite3.Connection, target: Path) -> None:
    """Copy what `source` has open into the new file `target`, check it and have it on the disk.

    Raises:
        OSError: it cannot be written.
        sqlite3.Error: the source cannot be read, or the copy is damaged.
    """
    reserve(target)
    with closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        verdict = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise sqlite3.DatabaseError("the copy is damaged, as the plan may be")
    with target.open("r+b") as file:
        os.fsync(file.fileno())


def copy_file(source: Path, target: Path) -> None:
    """Copy the plan file `source`, which is only read, into the new file `target`.

    Raises:
        PlanFileProblem: the source cannot be read.
        OSError: the target cannot be written.
        sqlite3.Error: the source gave an error on the way, or the copy is damaged.
    """
    with translated(source, source.parent):
        opened = connected(source, read_only=True)
    with closing(opened):
        copy_pages(opened, target)
