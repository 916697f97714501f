"""Trees too big to be read as one figure, cut into several that can be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from app.domain.document.drawing import Label
from app.export.figures.communication_tree import TreeFigure, TreeNode, communication_tree

LEAST_SIZE: Final = 4.4
"""Size of the smallest letters that can still be read, in points."""
MOST_BOXES: Final = 40
"""No arrangement of more boxes can be read."""
CONTINUED: Final = "\N{HORIZONTAL ELLIPSIS}"
"""The last line of a box whose boxes below are in a figure of their own."""


def tree_parts(nodes: Sequence[TreeNode]) -> tuple[tuple[TreeNode, ...], ...]:
    """`nodes` as one part if they can be read, or else as several in reading order.

    A part goes as deep as can be read; a box that has more below it heads a further part. Where
    one box has too many right below it, each part repeats that box over some of them.
    """
    if not nodes or _is_legible(nodes):
        return (tuple(nodes),)
    return tuple(_Cutter(nodes).parts())


class _Cutter:
    def __init__(self, nodes: Sequence[TreeNode]) -> None:
        self._nodes = {node.id: node for node in nodes}

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        below: dict[str, list[str]] = {key: [] for key in self._nodes}
        for node in self._nodes.values():
            if node.parent_id in below:
                below[node.parent_id].append(node.id)
        return below

    def parts(self) -> Iterator[tuple[TreeNode, ...]]:
        waiting = [n.id for n in self._nodes.values() if n.parent_id not in self._nodes]
        met: set[str] = set()
        while waiting:
            head = waiting.pop(0)
            further: list[str] = []
            for part, cut in self._headed(head):
                yield part
                met |= {node.id for node in part}
                further += cut
            waiting = further + waiting
        circling = tuple(node for key, node in self._nodes.items() if key not in met)
        if circling:
            yield circling

    def _headed(self, head: str) -> Iterator[tuple[tuple[TreeNode, ...], list[str]]]:
        """The parts under `head`, each with those of its boxes that head further ones."""
        levels = self._reached(self._below[head])
        least, most = 0, len(levels)
        while least < most:
            middle = (least + most + 1) // 2
            if _is_legible(self._part(head, _flat(levels[:middle]))[0]):
                least = middle
            else:
                most = middle - 1
        if least:
            yield self._part(head, _flat(levels[:least]))
        else:
            yield from self._chunks(head)

    def _chunks(self, head: str) -> Iterator[tuple[tuple[TreeNode, ...], list[str]]]:
        """Some of the boxes right below `head` at a time, as many as can be read."""
        rest = self._below[head]
        while rest:
            size = len(rest)
            while size > 1 and not _is_legible(self._part(head, rest[:size])[0]):
                size = (size + 1) // 2
            yield self._part(head, rest[:size])
            rest = rest[size:]

    def _reached(self, level: list[str]) -> list[list[str]]:
        """The boxes below, level by level, as far down as one part can go."""
        levels: list[list[str]] = []
        count = 0
        while level and (count := count + len(level)) < MOST_BOXES:
            levels.append(level)
            level = [key for above in level for key in self._below[above]]
        return levels

    def _part(self, head: str, keys: Sequence[str]) -> tuple[tuple[TreeNode, ...], list[str]]:
        inside = {head, *keys}
        cut = [key for key in keys if not inside.issuperset(self._below[key])]
        part = tuple(
            replace(node, lines=(*node.lines, CONTINUED)) if node.id in cut else node
            for node in map(self._nodes.__getitem__, (head, *keys))
        )
        return (replace(part[0], parent_id=None, edge_label=""), *part[1:]), cut


def _flat(levels: Sequence[Sequence[str]]) -> list[str]:
    return [key for level in levels for key in level]


def _is_legible(nodes: Sequence[TreeNode]) -> bool:
    if len(nodes) > MOST_BOXES:
        return False
    drawing = communication_tree(TreeFigure(tuple(nodes)))
    sizes = (shape.size for shape in drawing.shapes if isinstance(shape, Label))
    return min(sizes, default=LEAST_SIZE) >= LEAST_SIZE
