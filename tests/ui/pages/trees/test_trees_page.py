"""The page as a whole: canvas and outline over one tree, its details, empty plans, undo."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from app.domain.plan.changes import put, remove
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.people import ChannelKind
from app.domain.plan.trees import NodeTarget
from tests.builders import plan_with, rid
from tests.ui.pages.trees.conftest import (
    CALLS,
    OTHER,
    PEOPLE,
    ROLES,
    TREE,
    call,
    tree_plan,
    without_calls,
)
from ui.pages.trees.outline_model import ALLOWED, CHANNELS, FINDINGS, OTHERWISE, WHO

POPPING_UP = pytest.mark.qt_log_ignore("This plugin does not support")
"""A menu, and the list that completes a name, are windows of their own."""


def find(page, kind, name):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def parents(page):
    return {str(key): node.parent for key, node in page.bridge.plan.tree_nodes.items()}


def choose(page, key):
    page._choose(rid(key))
    view = page.canvas.canvas if page.tabs.currentIndex() == 0 else page.outline
    page.window().activateWindow()
    view.setFocus()
    await_focus(view)
    return view


def await_focus(widget):
    for _ in range(200):
        QTest.qWait(1)
        if widget.hasFocus():
            return
    raise AssertionError(widget.objectName())


def turn_to_outline(page, key="a"):
    page.tabs.setCurrentIndex(1)
    return choose(page, key)


def cell(page, key, column):
    return page.outline.rows.place_of(rid(key), column)


def text(page, key, column):
    return cell(page, key, column).data()


def spot(page, key):
    canvas = page.canvas.canvas
    return canvas.mapFromScene(canvas.board.item(key).box.topLeft() + QPointF(90, 20))


def drag(page, start, end):
    port = page.canvas.canvas.viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(port, left, none, start)
    for point in ((start + end) / 2, end):
        QTest.mouseMove(port, point)
    QTest.mouseRelease(port, left, none, end)


def name_in_dialog(page, name):
    dialog = page.deeds.dialog
    dialog.activateWindow()
    await_focus(dialog.field)
    QTest.keyClicks(dialog.field, name)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)


# --- canvas -------------------------------------------------------------------------------------


def test_cards_show_holder_role_deputy_mark_and_findings(page):
    face = page.canvas.canvas.board.item("a").face

    assert (face.title, face.lines) == ("Ada Byron", ("Incident lead", "Deputy: Bob Ray"))
    assert (face.initials, face.mark, face.mark_text) == ("AB", 1, "S1")
    below = page.canvas.canvas.board.item("b").face
    assert "Nobody deputises for the role Technical lead." in below.warning
    assert "The contact of Bob Ray has never been verified." in below.warning
    assert below.edge == "15 min \u00b7 Mobile +1"


def test_a_card_dragged_away_stays_there_and_tidying_puts_it_back_in_one_step(page):
    start = spot(page, "b")
    tidy = page.canvas.canvas.board.item("x").pos()

    drag(page, start, start + QPoint(-50, 80))

    right, down = page.bridge.plan.tree_nodes[rid("b")].offset
    assert (right, down) == pytest.approx((-50, 80), abs=2)
    assert page.canvas.canvas.board.item("x").pos() == tidy + QPointF(right, down)
    page.commands.action("tidy").trigger()
    assert page.canvas.canvas.board.item("x").pos() == tidy
    page.bridge.undo()
    assert page.bridge.plan.tree_nodes[rid("b")].offset == (right, down)


def test_a_card_dropped_on_another_is_called_from_there(page):
    drag(page, spot(page, "c"), spot(page, "x"))

    assert parents(page)["c"] == "x"
    page.bridge.undo()
    assert parents(page)["c"] == "a"
    assert page._key == "c"


def test_a_line_that_would_make_a_circle_is_refused_in_a_sentence(page):
    page.canvas.canvas.hung.emit("a", "x")

    assert parents(page)["a"] is None
    assert page.banner.isVisible()
    assert page.banner.text.endswith("hang it under another call.")


def test_the_canvas_is_walked_with_arrows_and_edited_by_keys(page):
    turn_to_outline(page)
    page.tabs.setCurrentIndex(0)
    canvas = choose(page, "a")

    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert page._key == "b"
    assert page.outline.current == "b"
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert parents(page)["b"] == "a"
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page._shown.forest.below[rid("a")] == ("c", "b")
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert parents(page) == {"a": None, "c": "a", "x": "a"}
    assert page._key == "a"


def test_a_new_call_is_named_by_typing(page):
    canvas = choose(page, "b")

    QTest.keyClick(canvas, Qt.Key.Key_Insert)
    name_in_dialog(page, "incident le")

    made = page.bridge.plan.tree_nodes[page._key]
    assert (made.parent, made.target_id) == ("b", "lead")
    assert made.channels == (ChannelKind.MOBILE, ChannelKind.EMAIL)
    canvas = choose(page, made.id)
    QTest.keyClick(canvas, Qt.Key.Key_Insert, Qt.KeyboardModifier.AltModifier)
    name_in_dialog(page, "The night shift")
    beside = page.bridge.plan.tree_nodes[page._key]
    assert (beside.parent, beside.target, beside.name) == (
        "b",
        NodeTarget.GROUP,
        "The night shift",
    )


def test_somebody_else_is_called_instead_by_ways_that_reach_them(page):
    choose(page, "b")

    page.commands.action("who").trigger()
    name_in_dialog(page, "Ada")

    node = page.bridge.plan.tree_nodes[rid("b")]
    assert (node.target, node.target_id) == (NodeTarget.PERSON, "ada")
    assert node.channels == (ChannelKind.MOBILE, ChannelKind.EMAIL)


def test_a_call_can_start_on_its_own(page):
    canvas = choose(page, "b")

    QTest.keyClick(canvas, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)

    assert parents(page)["b"] is None
    assert parents(page)["x"] == "b"


def test_a_card_is_moved_by_keys(page):
    canvas = choose(page, "b")
    keys = Qt.KeyboardModifier.ControlModifier

    QTest.keyClick(canvas, Qt.Key.Key_Left, keys)
    QTest.keyClick(canvas, Qt.Key.Key_Down, keys)

    assert page.bridge.plan.tree_nodes[rid("b")].offset == (-12, 12)


def test_a_call_is_hung_under_any_other_by_keys(page):
    canvas = choose(page, "c")

    QTest.keyClick(
        canvas,
        Qt.Key.Key_H,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    box = find(page, QComboBox, "record_parent")
    at = [box.itemText(row) for row in range(box.count())].index("Cy Young")
    box.setCurrentIndex(at)
    box.activated.emit(at)
    find(page, QAbstractButton, "record_ok").click()

    assert parents(page)["c"] == "x"
    assert page._key == "c"


@POPPING_UP
def test_the_menu_of_a_card_offers_what_its_keys_do(page, qtbot):
    choose(page, "b")

    page.canvas.canvas.menu_wanted.emit(QPoint(10, 10))

    menu = page.findChild(QMenu, "tree_call_menu")
    offered = {action.objectName() for action in menu.actions() if action.isEnabled()}
    assert {"tree_below", "tree_indent", "tree_detach", "tree_remove_branch"} <= offered
    menu.close()


def test_a_card_clicked_twice_is_edited(page):
    port = page.canvas.canvas.viewport()
    none = Qt.KeyboardModifier.NoModifier

    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, none, spot(page, "b"))

    assert page._key == "b"
    assert page.inspector._allowed.line.hasFocus()


def test_names_that_were_copied_become_calls(page):
    QGuiApplication.clipboard().setText("Bob Ray\n\tNight shift\n\tCy Young")
    canvas = choose(page, "c")

    QTest.keyClick(canvas, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    below = page._shown.forest.below
    [first] = below[rid("c")]
    assert page._shown.rows[first].who.startswith("Bob Ray")
    assert [page._shown.rows[key].who for key in below[first]] == ["Night shift, Group", "Cy Young"]
    page.bridge.undo()
    assert len(parents(page)) == len(CALLS)


def test_ten_thousand_copied_lines_are_refused_in_a_sentence(page):
    QGuiApplication.clipboard().setText("name\n" * 10_000)

    page.commands.action("paste").trigger()

    assert len(parents(page)) == len(CALLS)
    assert page.banner.text.endswith("paste it in parts.")


# --- outline ------------------------------------------------------------------------------------


def test_the_outline_says_what_the_canvas_shows(page):
    turn_to_outline(page)

    assert text(page, "a", WHO) == "Ada Byron, Incident lead"
    assert [text(page, "b", at) for at in (CHANNELS, ALLOWED, OTHERWISE)] == [
        "Mobile, E-mail",
        "15 minutes",
        "Call the deputy.",
    ]
    said = cell(page, "b", FINDINGS).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Nobody deputises for the role Technical lead." in said
    assert cell(page, "x", WHO).data(Qt.ItemDataRole.AccessibleTextRole) == "Cy Young, level 3"
    assert "<" not in cell(page, "c", WHO).data(Qt.ItemDataRole.ToolTipRole)


def test_rows_are_moved_in_and_out_and_up_and_down_by_keys(page):
    outline = turn_to_outline(page, "c")
    alt = Qt.KeyboardModifier.AltModifier

    QTest.keyClick(outline, Qt.Key.Key_Right, alt)
    assert parents(page)["c"] == "b"
    QTest.keyClick(outline, Qt.Key.Key_Up, alt)
    assert page._shown.forest.below[rid("b")] == ("c", "x")
    QTest.keyClick(outline, Qt.Key.Key_Left, alt)
    assert page._shown.forest.below[rid("a")] == ("b", "c")
    QTest.keyClick(outline, Qt.Key.Key_Left, alt)
    assert parents(page)["c"] is None
    assert outline.current == "c"
    page.tabs.setCurrentIndex(0)
    assert page.canvas.canvas.current == "c"
    page.tabs.setCurrentIndex(1)
    choose(page, "c")
    QTest.keyClick(outline, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert "c" not in parents(page)


def test_a_whole_branch_is_removed_by_keys_and_undo_brings_it_into_view(page):
    outline = turn_to_outline(page, "b")

    QTest.keyClick(outline, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert parents(page) == {"a": None, "c": "a"}
    page.bridge.undo()

    assert page._key == "b"
    assert outline.current == "b"
    assert outline.visualRect(outline.currentIndex()).height() > 0


def typed(page, key, column, words):
    outline = turn_to_outline(page, key)
    outline.setCurrentIndex(cell(page, key, column))
    QTest.keyClick(outline, Qt.Key.Key_F2)
    editor = outline.findChild(QLineEdit, "outline_cell")
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.qWait(1)


@POPPING_UP
@pytest.mark.parametrize(
    ("column", "words", "field", "value"),
    [
        (CHANNELS, "e-mail; Pager, e-mail", "channels", (ChannelKind.EMAIL, ChannelKind.PAGER)),
        (ALLOWED, "2 hours", "allowed", Duration(2, TimeUnit.HOURS)),
        (OTHERWISE, "Call the board.", "if_no_answer", "Call the board."),
        (WHO, "cy young", "target_id", "cy"),
        (WHO, "Nobody known", "name", "Nobody known"),
    ],
)
def test_cells_are_edited_in_place(page, column, words, field, value):
    typed(page, "b", column, words)

    assert getattr(page.bridge.plan.tree_nodes[rid("b")], field) == value


@POPPING_UP
@pytest.mark.parametrize(
    ("column", "words", "said"),
    [
        (CHANNELS, "carrier pigeon", "commas between"),
        (ALLOWED, "soon", "Type a span of time"),
        (WHO, " ", "Type the name"),
    ],
)
def test_what_does_not_fit_a_cell_is_refused_in_a_sentence(page, column, words, said):
    typed(page, "b", column, words)

    assert page.bridge.plan.tree_nodes[rid("b")] == CALLS[1]
    assert said in page.banner.text


def test_a_cell_left_as_it_was_changes_nothing(page):
    typed(page, "b", ALLOWED, "15 minutes")

    assert page.bridge.undo_label == ""


# --- details ------------------------------------------------------------------------------------


def test_the_details_tell_ways_with_addresses_callers_and_findings(page):
    choose(page, "b")

    told = [item.text() for item in page.inspector.findChildren(QLabel) if item.isVisible()]
    assert "Bob Ray" in told
    assert "Not in the contact" in told
    assert "Mobile, first choice" in told
    assert "Nobody deputises for the role Technical lead." in told
    assert find(page, QAbstractButton, "call_link_a").accessibleName() == "Ada Byron, Incident lead"
    find(page, QAbstractButton, "call_link_x").click()
    assert page._key == "x"


def test_fields_are_edited_where_they_stand_and_typing_is_one_step(page):
    choose(page, "b")
    time = page.inspector._allowed.line
    time.setFocus()
    time.selectAll()

    QTest.keyClicks(time, "45 minutes")

    assert page.bridge.plan.tree_nodes[rid("b")].allowed == Duration(45, TimeUnit.MINUTES)
    assert time.text() == "45 minutes"
    page.bridge.undo()
    assert page.bridge.plan.tree_nodes[rid("b")].allowed == Duration(15, TimeUnit.MINUTES)
    more = page.inspector._otherwise.input
    assert isinstance(more, QPlainTextEdit)
    more.setFocus()
    more.selectAll()
    QTest.keyClicks(more, "Go there.")
    assert page.bridge.plan.tree_nodes[rid("b")].if_no_answer == "Go there."


def test_a_time_that_is_none_is_complained_of_when_one_leaves_it(page):
    choose(page, "b")
    time = page.inspector._allowed.line
    time.setFocus()
    time.selectAll()

    QTest.keyClicks(time, "soon")
    assert page.inspector._allowed_field.problem == ""
    QTest.keyClick(time, Qt.Key.Key_Return)

    assert "30 minutes" in page.inspector._allowed_field.problem
    assert page.bridge.plan.tree_nodes[rid("b")].allowed == Duration(15, TimeUnit.MINUTES)


def test_ways_are_put_in_another_order_removed_and_added(page):
    choose(page, "b")

    find(page, QAbstractButton, "channel_up_1").click()
    assert page.bridge.plan.tree_nodes[rid("b")].channels == (
        ChannelKind.EMAIL,
        ChannelKind.MOBILE,
    )
    page.inspector.findChildren(QAbstractButton, "channel_remove_0")[-1].click()
    assert page.bridge.plan.tree_nodes[rid("b")].channels == (ChannelKind.MOBILE,)
    menu = find(page, QAbstractButton, "channel_add").menu()
    next(action for action in menu.actions() if action.text() == "Pager").trigger()
    assert page.bridge.plan.tree_nodes[rid("b")].channels == (
        ChannelKind.MOBILE,
        ChannelKind.PAGER,
    )


def test_enter_on_a_card_leads_into_the_details(page):
    canvas = choose(page, "c")

    QTest.keyClick(canvas, Qt.Key.Key_Return)

    assert page.inspector._name.line.hasFocus()


def test_in_a_narrow_window_the_details_fold_away_and_a_form_takes_their_place(show):
    page = show(tree_plan(), width=964)
    canvas = choose(page, "b")

    assert not page.inspector.isVisible()
    QTest.keyClick(canvas, Qt.Key.Key_F2)
    assert page.deeds.editor.dialog is not None
    page.deeds.editor.dialog.reject()
    find(page, QAbstractButton, "tree_details").click()
    assert page.inspector.isVisible()


def test_a_finding_is_mended_where_it_is_shown(show):
    page = show(tree_plan(*CALLS[:2], call("lost", "gone", NodeTarget.GROUP, name="Lost")))
    choose(page, "lost")

    buttons = page.inspector.findings.findChildren(QAbstractButton)
    next(made for made in buttons if made.objectName().startswith("tree_mend_")).click()

    assert parents(page)["lost"] == "a"
    assert "hangs under one" not in page.canvas.canvas.board.item("lost").face.warning


def test_a_finding_about_a_role_leads_to_where_it_is_mended(page, qtbot):
    choose(page, "b")
    buttons = page.inspector.findings.findChildren(QAbstractButton)

    with qtbot.waitSignal(page.navigate) as asked:
        next(made for made in buttons if made.objectName().startswith("tree_go_")).click()

    assert asked.args[0].startswith("finding:role.no-deputy/")


# --- trees --------------------------------------------------------------------------------------


def test_a_tree_begins_with_the_details_of_its_first_call(page, host):
    box = find(page, QComboBox, "tree_choice")
    assert find(page, QLabel, "call_title").text() == "Ada Byron"
    assert page.canvas.canvas.current == "a"
    assert host.focusWidget() not in (page.canvas.canvas, *page.inspector.findChildren(QWidget))

    QTest.keyClick(box, Qt.Key.Key_Down)
    assert page.chosen_record() == (Kind.TREE, OTHER.id)
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert page.chosen_record() == (Kind.TREE_NODE, "a")
    page.tabs.setCurrentIndex(1)
    assert page.outline.current == "a"


def test_a_click_beside_the_cards_is_about_the_tree_itself(page):
    canvas = page.canvas.canvas
    corner = canvas.viewport().rect().bottomRight() - QPoint(6, 6)

    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    page.bridge.apply((put(page.bridge.plan, OTHER),), "Elsewhere", "elsewhere")

    assert page.chosen_record() == (Kind.TREE, TREE.id)


def test_another_tree_is_chosen_in_the_list_and_says_what_it_is_for(page):
    box = find(page, QComboBox, "tree_choice")
    assert find(page, QLabel, "tree_about").text() == (
        "Activation \u00b7 starts at S1 Critical and worse"
    )

    box.setCurrentIndex(1)
    box.activated.emit(1)

    assert page._tree == OTHER.id
    assert find(page, QLabel, "trees_empty_text").isVisible()
    find(page, QAbstractButton, "call_add").click()
    name_in_dialog(page, "Incident lead")
    assert page.canvas.isVisible()
    assert [node.tree for node in page.bridge.plan.tree_nodes.values()][-1] == OTHER.id


def test_a_tree_is_duplicated_and_removed(page):
    find(page, QAction, "tree_duplicate_action").trigger()
    find(page, QAbstractButton, "record_ok").click()
    assert len(page.bridge.plan.trees) == 3
    assert len(page.bridge.plan.tree_nodes) == 2 * len(CALLS)
    copy = page._tree
    assert copy not in (TREE.id, OTHER.id)

    page.bridge.apply((remove(page.bridge.plan, Kind.TREE, copy),), "Remove", "elsewhere")

    assert page._tree == TREE.id


def test_without_a_tree_a_first_one_is_made_from_the_roles_in_one_step(show):
    page = show(plan_with(*PEOPLE, *ROLES))

    assert find(page, QLabel, "trees_empty_text").text().startswith("A communication tree says")
    find(page, QAbstractButton, "tree_build").click()

    assert page.canvas.isVisible()
    assert len(page.bridge.plan.tree_nodes) == len(ROLES)
    page.bridge.undo()
    assert not page.bridge.plan.trees
    assert find(page, QAbstractButton, "tree_build").isVisible()


def test_without_roles_no_tree_is_offered_that_nobody_would_be_in(show):
    page = show(plan_with())

    assert not find(page, QAbstractButton, "tree_build").isVisible()
    assert find(page, QAbstractButton, "tree_empty_add").isVisible()


def test_a_circle_from_a_file_is_shown_with_what_is_wrong(show):
    page = show(
        tree_plan(
            call("a", "c", NodeTarget.GROUP, name="A"),
            call("b", "a", NodeTarget.GROUP, name="B"),
            call("c", "b", NodeTarget.GROUP, name="C"),
            call("lost", "gone", NodeTarget.GROUP, name="Lost"),
        )
    )

    assert [card.key for card in page._shown.cards] == ["a", "b", "c", "lost"]
    choose(page, "a")
    told = [item.text() for item in page.inspector.findChildren(QLabel) if item.isVisible()]
    assert "Nobody: the call it hangs under is never made." in told
    for key in ("a", "b", "c"):
        assert "wait for each other" in page.canvas.canvas.board.item(key).face.warning
    assert "hangs under one that its tree does not hold" in (
        page.canvas.canvas.board.item("lost").face.warning
    )


def test_a_plan_that_is_only_read_can_be_looked_at(show):
    page = show(tree_plan(), read_only=True)
    outline = turn_to_outline(page, "b")

    QTest.keyClick(outline, Qt.Key.Key_Delete)
    page.canvas.canvas.hung.emit("c", "b")
    page._edits.begin()

    assert page.bridge.plan.tree_nodes.all() == CALLS
    assert not cell(page, "b", WHO).flags() & Qt.ItemFlag.ItemIsEditable
    assert not page.commands.action("below").isEnabled()
    assert page.commands.action("fit").isEnabled()


def test_who_is_reached_is_tried_in_a_tab_of_its_own_for_the_tree_shown(page):
    page.tabs.setCurrentIndex(2)
    reach = page._reach
    assert page.view is reach
    assert not page.inspector.isVisible()

    reach.chosen.emit(TREE.id, rid("b"))

    assert page.view is reach
    page.tabs.setCurrentIndex(1)
    assert page.outline.current == "b"
    page.reveal(Kind.TREE_NODE, rid("x"))
    assert (page._key, page.view) == ("x", page.outline)


# --- being led here -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "record", "field", "key"),
    [
        (Kind.TREE_NODE, "x", "", "x"),
        (Kind.TREE, "t", "b", "b"),
        (Kind.TREE, "t", "", None),
        (Kind.TREE_NODE, "gone", "", "a"),
    ],
)
def test_the_page_shows_what_it_is_led_to(page, kind, record, field, key):
    page.reveal(kind, rid(record), field)

    assert (page._tree, page._key) == (TREE.id, key)


def test_edits_made_while_the_page_is_hidden_are_seen_when_it_comes_back(page):
    page.hide()
    gone = remove(page.bridge.plan, Kind.TREE_NODE, RecordId("x"))
    page.bridge.apply((gone,), "Remove", "elsewhere")
    assert "x" in page._shown.forest.nodes

    page.show()

    assert "x" not in page._shown.forest.nodes


def test_an_edit_of_a_person_shows_on_the_card(page):
    person = page.bridge.plan.people[rid("ada")]
    from dataclasses import replace

    page.bridge.apply(
        (put(page.bridge.plan, replace(person, name="Ada King")),), "Rename", "elsewhere"
    )

    assert page.canvas.canvas.board.item("a").face.title == "Ada King"


def test_every_pane_and_every_control_has_a_name(page):
    choose(page, "b")
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView, QTabBar)

    nameless = [
        item.objectName()
        for kind in kinds
        for item in page.findChildren(kind)
        if item.isVisible() and not item.accessibleName()
    ]

    assert nameless == []
    assert all(isinstance(pane, QWidget) for pane in page.panes())
    assert page.canvas.canvas.accessibleName()


def test_tooltips_of_buttons_say_their_keys(page):
    assert find(page, QAbstractButton, "canvas_fit").toolTip() == "Show the whole tree (Alt+0)"
    assert find(page, QAbstractButton, "canvas_below").toolTip() == "Add a call below (Ins)"


def test_an_empty_tree_in_a_plan_without_calls_says_how_to_begin(show):
    page = show(without_calls(tree_plan()))

    assert "paste" in find(page, QLabel, "trees_empty_text").text()
    assert find(page, QAbstractButton, "call_paste").isVisible()
