"""Calls of communication trees that reach nobody, or that hang on a single person."""

from collections.abc import Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import RecordRule
from app.domain.plan.ids import RecordId
from app.domain.plan.links import CALLED
from app.domain.plan.people import Party, Person
from app.domain.plan.plan import Kind
from app.domain.plan.roles import Role
from app.domain.plan.trees import TreeNode

SECTION = "escalation"


def _nobody(context: Context, node: TreeNode) -> Iterator[Finding]:
    called = _called(context, node)
    if called is None:
        return
    if isinstance(called, Role) and not _people(context, node):
        yield _about(
            "tree.unreachable",
            node,
            f"A communication tree calls the role {called.name}, which nobody holds.",
            "Give the role a holder or call somebody else.",
        )
    elif not _has_channel(context, node, called):
        yield _about(
            "tree.unreachable",
            node,
            f"{called.name} has none of the channels by which a communication tree calls.",
            "Add such a channel to the contact, or call by one that is there.",
        )


def _cut_off(context: Context, node: TreeNode) -> Iterator[Finding]:
    if node.parent is None:
        return
    parent = context.plan.tree_nodes.get(node.parent)
    if parent is None or parent.tree != node.tree:
        reason = "A call of a communication tree hangs under one that its tree does not hold."
    elif context.circles.holds(context.plan.tree_nodes, node.id):
        reason = "Calls of a communication tree wait for each other, so none of them is ever made."
    else:
        return
    yield _about("tree.cut-off", node, reason, "Hang it under a call that the tree makes.")


def _single_point(context: Context, node: TreeNode) -> Iterator[Finding]:
    below = context.linkage.namers(Kind.TREE_NODE, node.id, Kind.TREE_NODE)
    people = _people(context, node)
    if below and len(people) == 1:
        calls = "one further call" if len(below) == 1 else f"{len(below)} further calls"
        yield _about(
            "tree.single-point",
            node,
            f"When {people[0].name} does not answer, {calls} of a communication tree cannot be "
            "made.",
            "Call a role that has a deputy, or hang the calls below under somebody else as well.",
        )


def _called(context: Context, node: TreeNode) -> Person | Party | Role | None:
    """Whom `node` calls; None for a group and for whom the plan does not define."""
    kind = CALLED.get(node.target)
    if kind is None:
        return None
    called: Person | Party | Role | None = context.plan.table(kind).get(RecordId(node.target_id))
    return called


def _people(context: Context, node: TreeNode) -> tuple[Person, ...]:
    """The people of the plan who can answer at `node`, each once; none for a party."""
    called = _called(context, node)
    if isinstance(called, Person):
        return (called,)
    if not isinstance(called, Role):
        return ()
    keys = dict.fromkeys((called.holder, *called.deputies))
    found = (context.plan.people.get(key) for key in keys if key is not None)
    return tuple(person for person in found if person is not None)


def _has_channel(context: Context, node: TreeNode, called: Person | Party | Role) -> bool:
    """Whether somebody has one of the channels of `node`; a call by no stated channel has."""
    reached = (called,) if isinstance(called, Party) else _people(context, node)
    known = {channel.kind for one in reached for channel in one.channels}
    return not node.channels or not known.isdisjoint(node.channels)


def _about(code: str, node: TreeNode, reason: str, fix: str) -> Finding:
    return Finding(code, Weight.WARN, Kind.TREE_NODE, node.id, reason, fix, SECTION)


_ROLE_AND_PEOPLE = frozenset({Kind.ROLE, Kind.PERSON})

RECORD_RULES = (
    RecordRule("tree.unreachable", Kind.TREE_NODE, _nobody, reads=_ROLE_AND_PEOPLE | {Kind.PARTY}),
    RecordRule("tree.cut-off", Kind.TREE_NODE, _cut_off, reads=frozenset({Kind.TREE_NODE})),
    RecordRule(
        "tree.single-point",
        Kind.TREE_NODE,
        _single_point,
        reads=_ROLE_AND_PEOPLE | {Kind.PARTY},
        named_by=frozenset({Kind.TREE_NODE}),
    ),
)
