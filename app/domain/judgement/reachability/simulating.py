"""A scenario tried on the trees of a plan. The rules stand in `calls` and `walk`.

Whether somebody is there, and whether it is working hours, is judged at the moment the scenario
begins, by the clock of the person (of the organisation for parties and groups): calls last
minutes, and only so the result does not get better when more is down.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import partial

from app.domain.judgement.deadlines.case import zone_named
from app.domain.judgement.reachability.calls import calls_of
from app.domain.judgement.reachability.hours import working_hours
from app.domain.judgement.reachability.losses import single_points
from app.domain.judgement.reachability.repeated import Tell, check_runs, repeat
from app.domain.judgement.reachability.results import Reachability
from app.domain.judgement.reachability.scenario import Scenario
from app.domain.judgement.reachability.telling import Telling
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.trees import CommunicationTree, TreeNode


def silent(share: float) -> None:
    """Take no notice of progress."""


def simulate(plan: Plan, scenario: Scenario, tell: Tell = silent) -> Reachability:
    """Who is reached in `scenario`, when, how; who never is, and on whom that hangs.

    `tell` hears of progress, and may raise to stop the work.

    Raises:
        TooManyCalls: The runs would take too long.
        ZoneUnknown: The scenario's zone is no IANA name.
    """
    zone = zone_named(scenario.zone)
    office = working_hours(plan.profile.working_hours)
    in_hours = office.cover(scenario.at.astimezone(zone))
    nodes = _by_tree(plan)
    tried = [(tree, calls_of(plan, scenario, nodes[tree.id])) for tree in _trees(plan, scenario)]
    check_runs(sum(len(calls.calls) for _, calls in tried), scenario.runs)
    found = []
    for at, (tree, calls) in enumerate(tried):
        repeated = None
        if scenario.runs and calls.calls:
            share = partial(_part, tell, at, len(tried))
            repeated = repeat(calls, scenario.runs, scenario.seed, share)
        found.append(Telling(plan, scenario, tree, calls, in_hours=in_hours).result(repeated))
    return Reachability(
        scenario, in_hours, tuple(found), single_points([calls for _, calls in tried])
    )


def _part(tell: Tell, at: int, count: int, share: float) -> None:
    tell((at + share) / count)


def _trees(plan: Plan, scenario: Scenario) -> Iterable[CommunicationTree]:
    if scenario.tree is not None:
        found = plan.trees.get(scenario.tree)
        return () if found is None else (found,)
    severity = None if scenario.severity is None else plan.severities.get(scenario.severity)
    return tuple(tree for tree in plan.trees.values() if _starts(plan, tree, severity))


def _starts(plan: Plan, tree: CommunicationTree, severity: SeverityLevel | None) -> bool:
    """Whether an incident of `severity` starts `tree`; one of no severity starts all."""
    if severity is None or tree.starts_at is None:
        return True
    starts_at = plan.severities.get(tree.starts_at)
    return starts_at is None or severity.rank <= starts_at.rank


def _by_tree(plan: Plan) -> Mapping[RecordId, list[TreeNode]]:
    found: defaultdict[RecordId, list[TreeNode]] = defaultdict(list)
    for node in plan.tree_nodes.values():
        found[node.tree].append(node)
    return found
