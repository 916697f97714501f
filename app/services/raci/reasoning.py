"""Which part each role takes in what steps are about, and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.roles import Raci, RoleTier
from app.services.raci.grouping import Topic

SHARE: Final = 4
"""A role is responsible that does a quarter of what the busiest one does; others are consulted."""


class Why(Enum):
    """What a part is taken from."""

    DECIDES = "decides"
    LEADS = "leads"
    BUSIEST = "busiest"
    ACTS = "acts"
    ALONE = "alone"
    HELPS = "helps"
    DECIDES_TOO = "decides-too"
    ADDRESSED = "addressed"
    INFORMED = "informed"


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of one role; `count` is out of `of` steps, decisions, messages or playbooks."""

    role: RecordId
    part: Raci
    why: Why
    count: int = 0
    of: int = 0


def wanted(plan: Plan, topic: Topic) -> tuple[Reason, ...]:
    """The parts in what `topic` is about: exactly one A, an R, and no role in C or I besides.

    Empty while neither a step names a role of the plan nor anybody leads.
    """
    accountable = _accountable(plan, topic)
    if accountable is None:
        return ()
    acting = (accountable, *_responsible(plan, topic, accountable))
    told = [*_consulted(plan, topic), *_informed(plan, topic)]
    first = {reason.role: reason for reason in reversed(told)}
    busy = {reason.role for reason in acting}
    order = [role for role in dict.fromkeys(reason.role for reason in told) if role not in busy]
    return (*acting, *(first[role] for role in order))


def lead_of(plan: Plan) -> RecordId | None:
    """Who leads: the role that declares most levels, else the first one that manages incidents."""
    declaring = Counter(
        level.declared_by
        for level in plan.severities.values()
        if level.declared_by is not None and level.declared_by in plan.roles
    )
    if declaring:
        return _most(plan, declaring)
    leading = (role.id for role in plan.roles.values() if role.tier is RoleTier.INCIDENT)
    return next(leading, None)


def _accountable(plan: Plan, topic: Topic) -> Reason | None:
    deciding, acting, lead = _deciding(plan, topic), _acting(plan, topic), lead_of(plan)
    if deciding:
        role = _most(plan, deciding)
        return _reason(role, Raci.ACCOUNTABLE, Why.DECIDES, deciding)
    if lead is not None:
        return Reason(lead, Raci.ACCOUNTABLE, Why.LEADS)
    if acting:
        return _reason(_most(plan, acting), Raci.ACCOUNTABLE, Why.BUSIEST, acting)
    return None


def _responsible(plan: Plan, topic: Topic, accountable: Reason) -> Iterator[Reason]:
    acting = _acting(plan, topic)
    if not acting:
        yield Reason(accountable.role, Raci.RESPONSIBLE, Why.ALONE)
    for role in plan.roles:
        if acting[role] and _does_much(acting, role):
            yield _reason(role, Raci.RESPONSIBLE, Why.ACTS, acting)


def _consulted(plan: Plan, topic: Topic) -> Iterator[Reason]:
    deciding, acting = _deciding(plan, topic), _acting(plan, topic)
    for role in plan.roles:
        if deciding[role]:
            yield _reason(role, Raci.CONSULTED, Why.DECIDES_TOO, deciding)
        elif acting[role]:
            yield _reason(role, Raci.CONSULTED, Why.HELPS, acting)


def _informed(plan: Plan, topic: Topic) -> Iterator[Reason]:
    """Whom prepared messages of the steps name, and whom half of the playbooks' levels inform."""
    used = dict.fromkeys(step.message for step in topic.steps if step.message in plan.messages)
    audiences = [plan.messages[key].audience.casefold() for key in used if key is not None]
    floors = [plan.playbooks[key].floor for key in topic.playbooks]
    levels = [plan.severities[key] for key in floors if key is not None and key in plan.severities]
    for role in plan.roles.values():
        name = role.name.strip().casefold()
        addressed = sum(name in audience for audience in audiences) if name else 0
        informed = sum(role.id in level.informed for level in levels)
        if addressed:
            yield Reason(role.id, Raci.INFORMED, Why.ADDRESSED, addressed, len(audiences))
        elif informed and 2 * informed >= len(floors):
            yield Reason(role.id, Raci.INFORMED, Why.INFORMED, informed, len(floors))


def _acting(plan: Plan, topic: Topic) -> Counter[RecordId]:
    return Counter(
        step.role for step in topic.steps if step.role is not None and step.role in plan.roles
    )


def _deciding(plan: Plan, topic: Topic) -> Counter[RecordId]:
    return Counter(
        step.decided_by
        for step in topic.steps
        if step.decision.strip() and step.decided_by is not None and step.decided_by in plan.roles
    )


def _does_much(acting: Counter[RecordId], role: RecordId) -> bool:
    return SHARE * acting[role] >= max(acting.values())


def _most(plan: Plan, counts: Counter[RecordId]) -> RecordId:
    """The one counted most; of several the one the plan lists first."""
    return max(plan.roles, key=lambda key: counts[key])


def _reason(role: RecordId, part: Raci, why: Why, counts: Counter[RecordId]) -> Reason:
    return Reason(role, part, why, counts[role], counts.total())
