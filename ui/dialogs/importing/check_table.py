"""The rows to be taken over, ticked with the space bar, any number of them chosen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from ui.dialogs.importing.check_model import NAME, NUMBER, PROBLEMS, TAKE, CheckModel
from ui.widgets.tables import choose_row
from ui.widgets.tokens import px

_CHECK = Qt.ItemDataRole.CheckStateRole


class CheckTable(QTableView):
    """Rows of one height, so that ten thousand of them scroll as ten do."""

    def __init__(self, parent: QWidget, model: CheckModel) -> None:
        super().__init__(parent)
        self.setObjectName("import_rows")
        self.setAccessibleName(self.tr("Rows to import; space ticks the chosen ones"))
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(px(16), px(16)))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(34))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(PROBLEMS, QHeaderView.ResizeMode.Stretch)

    def fit_columns(self) -> None:
        """Give each column its room; the last one has the rest."""
        for column, width in ((TAKE, 132), (NUMBER, 60), (NAME, 220)):
            self.setColumnWidth(column, px(width))

    def chosen_rows(self) -> list[int]:
        """The chosen rows, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.chosen_rows()
        if event.key() != Qt.Key.Key_Space or not rows:
            super().keyPressEvent(event)
            return
        model = self.model()
        ticked = model.data(model.index(rows[0], TAKE), _CHECK) == Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        for row in rows:
            index = model.index(row, TAKE)
            if model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
                model.setData(index, wanted, _CHECK)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.chosen_rows() and self.model().rowCount():
            choose_row(self, 0)
