"""One plan in one `.irplan` file."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import ColumnElement, Engine, delete, func, insert, select, update
from sqlalchemy.orm import Session

from app.domain.plan.changes import ChangeSet, RecordChange
from app.domain.plan.codec import NotPlanData, canonical, record_data, record_from
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan, Record
from app.domain.plan.records import Records
from app.persistence.db.backups import Backups
from app.persistence.db.engine import plan_engine
from app.persistence.db.errors import PlanFileDamaged, PlanFileReadOnly, StalePlan
from app.persistence.db.failures import translated
from app.persistence.db.lock import PlanLock
from app.persistence.db.ranks import placed
from app.persistence.db.tables import PlanRow, RecordRow, RevisionRow
from app.services.clock import Clock
from app.services.storing import Receipt

Key = tuple[str, str]
"""Kind and id."""


_IN_ORDER = select(RecordRow).order_by(RecordRow.kind, RecordRow.rank)


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
        self._engine: Engine = plan_engine(path, read_only=lock is None)
        self._revs: dict[Key, int] = {}
        self._ranks: dict[str, dict[str, float]] = {}
        self._order: dict[str, list[str]] = {}

    @property
    def name(self) -> str:
        """The file's name."""
        return self._path.name

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
        with translated(self._path, self._backups.folder), Session(self._engine) as session:
            plan_id = session.scalar(select(PlanRow.id))
            rows = session.scalars(_IN_ORDER).all()
        if plan_id is None:
            raise self._damaged("it holds no plan")
        plan = Plan(RecordId(plan_id))
        self._remember(rows)
        for kind in Kind:
            own = [row for row in rows if row.kind == kind.value]
            if own:
                plan = plan.with_table(kind, Records([self._record(kind, row) for row in own]))
        return plan

    def save(self, changes: ChangeSet, label: str, request_id: str) -> Receipt:
        """Commit `changes` and a revision that holds them, in one transaction.

        Raises:
            StalePlan: a record was changed by somebody else.
            PlanFileProblem: nothing was written.
        """
        if self._lock is None:
            raise PlanFileReadOnly(self._path)
        order = _reordered(self._order, changes)
        with (
            translated(self._path, self._backups.folder),
            Session(self._engine) as session,
            session.begin(),
        ):
            known = session.execute(
                select(RevisionRow.number, RevisionRow.at).where(
                    RevisionRow.request_id == request_id
                )
            ).first()
            if known is not None:
                self._remember(session.scalars(_IN_ORDER).all())
                return Receipt(known.number, datetime.fromisoformat(known.at))
            receipt = self._revision(session, changes, label, request_id)
            revs = self._write(session, changes)
            ranks = self._rank(session, changes, order)
        self._settle(changes, revs, ranks, order)
        self._backups.changed()
        return receipt

    def backup(self) -> None:
        """Keep a copy in the backups folder, unless nothing changed since the last."""
        if self._lock is not None:
            with translated(self._path, self._backups.folder):
                self._backups.keep(self._engine, self._clock.now())

    def close(self) -> None:
        """Let go of the file and its lock."""
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def _remember(self, rows: Sequence[RecordRow]) -> None:
        self._revs = {(row.kind, row.id): row.rev for row in rows}
        self._ranks = {kind.value: {} for kind in Kind}
        self._order = {kind.value: [] for kind in Kind}
        for row in rows:
            self._ranks[row.kind][row.id] = row.rank
            self._order[row.kind].append(row.id)

    def _record(self, kind: Kind, row: RecordRow) -> Record:
        if hashlib.sha256(row.body.encode()).hexdigest() != row.digest:
            raise self._damaged(f"{row.kind} {row.id} does not match its hash")
        try:
            return record_from(kind, json.loads(row.body))
        except (NotPlanData, ValueError) as error:
            raise self._damaged(f"{row.kind} {row.id} cannot be read") from error

    def _damaged(self, what: str) -> PlanFileDamaged:
        return PlanFileDamaged(self._path, what=what, backups=str(self._backups.folder))

    def _revision(
        self, session: Session, changes: ChangeSet, label: str, request_id: str
    ) -> Receipt:
        number = (session.scalar(select(func.max(RevisionRow.number))) or 0) + 1
        at = self._clock.now()
        session.execute(
            insert(RevisionRow).values(
                number=number,
                request_id=request_id,
                at=at.isoformat(timespec="milliseconds"),
                actor=self._actor,
                label=label,
                changes=canonical([_spelled(change) for change in changes]).decode(),
            )
        )
        return Receipt(number, at)

    def _write(self, session: Session, changes: ChangeSet) -> dict[Key, int]:
        """The new revision number of every record written."""
        revs: dict[Key, int] = {}
        for change in changes:
            key = (change.kind.value, str(change.id))
            seen = self._revs.get(key)
            if change.after is None:
                self._delete(session, key, seen)
            elif seen is None:
                revs[key] = self._insert(session, key, change.after)
            else:
                revs[key] = self._update(session, key, change.after, seen)
        return revs

    def _delete(self, session: Session, key: Key, seen: int | None) -> None:
        gone = delete(RecordRow).where(*_is(key), RecordRow.rev == seen)
        self._must_touch_one(session.scalars(gone.returning(RecordRow.id)).all(), key)

    def _insert(self, session: Session, key: Key, record: Record) -> int:
        body, digest = _body(record)
        row = {"kind": key[0], "id": key[1], "rank": 0.0, "rev": 1, "body": body, "digest": digest}
        session.execute(insert(RecordRow).values(**row))
        return 1

    def _update(self, session: Session, key: Key, record: Record, seen: int) -> int:
        body, digest = _body(record)
        changed = (
            update(RecordRow)
            .where(*_is(key), RecordRow.rev == seen)
            .values(body=body, digest=digest, rev=seen + 1)
        )
        self._must_touch_one(session.scalars(changed.returning(RecordRow.id)).all(), key)
        return seen + 1

    def _must_touch_one(self, rows: Sequence[str], key: Key) -> None:
        if len(rows) != 1:
            raise StalePlan(self._path, record=f"{key[0]} {key[1]}")

    def _rank(
        self, session: Session, changes: ChangeSet, order: dict[str, list[str]]
    ) -> dict[str, dict[str, float]]:
        ranks: dict[str, dict[str, float]] = {}
        for kind, moved in _moved(changes).items():
            ranks[kind] = placed(order[kind], self._ranks.get(kind, {}), moved)
            for key, rank in ranks[kind].items():
                session.execute(update(RecordRow).where(*_is((kind, key))).values(rank=rank))
        return ranks

    def _settle(
        self,
        changes: ChangeSet,
        revs: dict[Key, int],
        ranks: dict[str, dict[str, float]],
        order: dict[str, list[str]],
    ) -> None:
        """Remember what is now in the file; only called after the commit."""
        self._revs.update(revs)
        self._order = order
        for kind, changed in ranks.items():
            self._ranks.setdefault(kind, {}).update(changed)
        for change in changes:
            if change.after is None:
                self._revs.pop((change.kind.value, str(change.id)), None)
                self._ranks.get(change.kind.value, {}).pop(str(change.id), None)


