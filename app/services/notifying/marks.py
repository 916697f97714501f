"""Decisions about regimes, kept among the accepted findings of a plan."""

from dataclasses import dataclass
from datetime import date

from app.domain.judgement.linting.regimes import SECTION
from app.domain.judgement.regimes import Regime
from app.domain.plan.governance import AcceptedFinding
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind

MISSING = "regime.missing"
"""The code of the finding that a regime is proposed and not in the plan."""
DRIFT = "regime.drift"
"""The code under which it is kept that adopted terms differ from a pack."""


def missing_mark(regime: Regime) -> RecordId:
    """Names the finding that `regime` is not in the plan; see `Finding.key`."""
    return RecordId(f"{MISSING}/{Kind.SECTION.value}/{SECTION}/{regime.id}")


def drift_mark(duty: RecordId, regime: Regime) -> RecordId:
    """Names the finding that `duty` differs from its regime's pack of that day."""
    return RecordId(f"{DRIFT}/{Kind.OBLIGATION.value}/{duty}/{regime.compiled}")


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why somebody decided so, who it was and on which day."""

    reason: str
    by: str
    on: date

    def under(self, mark: RecordId) -> AcceptedFinding:
        """The decision as the plan keeps it."""
        return AcceptedFinding(mark, self.reason, self.by, self.on)
