"""The navigation where there is little room for it."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from app.services.settings import Appearance
from ui.bridge.theme import apply_theme
from ui.models.areas import nav_areas
from ui.widgets.nav import NavItem, NavPanel
from ui.widgets.plan_button import PlanButton

ACTIONS = (
    NavItem("help", "Help", "circle-help", "F1", action=True),
    NavItem("settings", "Settings", "settings", "Ctrl+,", action=True),
)
MORE = (*nav_areas(), NavItem("more", "One more", "bell"))


@pytest.fixture(params=[100, 150, 200])
def narrow(qtbot, qapp, host, request):
    """The navigation of a window of 1024 by 680 px at several sizes of letters."""
    apply_theme(qapp, Appearance.LIGHT, request.param)
    made = NavPanel(host)
    made.set_items(MORE, ACTIONS)
    made.set_rail(rail=True)
    host.setFixedSize(1024, 680)
    made.setFixedHeight(680)
    with qtbot.waitActive(host):
        host.show()
    yield made
    apply_theme(qapp, Appearance.LIGHT, 100)


def rows_seen(panel):
    """What each row covers of the panel, top down."""
    found = [_place(panel.plan_button, QRect(QPoint(), panel.plan_button.size()), panel)]
    for rows in (panel.areas, panel.commands):
        ground = rows.viewport().rect()
        places = (rows.visualItemRect(rows.item(row)) & ground for row in range(rows.count()))
        found += [_place(rows.viewport(), place, panel) for place in places if not place.isEmpty()]
    return found


def seen_whole(rows, row):
    place = rows.visualItemRect(rows.item(row))
    return place.top() >= 0 and place.bottom() <= rows.viewport().rect().bottom()


def _place(widget, place, panel):
    return QRect(widget.mapTo(panel, place.topLeft()), place.size())


def test_no_two_rows_overlap_and_none_leaves_the_window(narrow):
    places = rows_seen(narrow)

    assert len(places) >= 3 + len(ACTIONS)
    assert all(not one.intersects(other) for one in places for other in places if one is not other)
    assert all(narrow.rect().contains(place) for place in places)
    assert narrow.findChild(PlanButton).height() >= 44


def test_settings_and_help_are_always_seen_whole(narrow):
    assert all(seen_whole(narrow.commands, row) for row in range(len(ACTIONS)))


def test_the_keyboard_reaches_the_last_area_and_shows_it(narrow):
    gone_to: list[str] = []
    narrow.chosen.connect(gone_to.append)
    narrow.chosen.connect(narrow.set_current)
    narrow.set_current(MORE[0].key)
    narrow.areas.setFocus()

    for _ in MORE[1:]:
        QTest.keyClick(narrow.areas, Qt.Key.Key_Down)

    assert gone_to == [item.key for item in MORE[1:]]
    assert seen_whole(narrow.areas, len(MORE) - 1)


def test_going_somewhere_by_other_means_shows_its_row(narrow):
    narrow.set_current("more")

    assert seen_whole(narrow.areas, len(MORE) - 1)


def test_an_area_without_a_key_of_its_own_names_none(narrow):
    tips = [narrow.areas.item(row).toolTip() for row in range(narrow.areas.count())]

    assert tips[0] == "Overview (Ctrl+1)"
    assert tips[-1] == "One more"
