"""Starting records: one of each id in any plan, and every record they name is there."""

from collections.abc import Iterator
from typing import Any, Final

from app.domain.interview.template import StartingRecord
from app.domain.plan.links import LINKS, named
from app.domain.plan.plan import Kind, kind_of
from app.domain.plan.trees import NodeTarget, TreeNode
from app.persistence.library.checks.presence import Presence
from app.persistence.library.parts import TemplateParts
from app.persistence.library.problems import Placed, Problems

_NODE_TARGETS: Final = {NodeTarget.ROLE: Kind.ROLE, NodeTarget.PARTY: Kind.PARTY}

SCALES: Final = frozenset({Kind.SEVERITY, Kind.IMPACT, Kind.URGENCY})
"""Kinds with a whole set for every scheme; a record that names one of them finds it in each."""

Known = dict[Kind, dict[str, Any]]


def check_links(parts: TemplateParts, problems: Problems) -> None:
    """Note each id that can stand twice in a plan, and each named record that is not proposed.

    Records of one id are alternatives when no answers propose two of them.
    """
    presence = Presence(parts)
    known = _known(parts, presence, problems)
    for starting in parts.starting:
        placed = Placed(starting.file, starting.place, starting.item.record)
        for field, target, kind in _links(placed.item):
            at = f"{placed.place}.{field}"
            if target not in known[kind]:
                sentence = f"'{target}' is none of the {kind.value.replace('_', ' ')}"
                problems.note(placed.file, at, sentence)
            elif kind in SCALES and presence.lacking(kind, target, starting.item):
                problems.note(placed.file, at, f"not all answers propose '{target}'")
        _check_node(placed, known, problems)


def _known(parts: TemplateParts, presence: Presence, problems: Problems) -> Known:
    seen: dict[tuple[Kind, str], list[StartingRecord]] = {}
    for starting in parts.starting:
        record = starting.item.record
        namesakes = seen.setdefault((kind_of(record), record.id), [])
        if any(presence.meet(starting.item, other) for other in namesakes):
            problems.note(starting.file, f"{starting.place}.id", f"'{record.id}' stands twice")
        namesakes.append(starting.item)
    known: Known = {kind: {} for kind in Kind}
    for (kind, key), namesakes in seen.items():
        known[kind][key] = namesakes[-1].record
    return known


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
