"""The page as a whole: tabs, undo, reading only, and the smallest window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QWidget

from app.domain.plan.changes import put
from app.domain.plan.kinds import Kind
from tests.ui.pages.notifications.driving import ADOPTED, CLOCKS, DECISIONS, PROPOSED
from ui.bridge.session import PlanBridge
from ui.main_window import LEAST_HEIGHT, LEAST_WIDTH
from ui.pages.notifications.clocks_tab import ClocksTab
from ui.pages.notifications.decisions_tab import DecisionsTab
from ui.pages.notifications.page import NotificationsPage

TABS = (PROPOSED, ADOPTED, CLOCKS, DECISIONS)


@pytest.fixture
def reading(shop, bridge, host):
    """The same plan, opened by a second person while the first has it."""
    bridge.flush()
    made = PlanBridge(shop.open(_file_of(shop), read_only=True), host)
    yield made
    made.let_go()


def test_tabs_are_walked_with_the_arrow_keys(driver):
    bar = driver.page.tabs.tabBar()
    bar.setFocus()

    QTest.keyClick(bar, Qt.Key.Key_Right)

    assert driver.page.tabs.currentIndex() == ADOPTED
    assert driver.page.panes() == (bar, driver.page.adopted)


def test_a_hidden_page_catches_up_when_it_is_shown(driver, bridge, host):
    driver.turn_to(ADOPTED)
    host.hide()
    duty = next(iter(bridge.plan.obligations.values()))
    bridge.apply((put(bridge.plan, replace(duty, name="Renamed")),), "Edit")

    host.show()

    assert driver.rows("duties_table")[0][0] == "Renamed"


@pytest.mark.parametrize("tab", TABS)
def test_every_control_has_a_name(driver, tab):
    driver.turn_to(tab)
    controls = [
        item
        for kind in (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
        for item in driver.page.findChildren(kind)
        if item.isVisible() and item.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]

    assert controls
    assert [item.objectName() for item in controls if not item.accessibleName()] == []


@pytest.mark.parametrize("scale", [100, 150])
def test_nothing_is_cut_off_in_the_smallest_window(qtbot, window, desk, scale):
    desk.change_settings(replace(desk.settings, scale=scale))
    qtbot.wait(1)
    desk.open_sample()
    window.navigate("notifications")
    window.resize(LEAST_WIDTH, LEAST_HEIGHT)
    page = window.findChild(NotificationsPage)
    for tab in TABS:
        page.tabs.setCurrentIndex(tab)
        qtbot.wait(30)
        assert (window.width(), window.height()) == (LEAST_WIDTH, LEAST_HEIGHT)
        assert [item.objectName() for item in page.findChildren(QWidget) if cut_off(item)] == []


def test_a_plan_that_is_only_read_offers_no_change(show, reading):
    driver = show(reading)
    driver.click("regimes_2")
    assert not driver.visible("regime_adopt")
    assert not driver.visible("regime_refuse")

    driver.turn_to(ADOPTED)
    assert not driver.visible("duty_add")
    assert not driver.visible("duty_give_up")
    driver.page.adopted.table.removed.emit("insurer")
    assert "insurer" in reading.plan.obligations

    driver.turn_to(CLOCKS)
    assert not driver.visible("clocks_decide")
    driver.turn_to(DECISIONS)
    assert not driver.visible("decision_add")


def test_records_of_other_kinds_lead_nowhere(driver, bridge):
    driver.page.reveal(Kind.ROLE, next(iter(bridge.plan.roles)))

    assert driver.page.tabs.currentIndex() == PROPOSED


def test_a_plan_without_a_library_of_regimes_is_shown_all_the_same(show, host):
    from tests.ui.fakes import MemoryStore, open_plan, small_plan

    driver = show(PlanBridge(open_plan(MemoryStore(small_plan())), host))

    assert isinstance(driver.page, NotificationsPage)
    assert driver.regimes() == []


def cut_off(item):
    """Whether a widget in sight is wider than the one it is in."""
    parent = item.parentWidget()
    if not item.isVisible() or item.isWindow() or parent is None:
        return False
    return item.x() < -2 or item.x() + item.width() > parent.width() + 2


def _file_of(shop):
    return shop.settings().recent[0]


def test_what_stands_behind_a_tab_is_made_when_it_is_turned_to(driver):
    before = driver.page.findChild(ClocksTab)

    driver.turn_to(CLOCKS)

    assert before is None
    assert driver.page.findChild(ClocksTab) is driver.page.clocks
    assert driver.page.findChild(DecisionsTab) is None
