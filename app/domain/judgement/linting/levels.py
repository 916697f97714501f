"""Severity levels that are used but not defined, or defined but never reached."""

from collections.abc import Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import CountRule, Counts, RecordRule
from app.domain.plan.classification import MatrixCell, SeverityLevel
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.trees import CommunicationTree


def _unknown_start(context: Context, tree: CommunicationTree) -> Iterator[Finding]:
    if tree.starts_at is not None and tree.starts_at not in context.plan.severities:
        yield Finding(
            "tree.unknown-severity",
            Weight.WARN,
            Kind.TREE,
            tree.id,
            f"{tree.name} starts at {tree.starts_at!r}, which is no severity of the plan.",
            "Choose one of the plan's severity levels.",
            "escalation",
        )


def _unknown_role(context: Context, level: SeverityLevel) -> Iterator[Finding]:
    for role in dict.fromkeys((level.declared_by, *level.informed)):
        if role is not None and role not in context.plan.roles:
            yield Finding(
                "severity.unknown-role",
                Weight.WARN,
                Kind.SEVERITY,
                level.id,
                f"{level.name} names the role {role!r}, which the plan does not define.",
                "Define the role or take it out.",
                "classification",
                role,
            )


def _leads_to(cell: MatrixCell) -> RecordId:
    return cell.severity


def _never_reached(context: Context, reached: Counts) -> Iterator[Finding]:
    for level in context.plan.severities.values():
        if reached and level.id not in reached:
            yield Finding(
                "severity.not-in-matrix",
                Weight.WARN,
                Kind.SEVERITY,
                level.id,
                f"No cell of the matrix leads to {level.name}, so no incident is ever given it.",
                "Give a cell this severity, or take the level out.",
                "classification",
            )


RECORD_RULES = (
    RecordRule(
        "tree.unknown-severity", Kind.TREE, _unknown_start, looks_up=frozenset({Kind.SEVERITY})
    ),
    RecordRule(
        "severity.unknown-role", Kind.SEVERITY, _unknown_role, looks_up=frozenset({Kind.ROLE})
    ),
)
COUNT_RULES = (
    CountRule(
        "severity.not-in-matrix",
        Kind.CELL,
        _leads_to,
        _never_reached,
        reads=frozenset({Kind.SEVERITY}),
    ),
)
