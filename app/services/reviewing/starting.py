"""A review session begins, is brought up to date when it goes on, or is given up."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from app.domain.errors import IrplanError
from app.domain.lifecycle.reviewing.agenda import renewed
from app.domain.plan.changes import ChangeSet, put, remove
from app.domain.plan.ids import RecordId, id_from_name
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.sessions import Attendance, ContactCheck, Occasion, Outcome, ReviewSession
from app.services.reviewing.finding import resting, running
from app.services.reviewing.preparing import Prepared
from app.services.reviewing.stating import says
from app.services.vouching import Flaw


class SessionRests(IrplanError):
    """A session is to start while another one is not closed."""

    code: ClassVar[str] = "review.rests"

    def __init__(self, title: str) -> None:
        super().__init__(
            f"The review session {title!r} is not closed; resume it, or give it up first.",
            session=title,
        )


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who holds a session and why; `chair` and `secretary` (who keeps the minutes) are names."""

    title: str
    occasion: Occasion
    chair: str
    secretary: str = ""
    invited: tuple[Attendance, ...] = ()


def flaws(invitation: Invitation) -> dict[str, Flaw]:
    """What is wrong with each field, in the order of the form; none: the session may start."""
    stated = {"title": invitation.title, "chair": invitation.chair}
    return {name: Flaw.BLANK for name, text in stated.items() if not says(text)}


def start(plan: Plan, invitation: Invitation, prepared: Prepared, now: datetime) -> ChangeSet:
    """Adds the session; `resting(plan)` then finds it. Chair and secretary are invited too.

    Raises:
        SessionRests: another one is not closed.
        ValueError: the invitation has flaws.
    """
    other = resting(plan)
    if other is not None:
        raise SessionRests(other.title)
    if found := flaws(invitation):
        raise ValueError(f"an invitation without {', '.join(found)}")
    key = id_from_name(f"review {now.date()}", frozenset(plan.sessions))
    session = ReviewSession(
        key,
        invitation.title.strip(),
        invitation.occasion,
        now,
        chair=invitation.chair.strip(),
        secretary=invitation.secretary.strip(),
        baseline=prepared.baseline,
        attendance=_attendance(invitation),
        agenda=prepared.agenda,
        contacts=prepared.contacts,
    )
    return (put(plan, session),)


def refresh(plan: Plan, key: RecordId, prepared: Prepared) -> ChangeSet:
    """Builds the agenda anew when a session is resumed; nothing where that changes nothing.

    What was decided stays, the items of it that are no longer on the agenda too; open items that
    settled themselves go.

    Raises:
        SessionUnknown, SessionClosed: see `running`.
    """
    session = running(plan, key)
    agenda = renewed(session.agenda, prepared.agenda)
    contacts = _contacts(session.contacts, prepared.contacts)
    fresh = replace(session, agenda=agenda, contacts=contacts)
    return () if fresh == session else (put(plan, fresh),)


def give_up(plan: Plan, key: RecordId) -> ChangeSet:
    """Removes a session that was not closed; the actions it gave stay.

    Raises:
        SessionUnknown, SessionClosed: see `running`.
    """
    running(plan, key)
    return (remove(plan, Kind.SESSION, key),)


def _attendance(invitation: Invitation) -> tuple[Attendance, ...]:
    """Chair and secretary first, then who else is invited; each name once, with its role."""
    invited = {one.name.strip(): one for one in reversed(invitation.invited)}
    names = (invitation.chair, invitation.secretary, *(one.name for one in invitation.invited))
    ordered = dict.fromkeys(name.strip() for name in names if says(name))
    return tuple(invited.get(name) or Attendance(name) for name in ordered)


def _contacts(
    present: Iterable[ContactCheck], fresh: Iterable[ContactCheck]
) -> tuple[ContactCheck, ...]:
    """Calls that were made stay; people who came since are to be called, those gone are not."""
    made = {check.person: check for check in present if check.outcome is not Outcome.OPEN}
    coming = tuple(check for check in fresh if check.person not in made)
    return (*made.values(), *coming)
