"""Duties to notify: where they come from, and when their notices are due."""

from dataclasses import replace

from app.domain.document.inline import plain
from app.domain.document.tree import Block, Cell, Inlines, Tone
from app.domain.plan.obligations import Obligation, ObligationStep
from app.export.compose import names
from app.export.compose.cells import optional
from app.export.compose.labelled import labelled
from app.export.compose.scribe import Scribe
from app.export.compose.tables.duty_words import due, source, unverified


def register(scribe: Scribe) -> tuple[Block, ...]:
    """Which duties exist and where they come from."""
    if not scribe.plan.obligations:
        return ()
    heads = {"register.duty": 2.4, "register.applies": 3.2, "register.source": 2.4}
    rows = (
        (scribe.marked(duty, duty.name), duty.trigger, _toned(duty, source(duty, scribe)))
        for duty in scribe.plan.obligations.values()
    )
    return (scribe.table(scribe.say("register.caption"), heads, rows, "table:register"),)


def deadlines(scribe: Scribe) -> tuple[Block, ...]:
    """All notices at a glance."""
    if not scribe.plan.obligations:
        return ()
    heads = {"deadlines.duty": 2.6, "deadlines.notices": 4.2, "deadlines.decided-by": 1.2}
    rows = (
        (
            f"{duty.name}\n{duty.recipient}".strip(),
            _notices(duty, scribe),
            names.role(scribe.plan, duty.decision_owner),
        )
        for duty in scribe.plan.obligations.values()
    )
    return (scribe.table(scribe.say("deadlines.caption"), heads, rows, "table:deadlines"),)


def _notices(duty: Obligation, scribe: Scribe) -> Cell:
    """A line a notice, set apart where its time was written down from memory."""
    steps = duty.steps or (ObligationStep(scribe.say("deadlines.notice")),)
    lines = tuple(_notice(step, scribe) for step in steps)
    if not unverified(duty):
        return Cell(lines)
    return Cell((*lines, plain(scribe.say("due.verify"))), Tone.WARN)


def _notice(step: ObligationStep, scribe: Scribe) -> Inlines:
    lead = scribe.say("list.label", label=step.name)
    return labelled(lead, scribe.words("; ".join(due(step, scribe).splitlines())))


def _toned(duty: Obligation, text: str) -> Cell:
    """What is known of the duty, set apart where it was written down from memory."""
    said = optional(text)
    return replace(said, tone=Tone.WARN) if unverified(duty) else said
