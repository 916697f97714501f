"""The third step of an import: every row with what is done and what to know, before it is done."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.services.importing.checking import Preview, Take
from ui.bridge.words import counted
from ui.dialogs.importing.check_model import CheckModel, RowFilter
from ui.dialogs.importing.check_table import CheckTable
from ui.dialogs.importing.row_detail import RowDetail
from ui.widgets.banner import announce
from ui.widgets.labels import Role, label
from ui.widgets.search_field import clearable
from ui.widgets.tables import choose_row
from ui.widgets.tokens import px

__all__ = ["CheckPage"]


class CheckPage(QWidget):
    """The rows, a filter above them, and the chosen ones in full below."""

    decided = Signal()
    """Something else is done with some row now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import_check")
        self.model = CheckModel(self)
        self._summary = label(self, "", Role.BODY, wrap=True)
        self._summary.setObjectName("import_summary")
        self._remarks = label(self, "", Role.HINT, wrap=True)
        self._words = QLineEdit(self)
        self._words.setObjectName("import_filter")
        self._words.setPlaceholderText(self.tr("Filter rows"))
        self._words.setAccessibleName(self.tr("Filter rows by name or problem"))
        clearable(self._words)
        self._which = QComboBox(self)
        self._which.setObjectName("import_which")
        self._which.setAccessibleName(self.tr("Which rows are shown"))
        self.table = CheckTable(self, self.model)
        self.detail = RowDetail(self)
        self._lay_out()
        self._words.textChanged.connect(self._on_filter)
        self._which.currentIndexChanged.connect(self._on_filter)
        self.model.decided.connect(self._on_decided)
        self.table.selectionModel().selectionChanged.connect(self._on_chosen)
        self.model.modelReset.connect(self._on_chosen)
        self.detail.decided.connect(self._on_way)

    @property
    def chosen(self) -> dict[int, Take]:
        """What is done with each row, by its place in the preview."""
        return self.model.chosen

    @property
    def work(self) -> int:
        """How many rows change the plan."""
        counts = self.model.counts()
        return counts[Take.ADD] + counts[Take.UPDATE]

    def show_preview(self, preview: Preview) -> None:
        """Show another preview, the first row chosen."""
        self.model.show_preview(preview)
        self._words.clear()
        self._fill_which()
        self._remarks.setText("\n".join(preview.remarks))
        self._remarks.setVisible(bool(preview.remarks))
        self.table.fit_columns()
        choose_row(self.table, 0)

    def _fill_which(self) -> None:
        blocked = self._which.blockSignals(True)
        self._which.clear()
        troubled = self.model.troubled()
        self._which.addItem(self.tr("All rows"), RowFilter())
        said = self.tr("That need a look ({0})").format(troubled)
        self._which.addItem(said, RowFilter(troubled=True))
        self._which.addItem(self.tr("To be added"), RowFilter(way=Take.ADD))
        self._which.addItem(
            self.tr("About somebody or something known"), RowFilter(way=Take.UPDATE)
        )
        self._which.addItem(self.tr("Left out"), RowFilter(way=Take.SKIP))
        self._which.blockSignals(blocked)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._words, 2)
        row.addWidget(self._which, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self._summary)
        column.addWidget(self._remarks)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)

    @Slot()
    def _on_filter(self) -> None:
        wanted = self._which.currentData()
        if isinstance(wanted, RowFilter):
            words = self._words.text()
            self.model.narrow(RowFilter(wanted.troubled, wanted.way, words))
            if self.model.rowCount():
                choose_row(self.table, 0)

    @Slot()
    def _on_decided(self) -> None:
        counts = self.model.counts()
        said = self.tr("{0} will be added, {1} updated, {2} left out.").format(
            counts[Take.ADD], counts[Take.UPDATE], counts[Take.SKIP]
        )
        troubled = self.model.troubled()
        if troubled:
            look = counted(
                troubled, self.tr("1 row needs a look."), self.tr("{n} rows need a look.")
            )
            said = f"{said} {look}"
        self._summary.setText(said)
        self._on_chosen()
        self.decided.emit()

    @Slot()
    def _on_chosen(self) -> None:
        self.detail.show_rows(self.model, self.table.chosen_rows())

    @Slot(object)
    def _on_way(self, way: Take) -> None:
        self.model.decide(self.table.chosen_rows(), way)
        announce(self, self._summary.text())
