"""The window of the program for a benchmark: without a screen, in a folder of its own."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.bootstrap import workshop
from app.paths import AppPaths
from app.services.settings import Appearance
from ui.bridge import jobs
from ui.bridge.desk import Desk
from ui.bridge.garbage import GarbageCollection
from ui.bridge.theme import apply_theme
from ui.bridge.window_state import WindowState
from ui.main_window import MainWindow

WIDTH, HEIGHT = 1440, 900


class Shown(NamedTuple):
    """What a benchmark works with; no plan is open yet."""

    app: QApplication
    desk: Desk
    window: MainWindow
    folder: Path


@contextmanager
def shown_window() -> Iterator[Shown]:
    """The window, which is put away with its plan and its folder afterwards."""
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError(app)
    apply_theme(app, Appearance.LIGHT)
    garbage = GarbageCollection(app)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = Desk(workshop(AppPaths.below(folder)))
        window = MainWindow(desk, WindowState(folder))
        window.resize(WIDTH, HEIGHT)
        window.show()
        yield Shown(app, desk, window, folder)
        desk.abandon()
        window.hide()
        jobs.stop_jobs()
    garbage.stop()
