"""What the two scales of the matrix are called, which follows from the scheme of severity."""

from dataclasses import dataclass
from typing import Final

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan

SCHEME: Final = RecordId("severity.scheme")
"""The question which scheme of severity the organisation uses."""

DEFAULT_SCHEME: Final = "four-level"


@dataclass(frozen=True, slots=True)
class Axes:
    """The names of the scales of impact, which are rows, and of urgency, which are columns."""

    impact: str
    urgency: str

    @property
    def both(self) -> str:
        """The two within a sentence, such as `impact and urgency`."""
        return f"{self.impact} and {self.urgency}".lower()

    def place(self, impact: str, urgency: str) -> str:
        """Where a cell stands, such as `Impact Severe, urgency Active`."""
        return f"{self.impact} {impact}, {self.urgency.lower()} {urgency}"


AXES: Final = {
    DEFAULT_SCHEME: Axes("Impact", "Urgency"),
    "impact-tables": Axes("Functional impact", "Recoverability"),
    "iso-27035": Axes("Loss or effect on society", "Importance of the system"),
}
"""By the schemes that can be chosen."""


def axes(plan: Plan) -> Axes:
    """The names of the plan's scales; those of the default scheme while none is chosen."""
    answer = plan.answers.get(SCHEME)
    chosen = DEFAULT_SCHEME if answer is None else str(answer.value)
    return AXES.get(chosen, AXES[DEFAULT_SCHEME])
