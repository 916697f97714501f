"""Duties to notify: where they come from, and when their notices are due."""

from app.domain.document.inline import Mark, Text, plain
from app.domain.document.tree import Block, Cell, Inlines, Tone
from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.plan import Plan
from app.export.compose import names
from app.export.compose.cells import cell, marked, optional, table, words
from app.export.compose.tables.duty_words import VERIFY, due, source, unverified


def register(plan: Plan) -> tuple[Block, ...]:
    """Which duties exist and where they come from."""
    if not plan.obligations:
        return ()
    heads = (("Duty", 2.4), ("Applies when", 3.2), ("Source", 2.4))
    rows = (
        (marked(duty, duty.name), cell(duty.trigger), _toned(duty, source(duty)))
        for duty in plan.obligations.values()
    )
    return (table("Duties to notify and their sources", heads, rows, "table:register"),)


def deadlines(plan: Plan) -> tuple[Block, ...]:
    """All notices at a glance."""
    if not plan.obligations:
        return ()
    heads = (
        ("Duty and recipient", 2.6),
        ("Notices, and when they are due", 4.2),
        ("Decided by", 1.2),
    )
    rows = (
        (
            cell(f"{duty.name}\n{duty.recipient}".strip()),
            _notices(duty),
            cell(names.role(plan, duty.decision_owner)),
        )
        for duty in plan.obligations.values()
    )
    return (table("Notices and deadlines", heads, rows, "table:deadlines"),)


def _notices(duty: Obligation) -> Cell:
    """A line a notice, set apart where its time was written down from memory."""
    lines = tuple(map(_notice, duty.steps or (ObligationStep("Notice"),)))
    if not unverified(duty):
        return Cell(lines)
    return Cell((*lines, plain(VERIFY)), Tone.WARN)


def _notice(step: ObligationStep) -> Inlines:
    when = "; ".join(due(step).splitlines())
    return (Text(f"{step.name}: ", frozenset({Mark.BOLD})), *words(when))


def _toned(duty: Obligation, text: str) -> Cell:
    """What is known of the duty, set apart where it was written down from memory."""
    return cell(text, Tone.WARN) if unverified(duty) else optional(text)
