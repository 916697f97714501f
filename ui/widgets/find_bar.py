"""The bar at the foot of a page in which one looks for words."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from ui.widgets.buttons import icon_button
from ui.widgets.labels import Role, label, set_tone
from ui.widgets.tokens import px

FIELD_PX = 320


class FindBar(QFrame):
    """Enter and Shift+Enter step, Escape closes; it finds nothing itself."""

    searched = Signal()
    """What is looked for is another, or is looked for otherwise."""
    stepped = Signal(int)
    """To the next place (1) or the one before (-1)."""
    closed = Signal()
    """The person is done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.setProperty("bar", "bottom")
        self.setAccessibleName(self.tr("Find in this page"))
        self.field = QLineEdit(self)
        self.field.setObjectName("find_field")
        self.field.setAccessibleName(self.tr("Find in this page"))
        self.field.setPlaceholderText(self.tr("Find in this page"))
        self.field.setMaximumWidth(px(FIELD_PX))
        self.field.installEventFilter(self)
        self.case = QCheckBox(self.tr("Match case"), self)
        self.case.setObjectName("find_case")
        self.case.setAccessibleName(self.tr("Match case"))
        self.count = label(self, "", Role.HINT)
        self.count.setObjectName("find_count")
        tr = self.tr
        self._before = icon_button(self, "find_before", "chevron-up", tr("Previous (Shift+F3)"))
        self._next = icon_button(self, "find_next", "chevron-down", tr("Next (F3)"))
        self._close = icon_button(self, "find_close", "x", tr("Close (Esc)"))
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def wanted(self) -> str:
        """What is looked for."""
        return self.field.text()

    def show_count(self, at: int, count: int) -> str:
        """Say on which of `count` places one is, from 0; what was said, blank for no search."""
        said = ""
        if self.wanted.strip():
            found = self.tr("{0} of {1}").format(at + 1, count)
            said = found if count else self.tr("Not on this page")
        self.count.setText(said)
        set_tone(self.count, "danger" if said and not count else "neutral")
        for part in (self._before, self._next):
            part.setEnabled(count > 0)
        return said

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
            return True
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(7), px(16), px(7))
        row.setSpacing(px(8))
        row.addWidget(self.field, 3)
        row.addWidget(self._before)
        row.addWidget(self._next)
        row.addSpacing(px(4))
        row.addWidget(self.case)
        row.addSpacing(px(8))
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self._close)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_changed)
        self.case.toggled.connect(self._on_changed)
        self._before.clicked.connect(self._on_before)
        self._next.clicked.connect(self._on_next)
        self._close.clicked.connect(self.closed)

    @Slot()
    def _on_changed(self) -> None:
        self.searched.emit()

    @Slot()
    def _on_before(self) -> None:
        self.stepped.emit(-1)

    @Slot()
    def _on_next(self) -> None:
        self.stepped.emit(1)
