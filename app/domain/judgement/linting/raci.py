"""Activities nobody or too many answer for, and roles that act but are only told of it."""

from collections.abc import Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import PlanRule, RecordRule
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.roles import Raci, RaciActivity, Role

SECTION = "roles"


def _one_accountable(context: Context, row: RaciActivity) -> Iterator[Finding]:
    count = sum(item.part is Raci.ACCOUNTABLE for item in row.assignments)
    if count != 1:
        who = f"{count} roles are" if count else "No role is"
        yield _about(
            "raci.accountable",
            row,
            f"{who} accountable for “{row.activity}”; it must be exactly one.",
            "Make exactly one role accountable.",
        )


def _somebody_acts(context: Context, row: RaciActivity) -> Iterator[Finding]:
    if not any(item.part in {Raci.RESPONSIBLE, Raci.ACCOUNTABLE} for item in row.assignments):
        yield _about(
            "raci.nobody-acts",
            row,
            f"Nobody is responsible for “{row.activity}”.",
            "Make at least one role responsible.",
        )


def _unknown_role(context: Context, row: RaciActivity) -> Iterator[Finding]:
    for role in dict.fromkeys(item.role for item in row.assignments):
        if role not in context.plan.roles:
            yield _about(
                "raci.unknown-role",
                row,
                f"“{row.activity}” names the role {role!r}, which the plan does not define.",
                "Define the role or take it out.",
                role,
            )


def _only_informed(context: Context, role: Role) -> Iterator[Finding]:
    plan, linkage = context.plan, context.linkage
    rows = (plan.raci[key] for key in linkage.namers(Kind.ROLE, role.id, Kind.RACI))
    parts = {item.part for row in rows for item in row.assignments if item.role == role.id}
    steps = linkage.namers(Kind.ROLE, role.id, Kind.STEP)
    count = sum(plan.steps[key].role == role.id for key in steps)
    if count and parts == {Raci.INFORMED}:
        does = "a step" if count == 1 else f"{count} steps"
        yield Finding(
            "raci.only-informed",
            Weight.WARN,
            Kind.ROLE,
            role.id,
            f"{role.name} does {does} of the playbooks, but is only informed in the RACI table.",
            "Make the role responsible where it acts, or let another do its steps.",
            SECTION,
        )


def _none(context: Context) -> Iterator[Finding]:
    if not context.plan.raci:
        yield Finding(
            "raci.none",
            Weight.WARN,
            Kind.SECTION,
            RecordId(SECTION),
            "There is no RACI table: who is responsible and who accountable is not stated.",
            "List the activities and give each exactly one accountable role.",
            SECTION,
        )


def _about(code: str, row: RaciActivity, reason: str, fix: str, field: str = "") -> Finding:
    return Finding(code, Weight.WARN, Kind.RACI, row.id, reason, fix, SECTION, field)


RECORD_RULES = (
    RecordRule("raci.accountable", Kind.RACI, _one_accountable),
    RecordRule("raci.nobody-acts", Kind.RACI, _somebody_acts),
    RecordRule("raci.unknown-role", Kind.RACI, _unknown_role, looks_up=frozenset({Kind.ROLE})),
    RecordRule(
        "raci.only-informed",
        Kind.ROLE,
        _only_informed,
        named_by=frozenset({Kind.RACI, Kind.STEP}),
    ),
)
RULES = (PlanRule("raci.none", frozenset({Kind.RACI}), _none),)
