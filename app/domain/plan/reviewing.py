"""When a plan is due for review."""

import calendar
from datetime import MAXYEAR, date

from app.domain.plan.plan import Plan
from app.domain.plan.sessions import ReviewSession, Verdict


def next_review(plan: Plan) -> date | None:
    """The day a reviewed version must be effective; None while no interval is stated.

    Counted from the last issued version, or from a later session that found nothing to change.
    The day that session states goes before the interval, as does the day stated by a session
    that led to the last version. A plan without either is due from its first approval, so it has
    no date yet.
    """
    counted = [*_after_issue(plan), *_after_sessions(plan)]
    return max(counted, key=_last_and_latest)[1] if counted else None


def issue_days(plan: Plan) -> list[date]:
    """The days on which versions were issued, the earliest first."""
    return sorted(version.issued_on for version in plan.versions.values() if version.issued_on)


def months_after(start: date, months: int) -> date:
    """The same day `months` later, or the month's last day where it is shorter.

    The last day of the calendar when that is beyond it.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def _after_issue(plan: Plan) -> list[tuple[date, date | None]]:
    """The last issue, with the review that follows from it."""
    days = issue_days(plan)
    if not days:
        return []
    last, before = days[-1], days[-2] if len(days) > 1 else date.min
    stated = [
        (closed, session.next_on)
        for session, closed in _closed(plan, Verdict.NEW_VERSION)
        if before < closed <= last and session.next_on is not None and session.next_on > last
    ]
    return [(last, max(stated)[1] if stated else _interval_after(plan, last))]


def _after_sessions(plan: Plan) -> list[tuple[date, date | None]]:
    return [
        (closed, session.next_on or _interval_after(plan, closed))
        for session, closed in _closed(plan, Verdict.NO_CHANGE)
    ]


def _closed(plan: Plan, verdict: Verdict) -> list[tuple[ReviewSession, date]]:
    """The sessions that ended so, each with the day."""
    return [
        (session, session.closed_at.date())
        for session in plan.sessions.values()
        if session.closed_at is not None and session.verdict is verdict
    ]


def _interval_after(plan: Plan, start: date) -> date | None:
    months = plan.profile.review_months
    return None if months is None else months_after(start, months)


def _last_and_latest(counted: tuple[date, date | None]) -> tuple[date, date]:
    start, due = counted
    return start, due or date.min
