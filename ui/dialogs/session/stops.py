"""The way through a review session: who is here, each item, the calls, decisions, the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from app.domain.plan.sessions import Choice, Outcome, ReviewSession
from ui.models.session_words import topic_text


class StopKind(Enum):
    """What is done at a stop."""

    ATTENDANCE = "attendance"
    ITEM = "item"
    CONTACTS = "contacts"
    DECISIONS = "decisions"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Stop:
    """One place on the way; `key` is that of an item of the agenda."""

    kind: StopKind
    key: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Stops that belong together: its words, how many are done of how many, the first stop.

    `of` 0 is a chapter in which there is nothing to count.
    """

    key: str
    text: str
    done: int
    of: int
    stops: tuple[Stop, ...]


def stops_of(session: ReviewSession) -> tuple[Stop, ...]:
    """All stops, in the order they are walked through."""
    return tuple(stop for chapter in chapters_of(session) for stop in chapter.stops)


def chapters_of(session: ReviewSession) -> tuple[Chapter, ...]:
    """The stops by what they are about; there is no round of calls where nobody is to be called."""
    return tuple(_chapters(session))


def first_open(session: ReviewSession) -> Stop:
    """Where to go on: who is here while nobody is, then what is not decided yet, then the end."""
    if not any(person.present for person in session.attendance):
        return Stop(StopKind.ATTENDANCE)
    undecided = next((item for item in session.agenda if item.choice is Choice.OPEN), None)
    if undecided is not None:
        return Stop(StopKind.ITEM, undecided.key)
    if any(call.outcome is Outcome.OPEN for call in session.contacts):
        return Stop(StopKind.CONTACTS)
    return Stop(StopKind.CLOSING)


def _chapters(session: ReviewSession) -> Iterator[Chapter]:
    present = sum(person.present for person in session.attendance)
    here = (Stop(StopKind.ATTENDANCE),)
    yield Chapter("attendance", _tr("Who is here"), present, len(session.attendance), here)
    yield from _topics(session)
    if session.contacts:
        called = sum(call.outcome is not Outcome.OPEN for call in session.contacts)
        calls = (Stop(StopKind.CONTACTS),)
        yield Chapter("contacts", _tr("Round of calls"), called, len(session.contacts), calls)
    yield Chapter("decisions", _tr("Other decisions"), 0, 0, (Stop(StopKind.DECISIONS),))
    yield Chapter("closing", _tr("Close the session"), 0, 0, (Stop(StopKind.CLOSING),))


def _topics(session: ReviewSession) -> Iterator[Chapter]:
    """In the order in which the agenda first has each."""
    for topic in dict.fromkeys(item.topic for item in session.agenda):
        items = [item for item in session.agenda if item.topic is topic]
        decided = sum(item.choice is not Choice.OPEN for item in items)
        stops = tuple(Stop(StopKind.ITEM, item.key) for item in items)
        yield Chapter(topic.value, topic_text(topic), decided, len(items), stops)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Session", text)
