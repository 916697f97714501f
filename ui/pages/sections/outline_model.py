"""The outline of the plan: parts and their sections, narrowed down by words."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.sections import SectionState
from ui.bridge.session import PlanBridge
from ui.pages.sections.numbering import numbers, part_title, parts
from ui.widgets.ring import percent
from ui.widgets.tips import plain_tip

ROW_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A section, or the head of a part when `key` is blank; `share` counts from 0 to 1."""

    title: str
    key: str = ""
    number: str = ""
    share: float = 0.0
    applicable: bool = True
    reviewed: bool = False


class OutlineModel(QAbstractListModel):
    """Rows of the open plan; a part without a fitting section is left out."""

    def __init__(self, bridge: PlanBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._words: list[str] = []
        self._rows: tuple[OutlineRow, ...] = ()
        self.refresh()

    def narrow(self, words: str) -> None:
        """Show only sections in whose number and title all `words` occur."""
        self._words = words.casefold().split()
        self.refresh()

    def refresh(self) -> None:
        """Take the plan as it is now; rows that only changed in state stay where they are."""
        rows = tuple(self._made())
        old, self._rows = self._rows, rows
        if [row.key or row.title for row in old] != [row.key or row.title for row in rows]:
            self.beginResetModel()
            self.endResetModel()
            return
        for at, (before, after) in enumerate(zip(old, rows, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(at), self.index(at))

    def place_of(self, key: str) -> QModelIndex:
        """The row of a section; invalid when it is not shown."""
        for at, row in enumerate(self._rows):
            if row.key == key and key:
                return self.index(at)
        return QModelIndex()

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number}  {row.title}" if row.key else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _said(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.key:
            return plain_tip(f"{row.number} {row.title}")
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = self.data(index, ROW_ROLE)
        if isinstance(row, OutlineRow) and row.key:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def _made(self) -> list[OutlineRow]:
        plan, template = self._bridge.plan, self._bridge.template
        number_of = numbers(plan, template)
        rows: list[OutlineRow] = []
        for part in parts(plan, template):
            made = (self._row(key, number_of[key]) for key in part.sections)
            found = [row for row in made if self._fits(row)]
            if found:
                rows += [OutlineRow(part_title(part)), *found]
        return rows

    def _row(self, key: str, number: str) -> OutlineRow:
        section = self._bridge.plan.sections[RecordId(key)]
        status = self._bridge.judgement.sections[key]
        reviewed = section.state is SectionState.REVIEWED
        return OutlineRow(section.title, key, number, status.share, status.applicable, reviewed)

    def _fits(self, row: OutlineRow) -> bool:
        text = f"{row.number} {row.title}".casefold()
        return all(word in text for word in self._words)


def _said(row: OutlineRow) -> str:
    tr = QCoreApplication.translate
    if not row.key:
        return row.title
    if not row.applicable:
        return tr("Outline", "Section {0}, {1}, not applicable").format(row.number, row.title)
    said = tr("Outline", "Section {0}, {1}, {2} percent complete").format(
        row.number, row.title, percent(row.share)
    )
    return f"{said}, {tr('Outline', 'reviewed')}" if row.reviewed else said
