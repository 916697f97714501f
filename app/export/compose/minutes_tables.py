"""The tables of minutes: who was there, what was decided, who was called, who does what."""

from collections.abc import Iterator
from itertools import groupby

from app.domain.document.inline import plain
from app.domain.document.tree import Block, Cell, Heading, Paragraph, Tone
from app.domain.plan.sessions import AgendaItem, Choice, ContactCheck, Outcome, ReviewSession
from app.export.compose.cells import optional, stacked
from app.export.compose.scribe import Scribe


def attendance(session: ReviewSession, scribe: Scribe) -> Iterator[Block]:
    """Everybody invited, and whether they came."""
    say = scribe.say
    yield Heading(1, say("minutes.attendance"), "attendance")
    if not session.attendance:
        yield Paragraph(plain(say("minutes.nobody")))
        return
    heads = {"minutes.name": 2.4, "minutes.role": 2.6, "minutes.present": 1.0}
    rows = (
        (
            one.name,
            optional(one.role),
            say("minutes.was-present" if one.present else "minutes.was-absent"),
        )
        for one in session.attendance
    )
    yield scribe.table(say("minutes.attendance-caption"), heads, rows, "table:attendance")


def agenda(session: ReviewSession, scribe: Scribe) -> Iterator[Block]:
    """A table for each topic, in the order in which they were walked through."""
    say = scribe.say
    yield Heading(1, say("minutes.agenda"), "agenda")
    if not session.agenda:
        yield Paragraph(plain(say("minutes.no-agenda")))
        return
    heads = {
        "minutes.item": 2.2,
        "minutes.why": 2.4,
        "minutes.decision": 1.1,
        "minutes.note": 2.2,
    }
    for topic, items in groupby(session.agenda, lambda item: item.topic):
        rows = (
            (
                item.title,
                optional(item.why),
                _chosen(item, scribe),
                optional(_noted(item, scribe)),
            )
            for item in items
        )
        caption = say(f"minutes-topic.{topic.value}")
        yield scribe.table(caption, heads, rows, f"table:agenda:{topic.value}")


def contacts(session: ReviewSession, scribe: Scribe) -> Iterator[Block]:
    """The calls of the session; nothing when there was nobody to call."""
    if not session.contacts:
        return
    say = scribe.say
    heads = {
        "minutes.person": 1.8,
        "minutes.outcome": 1.2,
        "minutes.called": 1.6,
        "minutes.before": 1.6,
        "minutes.note": 1.8,
    }
    rows = (
        (
            one.name,
            Cell((plain(say(f"minutes-outcome.{one.outcome.value}")),), _weight(one)),
            optional(scribe.day(one.on)),
            optional(_before(one, scribe)),
            optional(one.note),
        )
        for one in session.contacts
    )
    yield Heading(1, say("minutes.contacts"), "contacts")
    yield scribe.table(say("minutes.contacts-caption"), heads, rows, "table:contacts")


def actions(session: ReviewSession, scribe: Scribe) -> Iterator[Block]:
    """Who does what by when; it says so when nobody does anything."""
    say = scribe.say
    yield Heading(1, say("minutes.actions"), "actions")
    acted = [item for item in session.agenda if item.choice is Choice.ACTION]
    if not acted:
        yield Paragraph(plain(say("minutes.no-actions")))
        return
    heads = {
        "minutes.action": 2.8,
        "minutes.about": 2.4,
        "minutes.owner": 1.4,
        "minutes.due": 1.6,
    }
    rows = ((item.note, item.title, item.owner, scribe.day(item.due)) for item in acted)
    yield scribe.table(say("minutes.actions-caption"), heads, rows, "table:actions")


def _chosen(item: AgendaItem, scribe: Scribe) -> Cell:
    said = plain(scribe.say(f"minutes-choice.{item.choice.value}"))
    return Cell((said,), Tone.WARN if item.choice is Choice.OPEN else Tone.NEUTRAL, strong=True)


def _noted(item: AgendaItem, scribe: Scribe) -> str:
    return stacked(
        item.note,
        scribe.labelled("minutes.owner", item.owner),
        scribe.labelled("minutes.due", scribe.day(item.due)),
    )


def _weight(check: ContactCheck) -> Tone:
    return Tone.WARN if check.outcome in (Outcome.OPEN, Outcome.NOT_REACHED) else Tone.NEUTRAL


def _before(check: ContactCheck, scribe: Scribe) -> str:
    if check.on is None:
        return ""
    return scribe.day(check.last_on) or scribe.say("verified.never")
