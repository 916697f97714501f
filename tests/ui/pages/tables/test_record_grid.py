"""A table of records, used as people use it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMenu, QPushButton

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.records import Records
from tests.ui.fakes import MemoryStore, open_plan, small_plan
from tests.ui.models.record_table.conftest import programme
from tests.ui.pages.tables.conftest import shown
from ui.bridge.session import PlanBridge
from ui.bridge.window_state import TableState
from ui.dialogs.question import QuestionDialog
from ui.dialogs.record.dialog import RecordDialog

LEFT = Qt.MouseButton.LeftButton
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEY = Qt.Key
POPUP = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


def test_the_first_row_is_chosen_when_the_focus_comes_and_others_are_told_of(qtbot, grid):
    assert grid.key == "b"

    with qtbot.waitSignal(grid.chosen) as heard:
        qtbot.keyClick(grid.view, KEY.Key_Down)

    assert heard.args == [Kind.ROADMAP, "a"]


def test_words_in_the_filter_narrow_the_rows_and_say_how_many(qtbot, grid):
    qtbot.keyClicks(grid.bar.field, "STEP")

    assert list(grid.model.keys) == ["a", "c"]
    assert grid.bar.count.text() == "2 of 4"


def test_where_nothing_matches_one_can_clear_the_filter(qtbot, grid):
    grid.filter("nothing like it")
    assert text(grid, "grid_empty_text") == "No row has all of these words."

    qtbot.mouseClick(grid.findChild(QPushButton, "grid_empty_button"), LEFT)

    assert grid.model.rowCount() == 4
    assert grid.view.isVisible()


def test_ctrl_f_leads_to_the_filter(qtbot, grid):
    qtbot.keyClick(grid.view, KEY.Key_F, CTRL)

    assert grid.bar.field.hasFocus()


def test_a_click_on_a_heading_sorts_and_the_third_gives_the_plans_order_back(qtbot, grid):
    head = grid.view.horizontalHeader()
    place = head.viewport().rect().center()
    place.setX(head.sectionPosition(1) + 20)
    orders = []
    for _ in range(3):
        qtbot.mouseClick(head.viewport(), LEFT, pos=place)
        orders.append("".join(grid.model.keys))

    assert orders == ["cbda", "bdca", "bacd"]


def test_the_chosen_row_stays_chosen_when_rows_change_places(qtbot, grid):
    grid.choose(RecordId("c"))

    grid.model.sort(1, Qt.SortOrder.DescendingOrder)
    grid.filter("step")

    assert grid.key == "c"
    assert grid.keys == ("c",)


def test_where_the_chosen_row_goes_the_one_in_its_place_is_chosen(qtbot, grid, bridge):
    grid.choose(RecordId("a"))

    qtbot.keyClick(grid.view, KEY.Key_Delete)

    assert list(bridge.plan.roadmap) == ["b", "c", "d"]
    assert grid.key == "c"
    assert bridge.undo_label == "Remove step 10"


def test_undo_brings_a_row_back_and_into_view(qtbot, grid, bridge):
    grid.choose(RecordId("a"))
    qtbot.keyClick(grid.view, KEY.Key_Delete)
    grid.choose(RecordId("d"))

    bridge.undo()

    assert list(grid.model.keys) == ["b", "a", "c", "d"]
    assert grid.key == "a"


def test_several_rows_are_removed_after_a_question(qtbot, grid, bridge):
    grid.choose(RecordId("b"))
    qtbot.keyClick(grid.view, KEY.Key_Down, SHIFT)
    assert grid.keys == ("b", "a")

    qtbot.keyClick(grid.view, KEY.Key_Delete)
    question = grid.findChild(QuestionDialog)
    qtbot.mouseClick(question.findChild(QPushButton, "answer_keep"), LEFT)
    assert len(bridge.plan.roadmap) == 4
    qtbot.keyClick(grid.view, KEY.Key_Delete)
    question = grid.deeds.dialog
    qtbot.mouseClick(question.findChild(QPushButton, "answer_remove"), LEFT)

    assert list(bridge.plan.roadmap) == ["c", "d"]
    bridge.undo()
    assert list(bridge.plan.roadmap) == ["b", "a", "c", "d"]


def test_alt_and_an_arrow_move_a_row_in_the_plans_order(qtbot, grid, bridge):
    grid.choose(RecordId("a"))

    qtbot.keyClick(grid.view, KEY.Key_Up, ALT)

    assert list(bridge.plan.roadmap) == ["a", "b", "c", "d"]
    assert grid.key == "a"


def test_in_another_order_rows_are_not_moved_and_it_is_said_why(qtbot, grid, bridge):
    grid.choose(RecordId("a"))
    grid.model.sort(0)

    qtbot.keyClick(grid.view, KEY.Key_Up, ALT)

    assert list(bridge.plan.roadmap) == ["b", "a", "c", "d"]
    assert "clear the filter and the sorting" in grid.note.text
    assert not grid.bar.tools["up"].isEnabled()


def test_rows_are_copied_as_a_table_of_the_columns_shown(qtbot, grid):
    grid.view.setColumnHidden(grid.model.column_of("measure"), True)
    grid.choose_all((RecordId("b"), RecordId("c")))

    qtbot.keyClick(grid.view, KEY.Key_C, CTRL)

    assert QGuiApplication.clipboard().text() == (
        "Goal\tReached by\tOwner\nDétection at night\t31 Mar 2027\t\nStep 2\t1 Dec 2026\t\n"
    )


def test_a_table_that_is_pasted_is_handed_on(qtbot, grid):
    QGuiApplication.clipboard().setText("Goal\tOwner\nx\ty\n")

    with qtbot.waitSignal(grid.pasted) as heard:
        qtbot.keyClick(grid.view, KEY.Key_V, CTRL)

    assert heard.args == ["Goal\tOwner\nx\ty\n"]


@pytest.mark.parametrize("keys", [(KEY.Key_Return, CTRL), (KEY.Key_Enter, CTRL)])
def test_the_whole_record_opens_by_key(qtbot, grid, keys):
    grid.choose(RecordId("c"))

    qtbot.keyClick(grid.view, *keys)

    assert grid.findChild(RecordDialog).windowTitle() == "Goal: Step 2"


def test_the_whole_record_opens_by_a_double_click_on_its_number(qtbot, grid):
    heads = grid.view.verticalHeader()
    place = heads.viewport().rect().center()
    place.setY(heads.sectionPosition(1) + 5)

    qtbot.mouseClick(heads.viewport(), LEFT, pos=place)
    qtbot.mouseDClick(heads.viewport(), LEFT, pos=place)

    assert grid.findChild(RecordDialog).windowTitle() == "Goal: step 10"


def test_a_new_record_is_chosen_even_where_the_filter_hides_it(qtbot, grid, bridge):
    grid.filter("step")
    qtbot.keyClick(grid.view, KEY.Key_Insert)
    form = grid.findChild(RecordDialog)
    qtbot.keyClicks(form.findChild(QLineEdit, "record_owner"), "Ada")
    form.findChild(object, "record_goal").setPlainText("Another")

    qtbot.mouseClick(form.findChild(QPushButton, "record_ok"), LEFT)

    added = next(iter(set(bridge.plan.roadmap) - set("abcd")))
    assert grid.key == added


def test_a_copy_stands_behind_its_original(qtbot, grid, bridge):
    grid.choose(RecordId("a"))
    qtbot.keyClick(grid.view, KEY.Key_D, CTRL)
    form = grid.findChild(RecordDialog)

    qtbot.mouseClick(form.findChild(QPushButton, "record_ok"), LEFT)

    goals = [goal.goal for goal in bridge.plan.roadmap.values()]
    assert goals[1:3] == ["step 10", "step 10 (copy)"]


def test_an_empty_table_says_what_to_do(qtbot, host):
    bridge = PlanBridge(open_plan(MemoryStore(small_plan())), host)
    grid = shown(qtbot, bridge, host)
    assert text(grid, "grid_empty_text") == (
        "No goals yet. Add the next step to a better capability."
    )

    qtbot.mouseClick(grid.findChild(QPushButton, "grid_empty_button"), LEFT)

    assert grid.findChild(RecordDialog) is not None


def test_what_is_wrong_with_a_row_is_said_below_the_table(qtbot, bridge, host):
    grid = shown(qtbot, bridge, host, Kind.PERSON)
    assert grid.bar.count.text() == "1 row, 1 needs a look"

    grid.choose(RecordId("ada"))

    finding = grid.model.finding(0)
    assert finding is not None
    assert grid.note.text.endswith(f"{finding.reason} {finding.fix}")
    assert grid.note.isVisible()


def test_nothing_is_read_while_the_grid_is_hidden_and_all_of_it_afterwards(qtbot, grid, bridge):
    grid.hide()
    goal = bridge.plan.roadmap[RecordId("a")]
    bridge.apply((put(bridge.plan, replace(goal, goal="Other")),), "Edit", "elsewhere")
    bridge.apply((put(bridge.plan, replace(goal, id=RecordId("e"))),), "Add", "elsewhere")
    assert grid.model.rowCount() == 4

    grid.show()

    assert grid.model.index(1, 0).data() == "Other"
    assert grid.model.rowCount() == 5


@POPUP
def test_columns_can_be_hidden_but_never_the_last(qtbot, grid):
    grid.bar.columns.click()
    menu = grid.view.findChild(QMenu)
    entries = {action.text(): action for action in menu.actions()}
    assert entries["Owner"].isChecked()

    entries["Owner"].trigger()
    menu.close()

    assert grid.view.isColumnHidden(grid.model.column_of("owner"))
    for at in (1, 3):
        grid.view.setColumnHidden(at, True)
    grid.bar.columns.click()
    last = grid.view.findChildren(QMenu)[-1]
    assert not next(item for item in last.actions() if item.text() == "Goal").isEnabled()
    last.close()


def test_columns_are_remembered(qtbot, bridge, host, state):
    first = shown(qtbot, bridge, host, state=state)
    first.view.setColumnWidth(0, 333)
    first.view.setColumnHidden(2, True)
    first.view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    with qtbot.waitSignal(first._widths._quiet.timeout):
        first._widths.chosen()
    first.hide()

    second = shown(qtbot, bridge, host, state=state)

    assert second.view.columnWidth(0) == 333
    assert second.view.isColumnHidden(2)
    assert list(second.model.keys) == ["b", "d", "c", "a"]


@pytest.mark.parametrize("left", ["", "[roadmap]\ncolumns=goal\nhead=nonsense", "\x00\xff[[["])
def test_what_was_remembered_of_columns_can_be_lost(qtbot, bridge, host, tmp_path, left):
    (tmp_path / "tables.ini").write_text(left, "utf-8")

    grid = shown(qtbot, bridge, host, state=TableState(tmp_path))

    assert not any(grid.view.isColumnHidden(at) for at in range(4))
    assert list(grid.model.keys) == ["b", "a", "c", "d"]


@POPUP
def test_the_menu_of_a_row_offers_what_keys_do(qtbot, grid):
    grid.choose(RecordId("c"))
    grid.view.asked.emit("menu")
    menu = grid.view.findChild(QMenu)

    names = [action.objectName() for action in menu.actions()]

    assert names == ["open", "duplicate", "up", "down", "copy", "remove"]
    menu.actions()[0].trigger()
    assert grid.findChild(RecordDialog) is not None
    menu.close()


def test_what_cannot_be_saved_can_be_read_and_copied_only(qtbot, host):
    bridge = PlanBridge(open_plan(MemoryStore(programme(), read_only=True)), host)
    grid = shown(qtbot, bridge, host)
    grid.choose(RecordId("a"))
    for key in (KEY.Key_Delete, KEY.Key_Insert, KEY.Key_F2):
        qtbot.keyClick(grid.view, key)
    qtbot.keyClick(grid.view, KEY.Key_Up, ALT)

    assert len(bridge.plan.roadmap) == 4
    assert not grid.bar.add.isVisible()
    shown_form = grid.findChild(QDialog)
    assert isinstance(shown_form, RecordDialog)
    ok = shown_form.findChild(QPushButton, "record_ok")
    assert ok is not None
    assert ok.isHidden()


def test_hostile_names_are_shown_letter_by_letter(qtbot, host):
    names = ("<b>bold</b>", "\u202eevil", "a\nb\nc", "=1+1", "x" * 5000, "\u0627\u0644")
    goals = programme().roadmap.all()
    made = [replace(goals[0], id=RecordId(f"g{at}"), goal=name) for at, name in enumerate(names)]
    plan = replace(programme(), roadmap=Records(made))
    bridge = PlanBridge(open_plan(MemoryStore(plan)), host)

    grid = shown(qtbot, bridge, host)
    grid.grab()

    assert [grid.model.index(row, 0).data() for row in range(len(names))] == list(names)


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (900, {"open", "duplicate", "up", "down", "remove"}),
        (480, {"open", "remove"}),
        (380, set()),
    ],
)
def test_tools_give_way_where_there_is_no_room(qtbot, grid, width, shown):
    grid.resize(width, 400)

    add = grid.bar.add
    qtbot.waitUntil(lambda: add.width() >= add.sizeHint().width())

    assert {name for name, tool in grid.bar.tools.items() if tool.isVisible()} == shown


def test_columns_of_one_length_are_not_made_narrower(qtbot, bridge, host):
    grid = shown(qtbot, bridge, host, columns=("goal", "by", "owner", "measure"))
    grid.resize(420, 400)
    grid.view.resized.emit()

    by = grid.model.columns[1]
    assert by.firm
    assert grid.view.columnWidth(1) == by.width
    assert grid.view.columnWidth(0) < grid.model.columns[0].width


def test_a_screen_reader_finds_heading_value_and_place_in_each_cell(grid):
    table = QAccessible.queryAccessibleInterface(grid.view)

    names = [table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())]

    assert "Goal, Détection at night, row 1 of 4" in names
    assert "Reached by, not stated, row 2 of 4" in names
    assert all(names[1:]), "all but the corner"


def test_every_control_has_a_name(grid):
    nameless = [
        widget
        for widget in (*grid.findChildren(QPushButton), *grid.bar.tools.values(), grid.bar.field)
        if not widget.accessibleName()
    ]

    assert not nameless
    assert grid.view.accessibleName() == "Roadmap"


def text(grid, name):
    return grid.findChild(QLabel, name).text()
