"""Importing in the window: three steps, one undo, and nothing before the last button."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from app.bootstrap import Workshop
from app.domain.plan.changes import put
from app.domain.plan.kinds import Kind
from app.services.cancelling import Cancelled
from app.services.importing.checking import Take
from app.services.importing.taking import take
from tests.ui.dialogs.importing.conftest import PEOPLE
from tests.ui.dialogs.importing.driving import cells, choose, find, go_on, press, step, text
from tests.ui.fakes import MemoryStore, open_plan, small_plan
from ui.bridge.session import PlanBridge
from ui.dialogs.importing import dialog as import_dialog
from ui.dialogs.importing.check_model import NAME, PROBLEMS, TAKE, RowFilter
from ui.dialogs.importing.dialog import ImportDialog


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, "utf-8")
    return path


def names(bridge):
    return [person.name for person in bridge.plan.people.values()]


def test_people_of_a_file_come_into_the_plan_in_one_step(qtbot, show, bridge, file):
    dialog = show(file)
    assert step(dialog) == "import_columns"
    go_on(qtbot, dialog)
    assert step(dialog) == "import_check"
    assert names(bridge) == ["Ada Byron"]

    with qtbot.waitSignal(dialog.imported) as told:
        press(dialog, "import_next")

    assert names(bridge) == ["Ada Byron", "Bo Ek", "Cy Do"]
    assert bridge.plan.people["ada"].title == "Head"
    assert bridge.undo_label == "Import 3 people"
    assert (told.args[0].added, told.args[0].updated) == (2, 1)
    assert bridge.undo()
    assert names(bridge) == ["Ada Byron"]


def test_cancelling_changes_nothing(qtbot, show, bridge, file):
    before = bridge.plan
    dialog = show(file)
    go_on(qtbot, dialog)

    press(dialog, "import_cancel")

    assert bridge.plan is before
    assert bridge.undo_label == ""


def test_one_can_go_back_and_forth_and_choose_other_columns(qtbot, show, bridge, file):
    dialog = show(file)
    go_on(qtbot, dialog)
    press(dialog, "import_back")
    assert step(dialog) == "import_columns"

    choose(dialog, "import_column_1", "unit")
    go_on(qtbot, dialog)
    press(dialog, "import_next")

    assert bridge.plan.people["ada"].unit == "Head"
    assert bridge.plan.people["ada"].title == ""


def test_a_table_can_be_pasted_as_text(qtbot, show, bridge):
    dialog = show()
    assert step(dialog) == "import_source"
    find(dialog, QPlainTextEdit, "import_text").setPlainText("Name\tTitle\nDi Fo\tClerk")

    go_on(qtbot, dialog)
    go_on(qtbot, dialog)
    press(dialog, "import_next")

    assert names(bridge) == ["Ada Byron", "Di Fo"]


def test_the_clipboard_of_a_spreadsheet_is_read_cell_by_cell(qtbot, show):
    data = QMimeData()
    data.setText("Name\tTitle\nDi Fo\tx y")
    data.setHtml("<table><tr><td>Name<td>Title<tr><td>Di <b>Fo</b><td>x<br>y</table>")
    QGuiApplication.clipboard().setMimeData(data)
    dialog = show()

    press(dialog, "import_paste")
    qtbot.waitUntil(lambda: not dialog.busy)

    table = dialog.columns.table
    assert table is not None
    assert table.rows[0].cells == ("Di Fo", "x\ny")


def test_a_source_of_text_is_read_at_once(show):
    dialog = show("Term\tMeaning\nRTO\tTime to recover", Kind.TERM)

    assert step(dialog) == "import_columns"
    assert dialog.columns.columns == ("term", "meaning")


def test_what_cannot_be_read_is_said_and_another_file_can_be_tried(qtbot, show, tmp_path, file):
    dialog = show(tmp_path / "none.csv")
    assert "none.csv" in dialog.banner.text
    assert step(dialog) == "import_source"

    dialog.read_file(file)
    qtbot.waitUntil(lambda: not dialog.busy)

    assert not dialog.banner.isVisible()
    assert step(dialog) == "import_columns"


def test_an_empty_box_is_told(qtbot, show):
    dialog = show()

    go_on(qtbot, dialog)

    assert "no rows" in dialog.banner.text


def test_columns_without_a_name_do_not_go_on(show, file):
    dialog = show(file)

    choose(dialog, "import_column_0", "")

    assert not find(dialog, QPushButton, "import_next").isEnabled()
    assert "name" in text(dialog, "import_columns_problem")


def test_a_field_that_is_chosen_again_leaves_its_first_column(show, file):
    dialog = show(file)

    choose(dialog, "import_column_1", "name")
    choose(dialog, "import_column_3", "mobile")

    assert dialog.columns.columns == ("", "name", "mobile", "mobile")


def test_the_first_row_can_be_taken_for_a_row(show, file):
    dialog = show(file)
    assert "5 rows" in text(dialog, "import_about")

    find(dialog, QCheckBox, "import_headed").setChecked(False)

    assert "6 rows" in text(dialog, "import_about")
    assert len(dialog.columns.columns) == 4
    find(dialog, QCheckBox, "import_headed").setChecked(True)
    assert dialog.columns.columns == ("name", "title", "mobile", "email")


def test_columns_are_remembered_for_the_next_file(qtbot, show, file):
    dialog = show(file)
    choose(dialog, "import_column_1", "unit")
    go_on(qtbot, dialog)
    dialog.reject()

    assert show(file).columns.columns == ("name", "unit", "mobile", "email")


def test_numbers_are_read_as_the_options_say(qtbot, show, bridge):
    dialog = show("Name,Mobile\nDi Fo,020 7946 0958")
    choose(dialog, "import_country", "GB")
    find(dialog, QCheckBox, "import_mobiles").setChecked(True)
    go_on(qtbot, dialog)
    press(dialog, "import_next")

    (channel,) = bridge.plan.people["di-fo"].channels
    assert (channel.address, channel.out_of_band) == ("+44 20 7946 0958", True)


def test_tables_without_numbers_are_not_asked_for_a_country(show):
    dialog = show("Term,Meaning\na,b", Kind.TERM)

    assert not find(dialog, QComboBox, "import_country").isVisible()


def test_each_row_says_what_is_done_and_what_to_know(qtbot, show, file):
    dialog = show(file)
    go_on(qtbot, dialog)

    assert cells(dialog, TAKE) == ["Update", "Add", "Leave out", "Add", "Leave out"]
    assert cells(dialog, NAME) == ["Ada Byron", "Bo Ek", "", "Cy Do", "Cy Do"]
    assert "Mobile: \u201812\u2019" in cells(dialog, PROBLEMS)[1]
    assert text(dialog, "import_summary").startswith("2 will be added, 1 updated, 2 left out.")
    assert "3 rows need a look" in text(dialog, "import_summary")


def test_rows_are_ticked_with_the_space_bar(qtbot, show, bridge, file):
    dialog = show(file)
    go_on(qtbot, dialog)
    table = dialog.check.table
    table.setFocus()
    table.selectAll()

    QTest.keyClick(table, Qt.Key.Key_Space)
    assert cells(dialog, TAKE) == ["Leave out"] * 5
    assert not find(dialog, QPushButton, "import_next").isEnabled()

    QTest.keyClick(table, Qt.Key.Key_Space)
    assert cells(dialog, TAKE) == ["Update", "Add", "Leave out", "Add", "Add"]


def test_a_row_that_cannot_be_taken_cannot_be_ticked(qtbot, show, file):
    dialog = show(file)
    go_on(qtbot, dialog)
    index = dialog.check.model.index(2, TAKE)

    assert not index.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert dialog.check.model.index(1, TAKE).flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_the_chosen_rows_are_decided_together(qtbot, show, bridge, file):
    dialog = show(file)
    go_on(qtbot, dialog)
    dialog.check.table.selectAll()

    press(dialog, "import_add")
    press(dialog, "import_next")

    assert names(bridge) == ["Ada Byron", "Ada Byron", "Bo Ek", "Cy Do", "Cy Do"]


def test_a_row_that_may_be_about_nobody_known_cannot_update(qtbot, show, file):
    dialog = show(file)
    go_on(qtbot, dialog)

    dialog.check.table.selectRow(1)

    assert not find(dialog, QPushButton, "import_update").isEnabled()
    assert find(dialog, QPushButton, "import_add").isChecked()
    assert "no e-mail address" in text(dialog, "import_problems")


def test_rows_are_filtered_by_words_and_by_what_is_done(qtbot, show, file):
    dialog = show(file)
    go_on(qtbot, dialog)

    find(dialog, QLineEdit, "import_filter").setText("cy again")
    assert cells(dialog, NAME) == []
    find(dialog, QLineEdit, "import_filter").setText("cy called")
    assert cells(dialog, NAME) == ["Cy Do"]
    find(dialog, QLineEdit, "import_filter").clear()
    which = find(dialog, QComboBox, "import_which")
    which.setCurrentIndex(1)
    assert which.currentData() == RowFilter(troubled=True)
    assert cells(dialog, NAME) == ["Bo Ek", "", "Cy Do"]
    which.setCurrentIndex(3)
    assert which.currentData() == RowFilter(way=Take.UPDATE)
    assert cells(dialog, NAME) == ["Ada Byron"]


def test_what_is_decided_under_a_filter_is_about_the_rows_shown(qtbot, show, bridge, file):
    dialog = show(file)
    go_on(qtbot, dialog)
    find(dialog, QLineEdit, "import_filter").setText("bo ek")

    press(dialog, "import_skip")
    press(dialog, "import_next")

    assert names(bridge) == ["Ada Byron", "Cy Do"]


def test_markup_in_names_stays_text(qtbot, show, bridge):
    dialog = show("Name,Mobile\n<img src=x>\u202eexe,<b>1</b>")
    go_on(qtbot, dialog)
    model = dialog.check.model

    tip = model.index(0, PROBLEMS).data(Qt.ItemDataRole.ToolTipRole)

    assert cells(dialog, NAME) == ["<img src=x>exe"]
    assert "&lt;b&gt;1&lt;/b&gt;" in tip
    assert model.index(0, NAME).data(Qt.ItemDataRole.AccessibleTextRole) == "<img src=x>exe"


def test_checking_can_be_stopped(qtbot, show, file, monkeypatch):
    held, stopped = threading.Event(), threading.Event()

    def preview(shop, plan, kind, table, columns, options, tell):
        tell(0.5, "Row 2")
        held.wait(20)
        try:
            tell(0.9, "Row 3")
        except Cancelled:
            stopped.set()
            raise

    monkeypatch.setattr(Workshop, "import_preview", preview)
    dialog = show(file)
    press(dialog, "import_next")
    bar = find(dialog, QProgressBar, "import_progress")
    qtbot.waitUntil(lambda: bar.value() == 500)
    assert bar.isVisible()
    assert find(dialog, QPushButton, "import_back").accessibleName() == "Stop"

    press(dialog, "import_back")
    held.set()

    assert stopped.wait(20)
    assert step(dialog) == "import_columns"
    assert not dialog.busy
    assert find(dialog, QPushButton, "import_next").isEnabled()


def test_a_plan_open_to_read_takes_nothing(qtbot, themed, host, desk, file):
    store = MemoryStore(small_plan(), read_only=True)
    dialog = ImportDialog(PlanBridge(open_plan(store), host), desk, Kind.PERSON, host, file)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.busy)
    go_on(qtbot, dialog)

    assert not find(dialog, QPushButton, "import_next").isEnabled()


def test_rows_are_checked_again_when_the_plan_has_changed_meanwhile(qtbot, show, bridge, file):
    dialog = show(file)
    go_on(qtbot, dialog)
    ada = replace(bridge.plan.people["ada"], unit="Data", name="Ada King")
    bridge.apply((put(bridge.plan, ada),), "Elsewhere")

    go_on(qtbot, dialog)
    assert "checked again" in dialog.banner.text
    assert cells(dialog, TAKE)[0] == "Add"
    press(dialog, "import_next")

    assert names(bridge) == ["Ada King", "Ada Byron", "Bo Ek", "Cy Do"]
    assert bridge.plan.people["ada"] == ada


@pytest.fixture
def held(monkeypatch):
    """Rows are put together in the background, however few, once they may be."""
    go_on_ = threading.Event()

    def held_take(*args):
        assert go_on_.wait(20)
        return take(*args)

    monkeypatch.setattr(import_dialog, "MANY_ROWS", 1)
    monkeypatch.setattr(import_dialog, "take", held_take)
    yield go_on_
    go_on_.set()


def test_many_rows_are_put_together_in_the_background(qtbot, show, bridge, file, held):
    dialog = show(file)
    go_on(qtbot, dialog)
    press(dialog, "import_next")
    assert dialog.busy
    assert find(dialog, QProgressBar, "import_progress").isVisible()
    assert names(bridge) == ["Ada Byron"]

    with qtbot.waitSignal(dialog.imported):
        held.set()

    assert names(bridge) == ["Ada Byron", "Bo Ek", "Cy Do"]
    assert bridge.undo_label == "Import 3 people"


def test_putting_rows_together_can_be_stopped(qtbot, show, bridge, file, held):
    dialog = show(file)
    go_on(qtbot, dialog)
    press(dialog, "import_next")

    press(dialog, "import_back")
    held.set()

    assert not dialog.busy
    assert step(dialog) == "import_check"
    go_on(qtbot, dialog)
    assert names(bridge) == ["Ada Byron", "Bo Ek", "Cy Do"]
    assert len(bridge.open_plan.session._done) == 1


def test_an_edit_while_rows_are_put_together_is_not_lost(qtbot, show, bridge, file, held):
    dialog = show(file)
    go_on(qtbot, dialog)
    press(dialog, "import_next")
    ada = replace(bridge.plan.people["ada"], unit="Data", name="Ada King")
    bridge.apply((put(bridge.plan, ada),), "Elsewhere")

    held.set()
    qtbot.waitUntil(lambda: not dialog.busy)

    assert "checked again" in dialog.banner.text
    assert names(bridge) == ["Ada King"]


def test_the_keyboard_begins_at_the_first_column(show, file):
    dialog = show(file)

    assert dialog.columns.rows.focusProxy() is find(dialog, QComboBox, "import_column_0")


def test_everything_that_can_be_used_has_a_name(qtbot, show, file):
    dialog = show(file)
    go_on(qtbot, dialog)

    kinds = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
    used = [widget for kind in kinds for widget in dialog.findChildren(kind)]
    reached = [widget for widget in used if widget.focusPolicy() != Qt.FocusPolicy.NoFocus]
    nameless = [
        widget.objectName()
        for widget in reached
        if not (widget.accessibleName() or isinstance(widget.parent(), QComboBox))
        and not dialog.banner.isAncestorOf(widget)
    ]

    assert len(reached) > 10
    assert nameless == []


def test_the_keyboard_goes_through_all_steps(qtbot, show, bridge, file):
    dialog = show(file)

    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not dialog.busy and step(dialog) == "import_check")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert names(bridge) == ["Ada Byron", "Bo Ek", "Cy Do"]


def test_the_dialog_stays_within_a_small_window(qtbot, show, host, file):
    dialog = show(file)

    assert dialog.width() <= 1024
    assert dialog.height() <= 680
    assert isinstance(dialog, ImportDialog)
    assert isinstance(host, QWidget)
