"""Reminders as an iCalendar file (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.lifecycle.reminding.reminder import Reminder
from app.services.reminding.ledger import Entry
from app.services.reminding.plain_text import lines, one_line
from app.services.reminding.publishing import Page

if TYPE_CHECKING:
    from icalendar import Alarm, Event

PRODUCT = "-//irplan//Incident response plan builder//EN"
DAY_BEFORE = 1
"""A calendar warns so many days before, besides the days that the plan says."""

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
"""SEQUENCE counts seconds from here, so that a later export always supersedes an earlier one."""


def calendar(pages: Iterable[Page], when: datetime) -> bytes:
    """One all-day event a reminder, each with alarms; importing again updates them.

    `when` (UTC) is the time of export: it stamps the events and orders their versions.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for page in pages:
        for reminder in page.watch.shown:
            made.add_component(_ahead(page, reminder, when))
        for entry in page.cancelled:
            made.add_component(_cancelled(page, entry, when))
    return bytes(made.to_ical())


def _ahead(page: Page, reminder: Reminder, when: datetime) -> "Event":
    event = _event(page, page.day(reminder), when)
    event.add("status", "CONFIRMED")
    event.add("description", lines("\n".join((*_moves(page, reminder), reminder.details))))
    for days in sorted({page.watch.warn_before, DAY_BEFORE} - {0}, reverse=True):
        event.add_component(_alarm(timedelta(days=-days), reminder.title))
    return event


def _cancelled(page: Page, entry: Entry, when: datetime) -> "Event":
    event = _event(page, entry, when)
    event.add("status", "CANCELLED")
    return event


def _event(page: Page, entry: Entry, when: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{entry.key}@{page.watch.plan}.irplan.invalid")
    event.add("dtstamp", when)
    event.add("sequence", int((when - EPOCH).total_seconds()))
    event.add("dtstart", entry.on)
    event.add("duration", timedelta(days=1))  # an end would lie beyond the last day there is
    name = page.watch.name
    event.add("summary", one_line(f"{name}: {entry.title}" if name else entry.title))
    event.add("transp", "TRANSPARENT")
    return event


def _moves(page: Page, reminder: Reminder) -> Iterable[str]:
    """Why it stands on another day than the one that was counted."""
    today: date = page.watch.today
    if reminder.on < today:
        yield f"This was due on {reminder.on}."
    elif reminder.moved is not None:
        yield f"Counted to {reminder.due}, on which nobody works."


def _alarm(before: timedelta, title: str) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one_line(title))
    alarm.add("trigger", before)
    return alarm
