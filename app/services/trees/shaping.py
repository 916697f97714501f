"""Edits of a communication tree as changes of the plan; none of them makes a circle."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.errors import IrplanError
from app.domain.plan.changes import ChangeSet, difference
from app.domain.plan.ids import RecordId, new_id
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.records import Records
from app.domain.plan.trees import TreeNode
from app.services.trees.called import Called, usual_channels
from app.services.trees.forest import Forest, forest_of


class WouldCircle(IrplanError):
    """A call would have to be made by one that only follows from it."""

    code = "tree.circle"


def new_call(plan: Plan, tree: RecordId, parent: RecordId | None, called: Called) -> TreeNode:
    """A call to `called` that is not in the plan yet, by the usual channels."""
    channels = usual_channels(plan, called)
    target, key, name = called.target, called.target_id, called.name
    return TreeNode(new_id("call"), tree, parent, target, key, name, channels)


def added(plan: Plan, node: TreeNode, behind: RecordId | None = None) -> ChangeSet:
    """Adds `node`, right behind another call or (None) last of those beside it."""
    nodes = [*plan.tree_nodes.values()]
    at = len(nodes) if behind is None else plan.tree_nodes.index(behind) + 1
    nodes.insert(at, node)
    return _to(plan, nodes)


def connected(
    plan: Plan, key: RecordId, parent: RecordId | None, behind: RecordId | None = None
) -> ChangeSet:
    """Hangs `key`, with all that follows from it, under `parent` (None: first to be made).

    It comes right behind the call `behind`, or last of those it then stands beside. Its card goes
    to its tidy place.

    Raises:
        WouldCircle: `parent` is `key` or follows from it.
    """
    node = plan.tree_nodes[key]
    branch = forest_of(plan, node.tree).branch(key)
    if parent in branch:
        raise WouldCircle(
            "A call cannot be made by one that follows from it: hang it under another call."
        )
    tree = node.tree if parent is None else plan.tree_nodes[parent].tree
    moved = {one: replace(plan.tree_nodes[one], tree=tree) for one in branch}
    moved[key] = replace(node, tree=tree, parent=parent, offset=None)
    nodes = [moved.get(one.id, one) for one in plan.tree_nodes.values()]
    return _to(plan, _behind(nodes, key, behind))


def detached(plan: Plan, key: RecordId) -> ChangeSet:
    """Lets `key`, with all that follows from it, be made by nobody: it starts on its own."""
    return connected(plan, key, None)


def taken_out(plan: Plan, key: RecordId) -> ChangeSet:
    """Takes one call out; whoever made it makes those that followed from it."""
    node = plan.tree_nodes[key]
    parent = forest_of(plan, node.tree).parent(key)
    heirs = [
        replace(one, parent=parent if parent != one.id else None, offset=None)
        for one in plan.tree_nodes.values()
        if one.parent == key and one.id != key
    ]
    gone = {key, *(one.id for one in heirs)}
    at = plan.tree_nodes.index(key)
    nodes = [*plan.tree_nodes.values()]
    kept = [[one for one in part if one.id not in gone] for part in (nodes[:at], nodes[at:])]
    return _to(plan, (*kept[0], *heirs, *kept[1]))


def cut_off(plan: Plan, key: RecordId) -> ChangeSet:
    """Takes a call out, and all that follow from it."""
    gone = set(forest_of(plan, plan.tree_nodes[key].tree).branch(key))
    return _to(plan, (one for one in plan.tree_nodes.values() if one.id not in gone))


def shifted(plan: Plan, key: RecordId, step: int) -> ChangeSet:
    """Moves a call before (-1) or behind (1) the next beside it; empty at the end."""
    forest = forest_of(plan, plan.tree_nodes[key].tree)
    neighbour = _beside(forest, key, step)
    if neighbour is None:
        return ()
    nodes = [*plan.tree_nodes.values()]
    first, second = (neighbour, key) if step < 0 else (key, neighbour)
    return _to(plan, _behind(nodes, first, second))


def indented(plan: Plan, key: RecordId) -> ChangeSet:
    """Lets the call before `key` make it; empty for the first of those beside each other."""
    above = _beside(forest_of(plan, plan.tree_nodes[key].tree), key, -1)
    return () if above is None else connected(plan, key, above)


def outdented(plan: Plan, key: RecordId) -> ChangeSet:
    """Puts `key` right behind the call that makes it; empty for one that starts the tree."""
    forest = forest_of(plan, plan.tree_nodes[key].tree)
    parent = forest.parent(key)
    return () if parent is None else connected(plan, key, forest.parent(parent), parent)


def _beside(forest: Forest, key: RecordId, step: int) -> RecordId | None:
    siblings = forest.siblings(key)
    at = siblings.index(key) + step
    return siblings[at] if 0 <= at < len(siblings) else None


def _behind(nodes: Sequence[TreeNode], key: RecordId, other: RecordId | None) -> list[TreeNode]:
    """`nodes` with `key` right behind `other`, or (None) at the end."""
    rest = [node for node in nodes if node.id != key]
    (moved,) = (node for node in nodes if node.id == key)
    ids = [node.id for node in rest]
    rest.insert(len(rest) if other is None else ids.index(other) + 1, moved)
    return rest


def _to(plan: Plan, nodes: Iterable[TreeNode]) -> ChangeSet:
    return difference(plan, plan.with_table(Kind.TREE_NODE, Records(nodes)))
