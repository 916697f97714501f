"""How wide the columns of a table are, and which of them are shown."""

from PySide6.QtCore import QObject, QTimer, Slot

from ui.bridge.window_state import TableState
from ui.models.record_table import RecordTableModel
from ui.pages.tables.table_view import RecordTableView
from ui.widgets.tokens import px

LEAST_SHARE = 0.8
"""Columns get so much of the width they should have before the table scrolls."""
QUIET_MS = 400
"""Quiet time after the last change of a column before it is remembered."""


class ColumnWidths(QObject):
    """Columns fill the table until a person makes one wider; then they stay as they are."""

    def __init__(
        self, view: RecordTableView, model: RecordTableModel, state: TableState | None
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._state = state
        self._fitting = False
        self._own = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._keep)
        self._start()
        view.resized.connect(self.fit)
        head = view.horizontalHeader()
        head.sectionResized.connect(self._on_resized)
        head.sectionMoved.connect(self._on_moved)

    @Slot()
    def fit(self) -> None:
        """Share the room among the columns shown, none much narrower than it should be."""
        if self._own:
            return
        shown = [
            (at, column)
            for at, column in enumerate(self._model.columns)
            if not self._view.isColumnHidden(at)
        ]
        firm = sum(px(column.width) for _, column in shown if column.firm)
        loose = sum(px(column.width) for _, column in shown if not column.firm)
        room = self._view.viewport().width()
        whole = room / max(firm + loose, 1)
        share = max((room - firm) / max(loose, 1), LEAST_SHARE)
        self._fitting = True
        for at, column in shown:
            part = whole if whole > 1 else (1 if column.firm else share)
            self._view.setColumnWidth(at, int(px(column.width) * part))
        self._fitting = False

    def chosen(self) -> None:
        """Other columns are shown now."""
        self._view.fit_rows()
        self.fit()
        self._quiet.start()

    def _start(self) -> None:
        head = self._view.horizontalHeader()
        for at, column in enumerate(self._model.columns):
            self._view.setColumnHidden(at, not column.shown)
        names = [column.name for column in self._model.columns]
        if self._state is not None:
            self._own = self._state.restore(self._model.kind.value, head, names)
            head.setSortIndicatorClearable(True)
        by = head.sortIndicatorSection()
        if self._own and 0 <= by < len(names):
            self._model.sort(by, head.sortIndicatorOrder())
        self._view.fit_rows()

    @Slot()
    def _on_resized(self) -> None:
        if not self._fitting and self._view.isVisible():
            self._own = True
            self._quiet.start()

    @Slot()
    def _on_moved(self) -> None:
        self._quiet.start()

    @Slot()
    def _keep(self) -> None:
        if self._state is not None:
            names = [column.name for column in self._model.columns]
            self._state.keep(self._model.kind.value, self._view.horizontalHeader(), names)
