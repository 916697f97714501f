"""Sample incidents as tests of the matrix: where each lands and whether that is as expected."""

from dataclasses import dataclass
from enum import Enum

from app.domain.plan.classification import SampleIncident, SeverityLevel
from app.domain.plan.plan import Plan
from app.domain.plan.severity_order import landing


class Outcome(Enum):
    """How a sample comes out."""

    PASSES = "passes"
    ELSEWHERE = "elsewhere"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class SampleVerdict:
    """Where `sample` lands (None: on an empty cell) and where it was to land (None: gone)."""

    sample: SampleIncident
    landed: SeverityLevel | None
    expected: SeverityLevel | None

    @property
    def outcome(self) -> Outcome:
        """Passes only where it lands on the very level expected."""
        if self.landed is None:
            return Outcome.NOWHERE
        return Outcome.PASSES if self.landed == self.expected else Outcome.ELSEWHERE


def verdict(plan: Plan, sample: SampleIncident) -> SampleVerdict:
    """What the matrix makes of one sample."""
    landed = landing(plan, sample.impact, sample.urgency)
    return SampleVerdict(sample, landed, plan.severities.get(sample.expected))


def verdicts(plan: Plan) -> tuple[SampleVerdict, ...]:
    """What the matrix makes of every sample, in the plan's order."""
    return tuple(verdict(plan, sample) for sample in plan.samples.values())
