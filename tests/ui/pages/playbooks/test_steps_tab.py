"""The steps by keys, by mouse and in the form."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView

from app.domain.plan.changes import put
from app.domain.plan.playbooks import Phase, StepBranch
from app.domain.plan.step_ways import steps_of
from tests.builders import rid
from tests.ui.fakes import person
from tests.ui.pages.playbooks.conftest import FIRE, HALF_HOUR

ALT = Qt.KeyboardModifier.AltModifier


def order(bridge):
    return " ".join(step.id for step in steps_of(bridge.plan, FIRE.id))


@pytest.fixture
def tree(page):
    page.steps.tree.setFocus()
    return page.steps.tree


def form_field(page, name):
    return page.steps.card.form.fields[name]


def test_steps_stand_under_their_phases_with_their_numbers(page, tree):
    model = tree.steps
    said = []
    for phase in range(model.rowCount()):
        group = model.index(phase, 0)
        said.append(str(group.data(Qt.ItemDataRole.AccessibleTextRole)))
        for at in range(model.rowCount(group)):
            index = model.index(at, 0, group)
            said.append(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    assert said == [
        "First minutes, 2 steps",
        "Step 1: Do look",
        "Step 2: Do call",
        "Analyse, no steps",
        "Contain, 2 steps",
        "Step 3: Do fight",
        "Step 4: Do leave",
        "Eradicate, no steps",
        "Recover, no steps",
        "Communicate, no steps",
        "Close, 1 step",
        "Step 5: Do tidy",
    ]
    cells = [tree.currentIndex().siblingAtColumn(at) for at in range(4)]
    assert [cell.data() for cell in cells] == ["Do look.", "Incident lead", "30 minutes", ""]


def test_a_decision_says_how_many_ways_lead_on(tree):
    tree.choose([rid("fight")])

    assert tree.currentIndex().siblingAtColumn(3).data() == "Is it out (2 ways on)"


def test_alt_and_arrows_move_a_step_across_phases(tree, bridge):
    up, down = Qt.Key.Key_Up, Qt.Key.Key_Down
    for start, key, presses, expected, phase in (
        ("call", up, 1, "call look fight leave tidy", Phase.FIRST_MINUTES),
        ("look", up, 1, "look call fight leave tidy", Phase.FIRST_MINUTES),
        ("call", down, 1, "look call fight leave tidy", Phase.ANALYSE),
        ("call", down, 3, "look fight call leave tidy", Phase.CONTAIN),
        ("tidy", up, 4, "look call fight leave tidy", Phase.CONTAIN),
    ):
        tree.choose([rid(start)])
        for _ in range(presses):
            QTest.keyClick(tree, key, ALT)

        assert order(bridge) == expected
        assert bridge.plan.steps[rid(start)].phase is phase
        assert tree.key == start
        while bridge.undo():
            pass
        assert order(bridge) == "look call fight leave tidy"


def test_several_steps_move_as_one_and_in_one_step_of_undo(tree, bridge):
    tree.choose([rid("fight"), rid("leave")])
    QTest.keyClick(tree, Qt.Key.Key_Up, ALT)

    assert bridge.plan.steps[rid("fight")].phase is Phase.ANALYSE
    assert bridge.plan.steps[rid("leave")].phase is Phase.ANALYSE
    assert set(tree.keys) == {"fight", "leave"}
    assert bridge.undo_label == "Move 2 steps"
    bridge.undo()
    assert bridge.plan.steps[rid("leave")].phase is Phase.CONTAIN


def test_enter_adds_a_step_below_and_what_is_typed_is_what_it_does(page, tree, bridge):
    tree.choose([rid("look")])
    QTest.keyClick(tree, Qt.Key.Key_Return)

    editor = tree.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor.focusProxy(), "Ring the bell.")
    QTest.keyClick(editor.focusProxy(), Qt.Key.Key_Return)

    made = steps_of(bridge.plan, FIRE.id)[1]
    assert (made.action, made.role, made.phase) == (
        "Ring the bell.",
        "lead",
        Phase.FIRST_MINUTES,
    )
    assert tree.key == made.id


def test_a_step_is_added_to_the_phase_that_is_chosen(tree, bridge):
    tree.setCurrentIndex(tree.steps.index(4, 0))
    QTest.keyClick(tree, Qt.Key.Key_Insert)

    assert [step.phase for step in steps_of(bridge.plan, FIRE.id)].count(Phase.RECOVER) == 1


def test_f2_edits_a_cell_and_what_does_not_fit_stays_with_the_reason(tree, bridge):
    tree.choose([rid("look")], "within")
    QTest.keyClick(tree, Qt.Key.Key_F2)
    editor = tree.delegate.editor
    assert editor is not None
    line = editor.focusProxy()
    line.selectAll()
    QTest.keyClicks(line, "soon")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert editor.problem
    assert bridge.plan.steps[rid("look")].within == HALF_HOUR

    line.selectAll()
    QTest.keyClicks(line, "1 hour")
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert str(bridge.plan.steps[rid("look")].within) == "1 hour"


def test_esc_gives_up(tree, bridge):
    tree.choose([rid("look")])
    QTest.keyClick(tree, Qt.Key.Key_F2)
    editor = tree.delegate.editor
    QTest.keyClicks(editor.focusProxy(), "Never kept")
    QTest.keyClick(editor.focusProxy(), Qt.Key.Key_Escape)

    assert bridge.plan.steps[rid("look")].action == "Do look."
    assert not bridge.undo_label


def test_del_removes_all_that_is_chosen_and_chooses_what_stood_below(tree, bridge):
    tree.choose([rid("look"), rid("call")])
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert order(bridge) == "fight leave tidy"

    tree.choose([rid("fight")])
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert tree.key == "leave"


def test_answers_to_a_removed_step_lead_on(tree, bridge):
    tree.choose([rid("tidy")])
    QTest.keyClick(tree, Qt.Key.Key_Delete)

    assert bridge.plan.steps[rid("fight")].branches == (StepBranch("Yes"), StepBranch("No"))


def test_ctrl_d_duplicates(tree, bridge):
    tree.choose([rid("call")])
    QTest.keyClick(tree, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)

    actions = [step.action for step in steps_of(bridge.plan, FIRE.id)]
    assert actions[1:3] == ["Do call.", "Do call."]
    assert tree.key not in ("look", "call")


def drop(tree, keys, phase, row):
    model = tree.steps
    indexes = [model.row_of(rid(key)) for key in keys]
    data = model.mimeData(indexes)
    parent = model.index(list(Phase).index(phase), 0)
    return model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, parent)


def test_dropped_steps_go_where_they_are_dropped(tree, bridge):
    for keys, phase, row, expected in (
        (["tidy"], Phase.FIRST_MINUTES, 0, "tidy look call fight leave"),
        (["look"], Phase.CONTAIN, 1, "call fight look leave tidy"),
        (["look"], Phase.CONTAIN, -1, "call fight leave look tidy"),
        (["look"], Phase.FIRST_MINUTES, 2, "call look fight leave tidy"),
        (["leave", "look"], Phase.CLOSE, 0, "call fight look leave tidy"),
        (["look"], Phase.RECOVER, -1, "call fight leave look tidy"),
    ):
        drop(tree, keys, phase, row)

        assert order(bridge) == expected
        assert all(bridge.plan.steps[rid(key)].phase is phase for key in keys)
        assert set(tree.keys) == set(keys)
        bridge.undo()


def test_what_is_dropped_from_elsewhere_changes_nothing(tree, bridge):
    before = bridge.plan
    data = QMimeData()
    data.setText("look")
    group = tree.steps.index(0, 0)
    move = Qt.DropAction.MoveAction

    assert not tree.steps.dropMimeData(data, move, 0, 0, group)
    assert not tree.steps.dropMimeData(data, move, 0, 0, QModelIndex())
    data.setData("application/x-irplan-steps", b"moon\nstars")
    tree.steps.dropMimeData(data, move, 0, 0, group)
    assert bridge.plan == before


def test_steps_are_dragged_and_phases_are_dropped_on(tree):
    step = tree.steps.row_of(rid("look"))

    assert tree.dragDropMode() is QAbstractItemView.DragDropMode.InternalMove
    assert tree.steps.flags(step) & Qt.ItemFlag.ItemIsDragEnabled
    assert not tree.steps.flags(step) & Qt.ItemFlag.ItemIsDropEnabled
    assert tree.steps.flags(step.parent()) & Qt.ItemFlag.ItemIsDropEnabled
    assert not tree.steps.flags(step.parent()) & Qt.ItemFlag.ItemIsDragEnabled


def test_the_form_shows_the_chosen_step_and_keeps_what_is_entered(page, tree, bridge):
    tree.choose([rid("fight")])
    evidence = form_field(page, "evidence").entry.input
    evidence.setFocus()
    QTest.keyClicks(evidence, "Photo")

    assert bridge.plan.steps[rid("fight")].evidence == "Photo"
    assert bridge.undo_label == "Edit the step"
    assert evidence.toPlainText() == "Photo"
    bridge.undo()
    assert bridge.plan.steps[rid("fight")].evidence == ""
    assert evidence.toPlainText() == ""


def test_typing_goes_on_where_the_cursor_stands(page, tree, bridge):
    action = form_field(page, "action").entry.input
    action.setFocus()
    action.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(action, "Now ")

    assert bridge.plan.steps[rid("look")].action == "Now Do look."
    assert action.textCursor().position() == 4
    assert tree.currentIndex().data() == "Now Do look."


def test_a_role_that_nobody_holds_is_told_beside_it(page, tree, bridge):
    role = form_field(page, "role").entry.input
    assert role.accessibleDescription().startswith("Nobody holds this role yet")

    lead = replace(bridge.plan.roles[rid("lead")], holder=rid("ada"))
    ada = person("ada", "Ada Byron")
    bridge.apply((put(bridge.plan, ada), put(bridge.plan, lead)), "Edit")

    assert "Nobody holds" not in form_field(page, "role").entry.input.accessibleDescription()


def test_a_time_that_is_none_is_told_in_the_form(page, tree, bridge):
    within = form_field(page, "within")
    within.entry.input.selectAll()
    QTest.keyClicks(within.entry.input, "later")

    assert within.problem
    assert bridge.plan.steps[rid("look")].within == HALF_HOUR
    tree.choose([rid("call")])
    assert not form_field(page, "within").problem


def test_the_form_offers_roles_that_came_later(page, tree, bridge):
    role = replace(bridge.plan.roles[rid("lead")], id=rid("chief"), name="Fire chief")
    bridge.apply((put(bridge.plan, role),), "Add")

    box = form_field(page, "role").entry.box
    assert "Fire chief" in [box.itemText(at) for at in range(box.count())]


def branches(page):
    return form_field(page, "branches").entry


def test_answers_are_begun_as_yes_and_no_and_led_somewhere(page, tree, bridge):
    tree.choose([rid("look")])
    entry = branches(page)
    entry.findChild(QAbstractButton, "branches_add").click()
    assert bridge.plan.steps[rid("look")].branches == (StepBranch("Yes"), StepBranch("No"))

    goal = entry.rows[1][1].box
    assert [goal.itemText(at) for at in range(3)] == [
        "On to the next step",
        "Close the playbook",
        "2 Do call.",
    ]
    goal.setCurrentIndex(goal.findText("5 Do tidy."))
    goal.activated.emit(goal.currentIndex())
    first = entry.rows[0][1].box
    first.setCurrentIndex(1)
    first.activated.emit(1)

    assert bridge.plan.steps[rid("look")].branches == (
        StepBranch("Yes", ends=True),
        StepBranch("No", rid("tidy")),
    )


def test_an_answer_is_taken_out_and_the_focus_stays_near(page, tree, bridge, qtbot):
    tree.choose([rid("fight")])
    entry = branches(page)
    entry.rows[0][2].click()

    assert bridge.plan.steps[rid("fight")].branches == (StepBranch("No"),)
    qtbot.waitUntil(entry.rows[0][0].hasFocus)
    entry.rows[0][2].click()
    assert bridge.plan.steps[rid("fight")].branches == ()
    assert entry.input.objectName() == "branches_add"


def test_a_decision_without_words_is_found_under_the_step_and_mended(page, tree, bridge):
    step = bridge.plan.steps[rid("fight")]
    bridge.apply((put(bridge.plan, replace(step, decision="")),), "Edit", "playbooks")
    tree.choose([rid("fight")])

    found = page.steps.card.found
    assert found.isVisible()
    assert page.tabs.tabText(0) == "Steps \u00b7 1 finding"
    mend = found.findChild(QAbstractButton, "found_mend")
    assert mend.accessibleName() == "Take the answers out"
    mend.click()

    assert bridge.plan.steps[rid("fight")].branches == ()
    assert not found.isVisible()
    assert page.tabs.tabText(0) == "Steps"


def test_where_there_is_little_room_the_form_takes_the_place_of_the_steps(show, bridge):
    page = show(bridge, 760)
    assert page.steps.tree.isVisible()
    assert not page.steps.card.isVisible()

    page.steps.form.click()

    assert page.steps.card.isVisible()
    assert not page.steps.tree.isVisible()


def test_a_named_field_opens_the_form_there(show, bridge, qtbot):
    page = show(bridge, 760)

    page.steps.choose([rid("call")], "decision")

    qtbot.waitUntil(form_field(page, "decision").entry.input.hasFocus)


def test_an_input_goes_with_the_steps_it_stood_over(page, tree):
    tree.edit_action()
    assert tree.delegate.editor is not None

    page.panel.choose(rid("flood"))

    assert tree.delegate.editor is None
    tree.edit_action()
    assert tree.state() is QAbstractItemView.State.EditingState


def test_another_playbook_has_its_own_steps(page, tree):
    page.panel.choose(rid("flood"))

    assert tree.key == "pump"
    assert tree.steps.row_of(rid("look")) == QModelIndex()