def write_new(engine: Engine, plan: Plan, actor: str, at: datetime) -> None:
    """Fill the empty tables of a new file with `plan` as revision 1."""
    stamp = at.isoformat(timespec="milliseconds")
    with Session(engine) as session, session.begin():
        session.execute(insert(PlanRow).values(id=plan.id, created_at=stamp))
        rows = [row for kind in Kind for row in _rows(kind, plan.table(kind).values())]
        session.execute(insert(RecordRow), rows)
        session.execute(
            insert(RevisionRow).values(
                number=1,
                request_id=f"created-{plan.id}",
                at=stamp,
                actor=actor,
                label="Plan created",
                changes=canonical([{"created": len(rows)}]).decode(),
            )
        )


def _rows(kind: Kind, records: Iterable[Record]) -> Iterable[dict[str, object]]:
    for at, record in enumerate(records, start=1):
        body, digest = _body(record)
        yield {
            "kind": kind.value,
            "id": record.id,
            "rank": at * 1024.0,
            "rev": 1,
            "body": body,
            "digest": digest,
        }


def _body(record: Record) -> tuple[str, str]:
    body = canonical(record_data(record))
    return body.decode(), hashlib.sha256(body).hexdigest()


def _is(key: Key) -> tuple[ColumnElement[bool], ...]:
    return (RecordRow.kind == key[0], RecordRow.id == key[1])


def _spelled(change: RecordChange) -> dict[str, object]:
    return {
        "kind": change.kind.value,
        "id": change.id,
        "before": None if change.before is None else record_data(change.before),
        "after": None if change.after is None else record_data(change.after),
        "at": change.after_at,
    }


def _moved(changes: ChangeSet) -> dict[str, list[str]]:
    """Ids, by kind, of records that are new or stand elsewhere."""
    moved: dict[str, list[str]] = {}
    for change in changes:
        if change.after is not None and change.before_at != change.after_at:
            moved.setdefault(change.kind.value, []).append(str(change.id))
    return moved


def _reordered(order: dict[str, list[str]], changes: ChangeSet) -> dict[str, list[str]]:
    """The order of ids after `changes`, whose places are those in the final plan."""
    touched: dict[str, list[RecordChange]] = {}
    for change in changes:
        if change.after is None or change.before_at != change.after_at:
            touched.setdefault(change.kind.value, []).append(change)
    result = dict(order)
    for kind, own in touched.items():
        gone = {str(change.id) for change in own}
        kept = [key for key in order.get(kind, []) if key not in gone]
        staying = [change for change in own if change.after is not None]
        for change in sorted(staying, key=lambda item: item.after_at or 0):
            kept.insert(len(kept) if change.after_at is None else change.after_at, str(change.id))
        result[kind] = kept
    return result
