"""What became of the calls of one tree, told in names, clocks and limits of the plan."""

from datetime import UTC, timedelta

from app.domain.judgement.deadlines.case import zone_named
from app.domain.judgement.linting.tree_times import is_target
from app.domain.judgement.reachability.calls import Call, Calls, zone_of
from app.domain.judgement.reachability.chances import all_chance, reach_chances
from app.domain.judgement.reachability.losses import preorder
from app.domain.judgement.reachability.repeated import Odds, Repeated
from app.domain.judgement.reachability.results import Answer, Limit, NodeResult, TreeResult, Why
from app.domain.judgement.reachability.scenario import Scenario
from app.domain.judgement.reachability.walk import NOTICED, walk
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.span_order import most_minutes
from app.domain.plan.trees import CommunicationTree


class Telling:
    """Tells of one tree in one scenario."""

    def __init__(
        self,
        plan: Plan,
        scenario: Scenario,
        tree: CommunicationTree,
        calls: Calls,
        *,
        in_hours: bool,
    ) -> None:
        self._plan = plan
        self._scenario = scenario
        self._zone = zone_named(scenario.zone)
        self._tree = tree
        self._calls = calls
        key = scenario.severity or tree.starts_at
        self._level = None if key is None else plan.severities.get(key)
        self._limit = _limit(self._level, in_hours=in_hours)
        self._walk = walk(calls, [call.answered for call in calls.calls])
        self._parents = {below: at for at in range(len(calls.calls)) for below in calls.below[at]}

    def result(self, repeated: Repeated | None) -> TreeResult:
        """The result, with the odds of `repeated` runs where there were any."""
        chances = reach_chances(self._calls)
        order = preorder(self._calls)
        depths: dict[int, int] = {}
        for at in order:
            depths[at] = depths[self._parents[at]] + 1 if at in self._parents else 0
        stranded = [at for at in range(len(chances)) if at not in depths]
        nodes = tuple(
            self._node(
                at,
                depths.get(at, 0),
                chances[at],
                None if repeated is None else repeated.each[at],
            )
            for at in (*order, *stranded)
        )
        return TreeResult(
            self._tree.id,
            self._tree.name,
            nodes,
            self._limit,
            all_chance(self._calls),
            None if repeated is None else repeated.all,
        )

    def _node(self, at: int, depth: int, chance: float, odds: Odds | None) -> NodeResult:
        call, caller = self._calls.calls[at], self._walk.callers[at]
        answer = self._answer(at)
        begun = self._walk.begun[at]
        blocked = self._blocked(at) if begun is None else None
        return NodeResult(
            tree=self._tree.id,
            node=call.node.id,
            name=call.name,
            depth=depth,
            begun=begun,
            ended=None
            if begun is None
            else begun + call.minutes
            if answer is None
            else answer.minute,
            caller=None if caller == NOTICED else self._calls.calls[caller].node.id,
            stands_in=begun is not None and caller != self._parents.get(at, NOTICED),
            answer=answer,
            why=None if answer is not None else _why(call, begun, blocked),
            blocked=blocked,
            tries=call.tries,
            timed=call.node.allowed is not None,
            limited=self._is_limited(call),
            late=self._is_late(call, answer),
            chance=chance,
            odds=odds,
        )

    def _answer(self, at: int) -> Answer | None:
        minute, call = self._walk.reached[at], self._calls.calls[at]
        success = call.answered
        if minute is None or success is None:
            return None
        one = call.tries[success]
        person = self._plan.people.get(RecordId(one.person)) if one.person else None
        zone = self._zone if person is None else zone_of(person, self._zone)
        local = (self._scenario.at.astimezone(UTC) + timedelta(minutes=minute)).astimezone(zone)
        return Answer(minute, local, one.person, one.name, one.kind, success + 1, one.guessed)

    def _blocked(self, at: int) -> RecordId | None:
        """The call above `at` at which the way down to it ends; None where none leads there."""
        passed: set[int] = set()
        above = self._parents.get(at)
        while above is not None and above not in passed:
            if self._walk.begun[above] is not None:
                return self._calls.calls[above].node.id
            passed.add(above)
            above = self._parents.get(above)
        return None

    def _is_limited(self, call: Call) -> bool:
        return self._level is not None and is_target(call.node, self._level)

    def _is_late(self, call: Call, answer: Answer | None) -> bool:
        if answer is None or self._limit is None or not self._is_limited(call):
            return False
        return answer.minute > self._limit.minutes


def _limit(level: SeverityLevel | None, *, in_hours: bool) -> Limit | None:
    """The time that `level` leaves to escalate; of the two it states, the one that applies."""
    if level is None:
        return None
    span = level.escalate_in_hours if in_hours else level.escalate_out_of_hours
    return None if span is None else Limit(most_minutes(span), level.name, in_hours)


def _why(call: Call, begun: float | None, blocked: RecordId | None) -> Why:
    if begun is None:
        return Why.STRANDED if blocked is None else Why.NOT_CALLED
    if not call.staffed:
        return Why.NOBODY
    if not call.tries:
        return Why.NO_ADDRESS
    obstacles = {one.obstacle for one in call.tries if one.obstacle is not None}
    return Why(obstacles.pop().value) if len(obstacles) == 1 else Why.SEVERAL
