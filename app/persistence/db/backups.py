"""Backups: copies kept apart from the plan, thinned out by age."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from app.persistence.db.errors import BackupFailed
from app.persistence.db.folders import reserve, sync_folder

KEEP_LATEST = 10
KEEP_DAILY = 7
KEEP_WEEKLY = 8
"""How many copies are kept: the latest, then the last of each day and of each week."""

_STAMP = "%Y%m%dT%H%M%S%fZ"
_NAME_LENGTH = 40
"""Characters of the plan's name that a folder's name repeats."""


class Backups:
    """The copies of one plan file, in a folder of their own under `root`."""

    def __init__(self, root: Path, plan: Path) -> None:
        place = sha256(os.fsencode(plan.absolute())).hexdigest()[:12]
        self.folder = root / f"{plan.stem[:_NAME_LENGTH]}-{place}"
        self._plan = plan
        self._dirty = self._behind()

    def changed(self) -> None:
        """Something was saved, so the next `keep` makes a copy."""
        self._dirty = True

    def keep(self, engine: Engine, when: datetime) -> Path | None:
        """Copy the open plan through SQLite and check the copy; None when nothing changed.

        Raises:
            BackupFailed: no copy was made; the next call tries again.
        """
        if not self._dirty:
            return None
        try:
            final = self._keep(engine, when)
        except (OSError, sqlite3.Error, DBAPIError) as error:
            raise BackupFailed(self._plan, folder=str(self.folder), what=_why(error)) from error
        self._dirty = False
        return final

    def copies(self) -> tuple[Path, ...]:
        """All copies, the latest first."""
        found = (path for path in self.folder.glob("*.irplan") if _time_of(path) is not None)
        return tuple(sorted(found, reverse=True))

    def _behind(self) -> bool:
        """Whether the plan was written after its last copy was made, or has none."""
        try:
            last = max(copy.stat().st_mtime for copy in self.copies())
            return self._plan.stat().st_mtime > last
        except (OSError, ValueError):
            return True

    def _keep(self, engine: Engine, when: datetime) -> Path:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._sweep()
        final = self.folder / f"{when.strftime(_STAMP)}.irplan"
        temporary = final.with_suffix(".tmp")
        try:
            _copy(engine, temporary)
            temporary.replace(final)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(self.folder)
        self._thin_out()
        return final

    def _sweep(self) -> None:
        """Remove what earlier attempts left; the plan's lock keeps others away."""
        for leftover in self.folder.glob("*.tmp*"):
            leftover.unlink(missing_ok=True)

    def _thin_out(self) -> None:
        times = {path: time for path in self.copies() if (time := _time_of(path)) is not None}
        for path in times.keys() - kept(times):
            path.unlink(missing_ok=True)


def kept(copies: dict[Path, datetime]) -> set[Path]:
    """Which of the copies, given their times, the policy keeps."""
    latest_first = sorted(copies, key=copies.__getitem__, reverse=True)
    days = _last_of(latest_first, (copies[path].date() for path in latest_first))
    weeks = _last_of(
        latest_first,
        (copies[path].date() - timedelta(days=copies[path].weekday()) for path in latest_first),
    )
    return {*latest_first[:KEEP_LATEST], *days[:KEEP_DAILY], *weeks[:KEEP_WEEKLY]}


def _copy(engine: Engine, target: Path) -> None:
    """Copy page by page, check the copy and have it on the disk."""
    reserve(target)
    source = engine.raw_connection()
    copy = sqlite3.connect(target)
    try:
        source.driver_connection.backup(copy)  # type: ignore[union-attr]
        verdict = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    finally:
        copy.close()
        source.close()
    if verdict != "ok":
        raise sqlite3.DatabaseError("the copy is damaged, as the plan may be")
    with target.open("r+b") as file:
        os.fsync(file.fileno())


def _last_of(latest_first: list[Path], periods: Iterable[object]) -> list[Path]:
    seen: dict[object, Path] = {}
    for path, period in zip(latest_first, periods, strict=True):
        seen.setdefault(period, path)
    return list(seen.values())


def _time_of(path: Path) -> datetime | None:
    """When the copy was made; None for a file somebody else put there."""
    with suppress(ValueError):
        return datetime.strptime(f"{path.stem}+0000", f"{_STAMP}%z")
    return None


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return (error.strerror or "unknown error").lower()
    return str(error.orig if isinstance(error, DBAPIError) else error)
