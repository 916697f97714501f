"""A dialog of several steps: the list at the left goes to any of them, Next to the one after."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

WIDTH_PX, HEIGHT_PX, LIST_PX = 820, 620, 190


class StepsDialog(QDialog):
    """Nothing is kept before the last button; a subclass keeps it in `_on_keep`."""

    def __init__(self, parent: QWidget, title: str, keep: str, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._titles: list[str] = []
        self.list = QListWidget(self)
        self.list.setObjectName("steps_list")
        self.list.setAccessibleName(self.tr("Steps"))
        self.list.setProperty("nav", "true")
        self.list.setFixedWidth(px(LIST_PX))
        self.stack = QStackedWidget(self)
        self._heading = label(self, "", Role.H2, wrap=True)
        self._heading.setObjectName("steps_heading")
        self._build_foot(keep, read_only=read_only)
        self._lay_out(title)
        window = parent.window()
        room_across, room_down = window.width() - px(24), window.height() - px(24)
        self.resize(min(px(WIDTH_PX), room_across), min(px(HEIGHT_PX), room_down))
        self.list.currentRowChanged.connect(self._on_row)

    def add_step(self, title: str, *widgets: QWidget, growing: int = -1) -> None:
        """Add a step: `widgets` one below the other; that at `growing` takes what room is left."""
        body = ScrollBody(self.stack, f"step_{len(self._titles)}")
        body.content.setContentsMargins(px(2), px(4), px(8), px(4))
        body.content.setSpacing(px(14))
        for at, widget in enumerate(widgets):
            body.content.addWidget(widget, int(at == growing % len(widgets)))
        self.stack.addWidget(body)
        self._titles.append(title)
        self.list.addItem(f"{len(self._titles)}. {title}")

    def go(self, at: int) -> None:
        """Show a step, counted from 0."""
        self.list.setCurrentRow(at)

    def refuse(self, at: int, field: Field, problem: str) -> None:
        """Say what is wrong at a field of the step `at`, and go there."""
        self.go(at)
        field.show_problem(problem)
        field.entry.setFocus(Qt.FocusReason.TabFocusReason)
        announce(field, problem)

    def _build_foot(self, keep: str, *, read_only: bool) -> None:
        self._back = button(self, "steps_back", self.tr("Back"))
        self._next = button(self, "steps_next", self.tr("Next"))
        self._cancel = button(
            self, "steps_cancel", self.tr("Close") if read_only else self.tr("Cancel")
        )
        self._keep = button(self, "steps_keep", keep, Look.PRIMARY)
        self._keep.setVisible(not read_only)
        self._back.clicked.connect(self._on_back)
        self._next.clicked.connect(self._on_next)
        self._cancel.clicked.connect(self.reject)
        self._keep.clicked.connect(self._on_keep)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self._on_keep)
        shortcut.setEnabled(not read_only)

    def _lay_out(self, title: str) -> None:
        head = QFrame(self)
        head.setProperty("bar", "top")
        row = QHBoxLayout(head)
        row.setContentsMargins(px(24), px(14), px(24), px(12))
        row.addWidget(label(head, title, Role.H1, wrap=True))
        middle = QHBoxLayout()
        middle.setContentsMargins(px(16), px(12), px(24), px(12))
        middle.setSpacing(px(16))
        middle.addWidget(self.list)
        right = QVBoxLayout()
        right.setSpacing(px(8))
        right.addWidget(self._heading)
        right.addWidget(self.stack, 1)
        middle.addLayout(right, 1)
        foot = QFrame(self)
        foot.setProperty("bar", "bottom")
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(24), px(12), px(24), px(12))
        row.setSpacing(px(8))
        row.addWidget(self._back)
        row.addWidget(self._next)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(middle, 1)
        column.addWidget(foot)

    @Slot(int)
    def _on_row(self, at: int) -> None:
        if at < 0:
            return
        self.stack.setCurrentIndex(at)
        text = self.tr("Step {0} of {1}: {2}").format(at + 1, len(self._titles), self._titles[at])
        self._heading.setText(text)
        self._back.setEnabled(at > 0)
        self._next.setEnabled(at < len(self._titles) - 1)
        announce(self._heading, text)

    @Slot()
    def _on_back(self) -> None:
        self.go(self.list.currentRow() - 1)

    @Slot()
    def _on_next(self) -> None:
        self.go(self.list.currentRow() + 1)

    @Slot()
    def _on_keep(self) -> None:
        """Keep what the steps say, or refuse it."""
        raise NotImplementedError
