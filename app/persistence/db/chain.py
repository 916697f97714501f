"""The chain of revisions in a plan file: seals written with each, and all of it read back."""

import hashlib
from collections.abc import Iterator, Sequence

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.domain.lifecycle.auditing import History
from app.domain.lifecycle.chain import GENESIS, Entry, Head, Link, sealed
from app.domain.lifecycle.content import Stored, digest
from app.persistence.db.rows import RowDamaged
from app.persistence.db.tables import KeptRow, LinkRow, PlanRow, RecordRow, RevisionRow

_LAST = select(LinkRow).order_by(LinkRow.number.desc()).limit(1)
_HAS_CHAIN = text("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'link'")
_HAS_KEPT = text("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'kept'")
_CONTENT = select(RecordRow.kind, RecordRow.id, RecordRow.body).order_by(
    RecordRow.kind, RecordRow.rank, RecordRow.id
)


def seal(session: Session, revision: RevisionRow) -> None:
    """Add `revision` with the seal that ties it to all before it.

    Raises:
        RowDamaged: the last seal is none.
    """
    last = session.scalars(_LAST).one_or_none()
    prev = GENESIS if last is None else _link(last).hash
    own = sealed(entry_of(revision), prev)
    session.add_all((revision, LinkRow(number=revision.number, prev=prev, hash=own)))


def stored(session: Session) -> Iterator[Stored]:
    """Every record as it lies in the file, in order.

    Raises:
        RowDamaged: a value is of the wrong type.
    """
    return (Stored(*_texts("a record", *row)) for row in session.execute(_CONTENT))


def head(session: Session) -> Head | None:
    """The end of the chain as it is now; None in a file of the first three schemas.

    Raises:
        RowDamaged: a value is of the wrong type.
    """
    last = session.scalars(_LAST).one_or_none() if _is_chained(session) else None
    if last is None:
        return None
    return Head(_plan_id(session), last.number, _link(last).hash, digest(stored(session)))


def history(session: Session) -> History:
    """All that the audit of a file looks at; files of the first three schemas have no links.

    Raises:
        RowDamaged: a value is of the wrong type.
    """
    revisions = session.scalars(select(RevisionRow).order_by(RevisionRow.number))
    links: Sequence[LinkRow] = ()
    if _is_chained(session):
        links = session.scalars(select(LinkRow).order_by(LinkRow.number)).all()
    return History(
        _plan_id(session),
        tuple(map(entry_of, revisions)),
        tuple(map(_link, links)),
        tuple(stored(session)),
        _kept(session),
    )


def entry_of(row: RevisionRow) -> Entry:
    """A revision as the chain seals it.

    Raises:
        RowDamaged: a value is of the wrong type.
    """
    where = f"revision {row.number}"
    return Entry(
        row.number, *_texts(where, row.request_id, row.at, row.actor, row.label, row.changes)
    )


def _kept(session: Session) -> dict[str, str]:
    """The hash of each kept file by the one it is kept under; none in earlier schemas."""
    if not session.scalar(_HAS_KEPT):
        return {}
    found = {}
    for key, data in session.execute(select(KeptRow.sha256, KeptRow.data)):
        if not (isinstance(key, str) and isinstance(data, bytes)):
            raise RowDamaged("a kept file holds the wrong type of value")
        found[key] = hashlib.sha256(data).hexdigest()
    return found


def _link(row: LinkRow) -> Link:
    return Link(row.number, *_texts(f"the seal of revision {row.number}", row.prev, row.hash))


def _plan_id(session: Session) -> str:
    (plan,) = _texts("the plan", session.scalar(select(PlanRow.id)))
    return plan


def _is_chained(session: Session) -> bool:
    return bool(session.scalar(_HAS_CHAIN))


def _texts(where: str, *values: object) -> Iterator[str]:
    """The values as texts, which SQLite itself does not insist on."""
    for value in values:
        if not isinstance(value, str):
            raise RowDamaged(f"{where} holds the wrong type of value")
        yield value
