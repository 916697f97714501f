"""Reminders: what plans remind of, and who is told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap.plans import Plans

if TYPE_CHECKING:
    from app.domain.lifecycle.reminding.reminder import Reminder
    from app.domain.plan.plan import Plan
    from app.reminders.office import ReminderOffice
    from app.services.opening import OpenPlan
    from app.services.reminding.watching import Watch


class Reminding(Plans):
    """Everything that brings dates to people."""

    @cached_property
    def reminder_office(self) -> ReminderOffice:
        """Brings to people what plans remind of."""
        from app.reminders.ledger import FileLedger
        from app.reminders.office import ReminderOffice
        from app.reminders.passwords import KeyringPasswords
        from app.reminders.timers.choosing import timers_here

        return ReminderOffice(
            clock=self.clock,
            holidays=self.holidays,
            ledger=FileLedger(self.paths.data / "reminders.sqlite"),
            passwords=KeyringPasswords(),
            timers=timers_here(self.paths),
            mail=lambda: self.settings().mail,
        )

    def watch(self, plan: Plan) -> Watch:
        """What `plan` reminds of today."""
        from app.services.reminding.watching import watch

        return watch(plan, self._day, self.holidays)

    def reminders(self, opened: OpenPlan) -> tuple[Reminder, ...]:
        """What the plan reminds its owner of, contacts of a day as one."""
        return self.watch(opened.plan).shown

    def calendar(self, opened: OpenPlan) -> bytes:
        """The plan's reminders as an iCalendar file."""
        return self.reminder_office.calendar((self.watch(opened.plan),))

    def write_calendar(self, opened: OpenPlan, path: Path) -> None:
        """Write the reminders to `path`, the whole file or nothing.

        Raises:
            IrplanError: the file cannot be written.
        """
        self.write_calendars((self.watch(opened.plan),), path)

    def write_calendars(self, watches: Sequence[Watch], path: Path) -> None:
        """Write what some plans remind of to one file, the whole file or nothing.

        Raises:
            IrplanError: the file cannot be written.
        """
        self.write(path, self.reminder_office.calendar(watches))
        self.reminder_office.note_calendar(watches)
