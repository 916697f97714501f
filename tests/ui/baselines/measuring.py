"""What is cut off, covered or out of reach on a page, told so that it can be found."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QLabel,
    QToolButton,
    QWidget,
)

SLACK = 1
"""Dots by which rounding may differ."""
_PICTURE = Qt.ToolButtonStyle.ToolButtonIconOnly


def clipped(page: QWidget) -> list[str]:
    """Buttons and labels narrower, or lower, than what they say."""
    return [_told(shown, "has no room") for shown in _worded(page) if _cut(shown)]


def outside(page: QWidget) -> list[str]:
    """Buttons and labels of which a part lies beyond what holds them, and no bar leads there."""
    return [_told(shown, "is cut off") for shown in _worded(page) if _beyond(shown, page)]


def overlapping(page: QWidget) -> list[str]:
    """Neighbours with words that lie over one another."""
    rooms: dict[QWidget, list[QWidget]] = {}
    for shown in _worded(page):
        holder = shown.parentWidget()
        if holder is not None:
            rooms.setdefault(holder, []).append(shown)
    return [
        _told(one, f"lies over {_words(other)!r}")
        for room in rooms.values()
        for one, other in combinations(room, 2)
        if _inner(one).intersects(_inner(other))
    ]


def _worded(page: QWidget) -> Iterator[QAbstractButton | QLabel]:
    buttons: list[QAbstractButton | QLabel] = list(page.findChildren(QAbstractButton))
    for shown in (*buttons, *page.findChildren(QLabel)):
        if shown.isVisibleTo(page) and _words(shown) and not _of_a_view(shown):
            yield shown


def _of_a_view(shown: QWidget) -> bool:
    holder = shown.parentWidget()
    return isinstance(holder, QAbstractItemView) or isinstance(
        holder.parentWidget() if holder else None, QAbstractItemView
    )


def _words(shown: QWidget) -> str:
    if isinstance(shown, QToolButton) and shown.toolButtonStyle() is _PICTURE:
        return ""
    return shown.text() if isinstance(shown, QAbstractButton | QLabel) else ""


def _cut(shown: QAbstractButton | QLabel) -> bool:
    if isinstance(shown, QLabel) and shown.wordWrap():
        return shown.heightForWidth(shown.width()) > shown.height() + SLACK
    wanted = shown.minimumSizeHint() if _yields(shown) else shown.sizeHint()
    short = wanted.width() > shown.width() + SLACK
    return short or wanted.height() > shown.height() + SLACK


def _yields(shown: QWidget) -> bool:
    """Whether it was made to show less of its words, with dots, and all of them as a tip."""
    return shown.minimumSizeHint().width() < shown.sizeHint().width()


def _beyond(shown: QWidget, page: QWidget) -> bool:
    """Beyond the nearest holder that does not scroll in that direction."""
    inner, holder = shown, shown.parentWidget()
    while holder is not None and inner is not page:
        place = QRect(shown.mapTo(holder, QPoint()), shown.size())
        room = holder.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if isinstance(holder.parentWidget(), QAbstractScrollArea):
            return not _within(place, room, down=False)
        if not _within(place, room, down=True):
            return True
        inner, holder = holder, holder.parentWidget()
    return False


def _within(place: QRect, room: QRect, *, down: bool) -> bool:
    across = place.left() >= room.left() and place.right() <= room.right()
    upright = place.top() >= room.top() and place.bottom() <= room.bottom()
    return across and (upright or not down)


def _inner(shown: QWidget) -> QRect:
    return shown.geometry().adjusted(SLACK, SLACK, -SLACK, -SLACK)


def _told(shown: QWidget, what: str) -> str:
    named = shown.objectName() or type(shown).__name__
    return f"{named} {_words(shown)!r} {what}: {shown.width()}x{shown.height()}"
