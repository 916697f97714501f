"""Who changed what is approved between two revisions of a plan file."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.lifecycle.authorship import Unsaid
from app.domain.lifecycle.authorship import authors as told
from app.persistence.db.rows import RowDamaged
from app.persistence.db.tables import RevisionRow


def authors(session: Session, after: int, until: int | None = None) -> tuple[str, ...]:
    """The people behind the revisions after `after`, up to `until` if given, each once.

    Raises:
        RowDamaged: what a revision changed cannot be read.
    """
    asked = select(RevisionRow.number, RevisionRow.actor, RevisionRow.changes)
    asked = asked.where(RevisionRow.number > after).order_by(RevisionRow.number)
    if until is not None:
        asked = asked.where(RevisionRow.number <= until)
    try:
        return told((number, who, what) for number, who, what in session.execute(asked))
    except Unsaid as error:
        raise RowDamaged(str(error)) from error
