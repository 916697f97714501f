"""What somebody should know of a row before it is taken over."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Weight(Enum):
    """How much a problem weighs: the row cannot be taken, needs a look, or is only told of."""

    STOPS = "stops"
    WARNS = "warns"
    TELLS = "tells"


class ProblemKind(Enum):
    """What is the matter; the value is stable."""

    NO_NAME = "no-name"
    BLANK_FIELD = "blank-field"
    NUMBER = "number"
    EMAIL = "email"
    NO_CHANNEL = "no-channel"
    NO_OUT_OF_BAND = "no-out-of-band"
    ZONE = "time-zone"
    DAY = "day"
    SPAN = "span"
    FLAG = "yes-or-no"
    CHOICE = "choice"
    FORMULA = "formula"
    HIDDEN = "hidden-characters"
    TOO_LONG = "too-long"
    DOUBLE = "twice-in-table"
    SHARED = "same-address"
    KNOWN = "in-plan"


WEIGHTS = {
    ProblemKind.NO_NAME: Weight.STOPS,
    ProblemKind.NO_OUT_OF_BAND: Weight.TELLS,
    ProblemKind.HIDDEN: Weight.TELLS,
    ProblemKind.KNOWN: Weight.TELLS,
}
"""All others need a look."""


_ORDER = tuple(Weight)


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence about a row, in the column `head` unless that is blank."""

    kind: ProblemKind
    text: str
    head: str = ""

    @property
    def weight(self) -> Weight:
        """How much it weighs."""
        return WEIGHTS.get(self.kind, Weight.WARNS)


def worst_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same, those that weigh most before the others."""
    return tuple(sorted(problems, key=lambda problem: _ORDER.index(problem.weight)))
