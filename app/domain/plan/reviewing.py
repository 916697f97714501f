"""When a plan is due for review."""

import calendar
from datetime import MAXYEAR, date

from app.domain.plan.plan import Plan


def next_review(plan: Plan) -> date | None:
    """The day a reviewed version must be effective; None while no interval is stated.

    Counted from the last issued version. A plan without any is due from its first approval,
    so it has no date yet.
    """
    months = plan.profile.review_months
    issued = [version.issued_on for version in plan.versions.values() if version.issued_on]
    if months is None or not issued:
        return None
    return months_after(max(issued), months)


def months_after(start: date, months: int) -> date:
    """The same day `months` later, or the month's last day where it is shorter.

    The last day of the calendar when that is beyond it.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))
