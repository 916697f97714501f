"""Pictures of every page: `python -m tests.ui.baselines.taking FOLDER`, in the surroundings set.

Writes those into FOLDER whose dots are not the accepted ones, and prints a digest for each.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.bootstrap import workshop
from app.paths import AppPaths
from app.services.settings import Appearance, Settings
from tests.ui.baselines.digests import digest, read_digests
from tests.ui.baselines.settling import settle
from tests.ui.baselines.stand_ins import cover_seals
from tests.ui.baselines.walking import walk
from tests.ui.fakes import FakeClock
from ui.bridge.desk import Desk
from ui.bridge.garbage import GarbageCollection
from ui.bridge.jobs import stop_jobs
from ui.bridge.keyboard import KeyboardManners
from ui.bridge.theme import apply_theme
from ui.bridge.window_state import WindowState
from ui.main_window import MainWindow

SIZES = ((1440, 900), (1024, 680))
LOOKS = (Appearance.LIGHT, Appearance.DARK)
PERSON = "Anna Keller"


def main(folder: Path) -> None:
    """Print `name digest` for each; keep in `folder` what is not as accepted."""
    folder.mkdir(parents=True, exist_ok=True)
    troubles: list[BaseException] = []
    sys.excepthook = lambda kind, error, trace: troubles.append(error)
    accepted = read_digests()
    for name, picture in pictures():
        found = digest(picture)
        sys.stdout.write(f"{name} {found}\n")
        sys.stdout.flush()
        if accepted.get(name) != found:
            assert picture.save(str(folder / f"{name}.png")), f"{folder} takes no picture"
        if troubles:  # Qt goes on after a mistake in a slot
            raise troubles[0]


def pictures() -> Iterator[tuple[str, QImage]]:
    """The sample plan in one window, in every look and size, page by page."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setCursorFlashTime(0)
    app.installEventFilter(KeyboardManners(app))
    garbage = GarbageCollection(app)
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(workshop(AppPaths.below(Path(home)), FakeClock()))
        desk.change_settings(Settings(person=PERSON, appearance=LOOKS[0]))
        apply_theme(app, LOOKS[0])
        window = MainWindow(desk, WindowState(Path(home) / "state"))
        window.show()
        yield from shots(app, window)
        desk.abandon()
        window.hide()
        stop_jobs()
    garbage.stop()


def shots(app: QApplication, window: MainWindow) -> Iterator[tuple[str, QImage]]:
    """The front page without a plan, then the sample's pages."""
    desk = window.desk
    desk.prepare()
    settle(window)
    for name in _appearances(app, window):
        yield f"welcome-{name}", window.grab().toImage()
    assert desk.open_sample()
    for name in _appearances(app, window):
        for page, _ in walk(window):
            cover_seals(window)
            yield f"{page}-{name}", window.grab().toImage()


def _appearances(app: QApplication, window: MainWindow) -> Iterator[str]:
    for look in LOOKS:
        apply_theme(app, look)
        for width, height in SIZES:
            window.resize(width, height)
            settle(window)
            yield f"{look.value}-{width}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
