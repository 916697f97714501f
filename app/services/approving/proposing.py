"""What the program proposes to the person who submits a version."""

from dataclasses import dataclass

from app.domain.comparing.comparing import compare
from app.domain.comparing.comparison import Comparison
from app.domain.comparing.weighing import weigh
from app.domain.lifecycle.approving.course import course
from app.domain.lifecycle.approving.names import next_number
from app.domain.plan.acts import Route
from app.domain.plan.plan import Plan
from app.services.history import PlanHistory


@dataclass(frozen=True, slots=True)
class Proposal:
    """The next number, whether the changes are material, and who was asked the last time.

    `comparison` is with the version issued last; None before the first, which is always material.
    """

    material: bool
    route: Route
    comparison: Comparison | None = None
    taken: tuple[str, ...] = ()

    def number(self, *, material: bool) -> str:
        """The number the version gets."""
        return next_number(self.taken, material=material)


def proposal(plan: Plan, history: PlanHistory) -> Proposal:
    """What is proposed for `plan`, whose saved revisions are `history`.

    Raises:
        IrplanError: the history cannot be read.
    """
    taken = tuple(version.number for version in plan.versions.values())
    latest = course(plan.acts.values()).latest
    if latest is None:
        return Proposal(True, _route(plan), None, taken)
    compared = compare(history.plan_at(latest.act.revision), plan)
    return Proposal(weigh(compared).material, _route(plan), compared, taken)


def _route(plan: Plan) -> Route:
    """As the last submission asked; the rule is that of the plan's upkeep."""
    asked = [act.route for act in plan.acts.values() if act.route is not None]
    last = asked[-1] if asked else Route()
    kept = plan.kept
    return Route(last.reviewers, last.approvers, kept.approval, kept.quorum, kept.reviews)
