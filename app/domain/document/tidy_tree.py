"""Places for the boxes of a tree: parents centred over children, leaves stacked to save width.

Contours after E. M. Reingold and J. S. Tilford, "Tidier Drawings of Trees" (1981).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

Children = Mapping[str, Sequence[str]]
"""The children of every node, in order; leaves may be left out."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """Sizes shared by all boxes of a tree, and the gaps between them.

    Where all children of a node are leaves and there are `stack_from` or more of them, they
    stand under each other, `indent` to the right of their parent's left edge; 0 never stacks.
    """

    width: float
    height: float
    beside: float = 18.0
    below: float = 34.0
    between: float = 10.0
    indent: float = 18.0
    stack_from: int = 3


@dataclass(frozen=True, slots=True)
class Place:
    """The upper left corner of a box; `stacked` ones are reached from the side."""

    x: float
    y: float
    stacked: bool = False


@dataclass(slots=True)
class _Contour:
    """Left and right edges of a subtree, level by level, relative to the centre of its root."""

    left: list[float]
    right: list[float]

    def shifted(self, distance: float) -> "_Contour":
        return _Contour([x + distance for x in self.left], [x + distance for x in self.right])


def places(root: str, children: Children, spacing: Spacing) -> dict[str, Place]:
    """Place `root` and all below it; the leftmost box stands at x = 0, `root` at y = 0.

    `children` must form a tree below `root`.
    """
    offsets = _offsets(root, children, spacing)
    placed = dict(_descend(root, children, spacing, offsets))
    leftmost = min(place.x for place in placed.values())
    return {
        node: Place(place.x - leftmost, place.y, place.stacked) for node, place in placed.items()
    }


def is_stack(node: str, children: Children, spacing: Spacing) -> bool:
    """Tell whether the children of `node` stand under each other."""
    below = children.get(node, ())
    return 0 < spacing.stack_from <= len(below) and not any(children.get(c) for c in below)


def _offsets(root: str, children: Children, spacing: Spacing) -> dict[str, float]:
    """Return how far the centre of each box lies right of its parent's."""
    contours: dict[str, _Contour] = {}
    offsets = {root: 0.0}
    for node in reversed(list(_parents_first(root, children, spacing))):
        below = children.get(node, ())
        if is_stack(node, children, spacing):
            contours[node] = _stack_contour(len(below), spacing)
        else:
            parts = [contours.pop(child) for child in below]
            shifts = _shifts(parts, spacing.beside)
            offsets |= dict(zip(below, shifts, strict=True))
            contours[node] = _joined(parts, shifts, spacing.width)
    return offsets


def _parents_first(root: str, children: Children, spacing: Spacing) -> Iterator[str]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if not is_stack(node, children, spacing):
            waiting.extend(reversed(children.get(node, ())))


def _stack_contour(count: int, spacing: Spacing) -> _Contour:
    half = spacing.width / 2
    levels = ceil(count * (spacing.height + spacing.between) / (spacing.height + spacing.below))
    return _Contour([-half] * (levels + 1), [half] + [half + spacing.indent] * levels)


def _shifts(parts: Sequence[_Contour], gap: float) -> list[float]:
    """Push siblings apart until no level overlaps, then centre them around 0."""
    shifts: list[float] = []
    edge: list[float] = []
    for part in parts:
        shift = max((e - x + gap for e, x in zip(edge, part.left, strict=False)), default=0.0)
        shifts.append(shift)
        moved = [x + shift for x in part.right]
        edge = moved + edge[len(moved) :]
    middle = (shifts[0] + shifts[-1]) / 2 if shifts else 0.0
    return [shift - middle for shift in shifts]


def _joined(parts: Sequence[_Contour], shifts: Sequence[float], width: float) -> _Contour:
    left: list[float] = []
    right: list[float] = []
    for part, shift in zip(parts, shifts, strict=True):
        moved = part.shifted(shift)
        left += moved.left[len(left) :]
        right = moved.right + right[len(moved.right) :]
    return _Contour([-width / 2, *left], [width / 2, *right])


def _descend(
    root: str, children: Children, spacing: Spacing, offsets: Mapping[str, float]
) -> Iterator[tuple[str, Place]]:
    waiting = [(root, Place(0.0, 0.0))]
    while waiting:
        node, place = waiting.pop()
        yield node, place
        below = children.get(node, ())
        y = place.y + spacing.height + spacing.below
        if is_stack(node, children, spacing):
            yield from _stacked(below, place.x + spacing.indent, y, spacing)
        else:
            waiting.extend((c, Place(place.x + offsets[c], y)) for c in reversed(below))


def _stacked(
    below: Sequence[str], x: float, y: float, spacing: Spacing
) -> Iterator[tuple[str, Place]]:
    pitch = spacing.height + spacing.between
    for row, child in enumerate(below):
        yield child, Place(x, y + row * pitch, stacked=True)
