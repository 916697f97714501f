"""What severity levels and duties to notify ask of a playbook, in a sentence each."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.domain.plan.durations import Duration
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Playbook
from ui.bridge.words import counted


def floor_words(plan: Plan, playbook: Playbook) -> str:
    """How soon the severity at which the playbook starts wants it to act."""
    if playbook.floor is None:
        return _tr("Starts at any severity.")
    level = plan.severities.get(playbook.floor)
    if level is None:
        return _tr("Starts at a severity that the plan no longer has.")
    times = (
        (_tr("respond within {0}"), (level.respond_in_hours, level.respond_out_of_hours)),
        (_tr("escalate within {0}"), (level.escalate_in_hours, level.escalate_out_of_hours)),
    )
    told = [words.format(said) for words, spans in times if (said := _both(*spans))]
    asked = f": {', '.join(told)}" if told else ""
    return _tr("Starts at {0}{1}.").format(level.name, asked)


def duty_words(plan: Plan) -> str:
    """How many duties to notify an incident can touch, and how soon the first is due."""
    due = sorted(_due(plan), key=lambda one: one[0].minutes)
    if not plan.obligations:
        return _tr("The plan has no duties to notify.")
    count = len(plan.obligations)
    many = counted(count, _tr("1 duty to notify"), _tr("{n} duties to notify"))
    if not due:
        return f"{many}."
    span, name = due[0]
    if not span.amount:
        return _tr("{0}; the first is due at once: {1}.").format(many, name)
    return _tr("{0}; the first is due within {1}: {2}.").format(many, span, name)


def _due(plan: Plan) -> Iterator[tuple[Duration, str]]:
    for duty in plan.obligations.values():
        for step in duty.steps:
            if step.within is not None:
                yield step.within, duty.name


def _both(in_hours: Duration | None, out_of_hours: Duration | None) -> str:
    if out_of_hours is None or in_hours == out_of_hours:
        return "" if in_hours is None else str(in_hours)
    if in_hours is None:
        return _tr("{0} out of hours").format(out_of_hours)
    return _tr("{0} ({1} out of hours)").format(in_hours, out_of_hours)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Playbook", text)
