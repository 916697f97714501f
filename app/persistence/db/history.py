"""The history of a plan file: its revisions, and the plan led back along them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.domain.plan.changes import ChangeSet, RecordChange
from app.domain.plan.governance import Version
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.profile import PROFILE_ID
from app.persistence.db.backups import Backups
from app.persistence.db.engine import plan_engine
from app.persistence.db.errors import PlanFileDamaged
from app.persistence.db.failures import translated
from app.persistence.db.files import PlanFiles
from app.persistence.db.revision_changes import RevisionUnfit, changes_of, undone
from app.persistence.db.rows import RowDamaged, plan_of
from app.persistence.db.tables import PlanRow, RecordRow, RevisionRow
from app.services.history import Entry, RevisionUnknown

FIRST = 1
"""The revision that holds the plan as it was created."""

_NUMBERS = select(RevisionRow.number).order_by(RevisionRow.number.desc())
_RECORDS = select(RecordRow).order_by(RecordRow.kind, RecordRow.rank, RecordRow.id)
_OF_VERSIONS = RevisionRow.changes.contains(f'"kind":"{Kind.VERSION.value}"')
"""Changes are canonical JSON, in which a text cannot hold quotes like these."""


@dataclass(frozen=True, slots=True)
class PlanFileHistory:
    """The history of a plan file that was found sound; a `PlanHistory`.

    Each question opens the file for reading and looks at one moment of it. Records come back to
    the places they had. Only revisions of an irplan that did not seal them yet leave that open:
    what they edited or moved then stays where it is, and what they removed comes back last.
    """

    path: Path
    backups: Path

    def entries(self) -> tuple[Entry, ...]:
        """Every revision, the oldest first.

        Raises:
            PlanFileProblem: the file cannot be read, or is damaged.
        """
        columns = (RevisionRow.number, RevisionRow.at, RevisionRow.actor, RevisionRow.label)
        with self._reading() as session:
            rows = session.execute(select(*columns).order_by(RevisionRow.number)).all()
        if not rows:
            raise self._damaged("it has no history")
        return tuple(self._entry(*row) for row in rows)

    def plan_at(self, number: int) -> Plan:
        """The plan right after the revision `number`.

        Raises:
            RevisionUnknown: there is no such revision.
            PlanFileProblem: the file cannot be read, or the revisions do not fit the plan.
        """
        with self._reading() as session:
            plan, steps = self._plan(session), _steps(session, RevisionRow.number > number)
            newest = session.scalar(_NUMBERS) or 0
        if not FIRST <= number <= newest:
            raise RevisionUnknown(number, newest)
        if list(steps) != list(range(newest, number, -1)):
            raise self._damaged("a revision is missing")
        for step, text in steps.items():
            plan = self._undone(plan, step, text)
        if PROFILE_ID not in plan.profiles:
            raise self._damaged(f"at revision {number} it does not say whose plan it is")
        return plan

    def versions(self) -> Mapping[str, int]:
        """The number of each version the plan lists, the newest last, and its revision.

        Raises:
            PlanFileProblem: the file cannot be read, or is damaged.
        """
        with self._reading() as session:
            plan, steps = self._plan(session), _steps(session, _OF_VERSIONS)
        came: dict[str, int] = {}
        for step, text in steps.items():
            for number in map(_brought, self._changes(step, text)):
                came.setdefault(number, step)
        listed = sorted(plan.versions.values(), key=lambda version: version.issued_on or date.min)
        found = {number: came.get(number, FIRST) for number in map(_number, listed) if number}
        return dict(sorted(found.items(), key=lambda item: item[1]))

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        engine = plan_engine(self.path, read_only=True)
        try:
            with translated(self.path, self.backups), Session(engine) as session:
                yield session
        finally:
            engine.dispose()

    def _plan(self, session: Session) -> Plan:
        """The plan as last committed, whose id and profile were checked when it was opened."""
        rows = session.scalars(_RECORDS).all()
        try:
            return plan_of(session.scalar(select(PlanRow.id)), rows)
        except RowDamaged as error:
            raise self._damaged(str(error)) from error

    def _entry(self, number: int, at: object, actor: object, label: object) -> Entry:
        try:
            moment = datetime.fromisoformat(str(at)).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise self._damaged(f"revision {number} bears no time") from error
        return Entry(number, moment, str(actor), str(label))

    def _undone(self, plan: Plan, number: int, text: str) -> Plan:
        changes = self._changes(number, text)
        try:
            return undone(plan, changes)
        except RevisionUnfit as error:
            raise self._damaged(f"revision {number} {error}") from error

    def _changes(self, number: int, text: str) -> ChangeSet:
        try:
            return changes_of(text)
        except RevisionUnfit as error:
            raise self._damaged(f"revision {number} {error}") from error

    def _damaged(self, what: str) -> PlanFileDamaged:
        return PlanFileDamaged(self.path, what=what, backups=str(self.backups))


def history_of(files: PlanFiles, path: Path) -> PlanFileHistory:
    """The history of the plan file `path`, once that is known to be sound; nothing is locked.

    Raises:
        PlanFileProblem: with why it cannot be opened.
    """
    store = files.open(path, read_only=True)
    store.close()
    return PlanFileHistory(store.path, Backups(files.backups, store.path).folder)


def _steps(session: Session, which: ColumnElement[bool]) -> dict[int, str]:
    """The changes of some revisions by number, the newest first."""
    columns = select(RevisionRow.number, RevisionRow.changes).where(which)
    newest_first = columns.order_by(RevisionRow.number.desc())
    return {row.number: row.changes for row in session.execute(newest_first)}


def _brought(change: RecordChange) -> str:
    """The number of a version that a change brought into the plan; blank when it brought none."""
    match change.before, change.after:
        case Version() as before, Version() as after if _number(before) == _number(after):
            return ""
        case _, Version() as after:
            return _number(after)
        case _:
            return ""


def _number(version: Version) -> str:
    return version.number.strip()
