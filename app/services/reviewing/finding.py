"""The sessions of a plan: the one that rests, and any by its id."""

from dataclasses import replace
from typing import ClassVar

from app.domain.errors import IrplanError
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.sessions import AgendaItem, ReviewSession


class SessionUnknown(IrplanError):
    """No session of that id."""

    code: ClassVar[str] = "review.unknown-session"

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        listed = f"it has {', '.join(known)}" if known else "it has none yet"
        super().__init__(f"The plan has no review session {asked!r}; {listed}.", session=asked)


class SessionClosed(IrplanError):
    """A change to a session whose minutes are final."""

    code: ClassVar[str] = "review.closed"

    def __init__(self, title: str) -> None:
        super().__init__(
            f"The review session {title!r} is closed and stays as it is; start another one.",
            session=title,
        )


def resting(plan: Plan) -> ReviewSession | None:
    """The session that was started and not closed; None when there is none."""
    return next((one for one in plan.sessions.values() if one.closed_at is None), None)


def closed(plan: Plan) -> tuple[ReviewSession, ...]:
    """The sessions that were closed, the newest first."""
    done = [(one.closed_at, one) for one in plan.sessions.values() if one.closed_at is not None]
    return tuple(one for _, one in sorted(done, key=lambda pair: pair[0], reverse=True))


def session_of(plan: Plan, key: RecordId) -> ReviewSession:
    """The session `key`, closed or not.

    Raises:
        SessionUnknown: there is none.
    """
    found = plan.sessions.get(key)
    if found is None:
        raise SessionUnknown(key, tuple(plan.sessions))
    return found


def running(plan: Plan, key: RecordId) -> ReviewSession:
    """The session `key`, which can still be changed.

    Raises:
        SessionUnknown: there is none.
        SessionClosed: it is closed.
    """
    found = session_of(plan, key)
    if found.closed_at is not None:
        raise SessionClosed(found.title)
    return found


def item_of(session: ReviewSession, key: str) -> AgendaItem:
    """The item `key` of the agenda.

    Raises:
        KeyError: there is none.
    """
    for item in session.agenda:
        if item.key == key:
            return item
    raise KeyError(key)


def with_item(session: ReviewSession, item: AgendaItem) -> ReviewSession:
    """The session with `item` in place of its namesake."""
    agenda = tuple(item if one.key == item.key else one for one in session.agenda)
    return replace(session, agenda=agenda)
