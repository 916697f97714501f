"""A plan as somebody looks at it who is to remind its owner."""

from dataclasses import dataclass
from datetime import date

from app.domain.judgement.deadlines.working_days import HolidayCalendar, WorkingDays
from app.domain.lifecycle.reminding.reminder import Reminder, Stage
from app.domain.lifecycle.reminding.reminders import gathered, reminders
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Watch:
    """What a plan reminds of on `today`, the earliest first; `name` is the organisation's.

    `warn_before` is in days.
    """

    plan: RecordId
    name: str
    today: date
    warn_before: int = 0
    reminders: tuple[Reminder, ...] = ()

    def stage(self, reminder: Reminder) -> Stage:
        """How near it is."""
        return reminder.stage(self.today, self.warn_before)

    @property
    def shown(self) -> tuple[Reminder, ...]:
        """The reminders as people read them: contacts of a day are one."""
        return gathered(self.reminders)

    @property
    def pressing(self) -> tuple[Reminder, ...]:
        """What is due today or overdue, as people read it."""
        return tuple(item for item in self.shown if self.stage(item).pressing)


def watch(plan: Plan, today: date, calendar: HolidayCalendar) -> Watch:
    """Everything `plan` reminds of on `today`, by the working days of its region."""
    profile, kept = plan.profile, plan.kept
    days = WorkingDays(calendar, kept.region or next(iter(profile.jurisdictions), ""))
    found = reminders(plan, today, lambda day: not days.include(day))
    name = profile.short_name or profile.legal_name
    return Watch(plan.id, name, today, max(kept.warn_before, 0), found)
