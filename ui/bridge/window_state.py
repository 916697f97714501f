"""Where the window stood when it was last closed, and how its tables were arranged."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView, QMainWindow


class WindowState:
    """Keeps geometry in a small file of its own; losing it costs nothing."""

    def __init__(self, folder: Path) -> None:
        self._file = str(folder / "window.ini")

    def restore(self, window: QMainWindow) -> bool:
        """Put `window` where it was; False when nothing is known."""
        stored = self._settings().value("geometry")
        return isinstance(stored, QByteArray) and window.restoreGeometry(stored)

    def keep(self, window: QMainWindow) -> None:
        """Remember where `window` is."""
        settings = self._settings()
        settings.setValue("geometry", window.saveGeometry())
        settings.sync()

    def _settings(self) -> QSettings:
        return QSettings(self._file, QSettings.Format.IniFormat)


class TableState:
    """Keeps order, width and choice of columns in a small file; losing it costs nothing."""

    def __init__(self, folder: Path) -> None:
        self._file = str(folder / "tables.ini")

    def restore(self, table: str, head: QHeaderView, columns: Sequence[str]) -> bool:
        """Put columns as they were; False when nothing is known of a table with these `columns`."""
        settings = self._settings()
        if settings.value(f"{table}/columns") != " ".join(columns):
            return False
        stored = settings.value(f"{table}/head")
        return isinstance(stored, QByteArray) and head.restoreState(stored)

    def keep(self, table: str, head: QHeaderView, columns: Sequence[str]) -> None:
        """Remember how columns stand."""
        settings = self._settings()
        settings.setValue(f"{table}/columns", " ".join(columns))
        settings.setValue(f"{table}/head", head.saveState())
        settings.sync()

    def _settings(self) -> QSettings:
        return QSettings(self._file, QSettings.Format.IniFormat)
