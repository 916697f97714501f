"""Who carries how much: the roles each person holds and deputises for."""

from dataclasses import dataclass

from app.domain.judgement.linting.roles import MOST_ROLES
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.roles import RoleTier


@dataclass(frozen=True, slots=True)
class Load:
    """The roles one person holds and those they deputise for, in the order of the plan.

    `tiers` are the levels of the roles held, the highest first.
    """

    person: RecordId
    holds: tuple[RecordId, ...] = ()
    deputises: tuple[RecordId, ...] = ()
    tiers: tuple[RoleTier, ...] = ()

    @property
    def total(self) -> int:
        """How many roles may fall to the person in an incident."""
        return len(self.holds) + len(self.deputises)

    @property
    def too_many(self) -> bool:
        """Whether the person holds more roles than one can fill, as the linter counts."""
        return len(self.holds) > MOST_ROLES

    @property
    def between_tiers(self) -> bool:
        """Whether the person would have to act on two levels at once."""
        return len(self.tiers) > 1


def loads(plan: Plan) -> dict[RecordId, Load]:
    """What each person named by a role carries, the most first; equal ones as the plan lists them.

    Roles that name a person the plan does not have count for nobody.
    """
    holds: dict[RecordId, list[RecordId]] = {}
    deputises: dict[RecordId, list[RecordId]] = {}
    for role in plan.roles.values():
        if role.holder is not None and role.holder in plan.people:
            holds.setdefault(role.holder, []).append(role.id)
        for deputy in dict.fromkeys(role.deputies):
            if deputy in plan.people and deputy != role.holder:
                deputises.setdefault(deputy, []).append(role.id)
    found = [
        _load(plan, key, tuple(holds.get(key, ())), tuple(deputises.get(key, ())))
        for key in plan.people
        if key in holds or key in deputises
    ]
    found.sort(key=lambda load: (len(load.holds), load.total), reverse=True)
    return {load.person: load for load in found}


def _load(
    plan: Plan, person: RecordId, holds: tuple[RecordId, ...], deputises: tuple[RecordId, ...]
) -> Load:
    acted_on = {plan.roles[role].tier for role in holds}
    tiers = tuple(tier for tier in RoleTier if tier in acted_on)
    return Load(person, holds, deputises, tiers)
