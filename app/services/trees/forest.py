"""A communication tree as its calls hang together, whatever was imported into it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.trees import TreeNode


@dataclass(frozen=True, slots=True)
class Forest:
    """The calls of one tree, each under the one that makes it, in the order of the table.

    `roots` are made first. Those of them in `cut` should hang under another call, but that one is
    not in the tree or waits for them itself: a circle is opened at its first call.
    """

    nodes: Mapping[RecordId, TreeNode]
    roots: tuple[RecordId, ...]
    below: Mapping[RecordId, tuple[RecordId, ...]]
    cut: frozenset[RecordId]

    def parent(self, key: RecordId) -> RecordId | None:
        """The call that `key` is shown under; None for one of `roots`."""
        node = self.nodes[key]
        return None if key in self.cut else node.parent or None

    def siblings(self, key: RecordId) -> tuple[RecordId, ...]:
        """The calls beside `key`, itself among them."""
        parent = self.parent(key)
        return self.roots if parent is None else self.below[parent]

    def branch(self, key: RecordId) -> tuple[RecordId, ...]:
        """`key` and all calls that follow from it, as one reads them."""
        return tuple(self._downwards((key,)))

    def in_order(self) -> tuple[RecordId, ...]:
        """All calls as one reads them: each before those it leads to."""
        return tuple(self._downwards(self.roots))

    def depth(self, key: RecordId) -> int:
        """How many calls come before `key`."""
        above, steps = self.parent(key), 0
        while above is not None:
            above, steps = self.parent(above), steps + 1
        return steps

    def _downwards(self, start: Sequence[RecordId]) -> Iterator[RecordId]:
        waiting = [*reversed(start)]
        while waiting:
            key = waiting.pop()
            yield key
            waiting.extend(reversed(self.below.get(key, ())))


def forest_of(plan: Plan, tree: RecordId) -> Forest:
    """How the calls of `tree` hang together; nothing when the plan has no such tree."""
    return grown(node for node in plan.tree_nodes.values() if node.tree == tree)


def grown(calls: Iterable[TreeNode]) -> Forest:
    """How `calls`, all of one tree, hang together."""
    nodes = {node.id: node for node in calls}
    cut = {key for key, node in nodes.items() if node.parent and node.parent not in nodes}
    cut |= _openings(nodes)
    roots: list[RecordId] = []
    below: dict[RecordId, list[RecordId]] = {}
    for key, node in nodes.items():
        if not node.parent or key in cut:
            roots.append(key)
        else:
            below.setdefault(node.parent, []).append(key)
    grouped = {key: tuple(group) for key, group in below.items()}
    return Forest(nodes, tuple(roots), grouped, frozenset(cut))


def _openings(nodes: Mapping[RecordId, TreeNode]) -> set[RecordId]:
    """The first call of every circle, in the order of the table."""
    place = {key: at for at, key in enumerate(nodes)}
    walked: dict[RecordId, RecordId] = {}
    found: set[RecordId] = set()
    for start in nodes:
        at: RecordId | None = start
        while at is not None and at in nodes and at not in walked:
            walked[at] = start
            at = nodes[at].parent
        if at is not None and walked.get(at) == start:
            found.add(min(_circle(nodes, at), key=place.__getitem__))
    return found


def _circle(nodes: Mapping[RecordId, TreeNode], start: RecordId) -> Iterator[RecordId]:
    yield start
    at = nodes[start].parent
    while at is not None and at != start:
        yield at
        at = nodes[at].parent
