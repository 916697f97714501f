"""The round of calls to the people of the plan."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.lifecycle.approving.course import Stage, course
from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Person
from app.domain.plan.plan import Plan
from app.domain.plan.sessions import ContactCheck, Outcome, ReviewSession
from app.services.reviewing.finding import running


@dataclass(frozen=True, slots=True)
class Call:
    """A call made on the day `on` by the person named `by`."""

    outcome: Outcome
    by: str
    on: date
    note: str = ""


def check_contact(plan: Plan, key: RecordId, person: RecordId, call: Call) -> ChangeSet:
    """Keeps what the call brought; a confirmed or corrected contact counts as verified by it.

    Corrected is said after the person's record was edited. Another outcome, or `Outcome.OPEN`,
    puts back what the person's record said of its verification before the call. While a version
    is in review the person's record waits: `close` catches up on it.

    Raises:
        SessionUnknown, SessionClosed: see `running`.
        KeyError: the person is not on the session's list.
    """
    session = running(plan, key)
    checks = {check.person: check for check in session.contacts}
    was = checks[person]
    checks[person] = _checked(plan, was, call)
    noted = put(plan, replace(session, contacts=tuple(checks.values())))
    return (*_verified(plan, was, call), noted)


def caught_up(plan: Plan, session: ReviewSession, by: str) -> Iterator[Person]:
    """The people reached in the session whose records do not say so yet, with the call noted.

    Nobody while a version is in review, of which nothing may change.
    """
    if in_review(plan):
        return
    for check in session.contacts:
        person = plan.people.get(check.person)
        if person is None or check.on is None or check.outcome not in REACHED:
            continue
        if person.verified_on is None or person.verified_on < check.on:
            yield replace(person, verified_on=check.on, verified_by=by)


def in_review(plan: Plan) -> bool:
    """Whether a version waits for its approval, so that nothing of it may change."""
    return course(plan.acts.values()).stage is Stage.IN_REVIEW


REACHED = frozenset({Outcome.CONFIRMED, Outcome.CORRECTED})
"""Outcomes that verify a contact."""


def _checked(plan: Plan, was: ContactCheck, call: Call) -> ContactCheck:
    """The call as the session keeps it, with what was known before the first one."""
    person = plan.people.get(was.person)
    first = was.outcome not in REACHED and person is not None
    known = (person.verified_on, person.verified_by) if first and person else _known(was)
    last_on, last_by = known
    on = None if call.outcome is Outcome.OPEN else call.on
    note = call.note.strip()
    return replace(was, outcome=call.outcome, note=note, on=on, last_on=last_on, last_by=last_by)


def _known(check: ContactCheck) -> tuple[date | None, str]:
    return check.last_on, check.last_by


def _verified(plan: Plan, was: ContactCheck, call: Call) -> ChangeSet:
    """What the call changes of the person's record."""
    person = plan.people.get(was.person)
    if person is None or in_review(plan):
        return ()
    if call.outcome in REACHED:
        return (put(plan, replace(person, verified_on=call.on, verified_by=call.by.strip())),)
    if was.outcome in REACHED and person.verified_on == was.on:
        return (put(plan, replace(person, verified_on=was.last_on, verified_by=was.last_by)),)
    return ()
