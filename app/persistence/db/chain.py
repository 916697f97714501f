"""The chain of revisions in a plan file: seals written with each, and all of it read back."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.domain.lifecycle.auditing import History
from app.domain.lifecycle.chain import GENESIS, Entry, Head, Link, sealed
from app.domain.lifecycle.content import Stored, digest
from app.persistence.db.tables import LinkRow, PlanRow, RecordRow, RevisionRow

_LAST = select(LinkRow.hash).order_by(LinkRow.number.desc()).limit(1)
_HAS_CHAIN = text("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'link'")
_CONTENT = select(RecordRow.kind, RecordRow.id, RecordRow.body).order_by(
    RecordRow.kind, RecordRow.rank, RecordRow.id
)


def seal(session: Session, revision: RevisionRow) -> None:
    """Add `revision` with the seal that ties it to all before it."""
    prev = session.scalar(_LAST) or GENESIS
    own = sealed(entry_of(revision), prev)
    session.add_all((revision, LinkRow(number=revision.number, prev=prev, hash=own)))


def stored(session: Session) -> Iterator[Stored]:
    """Every record as it lies in the file, in order."""
    return (Stored(*row) for row in session.execute(_CONTENT))


def head(session: Session) -> Head | None:
    """The end of the chain as it is now; None in a file of the first three schemas."""
    if not _is_chained(session):
        return None
    last = session.scalars(select(LinkRow).order_by(LinkRow.number.desc()).limit(1)).one_or_none()
    if last is None:
        return None
    plan = session.scalar(select(PlanRow.id)) or ""
    return Head(plan, last.number, last.hash, digest(stored(session)))


def history(session: Session) -> History:
    """All that the audit of a file looks at; files of the first three schemas have no links."""
    revisions = session.scalars(select(RevisionRow).order_by(RevisionRow.number))
    links: Sequence[LinkRow] = ()
    if _is_chained(session):
        links = session.scalars(select(LinkRow).order_by(LinkRow.number)).all()
    return History(
        session.scalar(select(PlanRow.id)) or "",
        tuple(entry_of(row) for row in revisions),
        tuple(Link(row.number, row.prev, row.hash) for row in links),
        tuple(stored(session)),
    )


def _is_chained(session: Session) -> bool:
    return bool(session.scalar(_HAS_CHAIN))


def entry_of(row: RevisionRow) -> Entry:
    """A revision as the chain seals it."""
    return Entry(row.number, row.request_id, row.at, row.actor, row.label, row.changes)
