"""A round of calls: who is called in which order, what each call brought, and where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from app.domain.plan.changes import ChangeSet, apply, put
from app.domain.plan.governance import Action
from app.domain.plan.ids import RecordId, new_id
from app.domain.plan.kinds import Kind
from app.domain.plan.people import Person
from app.domain.plan.plan import Plan
from app.domain.plan.sessions import Outcome
from app.services.people.first_called import first_called
from app.services.people.standing import waiting
from app.services.reviewing.calling import REACHED, Call, check_contact, in_review
from app.services.reviewing.finding import resting

TRY_AGAIN: Final = timedelta(days=7)
"""After so long somebody who was not reached is called again."""


@dataclass(frozen=True, slots=True)
class Result:
    """What the call to one person brought; `before` is the record as it was when they were called.

    `on` is the day of the call.
    """

    outcome: Outcome
    before: Person
    on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """The people to call, in order, and the results so far; a change makes another round."""

    queue: tuple[RecordId, ...]
    results: dict[RecordId, Result] = field(default_factory=dict)

    @property
    def done(self) -> int:
        """How many were called."""
        return len(self.results)

    @property
    def finished(self) -> bool:
        """Whether everybody was called."""
        return self.done == len(self.queue)

    def after(self, person: RecordId | None) -> RecordId | None:
        """Who is called next after `person` (None: from the beginning), round again at the end."""
        at = self.queue.index(person) + 1 if person in self.queue else 0
        turned = (*self.queue[at:], *self.queue[:at])
        return next((one for one in turned if one not in self.results), None)

    def of(self, *outcomes: Outcome) -> tuple[RecordId, ...]:
        """Those whose calls brought one of `outcomes`, in the order of the queue."""
        return tuple(
            one
            for one in self.queue
            if one in self.results and self.results[one].outcome in outcomes
        )


def begin(plan: Plan, today: date, *, everybody: bool = False) -> Round:
    """A round over those whose contacts have to be checked, or over everybody; first called first.

    Where a review session is not closed, what its calls of the day brought counts.
    """
    wanted = frozenset(plan.people) if everybody else frozenset(waiting(plan, today))
    queue = tuple(one for one in first_called(plan) if one in wanted)
    return Round(queue, _noted(plan, queue, today))


def called(plan: Plan, person: Person, call: Call, was: Result | None = None) -> ChangeSet:
    """Keeps `person`, corrected or not, and what the call brought, as one step.

    Somebody who was reached counts as verified; where they were not after all, the record says
    again of its verification what it said before the call `was`. A review session that is not
    closed notes the call as well, if it lists the person.
    """
    kept = _stamped(person, call, was)
    session = resting(plan)
    listed = session is not None and any(one.person == person.id for one in session.contacts)
    if session is None or not listed:
        return (put(plan, kept),)
    mended = put(plan, person)
    return (mended, *check_contact(apply(plan, (mended,)), session.id, person.id, call))


def _stamped(person: Person, call: Call, was: Result | None) -> Person:
    if call.outcome in REACHED:
        return replace(person, verified_on=call.on, verified_by=call.by.strip())
    if was is not None and was.outcome in REACHED:
        before = was.before
        return replace(person, verified_on=before.verified_on, verified_by=before.verified_by)
    return person


def noted(round_: Round, person: Person, call: Call, before: Person) -> Round:
    """The round with the result of the call; corrected where the record is another than before."""
    outcome = call.outcome
    if outcome in REACHED:
        changed = _bare(person) != _bare(before)
        outcome = Outcome.CORRECTED if changed else Outcome.CONFIRMED
    result = Result(outcome, before, call.on, call.note.strip())
    return replace(round_, results={**round_.results, person.id: result})


def followed(round_: Round, plan: Plan) -> Round:
    """The round after other edits: who is gone leaves it, a call taken back is open again."""
    queue = tuple(one for one in round_.queue if one in plan.people)
    results = {
        key: result
        for key, result in round_.results.items()
        if key in plan.people and _stands(plan, plan.people[key], result)
    }
    return Round(queue, results)


def to_try_again(plan: Plan, people: Iterable[RecordId], by: str, today: date) -> ChangeSet:
    """An action for each of `people` to be called again, owned by `by`."""
    return tuple(
        put(
            plan,
            Action(
                new_id("action"),
                f"Reach {plan.people[key].name} and confirm the contact.",
                by.strip(),
                today + TRY_AGAIN,
                about=f"{Kind.PERSON.value}/{key}",
            ),
        )
        for key in people
        if key in plan.people
    )


def _noted(plan: Plan, queue: tuple[RecordId, ...], today: date) -> dict[RecordId, Result]:
    session = resting(plan)
    calls = () if session is None else session.contacts
    return {
        one.person: Result(one.outcome, plan.people[one.person], today, one.note)
        for one in calls
        if one.on == today and one.person in queue
    }


def _stands(plan: Plan, person: Person, result: Result) -> bool:
    """While a version is in review the person's record says nothing of the call yet."""
    stamped = person.verified_on == result.on or in_review(plan)
    return result.outcome not in REACHED or stamped


def _bare(person: Person) -> Person:
    """The person without what is said of the last check."""
    return replace(person, verified_on=None, verified_by="")
