"""Each duty to notify on a card: whom, when, who decides, what to say and where it comes from."""

from collections.abc import Iterator

from app.domain.document.inline import LineBreak, plain
from app.domain.document.tree import (
    Block,
    Callout,
    CrossReference,
    Facts,
    Heading,
    Inline,
    Inlines,
    Paragraph,
    Tone,
)
from app.domain.plan.obligations import Obligation
from app.domain.plan.plan import Plan
from app.export.compose import names
from app.export.compose.cells import stacked, words
from app.export.compose.labelled import points
from app.export.compose.places import presents
from app.export.compose.tables.duty_words import CAUTION, due, source, unverified

CHECKLIST = "The notice states"


def cards(plan: Plan) -> tuple[Block, ...]:
    """Every duty under a heading of its own."""
    return tuple(block for duty in plan.obligations.values() for block in _card(plan, duty))


def _card(plan: Plan, duty: Obligation) -> Iterator[Block]:
    yield Heading(3, duty.name, f"duty:{duty.id}")
    if unverified(duty):
        yield Callout("From memory", (Paragraph(plain(CAUTION)),), Tone.WARN)
    yield Facts(tuple(_facts(plan, duty)))
    yield from points(CHECKLIST, duty.content)


def _facts(plan: Plan, duty: Obligation) -> Iterator[tuple[str, Inlines]]:
    yield "Recipient", words(duty.recipient)
    yield "Applies when", words(duty.trigger)
    for step in duty.steps:
        yield step.name, _lines(due(step)) or words("")
    yield "Decided by", words(names.role(plan, duty.decision_owner))
    yield "Contact", _lines(_contact(plan, duty)) or words("")
    message = _message(plan, duty)
    if message:
        yield "Prepared message", message
    if duty.exceptions.strip():
        yield "Exceptions", _lines(duty.exceptions)
    yield "Source", _lines(source(duty)) or words("")


def _contact(plan: Plan, duty: Obligation) -> str:
    party = plan.parties.get(duty.contact) if duty.contact is not None else None
    if party is None:
        return ""
    return stacked(party.name, names.channels(party.channels), party.availability)


def _message(plan: Plan, duty: Obligation) -> Inlines:
    message = plan.messages.get(duty.message) if duty.message is not None else None
    if message is None:
        return ()
    if presents(plan, "forms_templates"):
        return (CrossReference(f"message:{message.id}", message.name),)
    return plain(message.name)


def _lines(text: str) -> Inlines:
    """The lines of `text` that say something, under each other."""
    made: list[Inline] = []
    for line in text.splitlines():
        if line.strip():
            made += [*([LineBreak()] if made else []), *plain(line)]
    return tuple(made)
