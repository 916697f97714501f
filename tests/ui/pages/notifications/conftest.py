"""The notifications page over the sample plan, and over one that has just been begun."""

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtWidgets import QWidget

from app.bootstrap import workshop
from app.domain.interview.drafting import AnswerSheet
from app.paths import AppPaths
from tests.ui.fakes import FakeClock
from tests.ui.pages.notifications.driving import Driver
from ui.bridge.session import PlanBridge
from ui.pages.notifications.page import NotificationsPage


@pytest.fixture(scope="session")
def begun_file(tmp_path_factory, shelf) -> Path:
    """A plan that states nothing but a name, and has no duty yet."""
    file: Path = tmp_path_factory.mktemp("notifications") / "begun.irplan"
    made = workshop(AppPaths.below(file.parent / "home"), FakeClock())
    vars(made)["library"] = shelf
    sheet = AnswerSheet({"profile.legal_name": "Ravensworth Mutual"})
    opened = made.create(file, "combined", sheet)
    assert not opened.plan.obligations
    opened.close()
    return file


@pytest.fixture
def bridge(host: QWidget, shop, tmp_path, sample_file):
    yield from opened_copy(host, shop, sample_file, tmp_path / "sample.irplan")


@pytest.fixture
def begun(host: QWidget, shop, tmp_path, begun_file):
    yield from opened_copy(host, shop, begun_file, tmp_path / "begun.irplan")


@pytest.fixture
def show(qtbot, desk, host):
    """Shows the page over a plan."""

    def shown(bridge: PlanBridge) -> Driver:
        page = NotificationsPage(bridge, desk, host)
        host.resize(1216, 840)
        page.resize(1216, 840)
        with qtbot.waitExposed(host):
            host.show()
        return Driver(page)

    return shown


@pytest.fixture
def driver(show: Callable[[PlanBridge], Driver], bridge: PlanBridge) -> Driver:
    return show(bridge)


def opened_copy(host, shop, source: Path, file: Path):
    copyfile(source, file)
    made = PlanBridge(shop.open(file), host)
    yield made
    made.let_go()
