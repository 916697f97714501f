"""Communication trees that are missing or break off."""

from collections.abc import Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import PlanRule, RecordRule
from app.domain.plan.ids import RecordId
from app.domain.plan.links import CALLED
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.trees import TreeNode

SECTION = "escalation"
MOST_CALLS = 7
"""How many calls one person can make one after the other before the last ones come too late.

Our judgement: at five minutes a call the seventh is reached after half an hour.
"""


def _unknown_target(context: Context, node: TreeNode) -> Iterator[Finding]:
    kind = CALLED.get(node.target)
    if kind is not None and RecordId(node.target_id) not in context.plan.table(kind):
        yield _about(
            "tree.unknown-target",
            node,
            f"A communication tree calls {node.target.value} {node.target_id!r}, "
            "whom the plan does not define.",
            "Define it or call somebody else.",
        )


def _no_way_on(context: Context, node: TreeNode) -> Iterator[Finding]:
    if node.parent is not None and (not node.channels or not node.if_no_answer.strip()):
        what = "which channels to use" if not node.channels else "what to do when nobody answers"
        yield _about(
            "tree.no-way-on",
            node,
            f"The communication tree does not say {what} for {_called(context.plan, node)}.",
            "State the channels in order and the way round.",
        )


def _fan_out(context: Context, node: TreeNode) -> Iterator[Finding]:
    calls = len(context.linkage.namers(Kind.TREE_NODE, node.id, Kind.TREE_NODE))
    if calls > MOST_CALLS:
        yield _about(
            "tree.fan-out",
            node,
            f"In a communication tree, {_called(context.plan, node)} has {calls} calls to make, "
            f"more than the {MOST_CALLS} one person can make in time.",
            "Let some of those called make the further calls.",
        )


def _none(context: Context) -> Iterator[Finding]:
    if not context.plan.trees:
        yield Finding(
            "tree.none",
            Weight.WARN,
            Kind.SECTION,
            RecordId(SECTION),
            "There is no communication tree: who calls whom is not stated.",
            "Add an activation tree.",
            SECTION,
        )


def _called(plan: Plan, node: TreeNode) -> str:
    kind = CALLED.get(node.target)
    record = plan.table(kind).get(RecordId(node.target_id)) if kind is not None else None
    known = node.name or (record.name if record is not None else "")
    return known or (repr(node.target_id) if node.target_id else "a group without a name")


def _about(code: str, node: TreeNode, reason: str, fix: str) -> Finding:
    return Finding(code, Weight.WARN, Kind.TREE_NODE, node.id, reason, fix, SECTION)


_CALLED = frozenset(CALLED.values())

RECORD_RULES = (
    RecordRule("tree.unknown-target", Kind.TREE_NODE, _unknown_target, looks_up=_CALLED),
    RecordRule("tree.no-way-on", Kind.TREE_NODE, _no_way_on, reads=_CALLED),
    RecordRule(
        "tree.fan-out",
        Kind.TREE_NODE,
        _fan_out,
        reads=_CALLED,
        named_by=frozenset({Kind.TREE_NODE}),
    ),
)
RULES = (PlanRule("tree.none", frozenset({Kind.TREE}), _none),)
