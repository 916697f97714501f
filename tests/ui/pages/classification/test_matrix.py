"""The matrix, driven by keys as a person does."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton

from app.domain.plan.changes import put
from app.domain.plan.kinds import Kind
from tests.builders import plan_with, rid
from tests.ui.pages.classification.conftest import bridge_over, classified, matrix_of

START = "112 123 233"


@pytest.fixture
def table(page):
    table = page.matrix.table
    table.setFocus()
    table.setCurrentIndex(table.matrix.index(0, 0))
    return table


def press(table, *keys, control=False):
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    for key in keys:
        QTest.keyClick(table, key, modifier)


def select(table, top, left, bottom, right):
    model = table.selectionModel()
    flags = QItemSelectionModel.SelectionFlag.Select
    here = table.matrix.index(top, left)
    model.setCurrentIndex(here, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            model.select(table.matrix.index(row, column), flags)


def spoken(table, row, column):
    role = Qt.ItemDataRole.AccessibleTextRole
    return table.matrix.index(row, column).data(role)


def test_arrows_move_and_digits_set_the_level(table, bridge):
    press(table, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_3)

    assert matrix_of(bridge.plan) == "112 133 233"
    assert bridge.undo_label == "Matrix: S3 Low"
    bridge.undo()
    assert matrix_of(bridge.plan) == START


def test_with_the_keyboard_in_it_the_first_cell_is_chosen(qtbot, page, bridge):
    table = page.matrix.table
    page.window().activateWindow()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(table.hasFocus)

    press(table, Qt.Key.Key_3)

    assert matrix_of(bridge.plan) == START.replace("1", "3", 1)


def test_a_digit_without_a_level_changes_nothing_and_says_so(table, bridge, page):
    press(table, Qt.Key.Key_7)

    assert matrix_of(bridge.plan) == START
    assert page.matrix.problem == "There is no level 7; the plan has 3."


def test_delete_clears_every_chosen_cell_as_one_step(table, bridge):
    select(table, 1, 1, 2, 2)

    press(table, Qt.Key.Key_Delete)

    assert matrix_of(bridge.plan) == "112 100 200"
    bridge.undo()
    assert matrix_of(bridge.plan) == START


def test_a_digit_fills_the_chosen_range(table, bridge):
    select(table, 0, 1, 1, 2)

    press(table, Qt.Key.Key_3)

    assert matrix_of(bridge.plan) == "133 133 233"


def test_filling_down_and_to_the_side_repeats_the_first_cells(table, bridge):
    select(table, 0, 0, 2, 0)
    press(table, Qt.Key.Key_D, control=True)
    assert matrix_of(bridge.plan) == "112 123 133"

    select(table, 2, 0, 2, 2)
    press(table, Qt.Key.Key_R, control=True)
    assert matrix_of(bridge.plan) == "112 123 111"


def test_filling_from_an_empty_cell_empties(table, bridge):
    press(table, Qt.Key.Key_Delete)
    select(table, 0, 0, 2, 0)

    press(table, Qt.Key.Key_D, control=True)

    assert matrix_of(bridge.plan) == "012 023 033"


def test_a_block_is_copied_and_pasted(table, bridge):
    select(table, 0, 0, 1, 1)
    press(table, Qt.Key.Key_C, control=True)
    assert QGuiApplication.clipboard().text() == ("S1 Critical\tS1 Critical\nS1 Critical\tS2 High")

    select(table, 1, 1, 1, 1)
    press(table, Qt.Key.Key_V, control=True)

    assert matrix_of(bridge.plan) == "112 111 212"
    assert bridge.undo_label == "Paste into the matrix"


def test_one_word_is_pasted_into_every_chosen_cell(table, bridge):
    QGuiApplication.clipboard().setText("s3\r\n")
    select(table, 0, 0, 0, 2)

    press(table, Qt.Key.Key_V, control=True)

    assert matrix_of(bridge.plan) == "333 123 233"


def test_what_is_pasted_beyond_the_matrix_or_unknown_is_left_and_said(table, bridge, page):
    QGuiApplication.clipboard().setText("Nonsense\tS1 Critical\tS1\n\nS1")
    select(table, 1, 1, 1, 1)

    press(table, Qt.Key.Key_V, control=True)

    assert matrix_of(bridge.plan) == "112 121 203"
    assert "“Nonsense”" in page.matrix.problem


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_return_opens_a_menu_of_levels(table, bridge):
    press(table, Qt.Key.Key_Return)

    menu = table.findChild(QMenu, "matrix_menu")
    assert menu is not None
    assert [action.text() for action in menu.actions() if action.text()] == [
        "S1 Critical",
        "S2 High",
        "S3 Low",
        "Clear",
    ]
    menu.actions()[1].trigger()
    assert matrix_of(bridge.plan) == "212 123 233"
    menu.close()


def test_a_cell_out_of_order_is_marked_told_and_mended(table, bridge, page):
    press(table, Qt.Key.Key_3)

    assert "milder than" in spoken(table, 0, 0)
    bar = page.matrix.bar
    assert bar.isVisible()
    assert "Severe impact and Now urgency S3 Low" in bar.text
    mend = bar.findChild(QPushButton, "findings_matrix_mend")
    assert mend.accessibleName() == "Give Severe impact and Now urgency the severity S1 Critical"
    mend.click()
    assert matrix_of(bridge.plan) == START
    assert not bar.isVisible()
    assert spoken(table, 0, 0) == "Impact Severe, urgency Now: S1 Critical"


def test_an_empty_cell_is_told_and_the_bar_leads_from_one_to_the_next(table, bridge, page):
    select(table, 0, 0, 0, 1)
    press(table, Qt.Key.Key_Delete)
    bar = page.matrix.bar

    bar.findChild(QToolButton, "findings_matrix_next").click()

    assert spoken(table, 0, 0).startswith("Impact Severe, urgency Now: not stated. ")
    first = table.place
    bar.findChild(QToolButton, "findings_matrix_next").click()
    assert {first, table.place} == {("severe", "now"), ("severe", "soon")}


def test_the_finding_of_the_cell_that_has_the_cursor_is_shown(table, page):
    select(table, 0, 0, 0, 1)
    press(table, Qt.Key.Key_Delete)

    table.setCurrentIndex(table.matrix.index(0, 1))

    assert "Severe impact and Soon urgency" in page.matrix.bar.text


def test_without_levels_of_a_scale_it_says_what_to_do(show, host):
    page = show(bridge_over(plan_with(), host))

    assert not page.matrix.table.isVisible()
    assert not page.severities.table.isVisible()


def test_nothing_is_changed_in_a_plan_that_is_only_read(show, host):
    bridge = bridge_over(classified(), host, read_only=True)
    table = show(bridge).matrix.table
    table.setCurrentIndex(table.matrix.index(0, 0))

    press(table, Qt.Key.Key_3, Qt.Key.Key_Delete, Qt.Key.Key_Return)
    press(table, Qt.Key.Key_V, Qt.Key.Key_D, control=True)

    assert matrix_of(bridge.plan) == START


def test_a_new_column_appears_with_empty_cells(table, bridge):
    level = bridge.plan.urgencies[rid("later")]
    bridge.apply(
        (put(bridge.plan, type(level)(rid("never"), "Never", 4)),),
        "Add",
    )

    assert table.matrix.columnCount() == 4
    assert matrix_of(bridge.plan) == "1120 1230 2330"
    assert "not stated" in spoken(table, 0, 3)


def test_a_double_clicked_heading_leads_to_its_level(table, page):
    table.horizontalHeader().sectionDoubleClicked.emit(1)

    assert page.lower_half.urgencies.table.key == "soon"
    assert page.lower_half.urgencies.table.hasFocus()


KEYS = st.sampled_from(
    [
        (Qt.Key.Key_1, False),
        (Qt.Key.Key_2, False),
        (Qt.Key.Key_3, False),
        (Qt.Key.Key_9, False),
        (Qt.Key.Key_Delete, False),
        (Qt.Key.Key_Up, False),
        (Qt.Key.Key_Down, False),
        (Qt.Key.Key_Left, False),
        (Qt.Key.Key_Right, False),
        (Qt.Key.Key_C, True),
        (Qt.Key.Key_V, True),
        (Qt.Key.Key_D, True),
        (Qt.Key.Key_R, True),
    ]
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.one_of(KEYS, st.tuples(st.integers(0, 2), st.integers(0, 2))), max_size=14))
def test_whatever_is_pressed_undoing_it_all_gives_the_start(table, bridge, steps):
    before = bridge.plan
    table.setCurrentIndex(table.matrix.index(0, 0))
    for first, second in steps:
        if isinstance(second, bool):
            press(table, first, control=second)
        else:
            select(table, 0, 0, int(first), second)

    while bridge.undo_label:
        bridge.undo()

    assert bridge.plan == before
    assert bridge.plan.table(Kind.CELL) == before.table(Kind.CELL)
