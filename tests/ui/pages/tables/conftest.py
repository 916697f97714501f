"""A table of goals in a window of its own."""

import pytest

from app.domain.plan.kinds import Kind
from tests.ui.fakes import MemoryStore, open_plan
from tests.ui.models.record_table.conftest import programme
from ui.bridge.session import PlanBridge
from ui.bridge.window_state import TableState
from ui.pages.tables.record_grid import RecordGrid


@pytest.fixture
def bridge(host) -> PlanBridge:
    return PlanBridge(open_plan(MemoryStore(programme())), host)


@pytest.fixture
def grid(qtbot, bridge, host) -> RecordGrid:
    return shown(qtbot, bridge, host)


@pytest.fixture
def state(tmp_path) -> TableState:
    return TableState(tmp_path)


def shown(qtbot, bridge, host, kind=Kind.ROADMAP, columns=None, state=None) -> RecordGrid:
    host.resize(900, 500)
    made = RecordGrid(bridge, kind, host, columns, state=state)
    made.resize(900, 500)
    with qtbot.waitActive(host):
        host.show()
    made.show()
    made.view.setFocus()
    return made
