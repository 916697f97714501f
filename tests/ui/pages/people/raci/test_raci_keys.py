"""The RACI table, driven by keys as a person does."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton

from tests.builders import rid
from tests.ui.pages.people.raci.conftest import COLUMNS, at, cells, press

POPUP = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
ADD = QItemSelectionModel.SelectionFlag.Select


def choose(tab, first, last):
    """Choose the cells between two (activity, role)."""
    at(tab, *first)
    top, left = tab.model.row_of(first[0]), COLUMNS.index(first[1]) + 1
    for row in range(top, tab.model.row_of(last[0]) + 1):
        for column in range(left, COLUMNS.index(last[1]) + 2):
            tab.grid.parts.selectionModel().select(tab.model.index(row, column), ADD)


def type_name(qtbot, tab, text):
    """Type a name into the field that is open, and end with Enter, which acts a moment later."""
    field = tab.grid.activities.findChild(QLineEdit, "raci_name")
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not tab.grid.activities.findChildren(QLineEdit))


def current(tab):
    """Where the cursor stands: the activity, and the role if it is in one."""
    place = tab.model.place(tab.grid.current)
    return (tab.grid.key, place[1] if place else "")


# --- parts ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("letter", "RACI")
def test_a_letter_sets_the_part_in_one_step(tab, bridge, letter):
    at(tab, "contain", "press")
    press(tab, Qt.Key[f"Key_{letter}"])

    assert cells(bridge.plan, "contain")[-1] == f"press:{letter}"
    assert bridge.undo_label == f"Contain the incident: {letter} Press officer"
    bridge.undo()
    assert cells(bridge.plan, "contain") == ["lead:A", "tech:R"]


def test_shift_adds_a_part_and_takes_it_off_and_delete_clears(tab, bridge):
    at(tab, "contain", "lead")
    press(tab, Qt.Key.Key_R, modifier=SHIFT)
    assert cells(bridge.plan, "contain") == ["lead:A", "lead:R", "tech:R"]
    assert tab.grid.current.data() == "A/R"

    press(tab, Qt.Key.Key_A, modifier=SHIFT)
    assert cells(bridge.plan, "contain") == ["lead:R", "tech:R"]

    press(tab, Qt.Key.Key_Delete)
    assert cells(bridge.plan, "contain") == ["tech:R"]


def test_space_goes_through_the_parts(tab, bridge):
    at(tab, "contain", "press")
    seen = []
    for _ in range(5):
        press(tab, Qt.Key.Key_Space)
        seen.append(tab.grid.current.data())

    assert seen == ["R", "A", "C", "I", ""]


def test_a_letter_goes_to_all_chosen_cells_as_one_step(tab, bridge):
    choose(tab, ("contain", "tech"), ("brief", "press"))
    press(tab, Qt.Key.Key_C)

    assert cells(bridge.plan, "contain") == ["lead:A", "tech:C", "press:C"]
    assert cells(bridge.plan, "brief")[-2:] == ["tech:C", "press:C"]
    assert bridge.undo_label == "C in 4 cells"
    bridge.undo()
    assert cells(bridge.plan, "brief") == ["lead:A", "board:I"]


def test_other_letters_neither_set_nor_move(tab, bridge):
    at(tab, "contain", "press")
    press(tab, Qt.Key.Key_B, Qt.Key.Key_O)

    assert bridge.undo_label == ""
    assert current(tab) == ("contain", "press")


def test_arrows_cross_from_the_names_to_the_parts_and_back(tab):
    at(tab, "contain")
    press(tab, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert current(tab) == ("brief", "board")
    assert tab.grid.parts.hasFocus()

    press(tab, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert current(tab) == ("brief", "")
    assert tab.grid.activities.hasFocus()


def test_a_block_is_copied_and_pasted_elsewhere(tab, bridge):
    choose(tab, ("contain", "lead"), ("contain", "tech"))
    press(tab, Qt.Key.Key_C, modifier=CONTROL)
    assert QGuiApplication.clipboard().text() == "A\tR"

    at(tab, "brief", "tech")
    press(tab, Qt.Key.Key_V, modifier=CONTROL)

    assert cells(bridge.plan, "brief") == ["lead:A", "board:I", "tech:A", "press:R"]
    assert bridge.undo_label == "Paste into the RACI table"


def test_what_is_cut_is_on_the_clipboard_and_gone(tab, bridge):
    choose(tab, ("contain", "lead"), ("contain", "tech"))
    press(tab, Qt.Key.Key_X, modifier=CONTROL)

    assert cells(bridge.plan, "contain") == []
    assert QGuiApplication.clipboard().text() == "A\tR"


def test_words_that_name_no_part_are_told_and_their_cells_left(tab, bridge):
    QGuiApplication.clipboard().setText("=cmd|x\tC")
    at(tab, "contain", "lead")
    press(tab, Qt.Key.Key_V, modifier=CONTROL)

    assert cells(bridge.plan, "contain") == ["lead:A", "tech:C"]
    assert "\u201c=cmd|x\u201d" in tab.bar.text


@POPUP
def test_enter_opens_a_menu_of_the_parts(tab, bridge):
    at(tab, "contain", "press")
    press(tab, Qt.Key.Key_Return)
    menu = tab.findChild(QMenu, "raci_menu")
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "Responsible (R)",
        "Accountable (A)",
        "Consulted (C)",
        "Informed (I)",
        "Clear",
        "Open role",
    ]

    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    assert cells(bridge.plan, "contain")[-1] == "press:R"


@POPUP
def test_the_menu_leads_to_the_role(tab, qtbot):
    at(tab, "contain", "press")
    press(tab, Qt.Key.Key_Menu)
    with qtbot.waitSignal(tab.navigate) as went:
        tab.findChild(QMenu, "raci_menu").actions()[-1].trigger()

    assert went.args == ["record:roles:press"]


# --- rows -----------------------------------------------------------------------------------------


def test_insert_adds_behind_the_cursor_and_naming_it_is_the_same_step(qtbot, tab, bridge):
    at(tab, "contain", "tech")
    press(tab, Qt.Key.Key_Insert)
    type_name(qtbot, tab, "Phone the insurer")

    names = [one.activity for one in bridge.plan.raci.values()]
    assert names[:3] == ["Contain the incident", "Phone the insurer", "Brief top management"]
    assert bridge.undo_label == "Add activity Phone the insurer"
    bridge.undo()
    assert len(bridge.plan.raci) == 3


def test_an_activity_left_without_a_name_is_renamed_in_a_step_of_its_own(qtbot, tab, bridge):
    at(tab, "contain")
    press(tab, Qt.Key.Key_Insert)
    field = tab.grid.activities.findChild(QLineEdit, "raci_name")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not tab.grid.activities.findChildren(QLineEdit))
    key = tab.grid.key
    assert bridge.plan.raci[key].activity == "New activity"

    press(tab, Qt.Key.Key_F2)
    type_name(qtbot, tab, "Phone")

    assert bridge.undo_label == "Rename activity to Phone"
    bridge.undo()
    assert bridge.plan.raci[key].activity == "New activity"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("  ", "needs a name"),
        ("ODD one", "There is an activity called \u201cODD one\u201d already"),
    ],
)
def test_a_name_that_does_not_do_is_refused_in_words(qtbot, tab, bridge, name, said):
    at(tab, "contain")
    press(tab, Qt.Key.Key_Return)
    type_name(qtbot, tab, name)

    assert bridge.plan.raci[rid("contain")].activity == "Contain the incident"
    assert said in tab.bar.text


def test_alt_and_arrows_move_the_row_and_the_cursor_goes_along(tab, bridge):
    at(tab, "contain", "tech")
    press(tab, Qt.Key.Key_Down, modifier=ALT)
    assert list(bridge.plan.raci) == ["brief", "contain", "odd"]
    assert current(tab) == ("contain", "tech")

    press(tab, Qt.Key.Key_Up, modifier=ALT)
    press(tab, Qt.Key.Key_Up, modifier=ALT)
    assert list(bridge.plan.raci) == ["contain", "brief", "odd"]


def test_control_d_makes_a_copy_behind_it_with_its_parts(qtbot, tab, bridge):
    at(tab, "contain", "tech")
    press(tab, Qt.Key.Key_D, modifier=CONTROL)
    type_name(qtbot, tab, "Contain again")

    second = list(bridge.plan.raci.values())[1]
    assert second.activity == "Contain again"
    assert second.assignments == bridge.plan.raci[rid("contain")].assignments


def test_delete_on_a_name_says_what_goes_with_it_and_asks(tab, bridge):
    at(tab, "contain")
    press(tab, Qt.Key.Key_Delete)
    said = " ".join(one.text() for one in tab.rows.dialog.findChildren(QLabel))
    assert "Its parts go with it: A Incident lead, R Technical lead." in said
    tab.rows.dialog.findChild(QPushButton, "answer_keep").click()
    assert rid("contain") in bridge.plan.raci

    press(tab, Qt.Key.Key_Delete)
    tab.rows.dialog.findChild(QPushButton, "answer_remove").click()
    assert list(bridge.plan.raci) == ["brief", "odd"]
    assert current(tab) == ("brief", "")
    assert bridge.undo_label == "Remove Contain the incident"


def test_an_activity_without_parts_goes_without_a_question(qtbot, tab, bridge):
    at(tab, "odd")
    press(tab, Qt.Key.Key_Insert)
    type_name(qtbot, tab, "Mistake")
    press(tab, Qt.Key.Key_Delete)

    assert tab.rows.dialog is None
    assert list(bridge.plan.raci) == ["contain", "brief", "odd"]
    assert current(tab) == ("odd", "")


def test_nothing_is_edited_in_a_plan_that_is_only_read(read_only_tab):
    tab = read_only_tab
    before = tab.model.plan
    QGuiApplication.clipboard().setText("C")
    at(tab, "contain", "press")
    press(tab, Qt.Key.Key_R, Qt.Key.Key_Space, Qt.Key.Key_Insert, Qt.Key.Key_Delete)
    press(tab, Qt.Key.Key_V, Qt.Key.Key_D, modifier=CONTROL)
    at(tab, "contain")
    press(tab, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Menu)

    assert tab.edits.plan is before
    assert tab.rows.dialog is None
    assert tab.grid.activities.findChild(QLineEdit, "raci_name") is None
    assert tab.findChild(QMenu, "raci_menu") is None
    assert not tab.tools.add.isEnabled()
