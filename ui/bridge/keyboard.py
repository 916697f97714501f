"""Keyboard manners of every widget: visible focus for those who tab, one undo for all."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

FOCUS_PROPERTY = "kb"
"""Set while a widget has the focus by key; the style sheet draws the ring for it."""

_BY_KEY = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
_TEXT_WIDGETS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


class KeyboardManners(QObject):
    """An event filter for the whole application.

    A focus that the program moves, or that comes back with a window, is marked for those who
    pressed a key last, and not for those who clicked.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keyed = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusIn:
            if isinstance(watched, QWidget) and isinstance(event, QFocusEvent):
                _mark(watched, by_key=self._by_key(event.reason()))
        elif kind == QEvent.Type.MouseButtonPress:
            self._keyed = False
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._keyed = True
            return _leaves_undo_to_the_plan(watched, event)
        return False

    def _by_key(self, reason: Qt.FocusReason) -> bool:
        if reason is Qt.FocusReason.MouseFocusReason:
            return False
        return reason in _BY_KEY or self._keyed


def _mark(widget: QWidget, *, by_key: bool) -> None:
    value = "true" if by_key else "false"
    if widget.property(FOCUS_PROPERTY) in (value, None if not by_key else value):
        return
    widget.setProperty(FOCUS_PROPERTY, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _leaves_undo_to_the_plan(watched: QObject, event: QKeyEvent) -> bool:
    """Text widgets claim Ctrl+Z for themselves; in the window it belongs to the plan.

    A dialog has no undo of the plan, so there the key reaches the widget after all.
    """
    if not isinstance(watched, _TEXT_WIDGETS):
        return False
    if not (event.matches(QKeySequence.StandardKey.Undo) or _is_redo(event)):
        return False
    event.ignore()
    return True


def _is_redo(event: QKeyEvent) -> bool:
    control_y = event.keyCombination().toCombined() == (
        Qt.KeyboardModifier.ControlModifier.value | Qt.Key.Key_Y.value
    )
    return control_y or event.matches(QKeySequence.StandardKey.Redo)
