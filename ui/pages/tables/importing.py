"""Joins a table of records to the dialog that imports them, from a file or what was pasted."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog

from ui.bridge.desk import Desk
from ui.pages.tables.record_grid import RecordGrid
from ui.widgets.buttons import button


class GridImport(QObject):
    """A button in the bar of the grid, and Ctrl+V on its rows."""

    def __init__(self, grid: RecordGrid, desk: Desk) -> None:
        super().__init__(grid)
        self._grid = grid
        self._desk = desk
        self.dialog: QDialog | None = None
        self.button = button(grid.bar, "grid_import", self.tr("Import\u2026"), picture="upload")
        self.button.setVisible(not grid.bridge.read_only)
        grid.set_actions(self.button)
        self.button.clicked.connect(self._on_clicked)
        grid.pasted.connect(self._on_pasted)

    def open(self, source: Path | str | None) -> None:
        """Import from a file, from what was pasted, or from what is asked for."""
        if self._grid.bridge.read_only:
            return
        from ui.dialogs.importing import ImportDialog

        grid = self._grid
        self.dialog = ImportDialog(grid.bridge, self._desk, grid.kind, grid, source)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    @Slot()
    def _on_clicked(self) -> None:
        self.open(None)

    @Slot(str)
    def _on_pasted(self, text: str) -> None:
        self.open(text)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None


def attach_import(grid: RecordGrid, desk: Desk) -> GridImport:
    """Let records be imported into `grid`."""
    return GridImport(grid, desk)
