"""The sample's plan in a window of its own, at a size and a scale."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap import workshop
from app.paths import AppPaths
from app.services.library import Library
from app.services.settings import Appearance
from tests.ui.baselines.settling import settle
from tests.ui.fakes import FakeClock
from ui.bridge.desk import Desk
from ui.bridge.theme import apply_theme, tokens
from ui.bridge.window_state import WindowState
from ui.main_window import MainWindow


@contextmanager
def opened(
    home: Path, sample: Path, shelf: Library, size: tuple[int, int], scale: int
) -> Iterator[MainWindow]:
    """A window with a copy of `sample` in `home`; the application is left as it was found."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    shop = workshop(AppPaths.below(home), FakeClock())
    vars(shop)["library"] = shelf
    desk = Desk(shop)
    apply_theme(app, Appearance.LIGHT, scale)
    window = MainWindow(desk, WindowState(home / "state"))
    rescale(window, scale)
    window.resize(*size)
    window.show()
    assert desk.open(Path(copyfile(sample, home / "plan.irplan")))
    settle(window)
    assert tokens().scale == scale
    yield window
    desk.abandon()
    window.hide()
    window.deleteLater()
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    apply_theme(app, Appearance.LIGHT, 100)


def rescale(window: MainWindow, scale: int) -> None:
    """Choose another scale as the settings do, which builds all pages anew."""
    window.desk.change_settings(replace(window.desk.settings, scale=scale))
    settle(window)
