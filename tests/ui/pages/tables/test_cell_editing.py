"""Editing cells where they stand."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QLineEdit, QPlainTextEdit

from app.domain.plan.changes import put
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import ActionState
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from tests.ui.pages.tables.conftest import shown
from ui.dialogs.record.dialog import RecordDialog

KEY = Qt.Key
POPUP = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
LEFT = Qt.MouseButton.LeftButton


def test_f2_edits_a_text_and_enter_keeps_it_as_one_step(qtbot, grid, bridge):
    entry = begin(qtbot, grid, "a", "owner")

    qtbot.keyClicks(entry, "Ada & Co")
    qtbot.keyClick(entry, KEY.Key_Return)

    assert goal(bridge, "a").owner == "Ada & Co"
    assert bridge.undo_label == "step 10: Owner"
    assert grid.view.hasFocus()
    bridge.undo()
    assert goal(bridge, "a").owner == ""


def test_escape_leaves_a_cell_as_it_was(qtbot, grid, bridge):
    entry = begin(qtbot, grid, "a", "owner")

    qtbot.keyClicks(entry, "Ada")
    qtbot.keyClick(entry, KEY.Key_Escape)

    assert goal(bridge, "a").owner == ""
    assert not bridge.undo_label
    assert grid.view.cells.editor is None


def test_tab_keeps_and_goes_on_to_the_next_cell(qtbot, grid, bridge):
    entry = begin(qtbot, grid, "a", "by")

    qtbot.keyClicks(entry, "2027-01-31")
    qtbot.keyClick(entry, KEY.Key_Tab)

    assert goal(bridge, "a").by == date(2027, 1, 31)
    assert grid.view.cells.editor.form.name == "owner"
    assert grid.view.cells.editor.focusProxy().hasFocus()


def test_what_is_no_day_stays_open_with_the_reason_beside_it(qtbot, grid, bridge):
    entry = begin(qtbot, grid, "c", "by")

    entry.selectAll()
    qtbot.keyClicks(entry, "someday")
    qtbot.keyClick(entry, KEY.Key_Return)

    editor = grid.view.cells.editor
    assert editor.problem == "Enter a date, such as 2026-11-30 or 30 November 2026."
    assert entry.text() == "someday"
    assert goal(bridge, "c").by == date(2026, 12, 1)
    entry.clear()
    qtbot.keyClicks(entry, "30 Nov 2026")
    assert editor.problem == ""
    qtbot.keyClick(entry, KEY.Key_Return)
    assert goal(bridge, "c").by == date(2026, 11, 30)


def test_going_elsewhere_keeps_what_fits_and_nothing_else(qtbot, grid, bridge):
    entry = begin(qtbot, grid, "a", "owner")
    qtbot.keyClicks(entry, "Ada")
    grid.bar.field.setFocus()
    qtbot.waitUntil(lambda: goal(bridge, "a").owner == "Ada")

    entry = begin(qtbot, grid, "a", "by")
    qtbot.keyClicks(entry, "never")
    grid.bar.field.setFocus()
    qtbot.waitUntil(lambda: grid.view.cells.editor.problem != "")

    assert goal(bridge, "a").by is None
    assert grid.bar.field.hasFocus()


def test_a_click_on_another_row_keeps_what_fits(qtbot, grid, bridge):
    entry = begin(qtbot, grid, "a", "owner")
    qtbot.keyClicks(entry, "Ada")

    click_row(qtbot, grid, 3)

    assert goal(bridge, "a").owner == "Ada"
    assert grid.key == "d"


def test_a_click_on_another_row_leaves_what_does_not_fit_open(qtbot, grid, bridge):
    entry = begin(qtbot, grid, "a", "by")
    qtbot.keyClicks(entry, "never")

    click_row(qtbot, grid, 3)

    assert grid.key == "a"
    assert grid.view.cells.editor.problem
    assert entry.text() == "never"


def test_sorting_keeps_what_stands_in_the_editor(qtbot, grid, bridge):
    entry = begin(qtbot, grid, "a", "owner")
    qtbot.keyClicks(entry, "Ada")

    grid.view.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)

    assert goal(bridge, "a").owner == "Ada"
    assert grid.view.cells.editor is None


def test_a_name_cannot_be_left_blank(qtbot, grid, bridge):
    entry = begin(qtbot, grid, "a", "goal")

    entry.selectAll()
    qtbot.keyClick(entry, KEY.Key_Backspace)
    qtbot.keyClick(entry, KEY.Key_Return)

    assert grid.view.cells.editor.problem == "Fill this in; it is required."
    assert goal(bridge, "a").goal == "step 10"


def test_a_letter_replaces_what_stands_in_the_cell(qtbot, grid, bridge):
    grid.choose(RecordId("c"), "goal")

    qtbot.keyClick(grid.view, KEY.Key_N)
    entry = grid.view.cells.editor.focusProxy()
    qtbot.keyClicks(entry, "ew")
    qtbot.keyClick(entry, KEY.Key_Return)

    assert goal(bridge, "c").goal == "new"


def test_a_long_text_takes_several_lines(qtbot, grid, bridge):
    entry = begin(qtbot, grid, "c", "measure")
    assert isinstance(entry, QPlainTextEdit)

    qtbot.keyClicks(entry, "One")
    qtbot.keyClick(entry, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(entry, "Two")
    qtbot.keyClick(entry, KEY.Key_Return)

    assert goal(bridge, "c").measure == "One\nTwo"


@POPUP
def test_a_day_is_chosen_from_a_calendar(qtbot, grid, bridge):
    entry = begin(qtbot, grid, "a", "by")
    qtbot.keyClick(entry, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = grid.findChild(QCalendarWidget)

    calendar.clicked.emit(QDate(2027, 2, 3))
    qtbot.keyClick(entry, KEY.Key_Return)

    assert goal(bridge, "a").by == date(2027, 2, 3)


def test_a_span_is_typed_in_words(qtbot, bridge, host):
    grid = shown(qtbot, bridge, host, Kind.LOG_SOURCE)
    entry = begin(qtbot, grid, "n", "kept_for")

    qtbot.keyClicks(entry, "4 h")
    qtbot.keyClick(entry, KEY.Key_Return)

    kept = bridge.plan.log_sources[RecordId("n")].kept_for
    assert kept == Duration(4, TimeUnit.HOURS)


def test_a_choice_is_made_from_a_list(qtbot, bridge, host):
    grid = shown(qtbot, bridge, host, Kind.ACTION)
    entry = begin(qtbot, grid, "y", "state")
    assert isinstance(entry, QComboBox)

    qtbot.keyClick(entry, KEY.Key_Down)
    qtbot.keyClick(entry, KEY.Key_Return)

    assert bridge.plan.actions[RecordId("y")].state is ActionState.DONE


def test_another_record_is_named_from_a_list(qtbot, bridge, host):
    grid = shown(qtbot, bridge, host, Kind.ROLE, ("name", "holder", "deputies"))
    entry = begin(qtbot, grid, "incident-lead", "holder")

    entry.setCurrentText("Ada Byron")
    qtbot.keyClick(entry, KEY.Key_Return)

    assert bridge.plan.roles[RecordId("incident-lead")].holder == "ada"
    assert grid.model.text(0, 1) == "Ada Byron"


def test_a_flag_turns_with_space(qtbot, bridge, host):
    grid = shown(qtbot, bridge, host, Kind.PERSON)
    grid.choose(RecordId("ada"), "external")

    qtbot.keyClick(grid.view, KEY.Key_Space)

    assert bridge.plan.people[RecordId("ada")].external
    bridge.undo()
    assert not bridge.plan.people[RecordId("ada")].external


def test_a_list_of_parts_opens_the_form_where_it_is_meant(qtbot, bridge, host):
    grid = shown(qtbot, bridge, host, Kind.PERSON)
    grid.choose(RecordId("ada"), "channels")

    qtbot.keyClick(grid.view, KEY.Key_F2)

    form = grid.findChild(RecordDialog)
    assert form is not None
    assert form.focusWidget().objectName().startswith("record_channels")


def test_a_double_click_edits_the_cell(qtbot, grid, bridge):
    place = grid.view.visualRect(grid.model.index(2, grid.model.column_of("owner"))).center()

    qtbot.mouseClick(grid.view.viewport(), LEFT, pos=place)
    qtbot.mouseDClick(grid.view.viewport(), LEFT, pos=place)

    assert isinstance(grid.view.cells.editor.focusProxy(), QLineEdit)


def test_undo_elsewhere_does_not_overwrite_what_is_being_typed(qtbot, grid, bridge):
    begin(qtbot, grid, "a", "goal")
    entry = grid.view.cells.editor.focusProxy()
    entry.selectAll()
    qtbot.keyClicks(entry, "typed")

    grid.model.keep(0, grid.model.column_of("owner"), "Bob")
    bridge.undo()

    assert text_of(entry) == "typed"


def test_a_row_that_goes_while_it_is_edited_takes_the_editor_with_it(qtbot, grid, bridge):
    new = replace(goal(bridge, "a"), id=RecordId("new"), goal="Short-lived")
    bridge.apply((put(bridge.plan, new),), "Add", "x")
    entry = begin(qtbot, grid, "new", "owner")
    qtbot.keyClicks(entry, "Ada")

    bridge.undo()
    qtbot.wait(10)

    assert "new" not in bridge.plan.roadmap
    assert grid.view.cells.editor is None
    assert not bridge.undo_label


@pytest.mark.parametrize("size", [(900, 500), (420, 260)])
def test_the_editor_lies_within_the_table(qtbot, grid, host, size):
    grid.resize(*size)
    begin(qtbot, grid, "d", "measure")

    editor = grid.view.cells.editor

    assert grid.view.viewport().rect().contains(editor.geometry())


def test_the_input_says_what_it_is_for(qtbot, grid):
    entry = begin(qtbot, grid, "c", "by")

    assert entry.accessibleName() == "Reached by, Step 2"
    assert entry.accessibleDescription() == "Such as 31 March 2027."


def begin(qtbot, grid, key, field) -> Any:
    """Choose a cell and edit it."""
    grid.view.setFocus()
    assert grid.choose(RecordId(key), field)
    qtbot.keyClick(grid.view, KEY.Key_F2)
    return grid.view.cells.editor.focusProxy()


def click_row(qtbot, grid, row):
    place = grid.view.visualRect(grid.model.index(row, 0)).center()
    qtbot.mouseClick(grid.view.viewport(), LEFT, pos=place)


def goal(bridge, key):
    return bridge.plan.roadmap[RecordId(key)]


def text_of(entry):
    return entry.toPlainText() if isinstance(entry, QPlainTextEdit) else entry.text()
