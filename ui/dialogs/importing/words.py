"""What the places for columns, and what can be done with a row, are called on screen."""

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.plan.kinds import Kind
from app.domain.plan.plan import RECORD_TYPES
from app.services.importing.checking import Candidate, Take
from app.services.importing.fields import (
    FIRST_NAME,
    LAST_NAME,
    OUT_OF_BAND,
    ImportField,
)
from app.services.importing.problems import Weight
from ui.models.record_words import choice_text, words_for

PICTURES = {
    Weight.STOPS: ("circle-x", "danger"),
    Weight.WARNS: ("triangle-alert", "warning"),
    Weight.TELLS: ("info", "text2"),
}
"""The icon and the colour of a problem."""

GOOD = ("circle-check", "success")
"""Those of a row without one."""


def field_word(kind: Kind, field: ImportField) -> str:
    """What `field` of records of `kind` is called."""
    own = {
        FIRST_NAME: _tr("First name"),
        LAST_NAME: _tr("Last name"),
        OUT_OF_BAND: _tr("Out of band (number, or yes)"),
    }
    if field.key in own:
        return own[field.key]
    if field.channel is not None:
        return choice_text(field.channel)
    return words_for(RECORD_TYPES[kind])[field.key].label


def title_of(kind: Kind) -> str:
    """What the dialog is called."""
    return {
        Kind.PERSON: _tr("Import people"),
        Kind.PARTY: _tr("Import outside parties"),
        Kind.METRIC: _tr("Import metrics"),
        Kind.TRAINING: _tr("Import trainings"),
        Kind.EXERCISE: _tr("Import exercises"),
        Kind.ROADMAP: _tr("Import the roadmap"),
        Kind.RESOURCE: _tr("Import resources"),
        Kind.DOCUMENT: _tr("Import related documents"),
        Kind.LOG_SOURCE: _tr("Import log sources"),
        Kind.DISTRIBUTION: _tr("Import the distribution list"),
        Kind.TERM: _tr("Import terms"),
        Kind.ACTION: _tr("Import actions"),
    }[kind]


def way_word(way: Take) -> str:
    """What is done with a row, as a command."""
    return {
        Take.ADD: _tr("Add"),
        Take.UPDATE: _tr("Update"),
        Take.SKIP: _tr("Leave out"),
    }[way]


def way_of_row(candidate: Candidate, way: Take) -> str:
    """What becomes of a row."""
    if way is Take.UPDATE and not candidate.changes:
        return _tr("Nothing new")
    return way_word(way)


def weight_of(candidate: Candidate) -> Weight | None:
    """The weight of its worst problem; None when it has none."""
    found = {problem.weight for problem in candidate.problems}
    return next((weight for weight in Weight if weight in found), None)


def country_name(region: str) -> str:
    """The English name of an ISO 3166 code; the code where Qt has none."""
    territory = QLocale.codeToTerritory(region)
    known = territory != QLocale.Country.AnyTerritory
    return QLocale.territoryToString(territory) if known else region


def _tr(text: str) -> str:
    return QCoreApplication.translate("Import", text)
