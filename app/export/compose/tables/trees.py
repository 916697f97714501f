"""Communication trees as figures, each with a table that says the same."""

from collections.abc import Iterator

from app.domain.document.drawing import Ink
from app.domain.document.tree import Block, Cell, Figure, Table
from app.domain.plan.plan import Plan
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from app.export.compose import names
from app.export.compose.cells import optional
from app.export.compose.scribe import Scribe
from app.export.figures.communication_tree import TreeFigure, communication_tree
from app.export.figures.communication_tree import TreeNode as FigureNode
from app.export.figures.tree_parts import tree_parts


def trees(scribe: Scribe) -> tuple[Block, ...]:
    """A figure and a table for each tree that has nodes."""
    plan, made = scribe.plan, list[Block]()
    for tree in plan.trees.values():
        nodes = [node for node in plan.tree_nodes.values() if node.tree == tree.id]
        if nodes:
            made += [*_figures(scribe, tree, nodes), _table(scribe, tree, nodes)]
    return tuple(made)


def _figures(scribe: Scribe, tree: CommunicationTree, nodes: list[TreeNode]) -> Iterator[Figure]:
    """The tree in one figure, or in several where one could not be read.

    Cards moved by hand on the canvas stand at their tidy places here: a page has no room to spare,
    and a part of a tree is laid out anew for it.
    """
    plan = scribe.plan
    boxes = tuple(
        FigureNode(
            node.id,
            node.parent,
            names.node(plan, node),
            tuple(line for line in (_holder(plan, node),) if line),
            scribe.span(node.allowed),
            Ink.BRAND if node.parent is None else Ink.NONE,
        )
        for node in nodes
    )
    for number, part in enumerate(tree_parts(boxes)):
        name = f"{tree.name}: {part[0].title}" if number else tree.name
        alternative = scribe.say("tree.alternative", name=name)
        drawing = communication_tree(TreeFigure(part))
        yield Figure(name, alternative, drawing, "" if number else f"tree:{tree.id}")


def _table(scribe: Scribe, tree: CommunicationTree, nodes: list[TreeNode]) -> Table:
    say, plan = scribe.say, scribe.plan
    by_id = {node.id: node for node in nodes}
    heads = {
        "tree.called": 1.8,
        "tree.by": 1.6,
        "tree.channels": 2.0,
        "tree.within": 1.1,
        "tree.otherwise": 2.4,
    }
    rows = (
        (
            scribe.marked(node, names.node(plan, node)),
            names.node(plan, by_id[node.parent]) if node.parent in by_id else say("tree.starts"),
            _stated(scribe, node, _channels(scribe, node)),
            _stated(scribe, node, scribe.span(node.allowed)),
            _stated(scribe, node, node.if_no_answer),
        )
        for node in nodes
    )
    begins = names.severity(plan, tree.starts_at)
    caption = say("tree.caption", name=tree.name, severity=begins) if begins else tree.name
    return scribe.table(caption, heads, rows, f"table:tree.{tree.id}")


def _channels(scribe: Scribe, node: TreeNode) -> str:
    """The channels in order, one a line."""
    return "\n".join(names.channel_kind(kind, scribe.say) for kind in node.channels)


def _stated(scribe: Scribe, node: TreeNode, text: str) -> Cell:
    """`text` or a visible gap; the root is called by nobody, so nothing is missing there."""
    return optional(text) if node.parent is None else scribe.cell(text)


def _holder(plan: Plan, node: TreeNode) -> str:
    if node.target is not NodeTarget.ROLE:
        return ""
    role = next((item for item in plan.roles.values() if item.id == node.target_id), None)
    return names.person(plan, role.holder) if role is not None else ""
