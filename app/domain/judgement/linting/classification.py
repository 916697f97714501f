"""Severity levels without times, and matrices with holes, steps backwards or surprises."""

from collections.abc import Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import PlanRule, RecordRule
from app.domain.plan.classification import SampleIncident, SeverityLevel, cell_id
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.severity_order import Filled, breaches

SECTION = "classification"
FEWEST_LEVELS = 3
"""A scheme with fewer levels cannot tell a nuisance from a disaster."""


def _no_response_time(context: Context, level: SeverityLevel) -> Iterator[Finding]:
    missing = []
    if level.respond_in_hours is None:
        missing.append("in")
    if level.respond_out_of_hours is None:
        missing.append("out of")
    if missing:
        yield _level(
            "severity.no-response-time",
            level,
            f"{level.name}: the response time {' and '.join(missing)} working hours "
            "is not decided.",
            "State how soon somebody shall act.",
        )


def _no_escalation_time(context: Context, level: SeverityLevel) -> Iterator[Finding]:
    if level.escalate_in_hours is None and level.escalate_out_of_hours is None:
        yield _level(
            "severity.no-escalation-time",
            level,
            f"{level.name}: the time until it is escalated is not decided.",
            "State how soon the next level shall know.",
        )


def _no_meaning(context: Context, level: SeverityLevel) -> Iterator[Finding]:
    if not level.meaning.strip():
        yield _level(
            "severity.no-meaning", level, f"{level.name} is not defined.", "Say when it applies."
        )


def _sample_elsewhere(context: Context, sample: SampleIncident) -> Iterator[Finding]:
    cell = context.plan.matrix.get(cell_id(sample.impact, sample.urgency))
    if cell is not None and cell.severity != sample.expected:
        yield Finding(
            "sample.elsewhere",
            Weight.WARN,
            Kind.SAMPLE,
            sample.id,
            f"“{sample.description}” is expected at {_called(context.plan, sample.expected)} "
            f"but lands on {_called(context.plan, cell.severity)}.",
            "Change the matrix or what you expect of it.",
            SECTION,
        )


def _few_levels(context: Context) -> Iterator[Finding]:
    count = len(context.plan.severities)
    if count < FEWEST_LEVELS:
        yield _plan_wide(
            "severity.few-levels",
            Weight.BLOCKS,
            f"The plan defines {count or 'no'} severity level{'' if count == 1 else 's'}.",
            f"Define at least {FEWEST_LEVELS}.",
        )


def _matrix_holes(context: Context) -> Iterator[Finding]:
    plan = context.plan
    if not plan.impacts or not plan.urgencies:
        yield _plan_wide(
            "matrix.none",
            Weight.WARN,
            "There is no impact and urgency matrix, so severity is a matter of opinion.",
            "Define impact and urgency and the severity that follows from each pair.",
        )
        return
    for impact in plan.impacts.values():
        for urgency in plan.urgencies.values():
            cell = plan.matrix.get(cell_id(impact.id, urgency.id))
            if cell is None or cell.severity not in plan.severities:
                yield _cell(
                    "matrix.empty-cell",
                    cell_id(impact.id, urgency.id),
                    f"The matrix says nothing for {impact.name} impact and {urgency.name} urgency.",
                    "Give the cell a severity.",
                )


def _not_monotone(context: Context) -> Iterator[Finding]:
    for breach in breaches(context.plan):
        cell, less = breach.cell, breach.less
        yield _cell(
            "matrix.not-monotone",
            cell_id(cell.impact.id, cell.urgency.id),
            f"The matrix gives {_pair(cell)} {cell.severity.name}, milder than the "
            f"{less.severity.name} of {_pair(less)}, which is less bad.",
            "Let severity never fall as impact or urgency rises.",
        )


def _pair(cell: Filled) -> str:
    return f"{cell.impact.name} impact and {cell.urgency.name} urgency"


def _called(plan: Plan, severity: RecordId) -> str:
    level = plan.severities.get(severity)
    return level.name if level is not None else repr(severity)


def _level(code: str, level: SeverityLevel, reason: str, fix: str) -> Finding:
    return Finding(code, Weight.WARN, Kind.SEVERITY, level.id, reason, fix, SECTION)


def _cell(code: str, cell: RecordId, reason: str, fix: str) -> Finding:
    return Finding(code, Weight.WARN, Kind.CELL, cell, reason, fix, SECTION)


def _plan_wide(code: str, weight: Weight, reason: str, fix: str) -> Finding:
    return Finding(code, weight, Kind.SECTION, RecordId(SECTION), reason, fix, SECTION)


_MATRIX = frozenset({Kind.IMPACT, Kind.URGENCY, Kind.CELL, Kind.SEVERITY})

RECORD_RULES = (
    RecordRule("severity.no-response-time", Kind.SEVERITY, _no_response_time),
    RecordRule("severity.no-escalation-time", Kind.SEVERITY, _no_escalation_time),
    RecordRule("severity.no-meaning", Kind.SEVERITY, _no_meaning),
    RecordRule(
        "sample.elsewhere",
        Kind.SAMPLE,
        _sample_elsewhere,
        frozenset({Kind.CELL, Kind.SEVERITY}),
        decides={Kind.SEVERITY: lambda _: None},
    ),
)
RULES = (
    PlanRule("severity.few-levels", frozenset({Kind.SEVERITY}), _few_levels),
    PlanRule("matrix.holes", _MATRIX, _matrix_holes),
    PlanRule("matrix.not-monotone", _MATRIX, _not_monotone),
)
