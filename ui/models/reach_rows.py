"""The calls of a simulation as rows of a table: who, when, how or why not, and a bar in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.domain.judgement.reachability.results import NodeResult, Reachability, TreeResult
from app.domain.judgement.reachability.wording import (
    answer_words,
    minutes_words,
    node_names,
    remarks,
    why_words,
)
from ui.models.cells import CELL_ROLE, Cell, CellsModel

BAR_ROLE: Final = CELL_ROLE + 1
"""Under this role the model gives the `Bar` of the timeline's column."""
DEPTH_ROLE: Final = CELL_ROLE + 2
"""Under this role, how deep a call hangs; 0 unless the rows stand in the order of the tree."""

_NEVER: Final = float("inf")
_Index = QModelIndex | QPersistentModelIndex


class Column(Enum):
    """The columns, in their order."""

    CALL = 0
    WHEN = 1
    HOW = 2
    TIMELINE = 3
    CHANCE = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """From `begins` to `ends` of a line that is 1 long; `limit` is on it, or None.

    A call that is not answered has `reached` False; one that is never made begins nowhere (None).
    """

    begins: float | None
    ends: float
    reached: bool
    late: bool
    limit: float | None


Rank = str | float | tuple[float, float]
"""What a column is sorted by; of one column all are of one type."""


@dataclass(frozen=True, slots=True)
class ReachRow:
    """One call."""

    tree: str
    node: str
    depth: int
    cells: tuple[Cell, ...]
    bar: Bar
    ranks: tuple[Rank, ...]
    """By column, what the rows are sorted by."""

    @property
    def key(self) -> tuple[str, str]:
        """The tree and the call."""
        return self.tree, self.node


def reach_headings() -> tuple[str, ...]:
    """The headings of the columns."""
    return (_tr("Call"), _tr("Reached"), _tr("How"), _tr("Timeline"), _tr("Chance"))


def reach_rows(result: Reachability) -> tuple[ReachRow, ...]:
    """The rows in the order of the trees."""
    names = node_names(result)
    whole = _whole(result)
    several = len(result.trees) > 1
    return tuple(
        _row(tree, node, names, whole, several=several)
        for tree in result.trees
        for node in tree.nodes
    )


class ReachModel(CellsModel[ReachRow]):
    """Rows that come all at once; sorted here, so that the order of the tree is never lost."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(reach_headings(), parent)
        self._given: tuple[ReachRow, ...] = ()
        self._sorted: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    @override
    def show_rows(self, rows: tuple[ReachRow, ...]) -> None:
        """Show other rows, sorted as before; where only words changed, the view stays."""
        self._given = rows
        super().show_rows(self._arranged(rows))

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order)
        kept = self.persistentIndexList()
        keys = [self._rows[index.row()].key for index in kept]
        self._rows = self._arranged(self._given)
        places = {row.key: at for at, row in enumerate(self._rows)}
        moved = [
            self.index(places[key], index.column()) for key, index in zip(keys, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.ToolTipRole:
                return self.cell(index).tip
            case _ if role == BAR_ROLE:
                return row.bar if index.column() == Column.TIMELINE.value else None
            case _ if role == DEPTH_ROLE:
                return 0 if self._sorted[0] >= 0 else row.depth
            case _:
                return super().data(index, role)

    def _arranged(self, rows: tuple[ReachRow, ...]) -> tuple[ReachRow, ...]:
        column, order = self._sorted
        if column < 0:
            return rows
        backwards = order is Qt.SortOrder.DescendingOrder
        return tuple(sorted(rows, key=lambda row: row.ranks[column], reverse=backwards))


def _row(
    tree: TreeResult, node: NodeResult, names: dict[str, str], whole: float, *, several: bool
) -> ReachRow:
    bar = _bar(tree, node, whole)
    minute = _NEVER if node.answer is None else node.answer.minute
    how = _how(node, names)
    cells = (_call(tree, node, several=several), _when(node), how, _timeline(node), _chance(node))
    begun = _NEVER if node.begun is None else node.begun
    ranks = (node.name.casefold(), minute, how.text.casefold(), (begun, minute), node.chance)
    return ReachRow(tree.tree, node.node, node.depth, cells, bar, ranks)


def _call(tree: TreeResult, node: NodeResult, *, several: bool) -> Cell:
    reached = node.answer is not None
    picture, tone = ("circle-check", "success") if reached else ("circle-x", "danger")
    if node.late:
        picture, tone = "clock", "warning"
    return Cell(node.name, tree.name if several else "", picture, tone)


def _when(node: NodeResult) -> Cell:
    if node.answer is None:
        return Cell(_tr("Never"), tone="danger", strong=True)
    there = f"{node.answer.local:%a %H:%M}"
    words = minutes_words(node.answer.minute)
    if node.late:
        return Cell(words, _tr("Late; {0}").format(there), tone="warning", strong=True)
    return Cell(words, there)


def _how(node: NodeResult, names: dict[str, str]) -> Cell:
    if node.answer is None:
        why = why_words(node, names)
        return Cell(why[:1].upper() + why[1:], _listed(remarks(node)), tone="danger")
    return Cell(answer_words(node.answer), _listed(remarks(node)))


def _listed(words: Sequence[str]) -> str:
    said = "; ".join(words)
    return said[:1].upper() + said[1:]


def _timeline(node: NodeResult) -> Cell:
    if node.begun is None or node.ended is None:
        return Cell(_tr("Never called"))
    begun, ended = minutes_words(node.begun), minutes_words(node.ended)
    return Cell(_tr("Called from {0} to {1}").format(begun, ended), _runs(node))


def _runs(node: NodeResult) -> str:
    """Within which time half and nine of ten runs reach somebody; blank where they do not."""
    if node.odds is None or node.odds.median is None:
        return ""
    half = _tr("Half of the runs within {0}").format(minutes_words(node.odds.median))
    if node.odds.ninetieth is None:
        return half
    return _tr("{0}, 9 of 10 within {1}").format(half, minutes_words(node.odds.ninetieth))


def _chance(node: NodeResult) -> Cell:
    if node.odds is None:
        return Cell(percent(node.chance))
    low, high = percent(node.odds.low), percent(node.odds.high)
    return Cell(percent(node.chance), _tr("Runs: {0} to {1}").format(low.removesuffix(" %"), high))


def percent(share: float) -> str:
    """A share in whole percent; only what is certain has 100, only what never happens 0."""
    whole = int(share * 100 + 1e-9)
    return _tr("under 1 %") if share > 0 and not whole else _tr("{0} %").format(whole)


def _whole(result: Reachability) -> float:
    """The minutes the timeline lasts."""
    ends = (node.ended for node in result.nodes if node.ended is not None)
    limits = (tree.limit.minutes for tree in result.trees if tree.limit is not None)
    last = max(ends, default=0.0)
    shown = (limit for limit in limits if limit <= 2 * last)
    return max(last, *shown, 1.0)


def _bar(tree: TreeResult, node: NodeResult, whole: float) -> Bar:
    limit = tree.limit.minutes / whole if tree.limit is not None and node.limited else None
    if limit is not None and limit > 1:
        limit = None
    if node.begun is None or node.ended is None:
        return Bar(None, 0.0, reached=False, late=False, limit=limit)
    return Bar(
        node.begun / whole,
        node.ended / whole,
        reached=node.answer is not None,
        late=node.late,
        limit=limit,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reach", text)
