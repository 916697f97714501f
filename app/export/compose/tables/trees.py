"""Communication trees as figures, each with a table that says the same."""

from app.domain.document.drawing import Ink
from app.domain.document.tree import Block, Cell, Figure, Table
from app.domain.plan.plan import Plan
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from app.export.compose import names
from app.export.compose.cells import cell, marked, optional, span, table
from app.export.figures.communication_tree import TreeFigure, communication_tree
from app.export.figures.communication_tree import TreeNode as FigureNode


def trees(plan: Plan) -> tuple[Block, ...]:
    """A figure and a table for each tree that has nodes."""
    made: list[Block] = []
    for tree in plan.trees.values():
        nodes = [node for node in plan.tree_nodes.values() if node.tree == tree.id]
        if nodes:
            made += [_figure(plan, tree, nodes), _table(plan, tree, nodes)]
    return tuple(made)


def _figure(plan: Plan, tree: CommunicationTree, nodes: list[TreeNode]) -> Figure:
    boxes = tuple(
        FigureNode(
            node.id,
            node.parent,
            names.node(plan, node),
            tuple(line for line in (_holder(plan, node),) if line),
            span(node.allowed),
            Ink.BRAND if node.parent is None else Ink.NONE,
        )
        for node in nodes
    )
    alternative = f"{tree.name}: who calls whom; the table below it says the same."
    drawing = communication_tree(TreeFigure(boxes))
    return Figure(tree.name, alternative, drawing, f"tree:{tree.id}")


def _table(plan: Plan, tree: CommunicationTree, nodes: list[TreeNode]) -> Table:
    by_id = {node.id: node for node in nodes}
    heads = (
        ("Called", 1.8),
        ("By", 1.6),
        ("Channels, in order", 2.0),
        ("Within", 1.1),
        ("If nobody answers", 2.4),
    )
    rows = (
        (
            marked(node, names.node(plan, node)),
            names.node(plan, by_id[node.parent]) if node.parent in by_id else "starts the tree",
            _channels(node),
            optional(span(node.allowed)) if node.parent is None else cell(span(node.allowed)),
            optional(node.if_no_answer) if node.parent is None else cell(node.if_no_answer),
        )
        for node in nodes
    )
    begins = names.severity(plan, tree.starts_at)
    caption = f"{tree.name}, from {begins} on" if begins else tree.name
    return table(caption, heads, rows, f"table:tree.{tree.id}")


def _channels(node: TreeNode) -> Cell:
    """The channels in order; the root is called by nobody, so none is missing there."""
    text = "\n".join(names.CHANNEL_WORDS[kind] for kind in node.channels)
    return optional(text) if node.parent is None else cell(text)


def _holder(plan: Plan, node: TreeNode) -> str:
    if node.target is not NodeTarget.ROLE:
        return ""
    role = next((item for item in plan.roles.values() if item.id == node.target_id), None)
    return names.person(plan, role.holder) if role is not None else ""
