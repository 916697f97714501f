"""The page over a small plan: two playbooks, whose steps stand in two phases."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.plan.changes import apply, put
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep, StepBranch
from app.domain.plan.roles import Role
from tests.builders import rid
from tests.ui.fakes import MemoryStore, open_plan, small_plan
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.pages.playbooks import PlaybooksPage

HALF_HOUR = Duration(30, TimeUnit.MINUTES)
LEVEL = SeverityLevel(
    rid("s1"), "S1 Critical", 1, respond_in_hours=HALF_HOUR, respond_out_of_hours=HALF_HOUR
)
FIRE = Playbook(rid("fire"), "Fire & smoke", "It burns.", floor=rid("s1"), closure="It is out.")
FLOOD = Playbook(rid("flood"), "Flood", "Water rises.")


def step(key: str, phase: Phase, *ways: StepBranch, playbook: Playbook = FIRE) -> PlaybookStep:
    decision = "Is it out" if ways else ""
    return PlaybookStep(
        rid(key),
        playbook.id,
        phase,
        f"Do {key}.",
        role=rid("lead"),
        within=HALF_HOUR,
        decision=decision,
        branches=ways,
    )


STEPS = (
    step("look", Phase.FIRST_MINUTES),
    step("call", Phase.FIRST_MINUTES),
    step("fight", Phase.CONTAIN, StepBranch("Yes", rid("tidy")), StepBranch("No")),
    step("leave", Phase.CONTAIN),
    step("tidy", Phase.CLOSE),
    step("pump", Phase.CONTAIN, playbook=FLOOD),
)


def burning() -> Plan:
    plan = small_plan()
    lead = Role(rid("lead"), "Incident lead")
    return apply(plan, tuple(put(plan, each) for each in (lead, LEVEL, FIRE, FLOOD, *STEPS)))


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(burning())


@pytest.fixture
def bridge(host: QWidget, store: MemoryStore) -> PlanBridge:
    return PlanBridge(open_plan(store), host)


@pytest.fixture
def show(qtbot, desk: Desk, host: QWidget) -> Callable[[PlanBridge], PlaybooksPage]:
    """Shows the page over a plan."""

    def shown(bridge: PlanBridge, width: int = 1216) -> PlaybooksPage:
        page = PlaybooksPage(bridge, desk, host)
        host.resize(width, 840)
        page.resize(width, 840)
        with qtbot.waitExposed(host):
            host.show()
        qtbot.waitUntil(lambda: bool(page.steps.card.form.fields) or page.steps.tree.key is None)
        return page

    return shown


@pytest.fixture
def page(show: Callable[[PlanBridge], PlaybooksPage], bridge: PlanBridge) -> PlaybooksPage:
    return show(bridge)
