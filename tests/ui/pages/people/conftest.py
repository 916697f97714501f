"""A plan with people, parties and roles, open on its page."""

from dataclasses import replace

import pytest

from app.domain.plan.changes import apply, put
from app.domain.plan.plan import Plan
from tests.ui.fakes import MemoryStore, open_plan, small_plan
from tests.unit.services.people.directory_plan import organisation
from ui.bridge.session import PlanBridge
from ui.pages.people import PeoplePage


def populated(plan: Plan) -> Plan:
    """The small plan with everybody of the organisation."""
    for _, record in organisation().records():
        if record.id not in ("contacts", "profile"):
            plan = apply(plan, (put(plan, record),))
    return plan


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(populated(small_plan()))


@pytest.fixture
def page(qtbot, host, bridge: PlanBridge, desk):
    desk.change_settings(replace(desk.settings, person="Mary Major"))
    made = PeoplePage(bridge, desk, host)
    host.resize(1240, 820)
    made.resize(1240, 820)
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    return made


@pytest.fixture
def read_only_page(qtbot, host, desk):
    store = MemoryStore(populated(small_plan()), read_only=True)
    made = PeoplePage(PlanBridge(open_plan(store), host), desk, host)
    made.resize(1240, 820)
    with qtbot.waitExposed(host):
        host.show()
    return made
