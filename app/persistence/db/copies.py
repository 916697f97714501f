"""The copies of a plan file: verified one by one, and read as plan files of their own."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from app.persistence.db.backups import Backups
from app.persistence.db.errors import (
    CopiesUnreadable,
    CopyUnusable,
    NoGoodCopy,
    PlanFileProblem,
)
from app.persistence.db.files import PlanFiles
from app.persistence.db.history import PlanFileHistory
from app.persistence.db.soundness import Look, look
from app.services.copies import Copy, CopyState, newest_good
from app.services.history import Entry

_Seen = tuple[int, int]
"""The size and the time of change in nanoseconds by which a file is known again."""


@dataclass(frozen=True, slots=True)
class PlanCopies:
    """A `CopyShelf`; `plan` may be damaged or gone. A copy that stays as it is is verified once."""

    files: PlanFiles
    plan: Path
    _known: dict[Path, tuple[_Seen, Copy]] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """Where the copies are; it may not be there yet."""
        return self._backups.folder

    def made(self) -> tuple[datetime, ...]:
        """When each copy was made, the latest first.

        Raises:
            CopiesUnreadable: the folder cannot be looked into.
        """
        return tuple(self._times().values())

    def each(self) -> Iterator[Copy]:
        """Every copy, the latest first; one that goes while they are listed is left out.

        Raises:
            CopiesUnreadable: the folder cannot be looked into.
        """
        for place, made in self._times().items():
            try:
                found = place.stat()
            except OSError:
                continue
            seen = (found.st_size, found.st_mtime_ns)
            known = self._known.get(place)
            if known is None or known[0] != seen:
                known = (seen, self._looked(place, made, found.st_size))
                self._known[place] = known
            yield known[1]

    def history(self, copy: Copy) -> PlanFileHistory:
        """The revisions that the copy holds.

        Raises:
            CopyUnusable: it cannot be read.
        """
        found = look(copy.place)
        if found.plan is None:
            made = f"{copy.made:%Y-%m-%d %H:%M} UTC"
            raise CopyUnusable(self.plan, made=made, what=found.flaw)
        return PlanFileHistory(copy.place, self.folder)

    def write(self, copy: Copy, path: Path) -> None:
        """Write the copy, history and all, into the new file `path`.

        Raises:
            CopyUnusable: it cannot be read.
            PlanFileProblem: the file exists, or cannot be written.
        """
        self.history(copy)
        self.files.duplicate(copy.place, path)

    def write_beside(self, copy: Copy) -> Path:
        """Write the copy into a new file next to the plan, which stays as it is.

        Raises:
            CopyUnusable: it cannot be read.
            PlanFileProblem: the file cannot be written.
        """
        path = _free(self.plan, copy)
        self.write(copy, path)
        return path

    def rescue(self) -> Path:
        """Write the newest good copy into a new file next to the plan.

        Raises:
            NoGoodCopy: there is none.
            PlanFileProblem: the file cannot be written.
        """
        copy = newest_good(self)
        if copy is None:
            raise NoGoodCopy(self.plan, folder=str(self.folder))
        return self.write_beside(copy)

    @property
    def _backups(self) -> Backups:
        return Backups(self.files.backups, Path(os.path.realpath(self.plan)))

    def _times(self) -> dict[Path, datetime]:
        backups = self._backups
        try:
            return backups.times()
        except OSError as error:
            what = (error.strerror or "unknown error").lower()
            raise CopiesUnreadable(self.plan, folder=str(backups.folder), what=what) from error

    def _looked(self, place: Path, made: datetime, size: int) -> Copy:
        found = look(place)
        version = self._version(place, found)
        return Copy(place, made, size, _state(found), found.flaw, _last(found), version)

    def _version(self, place: Path, found: Look) -> str:
        """The newest version; blank where none is listed, or its revision cannot be read."""
        if found.plan is None or not found.plan.versions:
            return ""
        try:
            return next(reversed(list(PlanFileHistory(place, self.folder).versions())), "")
        except PlanFileProblem:
            return ""


def _state(found: Look) -> CopyState:
    if found.plan is None:
        return CopyState.UNUSABLE
    return CopyState.DOUBTFUL if found.flaw else CopyState.VERIFIED


def _last(found: Look) -> Entry | None:
    if found.last is None:
        return None
    try:
        at = datetime.fromisoformat(found.last.at).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Entry(found.last.number, at, found.last.actor, found.last.label)


def _free(plan: Path, copy: Copy) -> Path:
    """A name next to the plan that no file has yet, such as `plan (copy of 2026-11-30 0900)`."""
    base = f"{plan.stem} (copy of {copy.made:%Y-%m-%d %H%M})"
    path = plan.with_name(f"{base}{plan.suffix}")
    number = 2
    while os.path.lexists(path):
        path = plan.with_name(f"{base} {number}{plan.suffix}")
        number += 1
    return path
