"""Who is there, and what the session decides besides its agenda."""

from dataclasses import replace

from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.sessions import Attendance
from app.services.reviewing.finding import running
from app.services.reviewing.stating import says


def attend(plan: Plan, key: RecordId, name: str, *, present: bool, role: str = "") -> ChangeSet:
    """Notes that `name` is present or not; somebody not invited joins the list with `role`.

    Nothing where the name is blank.

    Raises:
        SessionUnknown, SessionClosed: see `running`.
    """
    session = running(plan, key)
    known = {one.name: one for one in session.attendance}
    name = name.strip()
    if not says(name):
        return ()
    was = known.get(name) or Attendance(name)
    known[name] = replace(was, present=present, role=role.strip() or was.role)
    return (put(plan, replace(session, attendance=tuple(known.values()))),)


def uninvite(plan: Plan, key: RecordId, name: str) -> ChangeSet:
    """Takes `name` off the list; nothing where it is not on it.

    Raises:
        SessionUnknown, SessionClosed: see `running`.
    """
    session = running(plan, key)
    rest = tuple(one for one in session.attendance if one.name != name.strip())
    if rest == session.attendance:
        return ()
    return (put(plan, replace(session, attendance=rest)),)


def add_decision(plan: Plan, key: RecordId, text: str) -> ChangeSet:
    """Adds a decision to the minutes; nothing where the text is blank.

    Raises:
        SessionUnknown, SessionClosed: see `running`.
    """
    session = running(plan, key)
    if not says(text):
        return ()
    return (put(plan, replace(session, decisions=(*session.decisions, text.strip()))),)


def remove_decision(plan: Plan, key: RecordId, at: int) -> ChangeSet:
    """Takes the decision at the place `at`, counted from 0, out of the minutes.

    Raises:
        SessionUnknown, SessionClosed: see `running`.
        IndexError: there is none at that place.
    """
    session = running(plan, key)
    texts = session.decisions
    if not 0 <= at < len(texts):
        raise IndexError(at)
    return (put(plan, replace(session, decisions=texts[:at] + texts[at + 1 :])),)
