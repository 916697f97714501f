"""The communication tree as a drawing: who informs whom, and how."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.document.drawing import Anchor, Box, Drawing, Ink, Label, Path, Shape
from app.domain.document.tidy_tree import Place, Spacing, places
from app.export.figures.measure import shortened, wrapped
from app.export.figures.scale import scaled

_TITLE_SIZE: Final = 8.6
_LINE_SIZE: Final = 7.4
_EDGE_SIZE: Final = 6.8
_LEADING: Final = 1.32
"""Line pitch as a multiple of the text size."""
_PADDING: Final = 8.0
_MARGIN: Final = 1.0
"""Keeps strokes on the edge inside the drawing."""
_STRIP: Final = 3.5
_BOX_WIDTHS: Final = (156.0, 138.0, 122.0, 106.0)
_STACKING: Final = (3, 2, 1)
_ROOT: Final = "\0"
"""Stands over the real roots while the tree is laid out; no node can be called so."""


@dataclass(frozen=True, slots=True)
class TreeNode:
    """One box; `edge_label` names the channel from the parent, `tone` marks the box.

    `Ink.BRAND` fills the whole box, `Ink.NONE` leaves it plain, any other ink edges it.
    """

    id: str
    parent_id: str | None
    title: str
    lines: tuple[str, ...] = ()
    edge_label: str = ""
    tone: Ink = Ink.NONE


@dataclass(frozen=True, slots=True)
class TreeFigure:
    """Boxes in reading order; an unknown parent makes a box a root."""

    nodes: tuple[TreeNode, ...]


@dataclass(frozen=True, slots=True)
class _Card:
    """A box with its text broken into lines."""

    node: TreeNode
    title: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        text = len(self.title) * _TITLE_SIZE + len(self.lines) * _LINE_SIZE
        return text * _LEADING + 2 * _PADDING


def communication_tree(
    figure: TreeFigure, max_width: float = 456.0, max_height: float = 560.0
) -> Drawing:
    """Draw `figure` no larger than given, as large as one of several arrangements allows."""
    if not figure.nodes:
        return Drawing(0.0, 0.0, ())
    children = _children(figure.nodes)
    drawings = (
        _arranged(figure.nodes, children, width, stack)
        for width in _BOX_WIDTHS
        for stack in _STACKING
    )
    best = max(drawings, key=lambda d: min(1.0, max_width / d.width, max_height / d.height))
    return scaled(best, max_width, max_height)


def _children(nodes: Sequence[TreeNode]) -> dict[str, list[str]]:
    """Hang every node below a known parent or the common root; circles are cut open."""
    known = {node.id: node for node in nodes}
    children: dict[str, list[str]] = {_ROOT: []}
    for node in nodes:
        looping = node.parent_id in known and _circles(node, known)
        parent = _ROOT if node.parent_id not in known or looping else node.parent_id
        children.setdefault(parent or _ROOT, []).append(node.id)
    return children


def _circles(node: TreeNode, known: dict[str, TreeNode]) -> bool:
    """Tell whether `node` is the first of a circle, in reading order."""
    circle = [node.id]
    current = known.get(node.parent_id or "")
    while current is not None and current.id not in circle:
        circle.append(current.id)
        current = known.get(current.parent_id or "")
    first = min(circle, key=list(known).index) if current is not None else ""
    return current is not None and current.id == node.id and first == node.id


def _arranged(
    nodes: Sequence[TreeNode], children: dict[str, list[str]], width: float, stack: int
) -> Drawing:
    cards = {node.id: _card(node, width) for node in nodes}
    labelled = any(node.edge_label for node in nodes)
    spacing = Spacing(
        width,
        max(card.height for card in cards.values()),
        between=16.0 if labelled else 9.0,
        below=40.0 if labelled else 32.0,
        stack_from=stack,
    )
    placed = places(_ROOT, children, spacing) if len(children[_ROOT]) > 1 else None
    placed = placed or places(children[_ROOT][0], children, spacing)
    placed.pop(_ROOT, None)
    top = min(place.y for place in placed.values())
    at = {
        node: Place(place.x + _MARGIN, place.y - top + _MARGIN, place.stacked)
        for node, place in placed.items()
    }
    shapes = (*_edges(nodes, at, spacing), *_boxes(cards, at, spacing))
    return Drawing(
        max(place.x for place in at.values()) + width + _MARGIN,
        max(place.y for place in at.values()) + spacing.height + _MARGIN,
        shapes,
    )


def _card(node: TreeNode, width: float) -> _Card:
    room = width - 2 * _PADDING
    lines = (wrapped(line, room, _LINE_SIZE, most=2) for line in node.lines)
    return _Card(
        node,
        wrapped(node.title, room, _TITLE_SIZE, strong=True),
        tuple(line for group in lines for line in group),
    )


def _edges(nodes: Sequence[TreeNode], at: dict[str, Place], spacing: Spacing) -> Iterator[Shape]:
    for node in nodes:
        parent = at.get(node.parent_id or "")
        place = at[node.id]
        if parent is not None and parent.y < place.y:
            yield _edge(parent, place, spacing)
            yield from _edge_label(node, place, spacing)


def _edge(parent: Place, child: Place, spacing: Spacing) -> Path:
    bottom = parent.y + spacing.height
    if child.stacked:
        x = parent.x + spacing.indent / 2
        middle = child.y + spacing.height / 2
        return Path(((x, bottom), (x, middle), (child.x, middle)), Ink.RULE, 0.9, arrow=True)
    start, end = parent.x + spacing.width / 2, child.x + spacing.width / 2
    turn = bottom + (spacing.below - _EDGE_SIZE * 1.6) / 2
    points = ((start, bottom), (start, turn), (end, turn), (end, child.y))
    return Path(points if start != end else (points[0], points[3]), Ink.RULE, 0.9, arrow=True)


def _edge_label(node: TreeNode, place: Place, spacing: Spacing) -> Iterator[Shape]:
    if not node.edge_label:
        return
    x = place.x + 2.0 if place.stacked else place.x + spacing.width / 2 + 5.0
    room = spacing.width - 4.0 if place.stacked else spacing.width / 2
    text = shortened(node.edge_label, room, _EDGE_SIZE)
    yield Label(x, place.y - 4.0, text, _EDGE_SIZE, Ink.MUTED)


def _boxes(cards: dict[str, _Card], at: dict[str, Place], spacing: Spacing) -> Iterator[Shape]:
    for name, place in at.items():
        card = cards[name]
        filled = card.node.tone is Ink.BRAND
        fill, stroke = (Ink.BRAND, Ink.BRAND) if filled else (Ink.PAPER, Ink.RULE)
        yield Box(place.x, place.y, spacing.width, spacing.height, fill, stroke, 0.9, 5.0)
        if not filled and card.node.tone is not Ink.NONE:
            strip = spacing.height - 10.0
            yield Box(place.x + 3.0, place.y + 5.0, _STRIP, strip, card.node.tone, radius=1.0)
        yield from _card_text(card, place, spacing, Ink.ON_BRAND if filled else Ink.INK)


def _card_text(card: _Card, place: Place, spacing: Spacing, ink: Ink) -> Iterator[Shape]:
    centre = place.x + spacing.width / 2
    y = place.y + (spacing.height - card.height) / 2 + _PADDING
    for text in card.title:
        yield Label(centre, y + _TITLE_SIZE, text, _TITLE_SIZE, ink, True, Anchor.MIDDLE)
        y += _TITLE_SIZE * _LEADING
    muted = ink if ink is Ink.ON_BRAND else Ink.MUTED
    for text in card.lines:
        yield Label(centre, y + _LINE_SIZE, text, _LINE_SIZE, muted, False, Anchor.MIDDLE)
        y += _LINE_SIZE * _LEADING
