"""The page as a whole: the list, the head, the library, places it is led to."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.domain.plan.changes import put
from app.domain.plan.kinds import Kind
from app.domain.plan.playbooks import Playbook
from tests.builders import rid
from tests.ui.fakes import MemoryStore, open_plan, small_plan
from tests.ui.pages.playbooks.conftest import FIRE, burning
from ui.bridge.session import PlanBridge
from ui.models.playbook_rows import KEY_ROLE
from ui.models.targets import area_of
from ui.pages.playbooks.library_dialog import LibraryDialog

HOSTILE = "<b>&amp;</b> \u202egnp\u202c " + "x" * 400


def rows(page):
    model = page.panel.model
    return [
        str(model.index(at).data(Qt.ItemDataRole.AccessibleTextRole))
        for at in range(model.rowCount())
    ]


def press(page, name):
    found = page.findChild(QAbstractButton, name)
    assert found is not None
    found.click()


def answer(page, name):
    """Press a button of the dialog that is open."""
    assert page.dialog is not None
    found = page.dialog.findChild(QAbstractButton, name)
    assert found is not None
    found.click()


def test_the_list_says_where_each_starts_and_how_many_steps_and_findings_it_has(page, bridge):
    assert rows(page) == ["Fire & smoke, S1 Critical \u00b7 5 steps", "Flood, 1 step"]

    step = bridge.plan.steps[rid("pump")]
    bridge.apply((put(bridge.plan, replace(step, role=None)),), "Edit")

    assert rows(page)[1] == "Flood, 1 step \u00b7 1 finding"


def test_the_first_playbook_is_shown_with_what_its_severity_asks(page):
    assert page.panel.key == "fire"
    assert page._floor.text() == "Starts at S1 Critical: respond within 30 minutes."
    assert page._duties.text() == "The plan has no duties to notify."


def test_searching_narrows_the_list_and_says_when_nothing_is_left(page):
    page.panel.field.setText("water")
    assert page.panel.model.keys == (rid("flood"),)
    assert page.panel.key == "flood"

    page.panel.field.setText("water fire")
    assert page.panel.model.keys == ()
    assert page.panel._none.text() == "No playbook has these words."

    page.panel.field.clear()
    assert len(page.panel.model.keys) == 2


def test_a_blank_playbook_is_named_at_once(page, bridge, qtbot):
    press(page, "playbook_blank")

    assert page.tabs.currentWidget() is page.facts
    name = page.facts.forms[0].fields["name"].entry.input
    qtbot.waitUntil(name.hasFocus)
    name.selectAll()
    QTest.keyClicks(name, "Storm")
    assert [each.name for each in bridge.plan.playbooks.values()][-1] == "Storm"
    assert bridge.undo_label == "Edit the playbook"


def test_a_copy_has_copies_of_the_steps_and_stands_behind_its_original(page, bridge):
    press(page, "playbook_copy")

    names = [each.name for each in bridge.plan.playbooks.values()]
    assert names == ["Fire & smoke", "Fire & smoke (copy)", "Flood"]
    assert page.panel.key not in ("fire", "flood")
    copied = [step for step in bridge.plan.steps.values() if step.playbook == page.panel.key]
    assert len(copied) == 5


def test_a_playbook_goes_once_the_question_is_answered(page, bridge):
    press(page, "playbook_remove")
    answer(page, "answer_keep")
    assert rid("fire") in bridge.plan.playbooks

    press(page, "playbook_remove")
    answer(page, "answer_remove")

    assert list(bridge.plan.playbooks) == ["flood"]
    assert list(bridge.plan.steps) == ["pump"]
    bridge.undo()
    assert page.panel.key == "fire"
    assert len(bridge.plan.steps) == 6


def test_without_playbooks_the_page_leads_to_the_library(show, host):
    bridge = PlanBridge(open_plan(MemoryStore(small_plan())), host)
    page = show(bridge)

    assert page.panes() == (page.empty,)
    press(page, "empty_library")
    assert isinstance(page.dialog, LibraryDialog)
    page.dialog.reject()
    press(page, "empty_blank")
    assert [each.name for each in bridge.plan.playbooks.values()] == ["New playbook"]
    assert page.panel.isVisible()


def test_a_step_is_revealed_with_the_cursor_in_its_field(page, qtbot):
    page.tabs.setCurrentWidget(page.flow)
    page.reveal(Kind.STEP, rid("pump"), "evidence")

    assert page.panel.key == "flood"
    assert page.tabs.currentWidget() is page.steps
    assert page.steps.tree.key == "pump"
    qtbot.waitUntil(page.steps.card.form.fields["evidence"].entry.input.hasFocus)


def test_a_playbook_is_revealed_with_its_field_or_with_the_step_it_names(page):
    page.reveal(Kind.PLAYBOOK, rid("flood"))
    assert page.panel.key == "flood"

    page.reveal(Kind.PLAYBOOK, rid("fire"), "closure")
    assert page.tabs.currentWidget() is page.facts

    page.reveal(Kind.PLAYBOOK, rid("fire"), "leave")
    assert page.steps.tree.key == "leave"

    page.reveal(Kind.PLAYBOOK, rid("gone"))
    page.reveal(Kind.STEP, rid("gone"))
    assert page.steps.tree.key == "leave"


def test_what_is_searched_for_does_not_hide_what_is_revealed(page):
    page.panel.field.setText("water")

    page.reveal(Kind.STEP, rid("look"))

    assert page.steps.tree.key == "look"


def test_playbooks_and_steps_are_shown_here():
    assert area_of(Kind.PLAYBOOK) == area_of(Kind.STEP) == "playbooks"


def test_undo_leads_to_the_step_that_changed(page, bridge):
    step = bridge.plan.steps[rid("pump")]
    bridge.apply((put(bridge.plan, replace(step, action="Pump harder.")),), "Edit", "playbooks")
    page.reveal(Kind.PLAYBOOK, rid("fire"))

    bridge.undo()

    assert page.panel.key == "flood"
    assert page.steps.tree.key == "pump"


def test_a_hidden_page_reads_nothing(page, bridge, qtbot):
    page.hide()
    made = Playbook(rid("storm"), "Storm")
    bridge.apply((put(bridge.plan, made),), "Add")
    assert len(rows(page)) == 2

    page.show()
    assert len(rows(page)) == 3


def test_other_records_are_none_of_its_business(page, bridge, monkeypatch):
    monkeypatch.setattr(page, "refresh", lambda: pytest.fail("read again"))
    section = next(iter(bridge.plan.sections.values()))

    bridge.apply((put(bridge.plan, replace(section, owner="Ada")),), "Edit")


def test_techniques_that_look_odd_are_told_and_kept(page, bridge):
    page.tabs.setCurrentWidget(page.facts)
    field = page.facts.forms[0].fields["techniques"]

    field.entry.input.setFocus()
    QTest.keyClicks(field.entry.input, "T1486")
    assert bridge.plan.playbooks[FIRE.id].techniques == ("T1486",)
    assert "is no id" not in field.entry.input.accessibleDescription()

    QTest.keyClicks(field.entry.input, "9")
    assert bridge.plan.playbooks[FIRE.id].techniques == ("T14869",)
    assert "T14869" in field.entry.input.accessibleDescription()


def test_a_name_left_blank_is_told_and_the_plan_keeps_the_old_one(page, bridge):
    page.tabs.setCurrentWidget(page.facts)
    field = page.facts.forms[0].fields["name"]
    field.entry.input.selectAll()
    QTest.keyClick(field.entry.input, Qt.Key.Key_Delete)

    assert field.problem == "Fill this in; it is required."
    assert bridge.plan.playbooks[FIRE.id].name == "Fire & smoke"


def test_the_flow_is_drawn_and_a_pressed_card_chooses_its_step(page):
    page.tabs.setCurrentWidget(page.flow)
    cards = {card.step: card for card in page.flow.picture.cards}
    assert set(cards) == {"look", "call", "fight", "leave", "tidy"}

    card = cards[rid("leave")]
    page.flow.view.pressed.emit(card.x + 2, card.y + 2)

    assert page.flow.view.sheet.marked == (card.x, card.y, card.width, card.height)
    assert page.steps.tree.key == "leave"
    assert "Yes: go on with step 5" in page.flow.view.accessibleDescription()


def test_the_flow_follows_the_steps(page, bridge):
    page.tabs.setCurrentWidget(page.flow)
    before = page.flow.picture

    step = bridge.plan.steps[rid("look")]
    bridge.apply((put(bridge.plan, replace(step, action="Look twice.")),), "Edit")

    assert page.flow.picture != before
    assert "Look twice" in page.flow.picture.told


def test_hostile_words_are_shown_as_they_are(show, host):
    plan = burning()
    for record in (replace(FIRE, name=HOSTILE), replace(plan.steps[rid("look")], action=HOSTILE)):
        plan = plan.with_table(
            Kind.PLAYBOOK if isinstance(record, Playbook) else Kind.STEP,
            plan.table(Kind.PLAYBOOK if isinstance(record, Playbook) else Kind.STEP).put(record),
        )
    page = show(PlanBridge(open_plan(MemoryStore(plan)), host))

    assert page._name.text() == HOSTILE
    page.tabs.setCurrentWidget(page.flow)
    assert len(page.flow.picture.cards) == 5


def test_a_plan_that_is_only_read_offers_nothing_to_change(show, host):
    page = show(PlanBridge(open_plan(MemoryStore(burning(), read_only=True)), host))

    for name in ("playbook_blank", "playbook_library", "step_add", "step_remove"):
        assert not page.findChild(QAbstractButton, name).isEnabled()
    page.steps.tree.choose([rid("look")])
    page.do("remove")
    page.steps.do("remove")
    page.steps.do("down")
    assert page.dialog is None
    assert page.bridge.plan == burning()


@pytest.mark.parametrize("width", [1216, 720])
def test_everything_that_takes_the_keyboard_has_a_name(show, bridge, width):
    page = show(bridge, width)
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)

    for tab in range(3):
        page.tabs.setCurrentIndex(tab)
        found = [
            widget
            for kind in kinds
            for widget in page.findChildren(kind)
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        assert found
        assert not [widget for widget in found if not widget.accessibleName()]
    assert page.steps.tree.accessibleName()
    assert all(isinstance(pane, QWidget) for pane in page.panes())


def test_keys_in_the_list_copy_and_remove(page, bridge):
    page.panel.list.setFocus()
    QTest.keyClick(page.panel.list, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(bridge.plan.playbooks) == 3

    QTest.keyClick(page.panel.list, Qt.Key.Key_Delete)
    answer(page, "answer_remove")
    assert [page.panel.model.index(at).data(KEY_ROLE) for at in range(2)] == ["fire", "flood"]
