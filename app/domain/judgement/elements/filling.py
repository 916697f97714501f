"""Whether the classification matrix says something for every pair."""

from types import MappingProxyType

from app.domain.judgement.context import Context
from app.domain.judgement.elements.outcome import Outcome
from app.domain.judgement.elements.probe import Probe
from app.domain.judgement.reach import Reach
from app.domain.plan.classification import cell_id
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan


class MatrixProbe(Probe):
    """The cells of the matrix; there are a few dozen at most."""

    looks_at = MappingProxyType(
        {
            Kind.IMPACT: frozenset(),
            Kind.URGENCY: frozenset(),
            Kind.CELL: frozenset({"severity"}),
            Kind.SEVERITY: frozenset(),
        }
    )

    def start(self, context: Context) -> None:
        """Nothing is kept."""

    def update(self, context: Context, reach: Reach) -> bool:  # noqa: ARG002 - probes are told alike
        """Nothing is kept."""
        return True

    def outcome(self, context: Context) -> Outcome:
        """The cells with a severity, of all pairs."""
        plan = context.plan
        pairs = [cell_id(row, column) for row in plan.impacts for column in plan.urgencies]
        if not pairs:
            return Outcome(0, 1, "there is no matrix")
        done = sum(_decided(plan, pair) for pair in pairs)
        return Outcome(done, len(pairs), f"{len(pairs) - done} of {len(pairs)} cells are empty")


def _decided(plan: Plan, pair: RecordId) -> bool:
    cell = plan.matrix.get(pair)
    return cell is not None and cell.severity in plan.severities
