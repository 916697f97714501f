"""The commands of the window that have a key or stand in a menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.dialogs.guide_file import guide_file

_MENU = (
    ("new", "open", "request", "copy", "close"),
    ("comment", "comments"),
    ("settings", "about"),
)
"""The menu of the plan, with lines between."""


class WindowActions(QObject):
    """Makes an action of the window for each command; `run` is called with its name."""

    def __init__(self, window: QWidget, run: Callable[[str], object]) -> None:
        super().__init__(window)
        self._window = window
        self._run = run
        self._made: dict[str, QAction] = {}
        keys = QKeySequence.StandardKey
        self._act("new", self.tr("New plan\u2026"), QKeySequence(keys.New))
        self._act("open", self.tr("Open a plan\u2026"), QKeySequence(keys.Open))
        self._act("request", self.tr("Open a request\u2026"), QKeySequence())
        self._act("copy", self.tr("Save a copy\u2026"), QKeySequence(keys.SaveAs))
        self._act("close", self.tr("Close this plan"), QKeySequence("Ctrl+W"))
        self._act("export", self.tr("Export\u2026"), QKeySequence("Ctrl+E"))
        self.undo = self._act("undo", self.tr("Undo"), QKeySequence("Ctrl+Z"))
        self.redo = self._act("redo", self.tr("Redo"), QKeySequence("Ctrl+Y"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self._act("comment", self.tr("Comment on this\u2026"), QKeySequence("Ctrl+Shift+M"))
        self._act("comments", self.tr("All comments\u2026"), QKeySequence())
        self._act("settings", self.tr("Settings\u2026"), QKeySequence("Ctrl+,"))
        self._act("about", self.tr("About irplan"), QKeySequence())
        if guide_file() is not None:
            self._act("help", self.tr("Help"), QKeySequence(keys.HelpContents))

    def key(self, keys: str, do: Callable[[], object]) -> None:
        """Let `keys` do something that stands in no menu."""
        action = QAction(self._window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(do)
        self._window.addAction(action)

    def plan_menu(self, button: QWidget) -> QMenu:
        """The menu that opens from `button`."""
        menu = QMenu(button)
        for names in _MENU:
            menu.addSeparator()
            menu.addActions([self._made[name] for name in names])
        return menu

    def _act(self, target: str, text: str, keys: QKeySequence) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(f"action_{target}")
        action.setShortcut(keys)
        action.triggered.connect(partial(self._run, target))
        self._window.addAction(action)
        self._made[target] = action
        return action
