"""The copies that are kept of a plan, as a port: listed, verified and chosen from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import ClassVar, Protocol

from app.domain.errors import IrplanError
from app.domain.plan.dates import date_text
from app.services.history import Entry, PlanHistory

Tell = Callable[[float, str], None]
"""Told the share done, from 0 to 1, and what is being done."""


class CopyUnknown(IrplanError):
    """A number that is none of the copies."""

    code: ClassVar[str] = "backups.unknown"

    def __init__(self, asked: int, count: int) -> None:
        there = f"choose one from 1, the newest, to {count}" if count else "none was made yet"
        super().__init__(f"There is no backup {asked} of this plan; {there}.", number=str(asked))


class CopyState(Enum):
    """How far a copy can be trusted.

    Of a doubtful one the records hold, but the history does not; an unusable one cannot be read.
    """

    VERIFIED = "verified"
    DOUBTFUL = "doubtful"
    UNUSABLE = "unusable"


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a plan, `made` at a moment in UTC; `size` in bytes.

    `flaw` says inside a sentence why it is not verified. `last` is its newest revision, None where
    that cannot be read; `version` is the newest version it lists, blank where there is none.
    """

    place: Path
    made: datetime
    size: int
    state: CopyState
    flaw: str = ""
    last: Entry | None = None
    version: str = ""

    @property
    def words(self) -> str:
        """Such as `the copy of 30 November 2026, 09:00 UTC`."""
        return f"the copy of {date_text(self.made.date())}, {self.made:%H:%M} UTC"


class CopyShelf(Protocol):
    """The copies of one plan document, which itself may be damaged or gone.

    Every method raises `IrplanError` with a code when the copies cannot be looked at.
    """

    @property
    def folder(self) -> Path:
        """Where they are; it may not be there yet."""

    def made(self) -> tuple[datetime, ...]:
        """When each copy was made, in UTC, the latest first."""

    def each(self) -> Iterator[Copy]:
        """Every copy, the latest first, verified one after the other as it is asked for."""

    def history(self, copy: Copy) -> PlanHistory:
        """The revisions that the copy holds.

        Raises:
            IrplanError: it cannot be read.
        """

    def write(self, copy: Copy, path: Path) -> None:
        """Write the copy, history and all, into the new file `path`.

        Raises:
            IrplanError: the copy cannot be read, or the file exists or cannot be written.
        """

    def write_beside(self, copy: Copy) -> Path:
        """Write the copy into a new file next to the document, which is left as it is.

        Raises:
            IrplanError: the copy cannot be read, or the file not written.
        """

    def rescue(self) -> Path:
        """Write the newest verified copy into a new file next to the document.

        Raises:
            IrplanError: there is none, or the file cannot be written.
        """


def listed(shelf: CopyShelf, tell: Tell) -> tuple[Copy, ...]:
    """Every copy, the latest first, verified; tells how far it came."""
    count = max(len(shelf.made()), 1)
    found: list[Copy] = []
    for copy in shelf.each():
        found.append(copy)
        tell(min(len(found) / count, 1.0), copy.words)
    return tuple(found)


def numbered(shelf: CopyShelf, number: int) -> Copy:
    """The copy `number`, of which 1 is the newest.

    Raises:
        CopyUnknown: there is no such copy.
    """
    for at, copy in enumerate(shelf.each(), start=1):
        if at == number:
            return copy
    raise CopyUnknown(number, len(shelf.made()))


def newest_good(shelf: CopyShelf) -> Copy | None:
    """The newest verified copy; None when there is none."""
    return next((copy for copy in shelf.each() if copy.state is CopyState.VERIFIED), None)
