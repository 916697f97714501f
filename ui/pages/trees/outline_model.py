"""A communication tree as a table of rows under rows, for keys and screen readers."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from app.domain.plan.durations import parse_duration
from app.domain.plan.ids import RecordId
from app.domain.plan.people import ChannelKind
from app.domain.plan.plan import Plan
from app.services.trees.called import Directory
from ui.models.record_words import choice_text
from ui.pages.trees.call_words import OutlineRow
from ui.pages.trees.edits import TreeEdits
from ui.pages.trees.shown import NO_TREE, ShownTree
from ui.widgets.icons import icon
from ui.widgets.tips import plain_tip

WHO, CHANNELS, ALLOWED, OTHERWISE, FINDINGS = range(5)
"""The columns."""

KEY_ROLE: Final = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex
_NOTHING: Final = "\N{EN DASH}"
_READ: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_WRITTEN: Final = _READ | Qt.ItemFlag.ItemIsEditable


class TreeOutlineModel(QAbstractItemModel):
    """Shows one tree; what is typed into a cell is an edit of the plan."""

    refused = Signal(str)
    """What was typed does not fit its column; carries what is expected."""

    def __init__(self, edits: TreeEdits, parent: QObject, *, read_only: bool) -> None:
        super().__init__(parent)
        self._edits = edits
        self._read_only = read_only
        self._plan: Plan | None = None
        self._shown = NO_TREE
        self._order: tuple[RecordId, ...] = ()
        self._number: dict[RecordId, int] = {}
        self._row: dict[RecordId, int] = {}
        self._warning = icon("triangle-alert", "warning")

    def show_tree(self, plan: Plan, shown: ShownTree) -> bool:
        """Show `shown`; whether the rows had to be made anew, so that none is open any more."""
        self._plan = plan
        if _shape(self._shown) == _shape(shown):
            self._shown = shown
            self._tell_all()
            return False
        self.beginResetModel()
        self._shown = shown
        self._order = shown.forest.in_order()
        self._number = {key: at for at, key in enumerate(self._order)}
        groups = (shown.forest.roots, *shown.forest.below.values())
        self._row = {key: row for group in groups for row, key in enumerate(group)}
        self.endResetModel()
        return True

    def place_of(self, key: RecordId, column: int = WHO) -> QModelIndex:
        """The row of a call; invalid when the tree has none such."""
        if key not in self._number:
            return QModelIndex()
        return self.createIndex(self._row[key], column, self._number[key])

    def key_at(self, index: _Index) -> RecordId | None:
        """The call in a row; None for no row."""
        if not index.isValid() or not 0 <= index.internalId() < len(self._order):
            return None
        return self._order[index.internalId()]

    # --- shape ------------------------------------------------------------------------------------

    @override
    def index(self, row: int, column: int, parent: _Index | None = None) -> QModelIndex:
        keys = self._below(parent)
        if not (0 <= row < len(keys) and 0 <= column <= FINDINGS):
            return QModelIndex()
        return self.createIndex(row, column, self._number[keys[row]])

    @override
    def parent(self, index: _Index | None = None) -> QModelIndex:  # type: ignore[override]
        key = None if index is None else self.key_at(index)
        above = None if key is None else self._shown.forest.parent(key)
        return QModelIndex() if above is None else self.place_of(above)

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self._below(parent))

    @override
    def columnCount(self, parent: _Index | None = None) -> int:
        return FINDINGS + 1

    # --- words ------------------------------------------------------------------------------------

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return _heads()[section]

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        key = self.key_at(index)
        if key is None:
            return None
        row, column = self._shown.rows[key], index.column()
        words: dict[int, object] = {
            KEY_ROLE: key,
            Qt.ItemDataRole.DisplayRole: _text(row, column) or _NOTHING,
            Qt.ItemDataRole.EditRole: row.typed if column == WHO else _text(row, column),
            Qt.ItemDataRole.AccessibleTextRole: _said(row, column),
            Qt.ItemDataRole.ToolTipRole: _tip(row, column),
            Qt.ItemDataRole.DecorationRole: (
                self._warning if column == FINDINGS and row.findings else None
            ),
        }
        return words.get(role)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _READ if index.column() == FINDINGS or self._read_only else _WRITTEN

    @override
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key = self.key_at(index)
        if key is None or role != Qt.ItemDataRole.EditRole:
            return False
        text = " ".join(str(value).split())
        if text == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        match index.column():
            case 0:
                return self._set_who(key, text)
            case 1:
                return self._set_channels(key, text)
            case 2:
                return self._set_allowed(key, text)
            case _:
                self._edits.restate(key, if_no_answer=text)
                return True

    def _set_who(self, key: RecordId, text: str) -> bool:
        if not text or self._plan is None:
            self.refused.emit(self.tr("Type the name of a role, a person, a party or a group."))
            return False
        self._edits.retarget(key, Directory(self._plan).find(text))
        return True

    def _set_channels(self, key: RecordId, text: str) -> bool:
        known = {choice_text(kind).casefold(): kind for kind in ChannelKind}
        words = [word.strip().casefold() for word in text.replace(";", ",").split(",")]
        found = [known.get(word) for word in words if word]
        kinds = tuple(kind for kind in found if kind is not None)
        if len(kinds) < len(found):
            names = ", ".join(choice_text(kind) for kind in ChannelKind)
            self.refused.emit(self.tr("Type ways to call with commas between: {0}.").format(names))
            return False
        self._edits.order_channels(key, kinds)
        return True

    def _set_allowed(self, key: RecordId, text: str) -> bool:
        span = parse_duration(text)
        if text and span is None:
            self.refused.emit(self.tr("Type a span of time, such as 15 minutes or 1 hour."))
            return False
        self._edits.restate(key, allowed=span)
        return True

    # --- own --------------------------------------------------------------------------------------

    def _below(self, parent: _Index | None) -> tuple[RecordId, ...]:
        if parent is None or not parent.isValid():
            return self._shown.forest.roots
        key = self.key_at(parent)
        if parent.column() != WHO or key is None:
            return ()
        return self._shown.forest.below.get(key, ())

    def _tell_all(self) -> None:
        waiting = [QModelIndex()]
        while waiting:
            parent = waiting.pop()
            rows = self.rowCount(parent)
            if rows:
                first = self.index(0, WHO, parent)
                self.dataChanged.emit(first, self.index(rows - 1, FINDINGS, parent))
                waiting.extend(self.index(row, WHO, parent) for row in range(rows))


def _text(row: OutlineRow, column: int) -> str:
    count = str(len(row.findings)) if row.findings else ""
    return (row.who, row.channels, row.allowed, row.otherwise, count)[column]


def _said(row: OutlineRow, column: int) -> str:
    translate = QCoreApplication.translate
    if column == FINDINGS:
        return "; ".join(row.findings) or translate("TreeOutline", "No findings")
    if column == WHO:
        return translate("TreeOutline", "{0}, level {1}").format(row.who, row.level)
    text = _text(row, column) or translate("TreeOutline", "not stated")
    return f"{_heads()[column]}: {text}"


def _tip(row: OutlineRow, column: int) -> str:
    return plain_tip("\n".join(row.findings) if column == FINDINGS else _text(row, column))


def _shape(shown: ShownTree) -> object:
    return shown.tree, shown.forest.roots, shown.forest.below


def _heads() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("TreeOutline", "Who"),
        translate("TreeOutline", "Channels"),
        translate("TreeOutline", "Time allowed"),
        translate("TreeOutline", "If nobody answers"),
        translate("TreeOutline", "Findings"),
    )
