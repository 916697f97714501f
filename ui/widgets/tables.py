"""What tables of every kind look alike in: no frame, no grid, quiet headings."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView


def plain_table(table: QTableView) -> None:
    """Lines come from what is drawn in the cells; Tab leads out of the table."""
    table.setProperty("plain", "true")
    table.setFrameShape(QTableView.Shape.NoFrame)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)


def quiet_headings(head: QHeaderView) -> None:
    """Headings stand above where the words begin, and do not follow what is chosen."""
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)


def sorting_headings(head: QHeaderView) -> None:
    """A click sorts, another turns the order, a third one gives it up; nothing is sorted yet."""
    head.setSectionsClickable(True)
    head.setSortIndicatorShown(True)
    head.setSortIndicatorClearable(True)
    head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)


def choose_row(table: QTableView, row: int, column: int = 0) -> None:
    """Choose a row and bring it into view; `selectRow` finds none from right to left."""
    index = table.model().index(row, column)
    table.setCurrentIndex(index)
    table.scrollTo(index)
