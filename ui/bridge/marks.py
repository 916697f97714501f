"""Small tinted pictures a style sheet can only take from files: ticks and chevrons."""

import atexit

from PySide6.QtCore import QTemporaryDir

from app.paths import data_folder
from ui.bridge.tokens import Tokens

_MARKS = {
    "chevron-down": ("chevron-down", "text3"),
    "chevron-up": ("chevron-up", "text3"),
    "tick": ("check", "on_accent"),
    "dash": ("minus", "on_accent"),
}
"""The icon and the token of its colour behind each mark."""


class StyleMarks:
    """Writes the marks to a folder that goes away with the process."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None

    def urls(self, tokens: Tokens) -> dict[str, str]:
        """File paths, as a style sheet wants them, by mark."""
        if self._folder is None:
            self._folder = QTemporaryDir()
            atexit.register(self._folder.remove)  # Python need not destroy what it still holds
        scheme = "dark" if tokens.dark else "light"
        return {
            mark: self._write(f"{scheme}-{mark}.svg", icon, getattr(tokens, colour))
            for mark, (icon, colour) in _MARKS.items()
        }

    def _write(self, name: str, icon: str, colour: str) -> str:
        assert self._folder is not None  # noqa: S101 - for the type checker
        source = data_folder("resources") / "icons" / f"{icon}.svg"
        path = self._folder.filePath(name)
        with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - a path of Qt's
            file.write(source.read_text("utf-8").replace("currentColor", colour))
        return path.replace("\\", "/")
