"""One plan in one `.irplan` file."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import RLock

from sqlalchemy import Engine, func, insert, select, text
from sqlalchemy.orm import Session

from app.domain.lifecycle.auditing import History
from app.domain.lifecycle.chain import Head
from app.domain.lifecycle.content import PLACE_BEFORE, digest
from app.domain.plan.changes import ChangeSet, RecordChange
from app.domain.plan.codec import canonical, record_data
from app.domain.plan.plan import Kind, Plan, Record
from app.domain.plan.profile import PROFILE_ID
from app.persistence.db.authorship import authors
from app.persistence.db.backups import Backups
from app.persistence.db.chain import head, history, seal, stored
from app.persistence.db.engine import plan_engine
from app.persistence.db.errors import (
    PlanFileDamaged,
    PlanFileReadOnly,
    PlanFileReplaced,
    StalePlan,
)
from app.persistence.db.failures import translated
from app.persistence.db.folders import sync_folder
from app.persistence.db.lock import PlanLock
from app.persistence.db.ranks import placed, reordered
from app.persistence.db.rows import RowDamaged, fill, move, new_rows, new_values, plan_of
from app.persistence.db.tables import LAWFUL_SINCE, KeptRow, PlanRow, RecordRow, RevisionRow
from app.services.clock import Clock
from app.services.storing import NO_FILES, Files, Receipt


@dataclass(frozen=True, slots=True)
class Mark:
    """What is known of a stored record besides itself."""

    rev: int
    rank: float


Marks = dict[str, Mark]
"""The stored records of one kind by id, in order."""

NOT_COPIED = frozenset({Kind.ACT, Kind.FILE})
"""What a new file begins without: acts belong to the revisions of the file they were done in."""

ASKED_AT_ONCE = 500
"""So many records are looked for in one question, which SQLite allows many more of."""

_IN_ORDER = select(RecordRow).order_by(RecordRow.kind, RecordRow.rank, RecordRow.id)


class PlanFile:
    """An open plan file; a `PlanStore`."""

    def __init__(
        self, path: Path, backups: Backups, clock: Clock, actor: str, lock: PlanLock | None
    ) -> None:
        """`lock` None opens for reading only; `actor` is written into every revision."""
        self._path = path
        self._backups = backups
        self._clock = clock
        self._actor = actor
        self._lock = lock
        self._engine: Engine = plan_engine(path, read_only=lock is None, trusted=lock is not None)
        self._opened = path.stat()
        self._marks: dict[str, Marks] = {}
        self._turn = RLock()  # there is one connection, and a save may run beside the window

    @property
    def name(self) -> str:
        """The file's name."""
        return self._path.name

    @property
    def actor(self) -> str:
        """Who is written into revisions."""
        return self._actor

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""
        return self._lock is None

    def load(self) -> Plan:
        """The plan as last committed.

        Raises:
            PlanFileDamaged: a record does not match its hash or cannot be read.
        """
        with (
            self._turn,
            translated(self._path, self._backups.folder),
            Session(self._engine) as session,
        ):
            plan_id = session.scalar(select(PlanRow.id))
            rows = session.scalars(_IN_ORDER).all()
        plan = self._plan(plan_id, rows)
        self._marks = _marks(rows)
        return plan

    def save(
        self, changes: ChangeSet, label: str, request_id: str, files: Files = NO_FILES
    ) -> Receipt:
        """Commit `changes` and a revision that holds them, in one transaction.

        Raises:
            StalePlan: a record was changed by somebody else.
            ActAgainstLaw: the law of approval refuses it.
            PlanFileProblem: nothing was written.
        """
        if self._lock is None:
            raise PlanFileReadOnly(self._path)
        self._must_be_there()
        with self._turn:
            receipt, marks = self._commit(changes, label, request_id, files)
            self._marks |= marks  # only now is it certain
            self._backups.changed()
        return receipt

    def head(self) -> Head | None:
        """The end of the chain of revisions; None for a file of an earlier schema.

        Raises:
            PlanFileProblem: it cannot be read, or is damaged.
        """
        with self._reading() as session:
            return head(session)

    def kept(self, sha256: str) -> bytes | None:
        """The bytes of a kept file; None when there is none of that hash.

        Raises:
            PlanFileProblem: it cannot be read, or its bytes are not those of the hash.
        """
        if self._schema() < LAWFUL_SINCE:
            return None
        with self._reading() as session:
            found = session.execute(select(KeptRow.data).where(KeptRow.sha256 == sha256)).first()
        if found is None:
            return None
        data: object = found[0]
        if not isinstance(data, bytes) or hashlib.sha256(data).hexdigest() != sha256:
            raise self._damaged("a kept file was altered")
        return data

    def authors(self, after: int, until: int | None = None) -> tuple[str, ...]:
        """Who changed what is approved in revisions after `after`, up to `until` if given.

        Raises:
            PlanFileProblem: it cannot be read.
        """
        with self._reading() as session:
            return authors(session, after, until)

    def revision(self) -> int:
        """The number of the last revision.

        Raises:
            PlanFileProblem: it cannot be read.
        """
        with self._reading() as session:
            return session.scalar(select(func.max(RevisionRow.number))) or 0

    def history(self) -> History:
        """All that an audit of the file looks at, read without trusting it.

        Raises:
            PlanFileProblem: it cannot be read, or a value is of the wrong type.
        """
        with self._reading() as session:
            return history(session)

    def backup(self) -> None:
        """Keep a copy in the backups folder, unless nothing changed since the last.

        Raises:
            BackupFailed: the plan is as it was.
        """
        if self._lock is not None:
            with self._turn:
                self._backups.keep(self._engine, self._clock.now())

    def close(self) -> None:
        """Let go of the file and its lock."""
        with self._turn:
            self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def _schema(self) -> int:
        with self._reading() as session:
            return int(session.scalar(text("PRAGMA user_version")) or 0)

    def _plan(self, plan_id: object, rows: Iterable[RecordRow]) -> Plan:
        with self._sound():
            plan = plan_of(plan_id, rows)
        if PROFILE_ID not in plan.profiles:
            raise self._damaged("it does not say whose plan it is")
        return plan

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with (
            self._turn,
            translated(self._path, self._backups.folder),
            self._sound(),
            Session(self._engine) as session,
        ):
            yield session

    @contextmanager
    def _sound(self) -> Iterator[None]:
        """Tell of a row that cannot be as it is as of a damaged file."""
        try:
            yield
        except RowDamaged as error:
            raise self._damaged(str(error)) from error

    def _damaged(self, what: str) -> PlanFileDamaged:
        return PlanFileDamaged(self._path, what=what, backups=str(self._backups.folder))

    def _must_be_there(self) -> None:
        """SQLite itself would go on writing to a file that nobody can find any more."""
        try:
            here = os.path.samestat(self._path.stat(), self._opened)
        except OSError:
            here = False
        if not here:
            raise PlanFileReplaced(self._path)

    def _commit(
        self, changes: ChangeSet, label: str, request_id: str, files: Files
    ) -> tuple[Receipt, dict[str, Marks]]:
        """What was committed, and the new marks of what it touched."""
        with (
            translated(self._path, self._backups.folder),
            self._sound(),
            Session(self._engine) as session,
            session.begin(),
        ):
            receipt = _committed(session, request_id)
            if receipt is not None:
                sync_folder(self._path.parent)  # the flush may be what failed the first time
                return receipt, _marks(session.scalars(_IN_ORDER).all())
            receipt = self._revision(session, changes, label, request_id)
            session.add_all(KeptRow(sha256=key, data=data) for key, data in files.items())
            session.flush()  # the law looks at the revision
            return receipt, self._write(session, changes)

    def _revision(
        self, session: Session, changes: ChangeSet, label: str, request_id: str
    ) -> Receipt:
        number = (session.scalar(select(func.max(RevisionRow.number))) or 0) + 1
        stamp = _stamp(self._clock.now())
        revision = RevisionRow(
            number=number,
            request_id=request_id,
            at=stamp,
            actor=self._actor,
            label=label,
            changes=canonical([_spelled(change) for change in changes]).decode(),
        )
        seal(session, revision)
        return Receipt(number, datetime.fromisoformat(stamp))

    def _write(self, session: Session, changes: ChangeSet) -> dict[str, Marks]:
        """The new marks of every kind concerned; acts first, since they allow or end the rest."""
        by_kind: dict[str, list[RecordChange]] = {}
        for change in sorted(changes, key=lambda item: item.kind is not Kind.ACT):
            by_kind.setdefault(change.kind.value, []).append(change)
        marks: dict[str, Marks] = {}
        for kind, own in by_kind.items():
            marks[kind] = self._write_kind(session, kind, own)
            session.flush()
        return marks

    def _write_kind(self, session: Session, kind: str, changes: list[RecordChange]) -> Marks:
        seen = self._marks.get(kind, {})
        order, moved = reordered(seen, changes)
        shifted = _shifted(order, seen, moved)
        outcome = {str(change.id): change.after for change in changes}
        rows = self._rows(session, kind, [*outcome, *(shifted.keys() - outcome.keys())])
        written: Marks = {}
        added = []
        for key, record in outcome.items():
            row = rows[key]
            if record is not None:
                rank = shifted[key] if key in shifted else seen[key].rank
                if row is None:
                    added.append(new_values(kind, record, rank))
                written[key] = Mark(1, rank) if row is None else _put(row, record, rank)
            elif row is not None:
                session.delete(row)
        if added:
            session.execute(insert(RecordRow), added)
        neighbours = (rows[key] for key in shifted.keys() - outcome.keys())
        for row in filter(None, neighbours):
            move(row, shifted[row.id])
            written[row.id] = Mark(row.rev, row.rank)
        return {key: written[key] if key in written else seen[key] for key in order}

    def _rows(self, session: Session, kind: str, keys: list[str]) -> dict[str, RecordRow | None]:
        """The stored rows, which must still be as they were read; None for those not there."""
        found: dict[str, RecordRow | None] = dict.fromkeys(keys)
        for at in range(0, len(keys), ASKED_AT_ONCE):
            some = RecordRow.id.in_(keys[at : at + ASKED_AT_ONCE])
            rows = session.scalars(select(RecordRow).where(RecordRow.kind == kind, some))
            found.update((row.id, row) for row in rows)
        marks = self._marks.get(kind, {})
        for key, row in found.items():
            mark = marks.get(key)
            if (None if row is None else row.rev) != (None if mark is None else mark.rev):
                raise StalePlan(self._path, record=f"{kind} {key}")
        return found


