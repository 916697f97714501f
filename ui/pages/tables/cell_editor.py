"""The input over a cell, with room below it for what is wrong."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.dialogs.record.entries import NotUsable, entry_for
from ui.models.record_form import FieldForm
from ui.models.record_options import Surroundings
from ui.models.record_shapes import DayShape
from ui.pages.tables.calendar_button import CalendarButton
from ui.widgets.banner import announce
from ui.widgets.labels import Role, label, repolish
from ui.widgets.tokens import px

LEAST_PX, LEAST_LONG_PX = 150, 300
Hint = QAbstractItemDelegate.EndEditHint
_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
_ELSEWHERE = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class CellEditor(QFrame):
    """Enter keeps, Esc gives up, Tab keeps and goes on; what does not fit stays, with the reason.

    In a text of several lines Shift+Enter begins another.
    """

    left = Signal(object)
    """Carries the `EndEditHint`; `fits` says whether there is something to keep."""
    resized = Signal()
    """It needs another height."""

    def __init__(self, parent: QWidget, form: FieldForm, around: Surroundings) -> None:
        super().__init__(parent)
        self.setObjectName("cell_editor")
        self.setProperty("overlay", "true")
        self.setAutoFillBackground(True)
        self.form = form
        self._viewport = parent
        self.cell = QRect()
        self.given: Any = None
        self.fits = False
        self._given_up = False
        self._entry = entry_for(around, self, form)
        self._long = isinstance(self._entry.input, QPlainTextEdit)
        self._below = label(self, self._hint(), Role.HINT, wrap=True)
        self._below.setObjectName("cell_problem")
        self._below.setContentsMargins(px(6), 0, px(6), px(2))
        self._below.setVisible(self._long)
        self._lay_out()
        self.setFocusProxy(self._entry.input)
        self._entry.input.installEventFilter(self)
        self._entry.edited.connect(self._on_edited)

    @property
    def problem(self) -> str:
        """Why what stands here was refused; blank when it was not."""
        return self._below.text() if self._below.property("role") == Role.ERROR.value else ""

    def name_as(self, said: str) -> None:
        """Name the input for screen readers."""
        self._entry.name_as("cell_input", said, self.form.hint)

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - each shape has its own type
        """Put `value` into the input."""
        self._entry.show_value(value)

    def cover(self, cell: QRect) -> None:
        """Lie over `cell`, as large as need be, within the table."""
        self.cell = QRect(cell)
        room = self._viewport.rect()
        least = px(LEAST_LONG_PX if self._long or self.problem else LEAST_PX)
        width = min(max(cell.width(), least), room.width())
        self.setFixedWidth(width)
        self._column.activate()
        height = max(self._column.totalHeightForWidth(width), cell.height())
        left = (
            cell.left()
            if self.layoutDirection() is not Qt.LayoutDirection.RightToLeft
            else (cell.right() - width + 1)
        )
        left = max(min(left, room.right() - width + 1), room.left())
        top = max(min(cell.top(), room.bottom() - height + 1), room.top())
        self.setGeometry(left, top, width, height)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes_key(event)
        if isinstance(event, QFocusEvent) and event.lostFocus() and self._is_meant(event):
            QTimer.singleShot(0, self, self._on_focus_gone)
        return False

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(2))
        row.addWidget(self._entry, 1)
        self._calendar: CalendarButton | None = None
        if isinstance(self.form.shape, DayShape):
            self._calendar = CalendarButton(self, self._entry)
            row.addWidget(self._calendar)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(px(3), px(3), px(3), px(3))
        column.setSpacing(px(3))
        column.addLayout(row)
        column.addWidget(self._below)

    def _is_meant(self, event: QFocusEvent) -> bool:
        return event.reason() not in _ELSEWHERE

    def _takes_key(self, event: QKeyEvent) -> bool:
        box = self._entry.input
        if isinstance(box, QComboBox) and box.view().isVisible():
            return False
        modified = event.modifiers() & (_SHIFT | _ALT)
        match event.key():
            case Qt.Key.Key_Escape:
                self._given_up, self.fits = True, False
                self.left.emit(Hint.RevertModelCache)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not (self._long and modified):
                self.keep(Hint.NoHint)
            case Qt.Key.Key_Tab:
                self.keep(Hint.EditNextItem)
            case Qt.Key.Key_Backtab:
                self.keep(Hint.EditPreviousItem)
            case Qt.Key.Key_Down if self._calendar is not None and modified:
                self._calendar.click()
            case _:
                return False
        return True

    def read(self) -> bool:
        """Whether what stands here fits and has not been given up; then it is `given`."""
        if self._given_up:
            return False
        try:
            self.given = self._entry.value()
        except NotUsable:
            return False
        self.fits = not (self.form.required and self.given in ("", None))
        return self.fits

    def keep(self, how: Hint) -> bool:
        """Close with what stands here; False, staying open, when that does not fit."""
        try:
            value = self._entry.value()
        except NotUsable as problem:
            return self._refuse(str(problem))
        if self.form.required and value in ("", None):
            return self._refuse(self.tr("Fill this in; it is required."))
        self.given, self.fits = value, True
        self.left.emit(how)
        return True

    def _refuse(self, problem: str) -> bool:
        self._say(problem, Role.ERROR)
        announce(self, problem)
        return False

    def _say(self, text: str, role: Role) -> None:
        self._entry.mark(invalid=role is Role.ERROR)
        self._below.setText(text)
        self._below.setProperty("role", role.value)
        self._below.setVisible(bool(text))
        repolish(self._below)
        self._entry.input.setAccessibleDescription(text or self.form.hint)
        self.resized.emit()

    def _hint(self) -> str:
        return self.tr("Enter keeps it, Shift+Enter begins a new line.") if self._long else ""

    @Slot()
    def _on_edited(self) -> None:
        if self.problem:
            self._say(self._hint(), Role.HINT)
        elif self._long:
            self.resized.emit()

    @Slot()
    def _on_focus_gone(self) -> None:
        """Whoever goes elsewhere keeps what stands here, as long as it fits."""
        now = QApplication.focusWidget()
        within = now is not None and (now is self or self.isAncestorOf(now))
        if self.isVisible() and not within:
            self.keep(Hint.NoHint)
