"""The scene of a tree: cards and lines, kept while they stay in the tree."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene
from typing_extensions import override

from ui.widgets.tree_canvas.card import HEIGHT, WIDTH, CardItem
from ui.widgets.tree_canvas.edge import EdgeItem
from ui.widgets.tree_canvas.face import CanvasCard

ROOM: Final = 600.0
"""Free space around the cards to move them into, in layout units."""


class Board(QGraphicsScene):
    """Shows cards; knows which hang under which.

    Where one reads from the right, the scene is the mirror image of the layout units in which
    cards are given: everything here is where it is seen, and `unmirrored` leads back.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._given: tuple[CanvasCard, ...] = ()
        self._cards: dict[str, CanvasCard] = {}
        self._items: dict[str, CardItem] = {}
        self._edges: dict[str, EdgeItem] = {}
        self._below: dict[str, list[str]] = {}
        self._current = ""
        self._target = ""
        self._linkable = True
        self._mirrored = False

    @property
    def mirrored(self) -> bool:
        """Whether one reads from the right."""
        return self._mirrored

    @property
    def cards(self) -> tuple[CanvasCard, ...]:
        """The cards as one reads them, where they are seen."""
        return tuple(self._cards.values())

    @property
    def current(self) -> str:
        """The key of the chosen card, blank when none is."""
        return self._current

    def show_cards(self, cards: Sequence[CanvasCard]) -> None:
        """Show these cards; those that were there stay the same items."""
        self._given = tuple(cards)
        seen = [_mirror_image(card) for card in cards] if self._mirrored else self._given
        before, self._cards = self._cards, {card.key: card for card in seen}
        self._below = {}
        for card in cards:
            self._below.setdefault(card.parent or "", []).append(card.key)
        for key in self._items.keys() - self._cards.keys():
            self.removeItem(self._items.pop(key))
        hanging = {card.key for card in cards if card.parent}
        for key in self._edges.keys() - hanging:
            self.removeItem(self._edges.pop(key))
        changed = {card.key for card in seen if before.get(card.key) != card}
        self._lay(seen, changed)
        if self._current not in self._cards:
            self._current = ""
        self._mark()
        self.setSceneRect(self.extent().adjusted(-ROOM, -ROOM, ROOM, ROOM))

    def set_mirrored(self, *, mirrored: bool) -> None:
        """Show everything as one reads it from the right, or from the left."""
        if mirrored == self._mirrored:
            return
        self._mirrored = mirrored
        given = self._given
        for item in self._items.values():
            item.show_mirrored(mirrored=mirrored)
        self.show_cards(given)
        for key in self._edges:
            self._join(key)

    def unmirrored(self, right: float) -> float:
        """How far right, in layout units, `right` on the scene is."""
        return -right if self._mirrored else right

    def set_linkable(self, *, linkable: bool) -> None:
        """Whether lines can be pulled from cards."""
        self._linkable = linkable
        self._mark()

    def choose(self, key: str) -> None:
        """Mark the card `key`, or none."""
        before, self._current = self._current, key if key in self._cards else ""
        if before != self._current:
            self._mark(before, self._current)

    def aim(self, key: str) -> None:
        """Mark the card that would take what is dragged, or none."""
        if key != self._target:
            before, self._target = self._target, key
            self._mark(before, key)

    def item(self, key: str) -> CardItem | None:
        """The card `key` as it is drawn; None when there is none."""
        return self._items.get(key)

    def card_at(self, point: QPointF, but: frozenset[str] = frozenset()) -> str:
        """The key of the card at `point` on the scene that is none of `but`; blank for none."""
        for item in self.items(point):
            if isinstance(item, CardItem) and item.key not in but and item.box.contains(point):
                return item.key
        return ""

    def branch(self, key: str) -> tuple[str, ...]:
        """`key` and all cards below it."""
        found = [key]
        for one in found:
            found.extend(self._below.get(one, ()))
        return tuple(found)

    def shift(self, branch: Sequence[str], by: QPointF) -> None:
        """Draw a branch, its first card the uppermost, `by` away from where its cards stand."""
        for key in branch:
            card = self._cards[key]
            self._items[key].setPos(card.x + by.x(), card.y + by.y())
        for key in branch[1:]:
            self._edges[key].setPos(by)
        if branch[0] in self._edges:
            self._join(branch[0])

    def extent(self) -> QRectF:
        """The room that all cards take."""
        if not self._cards:
            return QRectF()
        left, right = min(card.x for card in self.cards), max(card.x for card in self.cards)
        top, low = min(card.y for card in self.cards), max(card.y for card in self.cards)
        return QRectF(left, top, right - left + WIDTH, low - top + HEIGHT)

    def repaint_all(self) -> None:
        """Draw everything anew, in other colours."""
        for item in (*self._items.values(), *self._edges.values()):
            item.update()

    @override
    def clear(self) -> None:
        self.show_cards(())

    def _lay(self, cards: Sequence[CanvasCard], changed: set[str]) -> None:
        """In the order of `cards`: of lines that cross, the one made later lies above."""
        for card in cards:
            if card.key in changed:
                self._place(card)
        for card in cards:
            if card.parent and (card.key in changed or card.parent in changed):
                self._join(card.key)

    def _place(self, card: CanvasCard) -> None:
        item = self._items.get(card.key)
        if item is None:
            item = CardItem(card.key, card.face)
            item.show_mirrored(mirrored=self._mirrored)
            self._items[card.key] = item
            self.addItem(item)
        item.show_face(card.face)
        item.setPos(card.x, card.y)

    def _join(self, key: str) -> None:
        card = self._cards[key]
        edge = self._edges.get(key)
        if edge is None:
            edge = EdgeItem()
            self._edges[key] = edge
            self.addItem(edge)
        above, own = self._items[card.parent or ""], self._items[key]
        edge.show_mirrored(mirrored=self._mirrored)
        edge.join(above.box, own.box, card.face.edge, stacked=card.stacked)

    def _mark(self, *keys: str) -> None:
        """Show on these cards, and the lines at them, or (none) on all, which are chosen."""
        for key in keys or self._items:
            item = self._items.get(key)
            if item is not None:
                chosen = key == self._current
                linkable = chosen and self._linkable
                item.show_state(current=chosen, target=key == self._target, linkable=linkable)
        lines = {line for key in keys for line in (key, *self._below.get(key, ()))}
        for key in lines or self._edges:
            edge = self._edges.get(key)
            if edge is not None:
                near = self._current in (key, self._cards[key].parent)
                edge.show_near(near=near and bool(self._current))


def _mirror_image(card: CanvasCard) -> CanvasCard:
    return replace(card, x=-card.x - WIDTH)
