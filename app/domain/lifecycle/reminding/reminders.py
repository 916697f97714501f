"""All reminders of a plan."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.domain.lifecycle.reminding.days import DayOff, working_day
from app.domain.lifecycle.reminding.programme import programme_reminders
from app.domain.lifecycle.reminding.reminder import Reminder, Subject
from app.domain.lifecycle.reminding.reviews import review_reminders
from app.domain.plan.plan import Plan


def reminders(plan: Plan, today: date, day_off: DayOff | None = None) -> tuple[Reminder, ...]:
    """All reminders of the plan, the earliest first.

    Where the plan asks for working days, they are moved off those that `day_off` tells.
    """
    found: Iterable[Reminder] = (*review_reminders(plan, today), *programme_reminders(plan, today))
    if plan.kept.working_days and day_off is not None:
        found = (_moved(reminder, day_off) for reminder in found)
    return tuple(sorted(found, key=lambda item: (item.on, item.key)))


def gathered(found: Iterable[Reminder]) -> tuple[Reminder, ...]:
    """With the contacts of a day as one reminder, in which all are named."""
    groups: dict[str, list[Reminder]] = {}
    for reminder in found:
        together = reminder.subject is Subject.CONTACT
        groups.setdefault(f"contacts-{reminder.due}" if together else reminder.key, []).append(
            reminder
        )
    return tuple(_together(key, group) for key, group in groups.items())


def _moved(reminder: Reminder, day_off: DayOff) -> Reminder:
    """A start moves to the working day before: after it, the time would be short."""
    earlier = reminder.subject is Subject.REVIEW_START
    day = working_day(reminder.due, day_off, earlier=earlier)
    return reminder if day == reminder.due else replace(reminder, moved=day)


def _together(key: str, group: list[Reminder]) -> Reminder:
    first = group[0]
    if len(group) == 1:
        return replace(first, key=key)
    names = ", ".join(item.who for item in group)
    details = f"Call each of: {names}"
    return replace(
        first, key=key, title=f"Verify {len(group)} contacts", details=details, about="", who=""
    )