def write_new(engine: Engine, plan: Plan, actor: str, at: datetime) -> None:
    """Fill the empty tables of a new file with `plan` as revision 1."""
    stamp = _stamp(at)
    with Session(engine) as session, session.begin():
        session.execute(insert(PlanRow).values(id=plan.id, created_at=stamp))
        rows = [
            row
            for kind in Kind
            if kind not in NOT_COPIED
            for row in new_rows(kind, plan.table(kind).values())
        ]
        session.add_all(rows)
        session.flush()
        statement = {"created": len(rows), "content": digest(stored(session))}
        seal(
            session,
            RevisionRow(
                number=1,
                request_id=f"created-{plan.id}",
                at=stamp,
                actor=actor,
                label="Plan created",
                changes=canonical([statement]).decode(),
            ),
        )


def _committed(session: Session, request_id: str) -> Receipt | None:
    """The receipt of an earlier attempt that came through, though its caller did not learn it."""
    known = session.scalar(select(RevisionRow).where(RevisionRow.request_id == request_id))
    return None if known is None else Receipt(known.number, datetime.fromisoformat(known.at))


def _shifted(order: list[str], seen: Marks, moved: set[str]) -> dict[str, float]:
    """The ranks that change."""
    if not moved:
        return {}
    return placed(order, {key: mark.rank for key, mark in seen.items()}, moved)


def _put(row: RecordRow, record: Record, rank: float) -> Mark:
    fill(row, record, rank)
    row.rev += 1
    return Mark(row.rev, rank)


def _marks(rows: Iterable[RecordRow]) -> dict[str, Marks]:
    marks: dict[str, Marks] = {kind.value: {} for kind in Kind}
    for row in rows:
        marks[row.kind][row.id] = Mark(row.rev, row.rank)
    return marks


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")


def _spelled(change: RecordChange) -> dict[str, object]:
    return {
        "kind": change.kind.value,
        "id": change.id,
        "before": None if change.before is None else record_data(change.before),
        "after": None if change.after is None else record_data(change.after),
        "at": change.after_at,
        PLACE_BEFORE: change.before_at,
    }
