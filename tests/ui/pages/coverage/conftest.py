"""The coverage page over a small plan judged by a small framework."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.judgement.standards import Standards
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.records import Records
from app.services.opening import OpenPlan
from tests.ui.fakes import FakeClock, MemoryStore, person, small_plan, small_template
from tests.ui.pages.coverage.driving import Driver
from tests.ui.pages.coverage.shelf import ALPHA, ELEMENTS, SmallLibrary
from ui.bridge.session import PlanBridge
from ui.pages.coverage import CoveragePage


@pytest.fixture
def library() -> SmallLibrary:
    return SmallLibrary()


@pytest.fixture
def shop(shop, library):
    vars(shop)["library"] = library
    return shop


@pytest.fixture
def judged(host: QWidget, library: SmallLibrary) -> Callable[..., PlanBridge]:
    """Opens a small plan that has chosen some frameworks."""

    def opened(*frameworks: str, read_only: bool = False, **profile: Any) -> PlanBridge:
        plan: Plan = small_plan(person("ada", "Ada Byron"))
        chosen = replace(plan.profile, frameworks=frameworks, **profile)
        plan = plan.with_table(Kind.PROFILE, Records((chosen,)))
        standards = Standards((ALPHA,), ELEMENTS, shelf=library.shelf)
        store = MemoryStore(plan, read_only=read_only)
        return PlanBridge(OpenPlan(store, small_template(), standards, FakeClock()), host)

    return opened


@pytest.fixture
def bridge(judged: Callable[..., PlanBridge]) -> PlanBridge:
    return judged("alpha")


@pytest.fixture
def show(qtbot, desk, host) -> Callable[[PlanBridge], Driver]:
    """Shows the page over a plan."""

    def shown(bridge: PlanBridge) -> Driver:
        desk.change_settings(replace(desk.settings, person="Anna Keller"))
        page = CoveragePage(bridge, desk, host)
        host.resize(1216, 840)
        page.resize(1216, 840)
        with qtbot.waitExposed(host):
            host.show()
        return Driver(page)

    return shown


@pytest.fixture
def driver(show: Callable[[PlanBridge], Driver], bridge: PlanBridge) -> Driver:
    return show(bridge)
