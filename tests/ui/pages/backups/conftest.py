"""The page of backups over a plan of three revisions and as many copies."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copy2, copytree

import pytest
from PySide6.QtWidgets import QWidget

from app.bootstrap import Workshop, workshop
from app.domain.plan.changes import put
from app.domain.plan.governance import Version
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Record
from app.domain.plan.profile import Profile
from app.paths import AppPaths
from app.persistence.db.files import PlanFiles
from app.services.library import Library
from tests.builders import plan_with
from tests.ui.fakes import NOW, FakeClock, person
from tests.ui.pages.backups.driving import Driver
from ui.bridge.desk import Desk
from ui.pages.backups.page import BackupsPage

ADA = person("ada", "Ada <b>Byron</b> & Sons")


@pytest.fixture(scope="session")
def made(shelf: Library, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A small plan beside its copies, made once: as it was, then with Ada, then a countess."""
    home = tmp_path_factory.mktemp("backups")
    clock = FakeClock()
    made = workshop(AppPaths.below(home), clock)
    vars(made)["library"] = shelf
    file = home / "plan.irplan"
    profile = Profile(legal_name="Northwind Health")
    plan = plan_with(person("bob", "Bob Roe"), profile=profile)
    PlanFiles(made.paths.data / "backups", clock, "Ann").create(file, plan)
    edits: tuple[tuple[Record, ...], ...] = (
        (),
        (ADA, Version(RecordId("v-new"), "9.0")),
        (replace(ADA, title="Countess"),),
    )
    for records in edits:
        opened = made.open(file)
        for record in records:
            opened.session.apply((put(opened.plan, record),), "Put")
        opened.close()
        clock.moment += timedelta(hours=1)
    return made


@pytest.fixture
def path(shop: Workshop, made: Workshop, tmp_path: Path) -> Path:
    """The plan and its copies again, for one test alone, five hours after the first."""
    assert isinstance(shop.clock, FakeClock)
    shop.clock.moment = NOW + timedelta(hours=5)
    file = tmp_path / "plan.irplan"
    first = made.paths.data.parent / "plan.irplan"
    copy2(first, file)
    copytree(made.copies(first).folder, shop.copies(file).folder)
    return file


@pytest.fixture
def show(qtbot, desk: Desk, host: QWidget) -> Callable[..., Driver]:
    """Opens a plan and shows the page over it once its copies are read."""

    def shown(path: Path, *, read_only: bool = False) -> Driver:
        assert desk.open(path, read_only=read_only)
        assert desk.bridge is not None
        page = BackupsPage(desk.bridge, desk, host)
        host.resize(1216, 840)
        page.resize(1216, 840)
        with qtbot.waitActive(host):
            host.show()
        driver = Driver(page, qtbot)
        driver.settle()
        return driver

    return shown


@pytest.fixture
def driver(show: Callable[..., Driver], path: Path) -> Driver:
    return show(path)


@pytest.fixture
def moment() -> str:
    """When the first of the copies was made, as the window says it."""
    return f"{NOW.day} {NOW:%b %Y}, {NOW:%H:%M} UTC"
