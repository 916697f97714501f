"""Reminders in words: how near one is, and what the banner says of those that press."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.lifecycle.reminding.reminder import Reminder, Stage, Subject
from app.services.reminding.watching import Watch
from ui.bridge.words import counted, day
from ui.widgets.chips import Tone

_REVIEWS: Final = frozenset({Subject.REVIEW_START, Subject.REVIEW})
"""What a review session deals with."""

MOST_LETTERS = 80
"""Letters of a title in the banner; the card below shows the whole."""

TONES: Final = {
    Stage.AHEAD: Tone.NEUTRAL,
    Stage.SOON: Tone.ACCENT,
    Stage.DUE: Tone.WARNING,
    Stage.OVERDUE: Tone.DANGER,
}


@dataclass(frozen=True, slots=True)
class DueNotice:
    """What the banner says; `review` tells that a review session is the thing to begin."""

    text: str
    tone: Tone
    review: bool


def stage_text(stage: Stage) -> str:
    """How near something is, in a word or two."""
    match stage:
        case Stage.AHEAD:
            return _tr("Ahead")
        case Stage.SOON:
            return _tr("Soon")
        case Stage.DUE:
            return _tr("Today")
        case Stage.OVERDUE:
            return _tr("Overdue")


def due_notice(watch: Watch) -> DueNotice | None:
    """What to say of what is due or overdue; None when nothing is."""
    pressing = watch.pressing
    if not pressing:
        return None
    late = any(watch.stage(one) is Stage.OVERDUE for one in pressing)
    review = any(one.subject in _REVIEWS for one in pressing)
    return DueNotice(_sentence(watch, pressing), Tone.DANGER if late else Tone.WARNING, review)


def target_of(reminder: Reminder) -> str:
    """Where one deals with it, as pages name places."""
    kind, _, record = reminder.about.partition("/")
    if record and reminder.subject not in _WHOLE_VERSIONS:
        return f"record:{kind}:{record}"
    return _PAGES.get(reminder.subject, "")


_WHOLE_VERSIONS: Final = frozenset({Subject.AFTERWARDS, Subject.RETENTION})
_PAGES: Final = {
    Subject.REVIEW_START: "reviews",
    Subject.REVIEW: "reviews",
    Subject.AFTERWARDS: "versions",
    Subject.RETENTION: "versions",
    Subject.CONTACT: "section:contacts",
    Subject.EXERCISE: "exercises",
}
"""The pages of what concerns no single record."""


def _sentence(watch: Watch, pressing: Sequence[Reminder]) -> str:
    """The review comes first: it is what the banner's button begins."""
    first = min(pressing, key=lambda one: one.subject not in _REVIEWS)
    if watch.stage(first) is Stage.OVERDUE:
        said = _tr("{0}: overdue since {1}.").format(_short(first.title), day(first.on))
    else:
        said = _tr("{0}: due today.").format(_short(first.title))
    more = len(pressing) - 1
    if not more:
        return said
    rest = counted(more, _tr("1 more thing is due."), _tr("{n} more things are due."))
    return f"{said} {rest}"


def _short(title: str) -> str:
    return title if len(title) <= MOST_LETTERS else f"{title[: MOST_LETTERS - 1].rstrip()}\u2026"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reminders", text)
