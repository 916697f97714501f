"""Choosing a person by typing a few letters of the name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.services.people.directory import Directory, Wanted
from ui.models.people_words import load_count
from ui.widgets.labels import Role, label
from ui.widgets.pick_dialog import PickDialog
from ui.widgets.rows import Row, RowDelegate
from ui.widgets.tokens import px

WIDTH_PX, HEIGHT_PX, ROW_PX = 460, 480, 48
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: a title, and those who cannot be the answer."""

    title: str
    without: frozenset[RecordId] = frozenset()


class PersonPicker(PickDialog):
    """Where nobody fits, a sentence says so in place of the list."""

    picked = Signal(object)
    """Carries the id of the person."""

    def __init__(self, parent: QWidget, directory: Directory, asked: Asked) -> None:
        super().__init__(parent, "picker", asked.title)
        self.setObjectName("person_picker")
        self._directory, self._without = directory, asked.without
        self._model = _PeopleModel(self._row, self)
        self.list.setModel(self._model)
        self.field.setAccessibleName(self.tr("Name, department or role"))
        self.field.setPlaceholderText(self.tr("Name, department or role"))
        self.list.setAccessibleName(self.tr("People"))
        self.list.setItemDelegate(_PersonDelegate(self.list, ROW_PX, strong=True))
        self._none = label(self, self.tr("Nobody of the plan matches."), Role.BODY, wrap=True)
        self.column.insertWidget(self.column.indexOf(self.list), self._none)
        self.column.setContentsMargins(px(20), px(18), px(20), px(18))
        self.resize(px(WIDTH_PX), px(HEIGHT_PX))
        self.begin()

    @override
    def search(self, text: str) -> None:
        found = self._directory.matching(Wanted(text))
        keys = tuple(key for key in found if key not in self._without)
        self._model.show_keys(keys)
        self._none.setVisible(not keys)
        self.list.setVisible(bool(keys))

    @override
    def take(self, index: QModelIndex) -> None:
        self.picked.emit(self._model.keys[index.row()])
        self.accept()

    def _row(self, key: RecordId) -> Row:
        plan = self._directory.plan
        person, load = plan.people[key], self._directory.loads.get(key)
        place = " \u00b7 ".join(filter(None, (person.title.strip(), person.unit.strip())))
        carried = "" if load is None else load_count(load)
        tone = "warning" if load is not None and load.too_many else "text2"
        return Row(person.name, place, carried, "user", tone)


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
