"""What a message says of some plans: what is new, or everything that is ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.lifecycle.reminding.reminder import Reminder, Stage
from app.services.reminding.plain_text import one_line
from app.services.reminding.watching import Watch

_ORDER = (Stage.OVERDUE, Stage.DUE, Stage.SOON, Stage.AHEAD)
_HEADINGS = {
    Stage.OVERDUE: "Overdue",
    Stage.DUE: "Due today",
    Stage.SOON: "Soon",
    Stage.AHEAD: "Ahead",
}
_COUNTED = {
    Stage.OVERDUE: "overdue",
    Stage.DUE: "due today",
    Stage.SOON: "soon",
    Stage.AHEAD: "ahead",
}
_FOOT = (
    "The attached calendar file holds all dates of the plan: open it again and they are updated.\n"
    "This was written by irplan on the computer on which the plan is kept."
)
MOST_SUBJECT = 150
"""Characters of a subject."""
MOST_BRIEF = 3
"""Reminders that a short notice names."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message; `subject` is one line, `brief` a few, `text` the whole.

    `calendar` is a calendar file that goes with it.
    """

    subject: str
    brief: str
    text: str
    at: datetime
    calendar: bytes = b""


def message(
    watches: Sequence[Watch], at: datetime, calendar: bytes = b"", *, digest: bool = False
) -> Message:
    """What is told of `watches`, each of which holds no more than is to be told."""
    counts = ", ".join(_counts(watches)) or "nothing is due"
    said = f"week of {watches[0].today}: {counts}" if digest else counts
    subject = one_line(f"{_whose(watches)}: {said}")
    text = "\n\n".join((*map(_plan, watches), _FOOT))
    return Message(_shortened(subject), _brief(watches), f"{text}\n", at, calendar)


def _whose(watches: Sequence[Watch]) -> str:
    if len(watches) > 1:
        return "Incident response plans"
    name = watches[0].name
    return f"{name} incident response plan" if name else "Incident response plan"


def _counts(watches: Sequence[Watch]) -> list[str]:
    """Such as `2 overdue` and `1 soon`."""
    stages = [watch.stage(item) for watch in watches for item in watch.shown]
    return [f"{stages.count(near)} {_COUNTED[near]}" for near in _ORDER if near in stages]


def _brief(watches: Sequence[Watch]) -> str:
    found = [
        (_ORDER.index(watch.stage(one)), one.on, one) for watch in watches for one in watch.shown
    ]
    found.sort(key=lambda entry: entry[:2])
    lines = [one_line(f"{one.on}: {one.title}") for _, _, one in found[:MOST_BRIEF]]
    more = len(found) - len(lines)
    return "\n".join((*lines, f"and {more} more") if more else lines)


def _plan(watch: Watch) -> str:
    shown = [(watch.stage(item), item) for item in watch.shown]
    parts = [
        "\n".join((_HEADINGS[near], *(_entry(item) for stage, item in shown if stage is near)))
        for near in _ORDER
        if any(stage is near for stage, _ in shown)
    ]
    title = one_line(_whose((watch,)))
    return "\n\n".join((title, *(parts or ["Nothing is ahead."])))


def _entry(reminder: Reminder) -> str:
    details = (f"    {one_line(line)}" for line in reminder.details.splitlines() if line.strip())
    return "\n".join((f"  {reminder.on}  {one_line(reminder.title)}", *details))


def _shortened(subject: str) -> str:
    return subject if len(subject) <= MOST_SUBJECT else f"{subject[: MOST_SUBJECT - 1]}\u2026"
