"""Pictures of every page in both appearances: python -m tests.ui.screenshots FOLDER."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import workshop
from app.domain.interview.drafting import AnswerSheet
from app.paths import AppPaths
from app.services.settings import Appearance, Settings
from tests.ui.screenshots.beginning import begun, template
from tests.ui.screenshots.boxes import comments, dialog, found, palette
from tests.ui.screenshots.keeping import backups, exercises, notifications, reviews, versions
from tests.ui.screenshots.signed import verify
from tests.ui.screenshots.waiting import settle, wait_until
from tests.ui.screenshots.workbench import (
    classification,
    importing,
    people,
    playbooks,
    programme,
    trees,
)
from tests.ui.screenshots.writing import beside, coverage, records, sections
from ui.bridge.desk import Desk
from ui.bridge.jobs import stop_jobs
from ui.bridge.theme import apply_theme
from ui.bridge.window_state import WindowState
from ui.dialogs.guide_file import guide_file
from ui.main_window import MainWindow

SIZES = ((1440, 900), (1024, 680))
LOOKS = (Appearance.LIGHT, Appearance.DARK)

BEGUN = {
    "profile.legal_name": "Northwind Health Limited",
    "profile.short_name": "Northwind Health",
    "profile.sector": "health",
}
"""Answers of a plan that has only just been begun."""


class FixedClock:
    """Always the same moment, so that pictures stay the same."""

    def now(self) -> datetime:
        return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def main(folder: Path) -> None:
    """Write all of them, in every look and size."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory() as home:
        paths = AppPaths.below(Path(home))
        desk = Desk(workshop(paths, FixedClock()))
        desk.change_settings(Settings(person="Anna Keller"))
        desk.prepare()
        wait_until(lambda: bool(desk.samples))
        for look in LOOKS:
            for width, height in SIZES:
                desk.change_settings(Settings(person="Anna Keller", appearance=look))
                apply_theme(app, look)
                window = MainWindow(desk, WindowState(paths.state / f"{look.value}{width}"))
                window.resize(width, height)
                window.show()
                for name, picture in pictures(window, desk, Path(home)):
                    file = folder / f"{name}-{look.value}-{width}.png"
                    picture.grab().save(str(file))
                    sys.stdout.write(f"{file}\n")
                window.close()
                window.deleteLater()
        stop_jobs()


def pictures(window: MainWindow, desk: Desk, home: Path) -> Iterator[tuple[str, QWidget]]:
    desk.close()
    settle()
    yield "welcome", window
    yield from template(window)
    yield from dialog(window, "new", lambda: window.doors.new_plan("combined"))
    desk.create(free(home / "begun.irplan"), "combined", AnswerSheet(BEGUN))
    settle()
    yield "overview-begun", window
    yield from begun(window)
    desk.open_sample()
    settle()
    yield "overview", window
    yield from of_the_sample(window)
    yield from verify(window, desk, home)
    yield from importing(window, home)
    yield from palette(window)
    yield from found(window)
    yield from comments(window)
    for name in ("settings", "about", "help", "export", "evidence"):
        if name != "help" or guide_file():
            yield from dialog(window, name, partial(window.navigate, name))


def of_the_sample(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """What the window shows of the sample plan."""
    for pictured in (
        *(coverage, sections, beside, records, people),
        *(trees, classification, playbooks, notifications, programme),
        *(reviews, exercises, versions, backups),
    ):
        yield from pictured(window)


def free(path: Path) -> Path:
    """`path` with a number that no file has yet."""
    return next(
        found for at in range(100) if not (found := path.with_stem(f"{path.stem}{at}")).exists()
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
