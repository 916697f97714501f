"""Whether a plan file can be trusted: its structure, its records, its history, its kept files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.lifecycle.auditing import History, Verdict, Weight, audited
from app.domain.lifecycle.chain import Entry
from app.domain.plan.plan import Plan
from app.domain.plan.profile import PROFILE_ID
from app.persistence.db.chain import history
from app.persistence.db.engine import plan_engine
from app.persistence.db.errors import (
    NotAPlanFile,
    PlanFileDamaged,
    PlanFileProblem,
    PlanFileTooNew,
    PlanFileTooOld,
)
from app.persistence.db.failures import translated
from app.persistence.db.inspection import check, check_header
from app.persistence.db.rows import RowDamaged, plan_of
from app.persistence.db.tables import (
    CHAINED_SINCE,
    READABLE,
    PlanRow,
    RecordRow,
)

_IN_ORDER = select(RecordRow).order_by(RecordRow.kind, RecordRow.rank, RecordRow.id)


@dataclass(frozen=True, slots=True)
class Look:
    """What was found; `flaw` is blank when all of it holds.

    A file whose records hold, but whose history does not, has a flaw and a plan; one that cannot
    be read has no plan. `last` is its newest revision.
    """

    flaw: str
    plan: Plan | None = None
    last: Entry | None = None


def look(path: Path) -> Look:
    """SQLite's own check, every record against its hash, then all that an audit looks at.

    The history of a file of an earlier schema bears no seals, so that only its order counts.
    """
    try:
        schema, plan, found = _read(path)
    except PlanFileDamaged as error:
        return Look(error.params["what"])
    except NotAPlanFile:
        return Look("it is not a plan of irplan")
    except PlanFileTooNew:
        return Look("it was written by a newer irplan")
    except PlanFileProblem as error:
        return Look(error.message.rstrip("."))
    if not found.entries:
        return Look("it has no history")
    flaw = "" if schema < CHAINED_SINCE else _breach(audited(found))
    return Look(flaw, plan, found.entries[-1])


def _read(path: Path) -> tuple[int, Plan, History]:
    check_header(path, path.parent)
    schema = check(path, path.parent, read_only=True)
    if schema not in READABLE:
        raise PlanFileTooOld(path)
    engine = plan_engine(path, read_only=True)
    try:
        with translated(path, path.parent), Session(engine) as session:
            plan = plan_of(session.scalar(select(PlanRow.id)), _rows(session))
            found = history(session)
    except RowDamaged as error:
        raise _damaged(path, str(error)) from error
    finally:
        engine.dispose()
    if PROFILE_ID not in plan.profiles:
        raise _damaged(path, "it does not say whose plan it is")
    return schema, plan, found


def _rows(session: Session) -> Sequence[RecordRow]:
    return session.scalars(_IN_ORDER).all()


def _damaged(path: Path, what: str) -> PlanFileDamaged:
    return PlanFileDamaged(path, what=what, backups=str(path.parent))


def _breach(verdict: Verdict) -> str:
    """The first remark that speaks against the history, inside a sentence; blank when none does."""
    texts = (remark.text for remark in verdict.remarks if remark.weight is Weight.BREACH)
    text = next(texts, "")
    return f"{text[:1].lower()}{text[1:].rstrip('.')}"
