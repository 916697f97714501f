"""Where the window stood when it was last closed."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow


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
