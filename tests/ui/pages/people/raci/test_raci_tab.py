"""What the RACI tab shows: rules, filters, undone changes, and how it begins."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from app.domain.plan.changes import put, remove
from app.domain.plan.plan import Kind
from tests.builders import rid
from tests.ui.pages.people.conftest import populated
from tests.ui.pages.people.raci.conftest import COLUMNS, ROWS, at, cells, press
from tests.unit.services.raci.response_plan import row
from ui.pages.people import PeoplePage
from ui.pages.people.raci.tab import RaciTab

POPUP = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


def activities(tab):
    """The ids of the rows that are shown."""
    return [one.id for one in tab.model.rows]


def fix_buttons(tab):
    """The quick-fixes that are offered."""
    found = (tab.bar.findChild(QPushButton, f"raci_fix_{at}") for at in range(3))
    return [one for one in found if one.isVisible()]


# --- rules in place -------------------------------------------------------------------------------


def test_the_cursor_tells_what_is_wrong_and_offers_to_mend_it(tab, bridge):
    at(tab, "odd", "lead")
    assert "Board, Incident lead are accountable" in tab.bar.text or (
        "Incident lead, Board are accountable" in tab.bar.text
    )
    names = [one.accessibleName() for one in fix_buttons(tab)]
    assert names == [
        "Only Incident lead stays accountable",
        "Only Board stays accountable",
        "Take moon out",
    ]

    fix_buttons(tab)[2].click()
    assert cells(bridge.plan, "odd") == ["lead:A", "board:A", "tech:R"]
    assert bridge.undo_label == "Take moon out"

    fix_buttons(tab)[0].click()
    assert cells(bridge.plan, "odd") == ["lead:A", "board:R", "tech:R"]
    assert not fix_buttons(tab)
    assert tab.bar.text == ""


def test_roles_are_told_too_what_is_wrong_with_them(tab):
    at(tab, "contain", "press")

    assert tab.bar.text == "Press officer does 1 step of playbooks, but has no part in this table."


def test_a_clicked_quick_fix_leaves_the_cursor_where_it_was(tab):
    at(tab, "brief", "board")
    fix_buttons(tab)[0].click()

    assert tab.model.place(tab.grid.current) == ("brief", "board")


# --- filters --------------------------------------------------------------------------------------


def test_words_a_role_and_findings_narrow_the_rows(tab):
    tab.tools.words.setText("the INC")
    assert activities(tab) == ["contain"]

    tab.tools.words.clear()
    tab.tools.role.setCurrentIndex(tab.tools.role.findData(rid("board")))
    tab.tools.role.activated.emit(0)
    assert activities(tab) == ["brief", "odd"]

    tab.tools.clear()
    assert tab.tools.wanting.text() == "To mend 2"
    tab.tools.wanting.click()
    assert activities(tab) == ["brief", "odd"]


def test_a_row_that_is_mended_leaves_the_filter_and_the_cursor_stays_near(tab):
    tab.tools.wanting.click()
    at(tab, "brief", "press")
    press(tab, Qt.Key.Key_R)

    assert activities(tab) == ["odd"]
    assert tab.model.place(tab.grid.current) == ("odd", "press")

    tab.rows.do("add")
    assert tab.grid.key not in {"contain", "brief", "odd"}


def test_where_nothing_fits_the_filter_is_said_and_cleared(tab):
    tab.tools.words.setText("nothing like that")
    assert not tab.grid.isVisible()
    assert tab.empty.findChild(QLabel, "raci_empty_text").text() == ("No activity fits the filter.")

    tab.empty.findChild(QPushButton, "raci_empty_clear").click()
    assert len(activities(tab)) == 3


def test_a_role_that_is_removed_is_no_filter_any_more(tab, bridge):
    tab.tools.role.setCurrentIndex(tab.tools.role.findData(rid("board")))
    tab.tools.role.activated.emit(0)
    bridge.apply((remove(bridge.plan, Kind.ROLE, rid("board")),), "Remove", "elsewhere")

    assert tab.tools.role.currentIndex() == 0
    assert len(activities(tab)) == 3


def test_a_name_the_words_do_not_fit_clears_them(tab):
    tab.tools.words.setText("brief")
    tab.edits.rename(rid("brief"), "Tell the board", new=False)
    assert activities(tab) == []

    tab.tools.clear()
    tab.tools.words.setText("tell")
    tab.model.setData(tab.model.index(0, 0), "Brief them")
    assert len(activities(tab)) == 3
    assert tab.grid.key == "brief"


# --- undo brings it into view ---------------------------------------------------------------------


def test_an_undone_part_is_brought_into_view(tab, bridge):
    many = tuple(put(bridge.plan, row(f"r{n}", f"Row {n}", "lead:A", "lead:R")) for n in range(40))
    bridge.apply(many, "Many", "elsewhere")
    at(tab, "r39", "tech")
    press(tab, Qt.Key.Key_C)
    at(tab, "contain")
    tab.tools.words.setText("brief")

    bridge.undo()

    assert tab.model.place(tab.grid.current) == ("r39", "tech")
    assert (
        tab.grid.parts.viewport()
        .rect()
        .contains(tab.grid.parts.visualRect(tab.grid.current).center())
    )


def test_an_undone_addition_leaves_the_cursor_where_it_stood(tab, bridge):
    at(tab, "contain")
    tab.edits.add(rid("brief"))
    at(tab, "contain")

    bridge.undo()

    assert tab.grid.current.row() == 2


def test_both_halves_show_the_same_rows(tab, bridge):
    many = tuple(put(bridge.plan, row(f"r{n}", f"Row {n}")) for n in range(60))
    bridge.apply(many, "Many", "elsewhere")
    tab.grid.go(55, 3)

    assert tab.grid.activities.rowAt(5) == tab.grid.parts.rowAt(5) > 0
    first = tab.grid.activities.visualRect(tab.model.index(55, 0))
    second = tab.grid.parts.visualRect(tab.model.index(55, 3))
    assert first.top() == second.top()


# --- the mouse ------------------------------------------------------------------------------------


@POPUP
def test_a_double_click_opens_the_menu_of_a_cell(tab):
    tab.grid.go(0, 2)
    place = tab.grid.parts.visualRect(tab.model.index(0, 2)).center()
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(tab.grid.parts.viewport(), Qt.MouseButton.LeftButton, pos=place)

    menu = tab.findChild(QWidget, "raci_menu")
    assert menu.isVisible()
    menu.close()


@POPUP
def test_a_right_click_chooses_the_cell_first(tab):
    at(tab, "odd")
    place = tab.grid.activities.visualRect(tab.model.index(0, 0)).center()
    tab.grid.activities.customContextMenuRequested.emit(QPoint(place))
    menu = tab.findChild(QWidget, "raci_menu")

    assert [action.text() for action in menu.actions()][:2] == ["Rename", "Duplicate"]
    assert tab.grid.key == "contain"
    menu.close()


# --- without rows, and as it is drawn -------------------------------------------------------------


def test_an_empty_table_says_what_it_is_for_and_leads_to_the_playbooks(tab, bridge):
    bridge.apply(
        tuple(remove(bridge.plan, Kind.RACI, one.id) for one in ROWS), "Clear", "elsewhere"
    )

    said = tab.empty.findChild(QLabel, "raci_empty_text").text()
    assert "who does the work (R)" in said
    assert "The playbooks already say most of it." in said
    assert not tab.tools.isVisible()
    tab.empty.findChild(QPushButton, "raci_empty_generate").click()
    assert tab.rows.dialog is not None
    tab.rows.dialog.reject()


def test_letters_and_marks_are_drawn_not_only_coloured(tab, qapp):
    """Two cells of the same ground differ by their letters alone."""
    at(tab, "contain")
    qapp.processEvents()

    def drawn(key, who):
        index = tab.model.index(tab.model.row_of(key), COLUMNS.index(who) + 1)
        return tab.grid.parts.viewport().grab(tab.grid.parts.visualRect(index)).toImage()

    assert drawn("odd", "lead") == drawn("odd", "board")
    assert drawn("odd", "lead") != drawn("odd", "tech")
    assert drawn("brief", "tech") == drawn("odd", "press")


def test_hostile_names_are_shown_as_they_are(tab, bridge):
    hostile = "<b>x</b>\u202e & {0} \n=1+1" + "y" * 400
    plan = bridge.plan
    bridge.apply(
        (
            put(plan, replace(plan.roles[rid("lead")], name=hostile)),
            put(plan, replace(plan.raci[rid("odd")], activity=hostile)),
        ),
        "Hostile",
        "elsewhere",
    )
    at(tab, "odd", "lead")
    tab.repaint()

    assert "<b>x</b>" in tab.findChild(QLabel, "raci_place").text()
    assert tab.findChild(QLabel, "raci_place").textFormat() is Qt.TextFormat.PlainText
    assert "&lt;b&gt;" in tab.grid.current.data(Qt.ItemDataRole.ToolTipRole)


# --- on its page ----------------------------------------------------------------------------------


def page_with(qtbot, host, bridge, desk):
    made = PeoplePage(bridge, desk, host)
    made.resize(1240, 820)
    host.resize(1240, 820)
    with qtbot.waitExposed(host):
        host.show()
    return made


def test_a_finding_leads_to_the_activity_and_the_role(qtbot, host, bridge, desk):
    page = page_with(qtbot, host, bridge, desk)
    page.reveal(Kind.RACI, rid("odd"), "moon")

    tab = page.findChild(RaciTab)
    assert tab.isVisible()
    assert tab.model.place(tab.grid.current) == ("odd", "moon")


def test_what_is_revealed_keeps_the_role_the_cursor_is_at(tab):
    at(tab, "odd", "tech")

    tab.reveal(Kind.RACI, rid("odd"))
    assert tab.model.place(tab.grid.current) == ("odd", "tech")
    tab.reveal(Kind.RACI, rid("brief"))
    assert tab.model.place(tab.grid.current) is None
    assert tab.grid.activities.hasFocus()


def test_the_tab_is_made_when_it_is_turned_to_and_an_undo_turns_to_it(qtbot, host, bridge, desk):
    page = page_with(qtbot, host, bridge, desk)
    assert page.findChild(RaciTab) is None

    bridge.apply((put(bridge.plan, row("new", "New", "lead:A", "lead:R")),), "New", "elsewhere")
    assert page.findChild(RaciTab) is None
    bridge.undo()

    tab = page.findChild(RaciTab)
    assert tab.isVisible()
    assert activities(tab) == ["contain", "brief", "odd"]
    assert page.tabs.tabText(3) == "RACI 3"
    assert page.panes() == (page.tabs.tabBar(), tab.tools, tab.grid, tab.bar)


def test_roles_of_another_tab_are_columns_at_once(qtbot, host, bridge, desk):
    page = page_with(qtbot, host, bridge, desk)
    page.reveal(Kind.RACI, rid("odd"))
    tab = page.findChild(RaciTab)
    changed = populated(bridge.plan)
    bridge.apply((put(bridge.plan, changed.roles[rid("scribe")]),), "Scribe", "elsewhere")

    assert tab.model.column_of(rid("scribe")) > 0


# --- for everybody, and in any window -------------------------------------------------------------


def test_every_control_has_a_name_and_can_be_reached(tab):
    at(tab, "odd", "lead")
    tab.tools.generate.click()
    kinds = QLineEdit | QAbstractButton | QComboBox | QAbstractItemView
    controls = [
        one
        for root in (tab, tab.rows.dialog)
        for one in root.findChildren(QWidget)
        if isinstance(one, kinds) and one.isVisible() and not isinstance(one, QHeaderView)
    ]

    assert len(controls) > 15
    assert [one for one in controls if not (one.accessibleName() or button_text(one))] == []
    own = [one for one in controls if not isinstance(one.parent(), QLineEdit)]  # not Qt's "Clear"
    assert [one for one in own if one.focusPolicy() is Qt.FocusPolicy.NoFocus] == []
    tab.rows.dialog.reject()


def test_tab_goes_through_the_tools_as_they_stand(tab, qtbot):
    at(tab, "contain")
    tab.tools.words.setFocus()
    seen = []
    for _ in range(5):
        QTest.keyClick(tab.focusWidget(), Qt.Key.Key_Tab)
        seen.append(tab.focusWidget().objectName())

    assert seen == ["raci_role", "raci_wanting", "raci_up", "raci_down", "raci_copy"]


def button_text(one):
    return one.text() if isinstance(one, QAbstractButton) else ""


@pytest.mark.parametrize(("width", "height"), [(1180, 760), (860, 420), (560, 260)])
def test_nothing_lies_over_anything_however_small_the_window(tab, qtbot, width, height):
    at(tab, "odd", "lead")
    tab.resize(width, height)
    qtbot.wait(20)
    parts = [tab.tools, tab.grid, tab.bar]

    for above, below in pairwise(parts):
        assert above.geometry().bottom() < below.geometry().top()
    ways = [*tab.tools.row_tools, tab.tools.add, tab.tools.generate, tab.tools.words]
    places = [QRect(one.mapTo(tab.tools, QPoint(0, 0)), one.size()) for one in ways]
    assert not any(a.intersects(b) for a, b in combinations(places, 2))


def test_an_edit_brings_the_grid_into_a_low_window(tab, bridge, qtbot):
    at(tab, "contain", "lead")
    press(tab, Qt.Key.Key_C)
    tab.resize(860, 170)
    qtbot.wait(20)
    bar = tab.findChild(QScrollArea, "raci_scroll").verticalScrollBar()
    bar.setValue(bar.maximum())
    assert not tab.rect().contains(tab.mapFromGlobal(tab.grid.cell_centre()))

    bridge.undo()

    assert tab.rect().contains(tab.mapFromGlobal(tab.grid.cell_centre()))
