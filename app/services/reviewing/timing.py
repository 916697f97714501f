"""How long a session ran."""

from dataclasses import replace

from app.domain.plan.changes import ChangeSet, apply, put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.services.reviewing.finding import running


def tick(plan: Plan, key: RecordId, seconds: int) -> ChangeSet:
    """Notes that the session ran for `seconds` in all; it never runs backwards.

    Raises:
        SessionUnknown, SessionClosed: see `running`.
    """
    session = running(plan, key)
    if seconds <= session.seconds:
        return ()
    return (put(plan, replace(session, seconds=seconds)),)


def timed(plan: Plan, changes: ChangeSet, key: RecordId, seconds: int) -> ChangeSet:
    """`changes`, prepared on `plan`, with the time in the same step, so that undo meets no ticks.

    Raises:
        SessionUnknown, SessionClosed: see `running`.
    """
    running(plan, key)
    return (*changes, *tick(apply(plan, changes), key, seconds))
