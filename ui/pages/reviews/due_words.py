"""When the next review is due, in words that say how near that is."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.plan.dates import date_text
from app.domain.plan.plan import Plan
from app.domain.plan.reviewing import next_review
from ui.bridge.words import counted
from ui.widgets.chips import Tone


@dataclass(frozen=True, slots=True)
class DueWords:
    """The day, a word about it in a tone, and what to make of it."""

    day: str
    state: str
    tone: Tone
    advice: str


def due_words(plan: Plan, today: date) -> DueWords:
    """What to say of the next review, seen from `today`."""
    due = next_review(plan)
    if due is None:
        advice = _tr(
            "The first day follows from the first approved version and the cycle of reviews."
        )
        return DueWords(_tr("No date yet"), "", Tone.NEUTRAL, advice)
    days = (due - today).days
    if days < 0:
        one, many = _tr("1 day overdue"), _tr("{n} days overdue")
        advice = _tr("The plan should have been reviewed by then. Hold the session now.")
        return _dated(due, counted(-days, one, many), Tone.DANGER, advice)
    if days <= plan.kept.start_before:
        advice = _tr("Begin now, so that the reviewed plan is in force by then.")
        return _dated(due, _in_days(days), Tone.WARNING, advice)
    advice = _tr("Nothing presses. A session can be held earlier whenever there is an occasion.")
    return _dated(due, _in_days(days), Tone.SUCCESS, advice)


def _dated(due: date, state: str, tone: Tone, advice: str) -> DueWords:
    return DueWords(date_text(due), state, tone, advice)


def _in_days(days: int) -> str:
    if not days:
        return _tr("due today")
    return counted(days, _tr("in 1 day"), _tr("in {n} days"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reviews", text)
