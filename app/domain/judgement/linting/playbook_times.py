"""Playbooks that act later than the severity they start at allows."""

import re
from collections.abc import Iterator
from typing import Final

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import RecordRule
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration
from app.domain.plan.plan import Kind
from app.domain.plan.playbooks import Playbook, PlaybookStep
from app.domain.plan.span_order import surely_longer
from app.domain.plan.step_ways import in_phases

SECTION = "playbooks"
_ESCALATES: Final = re.compile(
    r"\b(?:escalat\w+|declar\w+ (?:the|an) incident|start\w* the [\w ]*tree)\b", re.IGNORECASE
)


def response_times(level: SeverityLevel) -> tuple[Duration, ...]:
    """The times to the first responder, in and out of working hours, as far as decided."""
    spans = (level.respond_in_hours, level.respond_out_of_hours)
    return tuple(span for span in spans if span is not None)


def escalation_times(level: SeverityLevel) -> tuple[Duration, ...]:
    """The times to the escalation targets, in and out of working hours, as far as decided."""
    spans = (level.escalate_in_hours, level.escalate_out_of_hours)
    return tuple(span for span in spans if span is not None)


def exceeds(span: Duration | None, allowed: tuple[Duration, ...]) -> bool:
    """Whether `span` is longer than every one of `allowed`, of which there is at least one."""
    if span is None or not allowed:
        return False
    return all(surely_longer(span, limit) for limit in allowed)


def allowed_for(context: Context, playbook: Playbook, step: PlaybookStep) -> tuple[Duration, ...]:
    """The times the severity of `playbook` leaves for its `step`; none where it sets no limit."""
    level = _level(context, playbook)
    return _allowed(level, step, steps_of(context, playbook)) if level is not None else ()


def _too_late(context: Context, playbook: Playbook) -> Iterator[Finding]:
    level = _level(context, playbook)
    if level is None:
        return
    steps = steps_of(context, playbook)
    for step in steps:
        allowed = _allowed(level, step, steps) if step.within is not None else ()
        if exceeds(step.within, allowed):
            yield _finding(playbook, step, level, allowed)


def _level(context: Context, playbook: Playbook) -> SeverityLevel | None:
    return context.plan.severities.get(playbook.floor) if playbook.floor is not None else None


def _allowed(
    level: SeverityLevel, step: PlaybookStep, steps: list[PlaybookStep]
) -> tuple[Duration, ...]:
    """The first of `steps` is the response, one that escalates or declares the escalation."""
    if step.id == steps[0].id:
        return response_times(level)
    return escalation_times(level) if _ESCALATES.search(step.action) else ()


def steps_of(context: Context, playbook: Playbook) -> list[PlaybookStep]:
    """The steps of `playbook` in the order they are taken."""
    table = context.plan.steps
    keys = context.linkage.namers(Kind.PLAYBOOK, playbook.id, Kind.STEP)
    return list(in_phases(table[key] for key in sorted(keys, key=table.index)))


def _finding(
    playbook: Playbook, step: PlaybookStep, level: SeverityLevel, allowed: tuple[Duration, ...]
) -> Finding:
    known = " or ".join(str(span) for span in dict.fromkeys(allowed))
    return Finding(
        "time.playbook",
        Weight.WARN,
        Kind.PLAYBOOK,
        playbook.id,
        f"The playbook {playbook.name} leaves {step.within} for “{step.action.rstrip('.')}”, but "
        f"{level.name}, at which it starts, allows only {known}.",
        "Shorten the time of the step, or change the table of severity levels.",
        SECTION,
        step.id,
    )


RECORD_RULES = (
    RecordRule(
        "time.playbook",
        Kind.PLAYBOOK,
        _too_late,
        reads=frozenset({Kind.SEVERITY}),
        named_by=frozenset({Kind.STEP}),
        decides={Kind.SEVERITY: lambda level: (response_times(level), escalation_times(level))},
    ),
)
