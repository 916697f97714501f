"""Duties to notify: where they come from, and all notices with their clocks."""

from collections.abc import Iterator

from app.domain.document.tree import Block, Cell, Tone
from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.plan import Plan
from app.export.compose import names
from app.export.compose.cells import cell, marked, optional, stacked, table
from app.export.compose.tables.duty_cards import cards
from app.export.compose.tables.duty_timelines import timelines
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


def notification(plan: Plan) -> tuple[Block, ...]:
    """All notices at a glance, as a line of time and one by one."""
    if not plan.obligations:
        return ()
    heads = (
        ("Duty and recipient", 2.2),
        ("Notice", 1.5),
        ("Due", 2.2),
        ("Decided by", 1.4),
    )
    rows = [row for duty in plan.obligations.values() for row in _notices(plan, duty)]
    glance = table("Notices and deadlines", heads, rows, "table:deadlines")
    return (glance, *timelines(plan), *cards(plan))


def _notices(plan: Plan, duty: Obligation) -> Iterator[tuple[Cell, ...]]:
    """A row a notice; the duty and its owner stand in the first."""
    named = cell(f"{duty.name}\n{duty.recipient}".strip())
    owner = cell(names.role(plan, duty.decision_owner))
    doubt = VERIFY if unverified(duty) else ""
    for at, step in enumerate(duty.steps or (ObligationStep("Notice"),)):
        first = at == 0
        yield (
            named if first else Cell(),
            cell(step.name),
            _toned(duty, stacked(due(step), doubt)) if due(step) else cell(""),
            owner if first else Cell(),
        )


def _toned(duty: Obligation, text: str) -> Cell:
    """What is known of the duty, set apart where it was written down from memory."""
    return cell(text, Tone.WARN) if unverified(duty) else optional(text)
