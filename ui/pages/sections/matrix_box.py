"""The matrix of impact and urgency with its heading and the button that changes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.plan.plan import Kind
from ui.models.record_names import table_words
from ui.pages.sections.matrix_table import MatrixTable
from ui.pages.sections.record_tables import PrintedTable
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class MatrixBox(QWidget):
    """Says what is missing while there is nothing to set."""

    asked = Signal()
    """The matrix is to be changed."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self._title = label(self, "", Role.OVERLINE)
        self._title.setObjectName("title_matrix")
        words = table_words(Kind.CELL)
        self._edit = button(self, "edit_matrix", words.add, Look.LINK, "pencil")
        self._edit.setVisible(not read_only)
        self._empty = label(self, words.empty, Role.HINT, wrap=True)
        self.table = MatrixTable(self)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(2))
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.table)
        self._edit.clicked.connect(self.asked)
        self.table.asked.connect(self.asked)

    def show_table(self, table: PrintedTable) -> None:
        """Show another matrix."""
        matrix = table.matrix
        if matrix is None:
            return
        size = len(matrix.urgencies) * len(matrix.impacts)
        stated = sum(bool(rank) for _, cells in matrix.impacts for _, rank in cells)
        self._title.setText(self.tr("Matrix \u00b7 {0} of {1} cells set").format(stated, size))
        self._edit.setEnabled(bool(size))
        self._empty.setVisible(not size)
        self.table.setVisible(bool(size))
        self.table.show_matrix(matrix)
