"""Choosing a person by typing a few letters of the name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.services.people.directory import Directory, Wanted
from ui.models.people_words import load_count
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.rows import Row, RowDelegate
from ui.widgets.tokens import px

WIDTH_PX, HEIGHT_PX, ROW_PX = 460, 480, 48
_WALKING: Final = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: a title, and those who cannot be the answer."""

    title: str
    without: frozenset[RecordId] = frozenset()


class PersonPicker(QDialog):
    """The arrow keys walk through the list while one types; Enter takes what is chosen."""

    picked = Signal(object)
    """Carries the id of the person."""

    def __init__(self, parent: QWidget, directory: Directory, asked: Asked) -> None:
        super().__init__(parent)
        self.setObjectName("person_picker")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(asked.title)
        self._directory, self._without = directory, asked.without
        self._words = QLineEdit(self)
        self._words.setObjectName("picker_words")
        self._words.setAccessibleName(self.tr("Name, department or role"))
        self._words.setPlaceholderText(self.tr("Name, department or role"))
        self._words.installEventFilter(self)
        self._model = _PeopleModel(self._row, self)
        self._list = QListView(self)
        self._list.setObjectName("picker_list")
        self._list.setAccessibleName(self.tr("People"))
        self._list.setUniformItemSizes(True)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_PersonDelegate(self._list, ROW_PX, strong=True))
        self._none = label(self, self.tr("Nobody of the plan matches."), Role.BODY, wrap=True)
        self._ok = button(self, "picker_ok", self.tr("Choose"), Look.PRIMARY)
        self._ok.setDefault(True)
        self._cancel = button(self, "picker_cancel", self.tr("Cancel"))
        self._lay_out(asked.title)
        self._words.textChanged.connect(self._fill)
        self._list.activated.connect(self._on_ok)
        self._ok.clicked.connect(self._on_ok)
        self._cancel.clicked.connect(self.reject)
        self._fill()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if Qt.Key(event.key()) in _WALKING:
            return self._list.event(event)
        return super().eventFilter(watched, event)

    def _lay_out(self, title: str) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(18), px(20), px(18))
        column.setSpacing(px(10))
        column.addWidget(label(self, title, Role.H2, wrap=True))
        column.addWidget(self._words)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        column.addLayout(foot)
        self.resize(px(WIDTH_PX), px(HEIGHT_PX))
        self._words.setFocus()

    def _row(self, key: RecordId) -> Row:
        plan = self._directory.plan
        person, load = plan.people[key], self._directory.loads.get(key)
        place = " \u00b7 ".join(filter(None, (person.title.strip(), person.unit.strip())))
        carried = "" if load is None else load_count(load)
        tone = "warning" if load is not None and load.too_many else "text2"
        return Row(person.name, place, carried, "user", tone)

    @Slot()
    def _fill(self) -> None:
        found = self._directory.matching(Wanted(self._words.text()))
        keys = tuple(key for key in found if key not in self._without)
        self._model.show_keys(keys)
        self._none.setVisible(not keys)
        self._list.setVisible(bool(keys))
        self._ok.setEnabled(bool(keys))
        if keys:
            self._list.setCurrentIndex(self._model.index(0, 0))

    @Slot()
    def _on_ok(self) -> None:
        at = self._list.currentIndex().row()
        if 0 <= at < len(self._model.keys):
            self.picked.emit(self._model.keys[at])
            self.accept()


class _PeopleModel(QAbstractListModel):
    def __init__(self, row: Callable[[RecordId], Row], parent: QObject) -> None:
        super().__init__(parent)
        self._row = row
        self.keys: tuple[RecordId, ...] = ()

    def show_keys(self, keys: Sequence[RecordId]) -> None:
        self.beginResetModel()
        self.keys = tuple(keys)
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.keys)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._row(self.keys[index.row()])
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        said = ". ".join(filter(None, (row.title, row.subtitle, row.end)))
        return said if role == Qt.ItemDataRole.AccessibleTextRole else None


class _PersonDelegate(RowDelegate):
    @override
    def row_of(self, index: _Index) -> Row:
        row = index.data(Qt.ItemDataRole.UserRole)
        return row if isinstance(row, Row) else Row("")
