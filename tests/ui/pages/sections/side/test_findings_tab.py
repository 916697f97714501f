"""The findings beside a section."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.domain.plan.ids import RecordId
from tests.ui.fakes import MemoryStore, open_plan, small_plan
from ui.bridge.session import PlanBridge
from ui.pages.sections.page import SectionsPage
from ui.pages.sections.side.findings_tab import FindingsTab


@pytest.fixture
def page(qtbot, bridge, host):
    return opened(qtbot, bridge, host)


def test_a_quick_fix_stands_below_its_finding_and_says_what_it_does(page, bridge):
    said = [made.accessibleName() for made in buttons(page)]

    assert "Add an insurer to the outside parties" in said
    of_section = [item for item in bridge.judgement.findings() if item.section == "contacts"]
    assert sum(name.startswith("Show: ") for name in said) == len(of_section)


def test_a_press_mends_shows_what_changed_and_can_be_undone(qtbot, page, bridge):
    made = next(item for item in buttons(page) if item.accessibleName().startswith("Add an ins"))

    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)

    assert [party.name for party in bridge.plan.parties.values()] == ["Cyber insurer"]
    assert "Add an insurer to the outside parties" not in shown(page)
    assert page._side.isAncestorOf(page.focusWidget())
    bridge.undo()
    page.show_section("contacts")
    qtbot.waitUntil(lambda: "Add an insurer to the outside parties" in shown(page))


def test_a_plan_that_cannot_be_saved_offers_no_quick_fix(qtbot, host):
    bridge = PlanBridge(open_plan(MemoryStore(small_plan(), read_only=True)), host)

    page = opened(qtbot, bridge, host)

    assert shown(page)
    assert all(name.startswith("Show: ") for name in shown(page))


def opened(qtbot, bridge, host):
    made = SectionsPage(bridge, host)
    assert RecordId("contacts") in bridge.plan.sections
    made.show_section("contacts")
    host.resize(1300, 800)
    made.resize(1300, 800)
    with qtbot.waitActive(host):
        host.show()
    made._side.tabs.setCurrentIndex(2)
    return made


def buttons(page):
    return page.findChild(FindingsTab).rows.findChildren(QPushButton)


def shown(page):
    return [made.accessibleName() for made in buttons(page)]
