"""Decisions whether to notify, incident by incident."""

from collections.abc import Iterable
from datetime import datetime

from app.domain.judgement.deadlines.results import Deadline, Timed
from app.domain.plan.ids import RecordId, new_id
from app.domain.plan.obligations import NotificationDecision
from app.domain.plan.plan import Plan
from app.services.notifying.sheet import due_words

AT_FIRST = "Clocks when this was begun: "


def begun(
    duty: RecordId, found: Iterable[Deadline], incident: str, by: str, at: datetime
) -> NotificationDecision:
    """A decision on `duty` that is still open, with its clocks written into the reason."""
    clocks = [
        f"{deadline.name}, {due_words(deadline)}"
        for deadline in found
        if deadline.duty == duty and isinstance(deadline.result, Timed)
    ]
    reason = f"{AT_FIRST}{'; '.join(clocks)}." if clocks else ""
    return NotificationDecision(new_id("decision"), duty, incident, None, by, at, reason)


def register(plan: Plan) -> tuple[NotificationDecision, ...]:
    """All decisions: open ones first, then the latest first."""
    return tuple(sorted(plan.decisions.values(), key=_rank))


def undecided(plan: Plan, incident: str) -> tuple[RecordId, ...]:
    """The duties on which nobody has decided for `incident`."""
    wanted = incident.strip().casefold()
    done = {
        decision.obligation
        for decision in plan.decisions.values()
        if decision.notify is not None and decision.incident.strip().casefold() == wanted
    }
    return tuple(key for key in plan.obligations if key not in done)


def _rank(decision: NotificationDecision) -> tuple[bool, float]:
    at = decision.at
    return decision.notify is not None, -at.timestamp() if at is not None else 0.0
