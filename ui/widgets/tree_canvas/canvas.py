"""The canvas: a tree of cards to move about in, to drag and to connect."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.widgets.banner import announce
from ui.widgets.tree_canvas.dragging import Carry, Pan, Pull
from ui.widgets.tree_canvas.face import CanvasCard, Face
from ui.widgets.tree_canvas.sight import STEP, Sight
from ui.widgets.tree_canvas.walking import Way, step_from

_NOTCH: Final = 120
"""A step of the wheel, in Qt's eighths of a degree."""

_WAYS: Final = {
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
}

_NUDGES: Final = {Way.UP: (0, -1), Way.DOWN: (0, 1), Way.LEFT: (-1, 0), Way.RIGHT: (1, 0)}
_MIRRORED: Final = {Way.LEFT: Way.RIGHT, Way.RIGHT: Way.LEFT}
NUDGE: Final = 12.0
"""How far Ctrl and an arrow moves a card, in layout units."""


class TreeCanvas(Sight):
    """Tells what a person wants to change and changes nothing itself."""

    chosen = Signal(str)
    """Carries the key of the card that was chosen, blank for none."""
    moved = Signal(str, float, float)
    """A card was put elsewhere; carries its key and the way, right and down in layout units."""
    hung = Signal(str, str)
    """A card is to hang under another; carries both keys."""
    opened = Signal(str)
    """A card was clicked twice, or F2 pressed on it; carries its key."""
    menu_wanted = Signal(QPoint)
    """Carries the place on the screen for the menu of what is chosen."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._drag: Pan | Carry | Pull | None = None
        self._space = False
        self._editable = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    # --- what is shown ----------------------------------------------------------------------------

    @property
    def current(self) -> str:
        """The key of the chosen card, blank when none is."""
        return self._board.current

    def show_cards(self, cards: Sequence[CanvasCard], *, editable: bool) -> None:
        """Show these cards, as one reads them; the view stays where it is."""
        self._give_up()
        self._editable = editable
        self._board.set_linkable(linkable=editable)
        with self.looking_on():
            self._board.show_cards(cards)

    def choose(self, key: str, *, reveal: bool = True) -> None:
        """Mark the card `key`, and bring it into view if it is to be revealed."""
        self._board.choose(key)
        self.setAccessibleDescription(self._said(key))
        item = self._board.item(key)
        if item is not None and reveal:
            self.bring(item.box)

    # --- keys -------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (_NO_KEYS, Qt.KeyboardModifier.KeypadModifier)
        if key in _WAYS and plain:
            way = self._read(_WAYS[key])
            self._choose_by_hand(step_from(self._board.cards, self.current, way))
        elif key in _WAYS and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._nudge(self._read(_WAYS[key]))
        elif key == Qt.Key.Key_Home and plain and self._board.cards:
            self._choose_by_hand(self._board.cards[0].key)
        elif key == Qt.Key.Key_F2 and plain and self.current:
            self.opened.emit(self.current)
        elif key == Qt.Key.Key_Escape and self._drag is not None:
            self._give_up()
        elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            event.ignore()
            return
        event.accept()

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.viewport().unsetCursor()
        super().keyReleaseEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.current and self._board.cards and event.reason() in _BY_KEY:
            self._choose_by_hand(self._board.cards[0].key)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._space = False
        self.viewport().unsetCursor()

    # --- mouse ------------------------------------------------------------------------------------

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot, point = event.position().toPoint(), self.mapToScene(event.position().toPoint())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.MiddleButton or self._space:
            self._start_pan(spot)
            return
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return
        current = self._board.item(self.current)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and current is not None and current.on_handle(point):
            self._drag = Pull.begun(self._board, self.current)
            return
        key = self._board.card_at(point)
        self._choose_by_hand(key, reveal=False)
        if key and left and self._editable:
            self._drag = Carry(self._board, key, spot, point)
        elif not key and left:
            self._start_pan(spot)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot, point = event.position().toPoint(), self.mapToScene(event.position().toPoint())
        match self._drag:
            case Pan():
                self.pan(spot - self._drag.last)
                self._drag.last = spot
            case Carry():
                self._drag.go_to(spot, point)
            case Pull():
                self._drag.go_to(point)
            case None:
                super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag = self._drag
        self._give_up()
        match drag:
            case Carry(key=key, branch=branch, target=target, by=by) if branch:
                if target:
                    self.hung.emit(key, target)
                else:
                    self.moved.emit(key, self._board.unmirrored(by.x()), by.y())
            case Pull(key=key, target=target) if target:
                self.hung.emit(target, key)
            case _:
                event.accept()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        key = self._board.card_at(self.mapToScene(event.position().toPoint()))
        if key and event.button() == Qt.MouseButton.LeftButton:
            self._give_up()
            self.opened.emit(key)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self._board.item(self.current)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard and item is not None
        place = event.globalPos()
        if by_key and item is not None:
            spot = self.mapFromScene(item.box.center())
            place = self.viewport().mapToGlobal(spot)
        self.menu_wanted.emit(place)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            way = turned.x() or turned.y()
            self.pan(QPoint(way, 0))
        else:
            steps = turned.y() / _NOTCH
            self.zoom_by(STEP**steps, event.position().toPoint())
        event.accept()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1 + event.value(), event.position().toPoint())
                return True
            return False
        return super().viewportEvent(event)

    # --- own --------------------------------------------------------------------------------------

    def _choose_by_hand(self, key: str, *, reveal: bool = True) -> None:
        if key == self.current:
            return
        self.choose(key, reveal=reveal)
        if key:
            announce(self, self._said(key))
        self.chosen.emit(key)

    def _nudge(self, way: Way) -> None:
        if self.current and self._editable:
            right, down = _NUDGES[way]
            self.moved.emit(self.current, right * NUDGE, down * NUDGE)

    def _read(self, way: Way) -> Way:
        """The way in the layout of one that was pressed on what is seen."""
        return _MIRRORED.get(way, way) if self._board.mirrored else way

    def _said(self, key: str) -> str:
        item = self._board.item(key)
        return _in_words(item.face) if item is not None else ""

    def _start_pan(self, spot: QPoint) -> None:
        self._drag = Pan(spot)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _give_up(self) -> None:
        """End what is dragged without doing it."""
        if isinstance(self._drag, Carry | Pull):
            self._drag.end()
        if self._drag is not None:
            self.viewport().unsetCursor()
        self._drag = None


_NO_KEYS = Qt.KeyboardModifier.NoModifier
_BY_KEY = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


def _in_words(face: Face) -> str:
    parts = (face.title, *face.lines, face.edge, face.mark_text, *face.warning.splitlines())
    return ", ".join(part for part in parts if part)
