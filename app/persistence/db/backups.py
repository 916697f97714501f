"""Backups: copies kept apart from the plan, thinned out by age."""

import os
import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Engine

KEEP_LATEST = 10
KEEP_DAILY = 7
KEEP_WEEKLY = 8
"""How many copies are kept: the latest, then the last of each day and of each week."""

_STAMP = "%Y%m%dT%H%M%S%fZ"


class Backups:
    """The copies of one plan file, in a folder of their own under `root`."""

    def __init__(self, root: Path, plan: Path) -> None:
        place = sha256(str(plan.absolute()).encode()).hexdigest()[:12]
        self.folder = root / f"{plan.stem}-{place}"
        self._dirty = False

    def changed(self) -> None:
        """Something was saved, so the next `keep` makes a copy."""
        self._dirty = True

    def keep(self, engine: Engine, when: datetime) -> Path | None:
        """Copy the open plan through SQLite and check the copy; None when nothing changed."""
        if not self._dirty:
            return None
        self.folder.mkdir(parents=True, exist_ok=True)
        final = self.folder / f"{when.strftime(_STAMP)}.irplan"
        temporary = final.with_suffix(".tmp")
        self._copy(engine, temporary)
        temporary.replace(final)
        _sync_folder(self.folder)
        self._dirty = False
        self._thin_out()
        return final

    def copies(self) -> tuple[Path, ...]:
        """All copies, the latest first."""
        return tuple(sorted(self.folder.glob("*.irplan"), reverse=True))

    def _copy(self, engine: Engine, target: Path) -> None:
        source = engine.raw_connection()
        copy = sqlite3.connect(target)
        try:
            source.driver_connection.backup(copy)  # type: ignore[union-attr]
            verdict = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            copy.close()
            source.close()
        if verdict != "ok":
            target.unlink()
            raise sqlite3.DatabaseError("the backup could not be verified")
        with target.open("rb") as file:
            os.fsync(file.fileno())

    def _thin_out(self) -> None:
        copies = self.copies()
        keep = kept({path: _time_of(path) for path in copies})
        for path in copies:
            if path not in keep:
                path.unlink()


def kept(copies: dict[Path, datetime]) -> set[Path]:
    """Which of the copies, given their times, the policy keeps."""
    latest_first = sorted(copies, key=copies.__getitem__, reverse=True)
    days = _last_of(latest_first, (copies[path].date() for path in latest_first))
    weeks = _last_of(
        latest_first,
        (copies[path].date() - timedelta(days=copies[path].weekday()) for path in latest_first),
    )
    return {*latest_first[:KEEP_LATEST], *days[:KEEP_DAILY], *weeks[:KEEP_WEEKLY]}


def _last_of(latest_first: list[Path], periods: Iterable[object]) -> list[Path]:
    seen: dict[object, Path] = {}
    for path, period in zip(latest_first, periods, strict=True):
        seen.setdefault(period, path)
    return list(seen.values())


def _time_of(path: Path) -> datetime:
    return datetime.strptime(f"{path.stem}+0000", f"{_STAMP}%z")


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
