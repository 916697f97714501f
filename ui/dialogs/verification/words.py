"""What is said in a verification round."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.plan.people import Person
from app.domain.plan.sessions import Outcome
from app.services.people.rounds import Round
from ui.models.record_words import words_for

OUTCOME_LOOKS: Final = {
    Outcome.OPEN: ("circle", "text3"),
    Outcome.CONFIRMED: ("circle-check", "success"),
    Outcome.CORRECTED: ("pencil", "accent_text"),
    Outcome.NOT_REACHED: ("circle-x", "danger"),
}
"""The icon and colour of what a call brought."""

_FIELDS: Final = ("name", "title", "unit", "external", "channels", "availability", "time_zone")


def progress_text(round_: Round) -> str:
    """How far the round is, such as `7 of 23 called`."""
    said = QCoreApplication.translate("Verification", "{0} of {1} called")
    return said.format(round_.done, len(round_.queue))


def corrections(before: Person, now: Person) -> str:
    """What was corrected of a person: the fields by name, in the order of the form."""
    words = words_for(Person)
    return ", ".join(
        words[name].label for name in _FIELDS if getattr(before, name) != getattr(now, name)
    )
