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
class _Edge:
    """One side of a subtree, level by level from the lowest up, relative to the centre of its root.

    `moved` is to be added to each, so that a whole side is moved without touching its levels.
    """

    levels: list[float]
    moved: float = 0.0

    def over(self, other: "_Edge") -> "_Edge":
        """This edge as far down as it reaches, then `other`; the longer one of them is changed."""
        count = len(self.levels)
        if count >= len(other.levels):
            return self
        distance = self.moved - other.moved
        other.levels[len(other.levels) - count :] = [x + distance for x in self.levels]
        return other


@dataclass(frozen=True, slots=True)
class _Contour:
    """The left and right edge of a subtree."""

    left: _Edge
    right: _Edge

    def shift(self, distance: float) -> None:
        self.left.moved += distance
        self.right.moved += distance


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
            shifts, contours[node] = _side_by_side(parts, spacing)
            offsets |= dict(zip(below, shifts, strict=True))
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
    right = [half + spacing.indent] * levels + [half]
    return _Contour(_Edge([-half] * (levels + 1)), _Edge(right))


def _side_by_side(parts: Sequence[_Contour], spacing: Spacing) -> tuple[list[float], _Contour]:
    """Push siblings apart until no level overlaps, centre them around 0, and put a box above.

    Levels that only one of two siblings has are never touched, and `parts` are used up: so all of
    a tree takes no longer than it has boxes.
    """
    shifts: list[float] = []
    whole = _Contour(_Edge([]), _Edge([]))
    for part in parts:
        shift = _needed(whole.right, part.left, spacing.beside)
        shifts.append(shift)
        part.shift(shift)
        whole = _Contour(whole.left.over(part.left), part.right.over(whole.right))
    middle = (shifts[0] + shifts[-1]) / 2 if shifts else 0.0
    whole.shift(-middle)
    whole.left.levels.append(-spacing.width / 2 - whole.left.moved)
    whole.right.levels.append(spacing.width / 2 - whole.right.moved)
    return [shift - middle for shift in shifts], whole


def _needed(right: _Edge, left: _Edge, gap: float) -> float:
    """How far a subtree with the edge `left` must stand from one with the edge `right`."""
    levels = zip(reversed(right.levels), reversed(left.levels), strict=False)
    return max(
        ((end + right.moved) - (begin + left.moved) + gap for end, begin in levels), default=0.0
    )


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
