"""Starting records: one of each id, and every record they name is there."""

from collections.abc import Iterator
from typing import Any, Final

from app.domain.plan.links import LINKS, named
from app.domain.plan.plan import Kind, kind_of
from app.domain.plan.trees import NodeTarget, TreeNode
from app.persistence.library.parts import TemplateParts
from app.persistence.library.problems import Placed, Problems

_NODE_TARGETS: Final = {NodeTarget.ROLE: Kind.ROLE, NodeTarget.PARTY: Kind.PARTY}

Known = dict[Kind, dict[str, Any]]


def check_links(parts: TemplateParts, problems: Problems) -> None:
    """Note each repeated id, and each named record that is not proposed."""
    known: Known = {kind: {} for kind in Kind}
    for starting in parts.starting:
        record = starting.item.record
        same = known[kind_of(record)]
        if record.id in same:
            problems.note(starting.file, f"{starting.place}.id", f"'{record.id}' stands twice")
        same[record.id] = record
    for starting in parts.starting:
        placed = Placed(starting.file, starting.place, starting.item.record)
        for field, target, kind in _links(placed.item):
            if target not in known[kind]:
                sentence = f"'{target}' is none of the {kind.value.replace('_', ' ')}"
                problems.note(placed.file, f"{placed.place}.{field}", sentence)
        _check_node(placed, known, problems)


def _links(record: Any) -> Iterator[tuple[str, str, Kind]]:  # noqa: ANN401 - any record
    for path, kind in LINKS.get(kind_of(record), {}).items():
        for target in named(record, path):
            yield path.partition(".")[0], target, kind
    if isinstance(record, TreeNode) and record.target in _NODE_TARGETS:
        yield "target_id", record.target_id, _NODE_TARGETS[record.target]


def _check_node(placed: Placed[Any], known: Known, problems: Problems) -> None:
    node = placed.item
    if not isinstance(node, TreeNode):
        return
    parent = known[Kind.TREE_NODE].get(node.parent) if node.parent else None
    if parent is not None and parent.tree != node.tree:
        sentence = f"'{node.parent}' stands in the tree {parent.tree}, not {node.tree}"
        problems.note(placed.file, f"{placed.place}.parent", sentence)
    if node.target is NodeTarget.PERSON:
        problems.note(
            placed.file, f"{placed.place}.target", "a template knows no people; name a role"
        )
