"""Reminders as an iCalendar file (RFC 5545)."""

import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.plan.plan import Plan
from app.domain.plan.reminding import Reminder

if TYPE_CHECKING:
    from icalendar import Alarm, Event

PRODUCT = "-//irplan//Incident response plan builder//EN"
ALARMS = (timedelta(days=-14), timedelta(days=-1))
"""When a calendar warns, before the day begins."""

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
"""SEQUENCE counts minutes from here, so that a later export always supersedes an earlier one."""


def calendar(plan: Plan, reminders: Iterable[Reminder], when: datetime) -> bytes:
    """One all-day event a reminder, each with two alarms; importing again updates them.

    `when` (UTC) is the time of export: it stamps the events and orders their versions.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for reminder in reminders:
        made.add_component(_event(plan, reminder, when))
    return bytes(made.to_ical())


def _event(plan: Plan, reminder: Reminder, when: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{reminder.key}@{plan.id}.irplan.invalid")
    event.add("dtstamp", when)
    event.add("sequence", int((when - EPOCH).total_seconds()) // 60)
    event.add("dtstart", reminder.on)
    event.add("duration", timedelta(days=1))  # an end would lie beyond the last day there is
    organisation = plan.profile.short_name or plan.profile.legal_name
    event.add(
        "summary", _line(f"{organisation}: {reminder.title}" if organisation else reminder.title)
    )
    event.add("description", _text(reminder.details))
    event.add("transp", "TRANSPARENT")
    for before in ALARMS:
        event.add_component(_alarm(before, reminder.title))
    return event


def _alarm(before: timedelta, title: str) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _line(title))
    alarm.add("trigger", before)
    return alarm


def _line(text: str) -> str:
    return _printable(" ".join(text.split()))


def _text(text: str) -> str:
    """Whatever ends a line somewhere becomes a line feed; other controls go."""
    return "\n".join(_printable(line) for line in text.splitlines())


def _printable(text: str) -> str:
    return "".join(char for char in text if unicodedata.category(char) not in {"Cc", "Cs"})
