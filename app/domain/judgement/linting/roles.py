"""Roles nobody fills, nobody deputises for, or too many of which one person fills."""

from collections.abc import Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import PlanRule, RecordRule
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Person
from app.domain.plan.plan import Kind
from app.domain.plan.roles import Role

MOST_ROLES = 3
"""How many roles one person can hold before an incident overwhelms them."""

SECTION = "roles"


def _no_holder(context: Context, role: Role) -> Iterator[Finding]:
    if role.holder is None:
        yield _about(
            "role.no-holder", role, f"Nobody holds the role {role.name}.", "Name somebody."
        )
    elif role.holder not in context.plan.people:
        yield _about(
            "role.no-holder",
            role,
            f"The role {role.name} is held by {role.holder!r}, whom the plan does not name.",
            "Add the person or name another.",
        )


def _no_deputy(context: Context, role: Role) -> Iterator[Finding]:
    deputies = [key for key in role.deputies if key in context.plan.people and key != role.holder]
    if not deputies:
        yield _about(
            "role.no-deputy",
            role,
            f"Nobody deputises for the role {role.name}.",
            "Name at least one deputy who is not the holder.",
        )


def _no_authority(context: Context, role: Role) -> Iterator[Finding]:
    if role.authority and not role.granted_by.strip():
        yield _about(
            "role.no-grant",
            role,
            f"It is not stated who gave the role {role.name} its authority.",
            "Name who granted it.",
            Weight.HINT,
        )


def _no_duties(context: Context, role: Role) -> Iterator[Finding]:
    if not role.duties:
        yield _about(
            "role.no-duties",
            role,
            f"The role {role.name} has no duties.",
            "State what it shall do.",
        )


def _none(context: Context) -> Iterator[Finding]:
    if not context.plan.roles:
        yield Finding(
            "role.none",
            Weight.BLOCKS,
            Kind.SECTION,
            RecordId(SECTION),
            "The plan defines no roles.",
            "Define who leads, decides, analyses, communicates and advises.",
            SECTION,
        )


def _overloaded(context: Context, person: Person) -> Iterator[Finding]:
    named_by = context.linkage.namers(Kind.PERSON, person.id, Kind.ROLE)
    count = sum(context.plan.roles[key].holder == person.id for key in named_by)
    if count > MOST_ROLES:
        yield Finding(
            "role.overloaded",
            Weight.WARN,
            Kind.PERSON,
            person.id,
            f"{person.name} holds {count} roles, which one person cannot fill at once.",
            "Give some of them to others.",
            SECTION,
        )


def _about(code: str, role: Role, reason: str, fix: str, weight: Weight = Weight.WARN) -> Finding:
    return Finding(code, weight, Kind.ROLE, role.id, reason, fix, SECTION)


_PEOPLE = frozenset({Kind.PERSON})
_ROLES = frozenset({Kind.ROLE})

RECORD_RULES = (
    RecordRule("role.no-holder", Kind.ROLE, _no_holder, looks_up=_PEOPLE),
    RecordRule("role.no-deputy", Kind.ROLE, _no_deputy, looks_up=_PEOPLE),
    RecordRule("role.no-grant", Kind.ROLE, _no_authority),
    RecordRule("role.no-duties", Kind.ROLE, _no_duties),
    RecordRule("role.overloaded", Kind.PERSON, _overloaded, named_by=_ROLES),
)
RULES = (PlanRule("role.none", _ROLES, _none),)
