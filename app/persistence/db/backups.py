"""Backups: copies kept apart from the plan, thinned out by age."""

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from app.persistence.db.errors import BackupFailed
from app.persistence.db.folders import sync_folder
from app.persistence.db.page_copy import copy_pages
from app.persistence.db.soundness import look

KEEP_LATEST = 10
KEEP_DAILY = 7
KEEP_WEEKLY = 8
"""How many copies are kept: the latest, then the last of each day and of each week."""

ENDING = ".irplan"
_STAMP = "%Y%m%dT%H%M%S%fZ"
_MOMENT = timedelta(microseconds=1)
_NAME_LENGTH = 40
"""Characters of the plan's name that a folder's name repeats."""


class Backups:
    """The copies of one plan file, in a folder of their own under `root`."""

    def __init__(self, root: Path, plan: Path) -> None:
        place = sha256(os.fsencode(plan.absolute())).hexdigest()[:12]
        self.folder = root / f"{plan.stem[:_NAME_LENGTH]}-{place}"
        self._plan = plan
        self._verified: Path | None = None
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
        """All copies, the latest first; files and folders of others do not count.

        Raises:
            OSError: the folder is there, but cannot be read.
        """
        return tuple(self.times())

    def times(self) -> dict[Path, datetime]:
        """When each of the copies was made, the latest first.

        Raises:
            OSError: the folder is there, but cannot be read.
        """
        try:
            with os.scandir(self.folder) as entries:
                files = [Path(one) for one in entries if one.is_file(follow_symlinks=False)]
        except FileNotFoundError:
            return {}
        files.sort(reverse=True)
        return {path: time for path in files if (time := _time_of(path)) is not None}

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
        final = self._free(when)
        temporary = final.with_suffix(".tmp")
        try:
            _copy(engine, temporary)
            temporary.replace(final)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(self.folder)
        self._thin_out(final)
        return final

    def _free(self, when: datetime) -> Path:
        """The place of a copy made at `when`, or a moment later where there is one already."""
        place = self.folder / f"{when.strftime(_STAMP)}{ENDING}"
        return place if not os.path.lexists(place) else self._free(when + _MOMENT)

    def _sweep(self) -> None:
        """Remove what earlier attempts left; the plan's lock keeps others away."""
        for leftover in self.folder.glob("*.tmp*"):
            leftover.unlink(missing_ok=True)

    def _thin_out(self, newest: Path) -> None:
        """Remove what the policy does not keep, but neither the newest nor the last verified."""
        times = self.times()
        going = times.keys() - kept(times) - {newest}
        if going and self._verified not in times.keys() - going:
            self._verified = _last_verified(times)
        for path in going - {self._verified}:
            path.unlink(missing_ok=True)


def kept(copies: Mapping[Path, datetime]) -> set[Path]:
    """Which of the copies, given their times, the policy keeps."""
    latest_first = sorted(copies, key=copies.__getitem__, reverse=True)
    days = _last_of(latest_first, (copies[path].date() for path in latest_first))
    weeks = _last_of(
        latest_first,
        (copies[path].date() - timedelta(days=copies[path].weekday()) for path in latest_first),
    )
    return {*latest_first[:KEEP_LATEST], *days[:KEEP_DAILY], *weeks[:KEEP_WEEKLY]}


def _time_of(path: Path) -> datetime | None:
    """When the copy was made, by its name; None for a file somebody else put there."""
    if path.suffix != ENDING:
        return None
    with suppress(ValueError):
        return datetime.strptime(f"{path.stem}+0000", f"{_STAMP}%z")
    return None


def _last_verified(copies: Mapping[Path, datetime]) -> Path | None:
    """The latest copy that nothing speaks against; None when there is none."""
    latest_first = sorted(copies, key=copies.__getitem__, reverse=True)
    return next((path for path in latest_first if not look(path).flaw), None)


def _copy(engine: Engine, target: Path) -> None:
    source = engine.raw_connection()
    try:
        copy_pages(source.driver_connection, target)  # type: ignore[arg-type]
    finally:
        source.close()


def _last_of(latest_first: list[Path], periods: Iterable[object]) -> list[Path]:
    seen: dict[object, Path] = {}
    for path, period in zip(latest_first, periods, strict=True):
        seen.setdefault(period, path)
    return list(seen.values())


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return (error.strerror or "unknown error").lower()
    return str(error.orig if isinstance(error, DBAPIError) else error)
