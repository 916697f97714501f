"""Choosing people in an order: from those of the plan, or typed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.lifecycle.approving.names import among
from ui.dialogs.statement import text_in
from ui.dialogs.versions.tall import person_box
from ui.widgets.buttons import button, icon_button
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

ROW_PX = 32
LEAST_ROWS, MOST_ROWS = 1, 5


class PeopleBox(QWidget):
    """Those who wrote the version are offered, but cannot be chosen; `entry` takes the name."""

    changed = Signal()

    def __init__(self, parent: QWidget, name: str, caption: str, people: Sequence[str]) -> None:
        super().__init__(parent)
        self._authors: tuple[str, ...] = ()
        self._people = tuple(people)
        self.list = _Names(self, f"{name}_list", caption)
        self.entry = person_box(self, f"{name}_name", caption, people)
        words = self.tr("Add")
        self._add = button(self, f"{name}_add", words, picture="user-plus")
        self._add.setAccessibleName(self.tr("Add to: {0}").format(caption))
        self._up = icon_button(self, f"{name}_up", "arrow-up", self.tr("Earlier"))
        self._down = icon_button(self, f"{name}_down", "arrow-down", self.tr("Later"))
        self._remove = icon_button(self, f"{name}_remove", "trash-2", self.tr("Remove"))
        self._problem = label(self, "", Role.ERROR, wrap=True)
        self._problem.hide()
        self._lay_out()
        self._connect()
        self._show_state()

    @property
    def names(self) -> tuple[str, ...]:
        """Those chosen, in order; a name that is typed and not yet added counts as the last."""
        chosen = tuple(self.list.item(at).text() for at in range(self.list.count()))
        typed = text_in(self.entry)
        return (*chosen, typed) if typed and not among(typed, chosen) else chosen

    def show_names(self, names: Sequence[str]) -> None:
        """Choose others, those who wrote the version left out."""
        self.list.clear()
        self.list.addItems([name for name in names if not among(name, self._authors)])
        self._show_state()

    def bar(self, authors: Sequence[str]) -> None:
        """Nobody of `authors` can be chosen from now on."""
        self._authors = tuple(authors)
        self.entry.blockSignals(True)
        typed = self.entry.currentText()
        self.entry.clear()
        for person in self._people:
            wrote = among(person, self._authors)
            words = self.tr("{0} (wrote this version)").format(person) if wrote else person
            self.entry.addItem(words)
            model = self.entry.model()
            if wrote and isinstance(model, QStandardItemModel):
                model.item(model.rowCount() - 1).setEnabled(False)
        self.entry.setCurrentIndex(-1)
        self.entry.setEditText(typed)
        self.entry.blockSignals(False)
        self.show_names(self.names if not typed else self.names[:-1])

    def show_order(self, *, shown: bool) -> None:
        """Whether it matters who comes first."""
        for part in (self._up, self._down):
            part.setVisible(shown)

    @Slot()
    def take(self) -> bool:
        """Put the typed name into the list; False when it cannot be."""
        typed = text_in(self.entry)
        if not typed:
            return True
        if among(typed, self._authors):
            said = self.tr("{0} changed this version and cannot review or approve it.")
            self._refuse(said.format(typed))
            return False
        if among(typed, [self.list.item(at).text() for at in range(self.list.count())]):
            self._refuse(self.tr("{0} is chosen already.").format(typed))
            return False
        self.list.addItem(typed)
        self.list.setCurrentRow(self.list.count() - 1)
        self.entry.setCurrentIndex(-1)
        self.entry.setEditText("")
        self._show_state()
        self.changed.emit()
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return adds the name; it does not press the button of the dialog too."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enters and text_in(self.entry):
                self.take()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.entry, 1)
        row.addWidget(self._add)
        tools = QVBoxLayout()
        tools.setSpacing(px(2))
        for tool in (self._up, self._down, self._remove):
            tools.addWidget(tool)
        tools.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(px(6))
        middle.addWidget(self.list, 1)
        middle.addLayout(tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(row)
        column.addWidget(self._problem)
        column.addLayout(middle)

    def _connect(self) -> None:
        self._add.clicked.connect(self.take)
        line = self.entry.lineEdit()
        if line is not None:
            line.installEventFilter(self)
            line.textEdited.connect(self._problem.hide)
        self.list.removed.connect(self._on_remove)
        self.list.currentRowChanged.connect(self._show_state)
        self._remove.clicked.connect(self._on_remove)
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)

    def _refuse(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.show()
        self.entry.setFocus()

    @Slot()
    def _show_state(self) -> None:
        count, row = self.list.count(), self.list.currentRow()
        self._problem.hide()
        self.list.setVisible(count > 0)
        self._remove.setVisible(count > 0)
        self._remove.setEnabled(row >= 0)
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < count - 1)
        self.list.setFixedHeight(px(ROW_PX) * min(max(count, LEAST_ROWS), MOST_ROWS) + px(8))

    @Slot()
    def _on_remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())
            self._show_state()
            self.changed.emit()

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + step < self.list.count():
            self.list.insertItem(row + step, self.list.takeItem(row))
            self.list.setCurrentRow(row + step)
            self.changed.emit()


class _Names(QListWidget):
    """Delete removes the chosen name."""

    removed = Signal()

    def __init__(self, parent: QWidget, name: str, caption: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(caption)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)
