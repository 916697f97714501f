"""Activities nobody or too many answer for."""

from collections.abc import Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import PlanRule, RecordRule
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.roles import Raci, RaciActivity

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
)
RULES = (PlanRule("raci.none", frozenset({Kind.RACI}), _none),)
