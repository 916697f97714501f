"""Calls that hang nowhere: they go under the start of their tree."""

from dataclasses import replace

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding
from app.domain.judgement.remedies.remedy import Remedy
from app.domain.plan.changes import put
from app.domain.plan.plan import Kind


def hang_under_start(context: Context, finding: Finding) -> Remedy | None:
    """Hang the call under the one that starts its tree, if just one does."""
    plan = context.plan
    node = plan.tree_nodes.get(finding.record)
    if node is None:
        return None
    keys = context.linkage.namers(Kind.TREE, node.tree, Kind.TREE_NODE)
    starts = [key for key in keys if plan.tree_nodes[key].parent is None]
    if len(starts) != 1:
        return None
    changed = replace(node, parent=starts[0])
    return Remedy("Hang the call under the start of its tree", (put(plan, changed),))


MENDERS = {"tree.cut-off": hang_under_start}
