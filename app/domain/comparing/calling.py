"""What the records of a comparison are called: never by an id that somebody gave a name to."""

from app.domain.plan.classification import MatrixCell
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.naming import name_in
from app.domain.plan.obligations import NotificationDecision
from app.domain.plan.plan import Plan, Record


def called(plan: Plan, record: Record) -> str:
    """What people call `record` in `plan`: a cell of the matrix by its two levels."""
    match record:
        case MatrixCell():
            impact = named(plan, Kind.IMPACT, record.impact)
            return f"{impact} \u00d7 {named(plan, Kind.URGENCY, record.urgency)}"
        case NotificationDecision():
            duty = named(plan, Kind.OBLIGATION, record.obligation)
            return ": ".join(filter(None, (record.incident.strip(), duty)))
        case _:
            return name_in(plan, record)


def named(plan: Plan, kind: Kind, key: str) -> str:
    """What the record `key` is called; the id itself when the plan has no such record."""
    record = plan.find(kind, RecordId(key))
    return key if record is None else called(plan, record)
