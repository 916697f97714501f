"""The rows of a list of changes as a model that tells each row only when it is looked at."""

from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from app.services.changes.compared import Compared
from ui.widgets.changes.passages import Told, told
from ui.widgets.changes.rows import Row, RowKind, rows_of

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
"""Gives the `Row`."""
TOLD_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""Gives what the row says, as `Told`."""
WHOLE_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""Gives whether the text of the row is shown with all that stayed in it."""

_Index = QModelIndex | QPersistentModelIndex
_Key = tuple[RowKind, object, str, str]


class ChangesModel(QAbstractListModel):
    """Heads can be read, but only changes can be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._compared: Compared | None = None
        self._material = False
        self._rows: tuple[Row, ...] = ()
        self._told: dict[_Key, Told] = {}
        self._whole: set[_Key] = set()

    def show_compared(self, compared: Compared) -> None:
        """Show these changes; what is unfolded stays so."""
        self._compared = compared
        self._refill()

    def show_material(self, *, only: bool) -> None:
        """Show all changes, or the material ones."""
        self._material = only
        self._refill()

    def row(self, at: int) -> Row | None:
        """The row at a place; None where there is none."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place_of(self, key: object) -> int:
        """Where the row with this key stands; -1 when it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def first_change(self) -> int:
        """The first row that can be chosen; -1 when there is none."""
        kinds = (row.kind for row in self._rows)
        return next((at for at, kind in enumerate(kinds) if kind is RowKind.CHANGE), -1)

    def last_change(self) -> int:
        """The last row that can be chosen; -1 when there is none."""
        return len(self._rows) - 1

    def is_whole(self, index: _Index) -> bool:
        """Whether the text of a row is shown with all that stayed in it."""
        row = self.row(index.row())
        return row is not None and row.key in self._whole

    def fold(self, index: _Index, *, whole: bool) -> None:
        """Show the text of a row with all that stayed in it, or cut to what changed."""
        row = self.row(index.row())
        said = self._telling(row) if row is not None else None
        if row is None or said is None or not said.foldable:
            return
        (self._whole.add if whole else self._whole.discard)(row.key)
        self._told.pop(row.key, None)
        at = self.index(index.row())
        self.dataChanged.emit(at, at)

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = self.row(index.row())
        if row is None or row.kind is not RowKind.CHANGE:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._said(row)
            case _ if role == ROW_ROLE:
                return row
            case _ if role == TOLD_ROLE:
                return self._telling(row)
            case _ if role == WHOLE_ROLE:
                return row.key in self._whole
            case _:
                return None

    def _telling(self, row: Row) -> Told | None:
        if self._compared is None:
            return None
        if row.key not in self._told:
            self._told[row.key] = told(row, self._compared, whole=row.key in self._whole)
        return self._told[row.key]

    def _said(self, row: Row) -> str:
        said = self._telling(row)
        if said is None:
            return ""
        if not said.foldable:
            return said.spoken
        hint = (
            QCoreApplication.translate("Changes", "Press the left arrow to fold the text")
            if row.key in self._whole
            else QCoreApplication.translate("Changes", "Press the right arrow to unfold the text")
        )
        return f"{said.spoken}. {hint}"

    def _refill(self) -> None:
        self.beginResetModel()
        compared = self._compared
        self._rows = () if compared is None else rows_of(compared, material=self._material)
        self._told.clear()
        self.endResetModel()
