"""What the tests of the interface share."""

import gc
import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import SAMPLE, Workshop, workshop
from app.domain.plan.plan import Plan
from app.paths import AppPaths
from app.services.library import Library
from app.services.opening import OpenPlan
from app.services.settings import Appearance
from tests.once import worked_out_once
from tests.shipped import SHIPPED_LIBRARY
from tests.ui.fakes import FakeClock, MemoryStore, open_plan, person, small_plan
from ui.bridge.desk import Desk
from ui.bridge.garbage import GarbageCollection
from ui.bridge.session import PlanBridge
from ui.bridge.theme import apply_theme
from ui.bridge.window_state import WindowState
from ui.main_window import MainWindow


@pytest.fixture(scope="session", autouse=True)
def once() -> Iterator[None]:
    """What tests open again and again is read and judged once."""
    with worked_out_once():
        yield


@pytest.fixture
def themed(qapp: QApplication) -> QApplication:
    """The application in its light look."""
    apply_theme(qapp, Appearance.LIGHT, 100)
    return qapp


@pytest.fixture(autouse=True)
def garbage(qapp: QApplication) -> Iterator[GarbageCollection]:
    """No widget of an earlier test is freed on the thread of a job, as in the program."""
    made = GarbageCollection(qapp)
    yield made
    made.collect()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gc, "unfreeze", lambda: None)  # what was there before the tests
        made.stop()
    made.deleteLater()


@pytest.fixture(autouse=True)
def quiet_cursor(qapp: QApplication) -> None:
    """A blinking cursor is the one thing that moves by itself."""
    qapp.setCursorFlashTime(0)


@pytest.fixture
def host(qtbot, themed) -> QWidget:
    """A parent for widgets under test."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(small_plan(person("ada", "Ada Byron")))


@pytest.fixture
def bridge(host: QWidget, store: MemoryStore) -> PlanBridge:
    return PlanBridge(open_plan(store), host)


@pytest.fixture(scope="session")
def shelf() -> Library:
    """The shipped templates and frameworks, read once."""
    return SHIPPED_LIBRARY


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory, shelf: Library) -> Path:
    """The sample organisation's plan in a file, made once; open copies only."""
    file: Path = tmp_path_factory.mktemp("sample") / "sample.irplan"
    made = workshop(AppPaths.below(file.parent / "home"), FakeClock())
    vars(made)["library"] = shelf
    made.create_sample(file).close()
    return file


@pytest.fixture(scope="session")
def sample_plan(sample_file: Path, shelf: Library) -> Plan:
    """What stands in it."""
    made = workshop(AppPaths.below(sample_file.parent / "home"), FakeClock())
    vars(made)["library"] = shelf
    opened = made.open(sample_file)
    opened.close()
    return opened.plan


@pytest.fixture
def shop(request: pytest.FixtureRequest, tmp_path: Path, shelf: Library) -> Workshop:
    """A workshop in folders of its own; the sample it makes is a copy of the one made before."""
    made = workshop(AppPaths.below(tmp_path / "home"), FakeClock())
    vars(made)["library"] = shelf
    make = made.create_sample

    def copied(path: Path, sample: str = SAMPLE) -> OpenPlan:
        if sample != SAMPLE or path.exists():
            return make(path, sample)
        return made.open(Path(copyfile(request.getfixturevalue("sample_file"), path)))

    vars(made)["create_sample"] = copied
    return made


@pytest.fixture
def desk(qapp, shop: Workshop):
    made = Desk(shop)
    yield made
    made.abandon()


@pytest.fixture
def window(qtbot, themed, desk: Desk, tmp_path: Path):
    """The real window over real files, with no plan open."""
    made = MainWindow(desk, WindowState(tmp_path / "state"))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
    return made
