"""What a closed review session still wants: the new version that it ended with."""

from datetime import datetime

from app.domain.lifecycle.approving.course import course
from app.domain.plan.plan import Plan
from app.domain.plan.sessions import ReviewSession, Verdict
from app.services.reviewing.finding import closed


def wants_version(plan: Plan) -> ReviewSession | None:
    """The newest session, as long as it asks for a new version that nobody submitted; else None.

    A version that was taken back or sent back counts as not submitted. `change_summary` of the
    session says what its summary can begin with.
    """
    newest = next(iter(closed(plan)), None)
    if newest is None or newest.closed_at is None or newest.verdict is not Verdict.NEW_VERSION:
        return None
    return None if _came(plan, newest.closed_at) else newest


def _came(plan: Plan, since: datetime) -> bool:
    """Whether a version is in review, or was issued `since`."""
    now = course(plan.acts.values())
    issued = now.latest is not None and now.latest.act.at > since
    stated = (version.issued_on for version in plan.versions.values())
    return now.open is not None or issued or any(day and day > since.date() for day in stated)
