"""Rows of the RACI table proposed from what the playbooks say, each part with its reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.ids import RecordId, id_from_name
from app.domain.plan.plan import Plan
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment
from app.services.raci.grouping import Grain, Topic, topics
from app.services.raci.reasoning import Reason, Why, wanted


@dataclass(frozen=True, slots=True)
class Proposal:
    """One row as it would stand; `kept` are the parts that stand in it already and stay.

    `reasons` tell of every part that is added; without any the table says it all already.
    """

    topic: Topic
    row: RaciActivity
    reasons: tuple[Reason, ...]
    kept: tuple[RaciAssignment, ...]
    present: bool

    @property
    def adds(self) -> bool:
        """Whether there is anything to add."""
        return bool(self.reasons)


def proposals(plan: Plan, grain: Grain, *, decisions: bool = False) -> tuple[Proposal, ...]:
    """What the playbooks say of who does what, merged with what the table says.

    Nothing is proposed for steps whose roles the plan does not define while nobody leads.
    """
    return tuple(_proposals(plan, topics(plan, grain, decisions=decisions)))


def adopted(plan: Plan, chosen: Iterable[Proposal]) -> ChangeSet:
    """Puts the rows of `chosen` into the table, new ones at its end."""
    return tuple(put(plan, one.row) for one in chosen if one.adds)


class Standing(Enum):
    """How a proposal stands to the table."""

    NEW = "new"
    MENDS = "mends"
    ADDS = "adds"
    COMPLETE = "complete"


def standing(proposal: Proposal) -> Standing:
    """Whether a proposal is a new row, gives one the A or R it lacks, adds to one, or nothing."""
    if not proposal.adds:
        return Standing.COMPLETE
    if not proposal.present:
        return Standing.NEW
    had = {item.part for item in proposal.kept}
    now = {reason.part for reason in proposal.reasons}
    lacking = {Raci.ACCOUNTABLE, Raci.RESPONSIBLE} - had
    return Standing.MENDS if lacking & now else Standing.ADDS


def _proposals(plan: Plan, found: Iterable[Topic]) -> Iterator[Proposal]:
    taken: set[RecordId] = set()
    made: set[str] = set(map(str, plan.raci))
    for topic in found:
        reasons = wanted(plan, topic)
        if not reasons:
            continue
        row = _row_of(plan, topic, taken)
        present = row is not None
        if row is None:
            key = topic.key or id_from_name(topic.name, frozenset(made))
            row = RaciActivity(key, topic.name)
            made.add(row.id)
        taken.add(row.id)
        more = _missing(plan, row, reasons)
        parts = tuple(RaciAssignment(reason.role, reason.part) for reason in more)
        whole = replace(row, assignments=(*row.assignments, *parts))
        yield Proposal(topic, whole, more, row.assignments, present)


def _row_of(plan: Plan, topic: Topic, taken: set[RecordId]) -> RaciActivity | None:
    """The row that is about `topic`: of its id, or called like it."""
    free = [row for row in plan.raci.values() if row.id not in taken]
    own = next((row for row in free if row.id == topic.key), None)
    if own is not None:
        return own
    names = {_folded(name) for name in (topic.name, topic.also)} - {""}
    return next((row for row in free if _folded(row.activity) in names), None)


def _missing(plan: Plan, row: RaciActivity, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Those of `reasons` that add to the row without changing what a role was given in it."""
    had = {item.role for item in row.assignments}
    accountable = any(item.part is Raci.ACCOUNTABLE for item in row.assignments)
    more = [
        reason
        for reason in reasons
        if (reason.role not in had or _accountable_too(row, reason, missing=not accountable))
        and not (accountable and reason.part is Raci.ACCOUNTABLE)
    ]
    return (*more, *_alone(plan, row, more))


def _accountable_too(row: RaciActivity, reason: Reason, *, missing: bool) -> bool:
    """Whether a role that does the work answers for it too, where nobody else does."""
    had = {item.part for item in row.assignments if item.role == reason.role}
    return missing and reason.part is Raci.ACCOUNTABLE and had == {Raci.RESPONSIBLE}


def _alone(plan: Plan, row: RaciActivity, more: list[Reason]) -> tuple[Reason, ...]:
    """Where nobody does the work, the one accountable does."""
    parts = [(item.role, item.part) for item in row.assignments]
    parts += [(reason.role, reason.part) for reason in more]
    if any(part is Raci.RESPONSIBLE for _, part in parts):
        return ()
    for role, part in parts:
        if part is Raci.ACCOUNTABLE and role in plan.roles:
            return (Reason(role, Raci.RESPONSIBLE, Why.ALONE),)
    return ()


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
