"""A plan with roles, a playbook and a RACI table, open in the tab that edits it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.plan.changes import apply, put
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.records import Records
from tests.builders import rid
from tests.ui.fakes import MemoryStore, open_plan, small_plan
from tests.unit.services.raci.response_plan import response, row
from ui.bridge.session import PlanBridge
from ui.pages.people.raci.tab import RaciTab

ROWS = (
    row("contain", "Contain the incident", "lead:A", "tech:R"),
    row("brief", "Brief top management", "lead:A", "board:I"),
    row("odd", "Odd one", "lead:A", "board:A", "tech:R", "moon:I"),
)
"""The second lacks an R, the third has two A and a role that is gone."""

COLUMNS = ("board", "incident-lead", "lead", "tech", "press", "moon")
"""The roles in the order of the grid, from column 1."""


def tabled() -> Plan:
    """The small plan with everything of the response plan and `ROWS`."""
    plan = small_plan()
    for _, record in response().records():
        if record.id != "profile":
            plan = apply(plan, (put(plan, record),))
    return plan.with_table(Kind.RACI, Records(ROWS))


def cells(plan: Plan, key: str) -> list[str]:
    """The parts of a row, such as `lead:A`."""
    return [f"{item.role}:{item.part.value}" for item in plan.raci[rid(key)].assignments]


def at(tab: RaciTab, key: str, who: str = "") -> None:
    """Put the cursor into a cell; `who` is blank for the name of the activity."""
    column = COLUMNS.index(who) + 1 if who else 0
    tab.grid.go(tab.model.row_of(rid(key)), column, focus=True)


def press(tab: RaciTab, *keys: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys wherever the cursor of the grid stands."""
    for key in keys:
        half = tab.grid.parts if tab.grid.current.column() else tab.grid.activities
        QTest.keyClick(half, key, modifier)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(tabled())


def shown(qtbot, host, bridge, desk) -> RaciTab:
    """The tab in a window, which follows the plan as its page lets it."""
    made = RaciTab(bridge, desk, host)
    bridge.changed.connect(made.follow)
    host.resize(1180, 760)
    made.resize(1180, 760)
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    return made


@pytest.fixture
def tab(qtbot, host, bridge: PlanBridge, desk) -> RaciTab:
    return shown(qtbot, host, bridge, desk)


@pytest.fixture
def read_only_tab(qtbot, host, desk) -> RaciTab:
    bridge = PlanBridge(open_plan(MemoryStore(tabled(), read_only=True)), host)
    return shown(qtbot, host, bridge, desk)
