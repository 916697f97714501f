"""The records of one kind as a table that is sorted, filtered and edited."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from typing_extensions import override

from app.domain.judgement.findings import Finding
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.services.editing import Change
from ui.bridge.session import PlanBridge
from ui.models.record_order import in_order
from ui.models.record_table.columns import Column
from ui.models.record_table.editing import keep
from ui.models.record_table.ordering import sorted_keys
from ui.models.record_table.remarks import remark, worst_findings
from ui.models.record_table.sifting import Sieve
from ui.models.record_table.words import CellWords, as_tip, said_cell, said_heading

_Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


class RecordTableModel(QAbstractTableModel):
    """Rows are ids in the order shown; words of a cell are made when it is first seen."""

    refilled = Signal()
    """Rows may have come, gone or changed places."""

    def __init__(
        self, bridge: PlanBridge, kind: Kind, columns: Sequence[Column], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.kind = kind
        self.columns = tuple(columns)
        regimes = bridge.judgement.standards.regimes
        self._words = CellWords({regime.id: regime.name for regime in regimes})
        self._texts: dict[RecordId, dict[str, str]] = {}
        self._sieve = Sieve(self._whole)
        self._own: tuple[RecordId, ...] = ()
        self._ordered: tuple[RecordId, ...] | None = None
        self._rows: list[RecordId] = []
        self._places: dict[RecordId, int] = {}
        self._findings: Mapping[RecordId, Finding] = {}
        self._judged: object = None
        self._wanted = ""
        self._pinned: frozenset[RecordId] = frozenset()
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._gather)
        self.refresh()

    # --- what is shown ----------------------------------------------------------------------------

    @property
    def plan(self) -> Plan:
        """The plan whose records are shown."""
        return self._bridge.plan

    @property
    def keys(self) -> Sequence[RecordId]:
        """The ids of the rows shown, in their order."""
        return self._rows

    @property
    def total(self) -> int:
        """How many records there are, without any filter."""
        return len(self._own)

    @property
    def wanted(self) -> str:
        """The words of the filter."""
        return self._wanted

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder] | None:
        """The column and direction of the order; None for the plan's own order."""
        return self._sorted_by

    @property
    def movable(self) -> bool:
        """Whether rows stand in their own order, all of them."""
        return self._sorted_by is None and not self._wanted and not self._bridge.read_only

    @property
    def sifting(self) -> bool:
        """Whether a filter is still being applied."""
        return self._slices.isActive()

    def record(self, row: int) -> Any:  # noqa: ANN401 - any record
        """The record on a row."""
        return self.plan.table(self.kind)[self._rows[row]]

    def key(self, row: int) -> RecordId | None:
        """The id of a row; None where there is no such row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: RecordId) -> int:
        """The row of a record; -1 when it is not shown."""
        return self._places.get(key, -1)

    def column_of(self, name: str) -> int:
        """The column of a field; -1 when there is none."""
        return next((at for at, column in enumerate(self.columns) if column.name == name), -1)

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        return self._text(self._rows[row], self.columns[column])

    def finding(self, row: int) -> Finding | None:
        """The worst open finding about the record on a row."""
        return self._findings.get(self._rows[row])

    @property
    def wrong(self) -> int:
        """How many records have an open finding."""
        return sum(key in self._findings for key in self._own)

    # --- order and filter -------------------------------------------------------------------------

    def filter(self, wanted: str) -> None:
        """Show the rows in which every word of `wanted` occurs; large tables take some turns."""
        self._wanted = wanted.strip()
        self._pinned = frozenset()
        if self._wanted and not self._sieve.gather(self._own):
            self._slices.start()
            return
        self._slices.stop()
        self._refill()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in order by a column; -1 for the plan's own order."""
        self._sorted_by = (column, order) if 0 <= column < len(self.columns) else None
        self._ordered = None
        self._refill()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    # --- edits and changes ------------------------------------------------------------------------

    def keep(self, row: int, column: int, value: Any) -> bool:  # noqa: ANN401 - any field
        """Put `value` into a cell as one undo step; False when that changes nothing."""
        return keep(self._bridge, self.record(row), self.columns[column], value)

    def take(self, change: Change) -> None:
        """Show what `change` did: its rows only, unless rows came, went or moved."""
        touched = change.ids(self.kind)
        self._forget(change, touched)
        moved = any(
            item.kind is self.kind and (item.before is None or item.before_at != item.after_at)
            for item in change.changes
        )
        self._look_at_findings()
        if moved:
            self._pinned |= touched
            self.refresh()
        elif len(touched) > 1 and self._ranks_changed():
            self.refresh()
        else:
            self._tell(touched)

    def refresh(self) -> None:
        """Read the records again."""
        self._own = tuple(record.id for record in in_order(self.plan, self.kind))
        self._ordered = None
        self._look_at_findings()
        self._refill()

    def forget_all(self) -> None:
        """Any cell may say something else now."""
        self._texts.clear()
        self._sieve.forget_all()

    # --- what Qt asks -----------------------------------------------------------------------------

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.columns[index.column()].in_place and not self.read_only:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    @property
    def read_only(self) -> bool:
        """Whether nothing can be edited."""
        return self._bridge.read_only

    @override
    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> object:
        row, at = index.row(), index.column()
        if not (0 <= row < len(self._rows) and 0 <= at < len(self.columns)):
            return None
        match role:
            case _ROLE.DisplayRole | _ROLE.EditRole:
                return self.text(row, at)
            case _ROLE.ToolTipRole:
                return as_tip(self.text(row, at))
            case _ROLE.AccessibleTextRole:
                return self._said(row, at)
            case _:
                return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        across = orientation is Qt.Orientation.Horizontal
        if across and 0 <= section < len(self.columns):
            return self._heading(section, role)
        return self._row_head(section, role) if not across else None

    def _heading(self, section: int, role: int) -> object:
        form = self.columns[section].form
        match role:
            case _ROLE.DisplayRole:
                return form.label
            case _ROLE.AccessibleTextRole:
                return said_heading(form.label, self._order_of(section))
            case _ROLE.ToolTipRole:
                return as_tip("\n".join(filter(None, (form.label, form.hint))))
            case _:
                return None

    def _order_of(self, section: int) -> Qt.SortOrder | None:
        by = self._sorted_by
        return by[1] if by is not None and by[0] == section else None

    def _row_head(self, row: int, role: int) -> object:
        if not 0 <= row < len(self._rows):
            return None
        finding = self.finding(row)
        said = "" if finding is None else remark(finding)
        match role:
            case _ROLE.DisplayRole:
                return row + 1
            case _ROLE.AccessibleTextRole:
                return ", ".join(filter(None, (str(row + 1), said)))
            case _ROLE.ToolTipRole:
                return as_tip(said)
            case _:
                return None

    # --- inside -----------------------------------------------------------------------------------

    def _said(self, row: int, at: int) -> str:
        said = said_cell(self.columns[at].heading, self.text(row, at), row + 1, len(self._rows))
        finding = self.finding(row) if at == 0 else None
        return said if finding is None else f"{said}. {remark(finding)}"

    def _text(self, key: RecordId, column: Column) -> str:
        known = self._texts.setdefault(key, {})
        if column.name not in known:
            record = self.plan.table(self.kind)[key]
            known[column.name] = self._words.text(self.plan, record, column)
        return known[column.name]

    def _whole(self, key: RecordId) -> str:
        return "\n".join(self._text(key, column) for column in self.columns)

    def _forget(self, change: Change, touched: frozenset[RecordId]) -> None:
        """Cells name other records too, so a change of those may change any of them."""
        self._ordered = None
        if change.kinds - {self.kind}:
            self.forget_all()
            return
        self._sieve.forget(touched)
        for key in touched:
            self._texts.pop(key, None)

    def _look_at_findings(self) -> None:
        found = self._bridge.judgement.findings()
        if found is not self._judged:
            self._judged = found
            self._findings = worst_findings(found, self.kind)

    def _ranks_changed(self) -> bool:
        return self._own != tuple(record.id for record in in_order(self.plan, self.kind))

    def _tell(self, touched: frozenset[RecordId]) -> None:
        """One row tells of itself; more, or other tables, may concern every row."""
        last = len(self.columns) - 1
        rows = [self._places[key] for key in touched if key in self._places]
        if not touched:
            rows = [0, len(self._rows) - 1] if self._rows else []
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), last))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, min(rows), max(rows))

    @Slot()
    def _gather(self) -> None:
        if self._sieve.gather(self._own):
            self._slices.stop()
            self._refill()

    def _refill(self) -> None:
        """Rows that were pinned stay, whatever the filter says of them now."""
        shown = list(self._in_order())
        if self._wanted:
            passing = frozenset(self._sieve.passing(shown, self._wanted)) | self._pinned
            shown = [key for key in shown if key in passing]
        self.beginResetModel()
        self._rows = shown
        self._places = {key: row for row, key in enumerate(shown)}
        self.endResetModel()
        self.refilled.emit()

    def _in_order(self) -> tuple[RecordId, ...]:
        """Put in order once, since each letter of a filter asks for it."""
        if self._ordered is None:
            self._ordered = self._own if self._sorted_by is None else self._by(*self._sorted_by)
        return self._ordered

    def _by(self, at: int, order: Qt.SortOrder) -> tuple[RecordId, ...]:
        table = self.plan.table(self.kind)
        records = [table[key] for key in self._own]
        down = order is Qt.SortOrder.DescendingOrder
        column = self.columns[at]
        return tuple(sorted_keys(self.plan, records, column, self._of_record, downwards=down))

    def _of_record(self, record: Any, column: Column) -> str:  # noqa: ANN401 - any record
        return self._text(record.id, column)
