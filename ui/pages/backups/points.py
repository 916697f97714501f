"""The points a plan can be restored to, read on a worker's thread."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.bootstrap import Workshop
from app.domain.errors import IrplanError
from app.domain.interview.questions import Question
from app.domain.plan.plan import Plan
from app.services.cancelling import Cancelled
from app.services.changes.compared import Compared, compared
from app.services.copies import Copy, CopyShelf, CopyState, listed
from app.services.history import Entry
from app.services.restoring import Past, Preview, of_copy, of_version, preview

Tell = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class VersionPoint:
    """A version that the plan lists, and the revision that brought it."""

    number: str
    entry: Entry


Point = Copy | VersionPoint


def can_be_read(point: Point) -> bool:
    """Whether there is anything in it to restore."""
    return not (isinstance(point, Copy) and point.state is CopyState.UNUSABLE)


@dataclass(frozen=True, slots=True)
class Points:
    """All of them, the latest first; `failure` says why some are missing."""

    copies: tuple[Copy, ...] = ()
    versions: tuple[VersionPoint, ...] = ()
    failure: IrplanError | None = None

    @property
    def all(self) -> tuple[Point, ...]:
        """Copies, then versions."""
        return (*self.copies, *self.versions)


@dataclass(frozen=True, slots=True)
class Looked:
    """What restoring `point` would do, or why it cannot be restored.

    `changes` are what leads from the plan restored to the plan as it is now.
    """

    point: Point
    preview: Preview | None = None
    changes: Compared | None = None
    failure: IrplanError | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where the points of one plan are read; no method touches the window."""

    workshop: Workshop
    shelf: CopyShelf
    path: Path
    questions: Mapping[str, Question]

    def points(self, tell: Tell) -> Points:
        """Verify every copy, and list the versions."""
        try:
            return Points(listed(self.shelf, tell), self._versions())
        except Cancelled:
            raise
        except IrplanError as error:
            return Points(versions=self._versions(), failure=error)

    def look(self, point: Point, now: Plan, tell: Tell) -> Looked:
        """Compare the plan at `point` with the plan `now`."""
        try:
            past = self._past(point)
            tell(0.5, past.what)
            found = preview(now, past)
            return Looked(point, found, compared(found.target, now, self.questions))
        except Cancelled:
            raise
        except IrplanError as error:
            return Looked(point, failure=error)

    def _past(self, point: Point) -> Past:
        if isinstance(point, Copy):
            return of_copy(self.shelf, point)
        return of_version(self.workshop.history(self.path), point.number)

    def _versions(self) -> tuple[VersionPoint, ...]:
        history = self.workshop.history(self.path)
        entries = {entry.number: entry for entry in history.entries()}
        points = (VersionPoint(number, entries[at]) for number, at in history.versions().items())
        return tuple(points)[::-1]


def looking(source: Source, point: Point, now: Plan) -> Callable[[Tell], Looked]:
    """The work of a job that looks at `point`."""
    return partial(source.look, point, now)
