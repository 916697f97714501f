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
from app.export.compose.cells import stacked
from app.export.compose.places import presents
from app.export.compose.scribe import Scribe
from app.export.compose.tables.duty_words import due, source, unverified


def cards(scribe: Scribe) -> tuple[Block, ...]:
    """Every duty under a heading of its own."""
    return tuple(
        block for duty in scribe.plan.obligations.values() for block in _card(scribe, duty)
    )


def _card(scribe: Scribe, duty: Obligation) -> Iterator[Block]:
    yield Heading(3, duty.name, f"duty:{duty.id}")
    if unverified(duty):
        caution = Paragraph(plain(scribe.say("duty.caution")))
        yield Callout(scribe.say("duty.memory"), (caution,), Tone.WARN)
    yield Facts(tuple(_facts(scribe, duty)))


def _facts(scribe: Scribe, duty: Obligation) -> Iterator[tuple[str, Inlines]]:
    say, words, plan = scribe.say, scribe.words, scribe.plan
    yield say("duty.recipient"), words(duty.recipient)
    yield say("duty.applies"), words(duty.trigger)
    for step in duty.steps:
        yield step.name, words("; ".join(due(step, scribe).splitlines()))
    yield say("duty.decided-by"), words(names.role(plan, duty.decision_owner))
    yield say("duty.contact"), _lines(_contact(scribe, duty)) or words("")
    message = _message(plan, duty)
    if message:
        yield say("duty.message"), message
    states = _lines(stacked(*duty.content))
    if states:
        yield say("duty.states"), states
    if duty.exceptions.strip():
        yield say("duty.exceptions"), _lines(duty.exceptions)
    yield say("duty.source"), _lines(source(duty, scribe)) or words("")


def _contact(scribe: Scribe, duty: Obligation) -> str:
    party = scribe.plan.parties.get(duty.contact) if duty.contact is not None else None
    if party is None:
        return ""
    return stacked(party.name, names.channels(party.channels, scribe.say), party.availability)


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
