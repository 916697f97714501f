"""Small communication trees for tests."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from app.domain.judgement.reachability.calls import Calls, calls_of
from app.domain.judgement.reachability.results import NodeResult, Reachability
from app.domain.judgement.reachability.scenario import Outages, Rates, Scenario
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.people import Channel, ChannelKind, Person
from app.domain.plan.plan import Plan
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from tests.builders import person, plan_with, rid, role

MOBILE, PHONE, EMAIL = ChannelKind.MOBILE, ChannelKind.PHONE, ChannelKind.EMAIL
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
TREE = CommunicationTree(rid("tree"), "Activation tree")


def minutes(amount: int) -> Duration:
    return Duration(amount, TimeUnit.MINUTES)


def reachable(key: str, *kinds: ChannelKind, **fields: Any) -> Person:
    """Somebody at all times, with an address of each of `kinds`, by mobile unless given."""
    channels = tuple(Channel(kind, f"{key}-{kind.value}") for kind in kinds or (MOBILE,))
    values: dict[str, Any] = {"channels": channels, "availability": "24/7"}
    return person(key, **{**values, **fields})


def call(key: str, who: str, parent: str | None = None, **fields: Any) -> TreeNode:
    """A call to the role `who`, for ten minutes, by any channel, with no way round."""
    values: dict[str, Any] = {
        "tree": TREE.id,
        "target": NodeTarget.ROLE,
        "target_id": who,
        "allowed": minutes(10),
    }
    above = None if parent is None else rid(parent)
    return TreeNode(rid(key), parent=above, **{**values, **fields})


def case(**fields: Any) -> Scenario:
    return Scenario(**{"at": TUESDAY, **fields})


def calls(plan: Plan, scenario: Scenario | None = None) -> Calls:
    return calls_of(plan, scenario or case(), plan.tree_nodes.values())


def by_id(result: Reachability) -> dict[str, NodeResult]:
    return {node.node: node for node in result.nodes}


def reached(result: Reachability) -> set[str]:
    return {node.node for node in result.nodes if node.answer is not None}


def two_floors(*, way_round: str = "") -> Plan:
    """The lead is called for 10 minutes by mobile, then phone; the lead calls Ben for 4."""
    return plan_with(
        reachable("ada", MOBILE, PHONE),
        reachable("ben"),
        role("lead", holder=rid("ada")),
        TREE,
        call("top", "lead", if_no_answer=way_round),
        call("leaf", "ben", "top", target=NodeTarget.PERSON, allowed=minutes(4)),
    )


KINDS = st.sampled_from((MOBILE, PHONE, EMAIL))
PEOPLE = tuple(f"p{at}" for at in range(5))


@st.composite
def plans(draw: DrawFn) -> Plan:
    """A few people, roles and calls in one tree, some calls in circles or below nothing."""
    ways = st.builds(Channel, KINDS, st.just("x"), st.booleans())
    people = [person(key, channels=tuple(draw(st.lists(ways, max_size=3)))) for key in PEOPLE]
    keys = st.sampled_from([one.id for one in people])
    roles = [
        role(
            f"r{at}",
            holder=draw(st.none() | keys),
            deputies=tuple(draw(st.lists(keys, max_size=2))),
        )
        for at in range(3)
    ]
    count = draw(st.integers(0, 7))
    nodes = [draw(_nodes(at, count)) for at in range(count)]
    return plan_with(*people, *roles, TREE, *nodes)


@st.composite
def _nodes(draw: DrawFn, at: int, count: int) -> TreeNode:
    target, keys = draw(
        st.sampled_from(
            (
                (NodeTarget.ROLE, ("r0", "r1", "r2", "gone")),
                (NodeTarget.PERSON, PEOPLE),
                (NodeTarget.GROUP, ("",)),
            )
        )
    )
    above = [f"n{other}" for other in range(count if draw(st.booleans()) else at)]
    return call(
        f"n{at}",
        draw(st.sampled_from(keys)),
        draw(st.none() | st.sampled_from(above)) if above else None,
        target=target,
        channels=tuple(draw(st.lists(KINDS, max_size=3))),
        allowed=draw(st.none() | st.integers(0, 60).map(minutes)),
        if_no_answer=draw(st.sampled_from(("", "Go on."))),
    )


OUTAGES = st.builds(Outages, st.frozensets(KINDS, max_size=2), st.booleans(), st.booleans())
AWAY = st.frozensets(st.sampled_from(PEOPLE).map(rid), max_size=3)
SHARES = st.sampled_from((0.0, 0.25, 0.5, 0.8, 1.0))
RATES = st.builds(Rates, st.dictionaries(KINDS, SHARES), st.dictionaries(KINDS, SHARES))
