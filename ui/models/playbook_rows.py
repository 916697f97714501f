"""The playbooks of the plan in a list: name, where each starts, its steps and open findings."""

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
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Playbook
from ui.bridge.words import counted
from ui.models.playbook_findings import PlaybookFindings
from ui.models.record_names import name_of, record_name
from ui.widgets.rows import Row
from ui.widgets.tips import plain_tip

ROW_ROLE = Qt.ItemDataRole.UserRole
KEY_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class PlaybooksModel(QAbstractListModel):
    """Shows those in which all words looked for occur."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[RecordId, Row], ...] = ()

    @property
    def keys(self) -> tuple[RecordId, ...]:
        """The playbooks shown."""
        return tuple(key for key, _ in self._rows)

    def show_playbooks(self, plan: Plan, found: PlaybookFindings, words: str) -> None:
        """Show the playbooks of `plan`; rows that stay are not built again."""
        counts: dict[RecordId, int] = {}
        for step in plan.steps.values():
            counts[step.playbook] = counts.get(step.playbook, 0) + 1
        wanted = words.casefold().split()
        rows = tuple(
            (key, _row(plan, playbook, counts.get(key, 0), found.count(key)))
            for key, playbook in plan.playbooks.items()
            if all(word in _text(plan, playbook) for word in wanted)
        )
        if [key for key, _ in rows] == list(self.keys):
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        key, row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(row.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (row.title, row.subtitle) if part)
            case _:
                return {ROW_ROLE: row, KEY_ROLE: key}.get(role)


def _row(plan: Plan, playbook: Playbook, steps: int, found: int) -> Row:
    floor = playbook.floor
    level = name_of(plan, Kind.SEVERITY, floor) if floor is not None else ""
    said = counted(steps, _tr("1 step"), _tr("{n} steps"))
    problems = counted(found, _tr("1 finding"), _tr("{n} findings")) if found else ""
    below = " \u00b7 ".join(part for part in (level, said, problems) if part)
    picture, tone = ("triangle-alert", "warning") if found else ("workflow", "text2")
    name = record_name(plan, Kind.PLAYBOOK, playbook)
    return Row(name, below, "", picture, tone)


def _text(plan: Plan, playbook: Playbook) -> str:
    category = playbook.category
    kind = name_of(plan, Kind.CATEGORY, category) if category is not None else ""
    floor = playbook.floor
    level = name_of(plan, Kind.SEVERITY, floor) if floor is not None else ""
    whole = (playbook.name, playbook.trigger, kind, level, *playbook.techniques)
    return " ".join(whole).casefold()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Steps", text)
