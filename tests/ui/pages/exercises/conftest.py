"""The exercises page over the sample plan, and over one that has just been begun."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtWidgets import QWidget

from app.bootstrap import Workshop
from app.domain.interview.drafting import AnswerSheet
from tests.ui.pages.exercises.driving import Driver
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.pages.exercises.page import ExercisesPage


@pytest.fixture
def bridge(host: QWidget, shop: Workshop, tmp_path: Path, sample_file: Path):
    yield from opened(host, shop, Path(copyfile(sample_file, tmp_path / "sample.irplan")))


@pytest.fixture
def begun(host: QWidget, shop: Workshop, tmp_path: Path):
    file = tmp_path / "begun.irplan"
    shop.create(file, "combined", AnswerSheet({"profile.legal_name": "Ravensworth"})).close()
    yield from opened(host, shop, file)


@pytest.fixture
def show(qtbot, desk: Desk, host: QWidget) -> Callable[[PlanBridge], Driver]:
    """Shows the page over a plan."""

    def shown(bridge: PlanBridge) -> Driver:
        page = ExercisesPage(bridge, desk, host)
        host.resize(1216, 840)
        page.resize(1216, 840)
        with qtbot.waitExposed(host):
            host.show()
        return Driver(page)

    return shown


@pytest.fixture
def driver(show: Callable[[PlanBridge], Driver], bridge: PlanBridge) -> Driver:
    return show(bridge)


def opened(host: QWidget, shop: Workshop, file: Path, **options: bool) -> Iterator[PlanBridge]:
    made = PlanBridge(shop.open(file, **options), host)
    yield made
    made.let_go()
