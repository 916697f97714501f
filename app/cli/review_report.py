"""Review sessions and agendas, for people and for programs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from app.cli.output import printable
from app.domain.plan.codec import record_data
from app.domain.plan.sessions import AgendaItem, Choice, ReviewSession, Topic
from app.services.reviewing.closing import undecided
from app.services.reviewing.preparing import Prepared
from app.services.reviewing.triggering import Trigger

FORMAT: Final = "irplan-review/1"

TOPICS: Final = {
    Topic.OVERDUE: "OVERDUE",
    Topic.CHANGE: "CHANGES SINCE THE LAST VERSION",
    Topic.DRIFT: "DRIFT",
    Topic.ACTION: "OPEN ACTIONS",
    Topic.LESSON: "OPEN LESSONS",
    Topic.FINDING: "FINDINGS OF THE CHECKS",
    Topic.CONTACT: "ROUND OF CALLS",
    Topic.SECTION: "SECTIONS, THE LONGEST UNTOUCHED FIRST",
}


def agenda_lines(prepared: Prepared, reasons: Sequence[Trigger] = ()) -> Iterator[str]:
    """Why to hold a session now, then the items under their topics."""
    yield from (f"{reason.occasion.value}: {printable(reason.why)}" for reason in reasons)
    if reasons:
        yield ""
    count = len(prepared.agenda)
    items = "1 item" if count == 1 else f"{count} items"
    compared = f", compared with version {prepared.baseline}" if prepared.baseline else ""
    yield printable(f"{items}{compared}")
    for topic, own in groupby(prepared.agenda, lambda item: item.topic):
        yield ""
        yield TOPICS[topic]
        for item in own:
            yield f"  {printable(item.title)}"
            if item.why.strip():
                yield f"      {printable(item.why)}"


def agenda_report(prepared: Prepared, reasons: Sequence[Trigger] = ()) -> dict[str, object]:
    """The same for programs."""
    return {
        "format": FORMAT,
        "baseline": prepared.baseline,
        "occasions": [{"occasion": one.occasion.value, "why": one.why} for one in reasons],
        "agenda": [_item(item) for item in prepared.agenda],
        "contacts": [{"person": one.person, "name": one.name} for one in prepared.contacts],
    }


def session_row(session: ReviewSession) -> tuple[str, ...]:
    """A line of the list of sessions."""
    verdict = "rests" if session.verdict is None else session.verdict.value
    acted = sum(item.choice is Choice.ACTION for item in session.agenda)
    return (
        printable(session.id),
        session.started_at.strftime("%Y-%m-%d %H:%M"),
        verdict,
        str(len(session.agenda)),
        str(len(undecided(session))),
        str(acted),
        printable(session.title),
    )


def sessions_report(sessions: Iterable[ReviewSession]) -> dict[str, object]:
    """All sessions as the plan keeps them, for programs."""
    return {"format": FORMAT, "sessions": [record_data(session) for session in sessions]}


def _item(item: AgendaItem) -> dict[str, object]:
    return {
        "key": item.key,
        "topic": item.topic.value,
        "title": item.title,
        "why": item.why,
        "about": item.about,
    }
