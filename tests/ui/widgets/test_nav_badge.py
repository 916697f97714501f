"""The number in the navigation."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from ui.widgets.nav import NavItem, NavPanel


@pytest.fixture
def nav(qtbot, host):
    made = NavPanel(host)
    made.set_items(
        (NavItem("overview", "Overview", "bell"), NavItem("findings", "Findings", "bell")), ()
    )
    made.resize(224, 400)
    host.resize(400, 400)
    host.show()
    return made


def said(nav, row=0):
    item = nav.findChild(QListWidget, "nav_areas").item(row)
    return item.data(Qt.ItemDataRole.AccessibleTextRole)


def picture(nav):
    return nav.findChild(QListWidget, "nav_areas").grab().toImage()


def test_a_number_is_drawn_and_said(nav):
    before = picture(nav)

    nav.set_badge("overview", 3, "3 reminders are due")

    assert said(nav) == "Overview, 3 reminders are due"
    assert said(nav, 1) == "Findings"
    assert picture(nav) != before


def test_no_number_leaves_no_trace(nav):
    before = picture(nav)

    nav.set_badge("overview", 3, "3 reminders are due")
    nav.set_badge("overview", 0, "nothing is due")

    assert said(nav) == "Overview"
    assert picture(nav) == before


def test_a_rail_shows_it_too(nav):
    nav.set_rail(rail=True)
    before = picture(nav)

    nav.set_badge("overview", 1000, "1000 reminders are due")

    assert picture(nav) != before


def test_it_stands_at_the_other_end_where_one_reads_from_the_right(nav):
    nav.set_badge("overview", 3, "x")
    left_to_right = picture(nav)

    nav.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert picture(nav) != left_to_right


def test_an_area_that_is_not_there_has_none(nav):
    nav.set_badge("nowhere", 3, "x")

    assert [said(nav, row) for row in (0, 1)] == ["Overview", "Findings"]
