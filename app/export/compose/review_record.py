"""The reviews held of a plan, beside its versions: who looked at it when, and what came of it."""

from collections.abc import Iterator

from app.domain.document.tree import Block, Cell
from app.domain.plan.sessions import ReviewSession
from app.export.compose.cells import optional
from app.export.compose.scribe import Scribe


def review_record(scribe: Scribe) -> Iterator[Block]:
    """A line for each closed review session, the earliest first; nothing before the first."""
    sessions = [one for one in scribe.plan.sessions.values() if one.closed_at is not None]
    if not sessions:
        return
    heads = {
        "reviews.date": 1.2,
        "reviews.review": 2.6,
        "reviews.result": 2.6,
        "reviews.chair": 1.6,
    }
    ordered = sorted(sessions, key=lambda one: (one.closed_at, one.id))
    rows = (_row(one, scribe) for one in ordered)
    yield scribe.table(scribe.say("reviews.caption"), heads, rows, "table:reviews")


def _row(session: ReviewSession, scribe: Scribe) -> tuple[Cell | str, ...]:
    occasion = scribe.say(f"minutes-occasion.{session.occasion.value}")
    verdict = session.verdict
    result = "" if verdict is None else scribe.say(f"reviews-result.{verdict.value}")
    day = None if session.closed_at is None else session.closed_at.date()
    return (
        scribe.day(day),
        scribe.listed([session.title, occasion]),
        scribe.listed([result, session.conclusion]),
        optional(session.chair),
    )
