"""The texts a page shows, each with the way to bring a part of it into view."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from ui.models.find_cells import cells
from ui.models.find_text import units
from ui.widgets.find_mark import FindMark
from ui.widgets.tree_canvas import TreeCanvas

MOST_CELLS = 20_000
"""More cells of one table than this are not looked through; such tables have filters."""
AROUND_PX = 60
"""So much is seen around what is found."""
_TEXTS = (QTextEdit, QPlainTextEdit)


@dataclass(frozen=True, slots=True)
class Spot:
    """A text on the page: a widget's own, or that of a cell of a view or a card of a canvas."""

    widget: QWidget
    text: str
    index: QPersistentModelIndex | None = None
    card: str = ""


def spots(page: QWidget) -> tuple[Spot, ...]:
    """Every text that `page` shows now, scrolled away or not, as one reads it."""
    return tuple(_spots(page, page))


def bring(spot: Spot, start: int, length: int) -> FindMark | None:
    """Select a part of a text and scroll to it; a mark where it cannot be selected."""
    widget = spot.widget
    first, last = units(spot.text, start), units(spot.text, start + length)
    if isinstance(widget, _TEXTS):
        _select(widget, first, last)
        _scroll_around(widget, widget.cursorRect())
        return None
    if isinstance(widget, QLineEdit):
        widget.setSelection(first, last - first)
        _scroll_around(widget, widget.rect())
        return None
    if isinstance(widget, QAbstractItemView) and spot.index is not None:
        widget.scrollTo(spot.index)
        place = widget.visualRect(spot.index)
        _scroll_around(widget, place)
        return FindMark(widget.viewport(), place)
    if isinstance(widget, TreeCanvas):
        return _bring_card(widget, spot.card)
    _scroll_around(widget, widget.rect())
    ground = _ground(widget)
    place = QRect(widget.mapTo(ground, QPoint(0, 0)), widget.size())
    return FindMark(ground, place.adjusted(-4, -2, 4, 2))


def settle(spot: Spot) -> None:
    """Put the keyboard where the text is; a label has none."""
    if isinstance(spot.widget, QAbstractItemView) and spot.index is not None:
        spot.widget.setCurrentIndex(spot.index)
    if isinstance(spot.widget, TreeCanvas):
        spot.widget.choose(spot.card)
        spot.widget.chosen.emit(spot.card)
    if spot.widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
        spot.widget.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _spots(widget: QWidget, page: QWidget) -> Iterator[Spot]:
    if isinstance(widget, QAbstractItemView):
        for index, text in islice(cells(widget), MOST_CELLS):
            yield Spot(widget, text, QPersistentModelIndex(index))
    elif isinstance(widget, TreeCanvas):
        yield from _cards(widget)
    else:
        text = _text(widget)
        if text.strip():
            yield Spot(widget, text)
        if not isinstance(widget, (QComboBox, QLineEdit, *_TEXTS)):
            for child in _parts(widget, page):
                yield from _spots(child, page)


def _cards(canvas: TreeCanvas) -> Iterator[Spot]:
    for card in canvas.board.cards:
        words = (card.face.title, *card.face.lines, card.face.edge)
        yield Spot(canvas, "\n".join(words), card=card.key)


def _parts(widget: QWidget, page: QWidget) -> list[QWidget]:
    """What is seen in a widget, as one reads it; lists at the side, which lead to more, last."""
    parts = (one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow())
    way = -1 if widget.isRightToLeft() else 1
    return sorted(
        (part for part in parts if part.isVisibleTo(page)),
        key=lambda part: (part.property("bar") == "outline", part.y(), way * part.x()),
    )


def _text(widget: QWidget) -> str:
    if isinstance(widget, _TEXTS):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, (QCheckBox, QRadioButton)):
        return widget.text()
    if isinstance(widget, QLabel):
        rich = widget.textFormat() == Qt.TextFormat.RichText
        return widget.accessibleName() if rich else widget.text()
    return widget.displayText() if isinstance(widget, QLineEdit) else ""


def _ground(widget: QWidget) -> QWidget:
    """What scrolls with `widget`, else its window: there a mark around it is not cut off."""
    above = widget
    while (outer := above.parentWidget()) is not None and not above.isWindow():
        if above is not widget and isinstance(outer.parentWidget(), QScrollArea):
            return above
        above = outer
    return above


def _bring_card(canvas: TreeCanvas, key: str) -> FindMark | None:
    item = canvas.board.item(key)
    if item is None:
        return None
    canvas.bring(item.box)
    place = canvas.mapFromScene(item.box).boundingRect()
    return FindMark(canvas.viewport(), place.adjusted(-4, -4, 4, 4))


def _select(widget: QTextEdit | QPlainTextEdit, first: int, last: int) -> None:
    cursor = widget.textCursor()
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    widget.setTextCursor(cursor)
    widget.ensureCursorVisible()


def _scroll_around(widget: QWidget, place: QRect) -> None:
    """Scroll every area that holds `widget` until `place`, in its own measure, is in view."""
    inner = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    above = widget.parentWidget()
    while above is not None:
        body = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and body is not None:
            at = inner.mapTo(body, place.center())
            above.ensureVisible(at.x(), at.y(), AROUND_PX, AROUND_PX)
        above = above.parentWidget()
