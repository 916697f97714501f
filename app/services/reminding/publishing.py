"""What a calendar file holds: what is ahead, and what is no longer."""

from dataclasses import dataclass

from app.domain.lifecycle.reminding.reminder import Reminder
from app.services.reminding.ledger import Entry, Ledger
from app.services.reminding.watching import Watch


@dataclass(frozen=True, slots=True)
class Page:
    """The entries of one plan in a calendar file.

    Those in `cancelled` stood in an earlier file. A calendar keeps what a later file leaves out,
    so they are said to be cancelled, in every file until their day is past: nobody knows which of
    the files is imported. Past ones do no harm and stay as a record.
    """

    watch: Watch
    cancelled: tuple[Entry, ...] = ()

    def day(self, reminder: Reminder) -> Entry:
        """The entry of a reminder: one that is overdue stands on today, where it is seen."""
        return Entry(reminder.key, max(reminder.on, self.watch.today), reminder.title)


def page(watch: Watch, ledger: Ledger) -> Page:
    """The entries of the plan, next to what earlier files said."""
    present = {reminder.key for reminder in watch.shown}
    gone = (
        entry
        for entry in ledger.exported(watch.plan)
        if entry.key not in present and entry.on >= watch.today
    )
    return Page(watch, tuple(gone))


def remember(pages: tuple[Page, ...], ledger: Ledger) -> None:
    """Note what a calendar file held, so that a later one can take it back."""
    for one in pages:
        entries = (one.day(reminder) for reminder in one.watch.shown)
        ledger.export(one.watch.plan, (*entries, *one.cancelled))
