"""The dialog for one record, used with keys and mouse."""

from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from app.domain.plan.changes import apply, put
from app.domain.plan.classification import ImpactDimension
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.plan import Kind
from app.domain.plan.roles import Raci, RaciAssignment
from app.domain.plan.trees import NodeTarget
from app.services.settings import Appearance
from tests.ui.fakes import MemoryStore, open_plan
from ui.bridge.session import PlanBridge
from ui.bridge.theme import apply_theme
from ui.dialogs.record import RecordEditor
from ui.models.record_form import EDITABLE
from ui.widgets.scroll import ScrollBody

pytestmark = pytest.mark.no_cover

LEAD = RecordId("incident-lead")
HARM = ImpactDimension(RecordId("data"), "Data")


@pytest.fixture
def plan(host, sample_plan):
    """The sample organisation's plan in memory, with a kind of harm of its own."""
    stored = apply(sample_plan, (put(sample_plan, HARM),))
    bridge = PlanBridge(open_plan(MemoryStore(stored)), host)
    yield bridge
    bridge.let_go()


@pytest.fixture
def editor(qtbot, host, plan):
    host.resize(1024, 680)
    with qtbot.waitExposed(host):
        host.show()
    return RecordEditor(plan, host)


def find(editor, kind, name):
    found = editor.dialog.findChild(kind, name)
    assert found is not None, name
    return found


def write(editor, name, text):
    field = find(editor, QLineEdit, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, text)
    return field


def choose(editor, name, text):
    box = find(editor, QComboBox, name)
    at = box.findText(text)
    assert at >= 0, (text, [box.itemText(row) for row in range(box.count())])
    box.setCurrentIndex(at)
    box.activated.emit(at)


def click(editor, name, kind=QPushButton):
    QTest.mouseClick(find(editor, kind, name), Qt.MouseButton.LeftButton)


def ok(editor):
    click(editor, "record_ok")


@pytest.mark.parametrize("kind", EDITABLE)
def test_every_kind_opens_with_a_name_for_every_input(editor, plan, kind):
    record = next(iter(plan.plan.table(kind)))

    editor.edit(kind, record)

    for entry in (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QToolButton, QPushButton):
        for field in editor.dialog.findChildren(entry):
            shown = field.isVisible() and not field.objectName().startswith("qt_")
            assert not shown or field.accessibleName(), field.objectName()
    scroll = find(editor, ScrollBody, "record_scroll")
    assert scroll.body.minimumSizeHint().width() <= scroll.viewport().width()
    assert editor.dialog.height() <= 680


@pytest.mark.parametrize("kind", EDITABLE)
def test_ok_without_a_change_changes_nothing(editor, plan, kind):
    before = plan.plan

    for record in list(before.table(kind))[:3]:
        editor.edit(kind, record)
        ok(editor)

    assert plan.plan == before
    assert plan.undo_label == ""


@pytest.mark.parametrize("kind", EDITABLE)
def test_an_empty_form_is_not_kept_and_says_why(editor, plan, kind):
    before = plan.plan

    editor.add(kind)
    ok(editor)

    assert plan.plan == before
    assert find(editor, QLabel, "record_problem").text()


def test_a_person_with_two_channels_is_one_step(editor, plan):
    before = plan.plan
    editor.add(Kind.PERSON)

    write(editor, "record_name", "Ada Byron")
    click(editor, "record_channels_add")
    write(editor, "record_channels_0_1", "+44 117 496 0000")
    QTest.keyClick(find(editor, QCheckBox, "record_channels_0_2"), Qt.Key.Key_Space)
    click(editor, "record_channels_add")
    choose(editor, "record_channels_1_0", "E-mail")
    write(editor, "record_channels_1_1", "ada@example.org")
    write(editor, "record_verified_on", "23 Nov 2026")
    ok(editor)

    person = plan.plan.people[RecordId("ada-byron")]
    assert person.channels == (
        Channel(ChannelKind.MOBILE, "+44 117 496 0000", out_of_band=True),
        Channel(ChannelKind.EMAIL, "ada@example.org"),
    )
    assert person.verified_on == date(2026, 11, 23)
    assert plan.undo_label == "Add Ada Byron"
    plan.undo()
    assert plan.plan == before
    plan.redo()
    assert plan.plan.people[person.id] == person


def test_channels_are_put_in_order_and_removed(editor, plan):
    person = next(person for person in plan.plan.people.values() if len(person.channels) > 2)
    first, second, *rest = person.channels
    editor.edit(Kind.PERSON, person.id)

    click(editor, "record_channels_0_down", QToolButton)
    click(editor, "record_channels_2_remove", QToolButton)
    ok(editor)

    assert plan.plan.people[person.id].channels == (second, first, *rest[1:])


def test_a_channel_without_an_address_is_not_kept(editor, plan):
    editor.add(Kind.PERSON)
    write(editor, "record_name", "Ada Byron")
    click(editor, "record_channels_add")
    write(editor, "record_channels_0_3", "at night")

    ok(editor)

    assert RecordId("ada-byron") not in plan.plan.people
    assert "address" in find(editor, QLabel, "below_channels").text()
    assert find(editor, QLineEdit, "record_channels_0_1").property("invalid") == "true"


def test_a_row_that_says_nothing_is_left_out(editor, plan):
    editor.add(Kind.PERSON)
    write(editor, "record_name", "Ada Byron")
    click(editor, "record_channels_add")

    ok(editor)

    assert plan.plan.people[RecordId("ada-byron")].channels == ()


def test_a_bad_span_stays_in_its_field_with_what_is_expected(editor, plan):
    level = next(iter(plan.plan.severities))
    before = plan.plan
    editor.edit(Kind.SEVERITY, level)

    field = write(editor, "record_respond_in_hours", "soon")
    ok(editor)

    assert plan.plan == before
    assert field.text() == "soon"
    assert field.property("invalid") == "true"
    assert "30 minutes" in find(editor, QLabel, "below_respond_in_hours").text()
    assert editor.dialog.focusWidget() is field


def test_a_mended_span_is_kept(editor, plan):
    level = next(iter(plan.plan.severities))
    editor.edit(Kind.SEVERITY, level)
    write(editor, "record_respond_in_hours", "soon")
    ok(editor)

    field = write(editor, "record_respond_in_hours", "20 min")
    assert find(editor, QLabel, "below_respond_in_hours").property("role") == "hint"
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert plan.plan.severities[level].respond_in_hours == Duration(20, TimeUnit.MINUTES)
    assert editor.dialog is None


@pytest.mark.parametrize(
    ("field", "typed"), [("record_rank", "first"), ("record_rank", "0"), ("record_rank", "")]
)
def test_a_rank_is_a_whole_number(editor, plan, field, typed):
    level = next(iter(plan.plan.severities))
    editor.edit(Kind.SEVERITY, level)

    write(editor, field, typed)
    ok(editor)

    assert editor.dialog is not None
    assert plan.undo_label == ""


def test_cancel_and_escape_change_nothing(editor, plan):
    before = plan.plan

    for leave in ("record_cancel", None):
        editor.edit(Kind.ROLE, LEAD)
        write(editor, "record_name", "Somebody else")
        if leave:
            click(editor, leave)
        else:
            QTest.keyClick(editor.dialog, Qt.Key.Key_Escape)

    assert plan.plan == before


def test_holder_and_deputies_are_chosen_by_name(editor, plan):
    ada, bob = list(plan.plan.people.values())[3:5]
    editor.edit(Kind.ROLE, LEAD)

    choose(editor, "record_holder", ada.name)
    click(editor, "record_deputies_add")
    last = len(plan.plan.roles[LEAD].deputies)
    choose(editor, f"record_deputies_{last}_0", bob.name)
    ok(editor)

    role = plan.plan.roles[LEAD]
    assert role.holder == ada.id
    assert role.deputies[-1] == bob.id


def test_a_raci_part_is_ticked(editor, plan):
    row = next(iter(plan.plan.raci.values()))
    free = next(
        role
        for role in plan.plan.roles
        if RaciAssignment(role, Raci.INFORMED) not in row.assignments
    )
    editor.edit(Kind.RACI, row.id)

    click(editor, f"record_assignments_{free}_I", QCheckBox)
    ok(editor)

    wanted = (*row.assignments, RaciAssignment(free, Raci.INFORMED))
    assert plan.plan.raci[row.id].assignments == wanted


def test_a_group_in_a_tree_needs_a_name(editor, plan):
    tree = next(iter(plan.plan.trees.values()))
    editor.add(Kind.TREE_NODE, {"tree": tree.id, "parent": None})
    choose(editor, "record_target", "A group, named below")
    ok(editor)
    assert "Name the group" in find(editor, QLabel, "below_name").text()

    write(editor, "record_name", "Ward managers")
    ok(editor)

    node = plan.plan.tree_nodes.all()[-1]
    assert (node.tree, node.target, node.target_id) == (tree.id, NodeTarget.GROUP, "")
    assert node.name == "Ward managers"


def test_callers_are_those_of_the_chosen_tree(editor, plan):
    first, second = plan.plan.trees.values()
    editor.add(Kind.TREE_NODE, {"tree": first.id, "parent": None})
    callers = find(editor, QComboBox, "record_parent")
    count = sum(node.tree == second.id for node in plan.plan.tree_nodes.values())

    choose(editor, "record_tree", second.name)

    assert callers.count() == count + 1


def test_nobody_is_called_by_those_below(editor, plan):
    root = next(node for node in plan.plan.tree_nodes.values() if node.parent is None)

    editor.edit(Kind.TREE_NODE, root.id)

    below = sum(node.tree == root.tree for node in plan.plan.tree_nodes.values())
    assert find(editor, QComboBox, "record_parent").count() < below


def test_a_name_that_is_taken_is_warned_of_and_kept(editor, plan):
    name = next(iter(plan.plan.people.values())).name
    count = len(plan.plan.people)
    editor.add(Kind.PERSON)

    write(editor, "record_name", name)
    assert "already one with this name" in find(editor, QLabel, "below_name").text()
    ok(editor)

    assert len(plan.plan.people) == count + 1


def test_a_copy_stands_behind_and_is_named_so(editor, plan):
    key = next(iter(plan.plan.playbooks))
    name = plan.plan.playbooks[key].name
    steps = len(plan.plan.steps)

    editor.duplicate(Kind.PLAYBOOK, key)
    ok(editor)

    copy = plan.plan.playbooks.all()[1]
    assert copy.name == f"{name} (copy)"
    assert len(plan.plan.steps) > steps
    plan.undo()
    assert len(plan.plan.steps) == steps


def test_a_decision_is_made_on_a_duty_at_a_time_on_the_own_clock(editor, plan):
    duty = plan.plan.obligations.all()[0]
    editor.add(Kind.DECISION)

    choose(editor, "record_obligation", duty.name)
    write(editor, "record_incident", "INC-2026-040")
    choose(editor, "record_notify", "No")
    write(editor, "record_at", "2026-07-01 10:00")
    ok(editor)

    made = plan.plan.decisions.all()[-1]
    assert (made.obligation, made.incident, made.notify) == (duty.id, "INC-2026-040", False)
    assert made.at == datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
    assert plan.undo_label.startswith(f"Add INC-2026-040: {duty.name[:20]}")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("10:00", "Enter a day and a time"),
        ("2026-11-31 10:00", "cannot be read"),
        ("2026-03-29 01:30", "went forward"),
    ],
)
def test_a_time_that_never_was_stays_in_its_field_with_the_reason(editor, plan, typed, said):
    decision = next(iter(plan.plan.decisions))
    editor.edit(Kind.DECISION, decision)

    field = write(editor, "record_at", typed)
    ok(editor)

    assert field.text() == typed
    assert said in find(editor, QLabel, "below_at").text()
    assert plan.undo_label == ""


def test_evidence_is_linked_to_a_requirement_by_its_name(host, shop, sample_file, tmp_path):
    opened = shop.open(Path(copyfile(sample_file, tmp_path / "sample.irplan")))
    plan = PlanBridge(opened, host)
    editor = RecordEditor(plan, host)
    editor.add(Kind.EVIDENCE, {"requirements": (RecordId("gone/1.2"),)})

    find(editor, QPlainTextEdit, "record_what").setPlainText("Minutes of June")
    click(editor, "record_requirements_add")
    box = find(editor, QComboBox, "record_requirements_1_0")
    choose(
        editor,
        box.objectName(),
        next(text for text in map(box.itemText, range(box.count())) if text.startswith("RS.MA-01")),
    )
    ok(editor)

    made = plan.plan.evidence.all()[-1]
    assert made.what == "Minutes of June"
    assert made.requirements[0] == "gone/1.2"
    assert made.requirements[1].endswith("/RS.MA-01")
    plan.let_go()


def test_removing_a_duty_says_which_decisions_go_with_it(editor, plan):
    decision = next(iter(plan.plan.decisions.values()))

    editor.remove(Kind.OBLIGATION, decision.obligation)

    said = " ".join(label.text() for label in editor.dialog.findChildren(QLabel))
    assert "Removed with it: Decision to notify" in said
    assert decision.incident in said


def test_removing_what_others_name_asks_and_says_who(editor, plan):
    role = plan.plan.roles[LEAD]

    editor.remove(Kind.PERSON, role.holder)
    question = editor.dialog
    assert role.name in " ".join(label.text() for label in question.findChildren(QLabel))
    click(editor, "answer_keep")
    assert role.holder in plan.plan.people

    editor.remove(Kind.PERSON, role.holder)
    click(editor, "answer_remove")
    assert role.holder not in plan.plan.people
    assert plan.plan.roles[LEAD].holder is None
    plan.undo()
    assert plan.plan.roles[LEAD] == role


def test_removing_what_nobody_names_needs_no_question(editor, plan):
    term = next(iter(plan.plan.terms))

    editor.remove(Kind.TERM, term)

    assert editor.dialog is None
    assert term not in plan.plan.terms


def test_the_first_field_has_the_focus_and_a_named_one_if_asked(editor):
    editor.add(Kind.PERSON)
    assert editor.dialog.focusWidget().objectName() == "record_name"

    editor.edit(Kind.ROLE, LEAD, "granted_by")
    assert editor.dialog.focusWidget().objectName() == "record_granted_by"


def test_a_plan_to_read_shows_records_and_keeps_nothing(host, editor, monkeypatch):
    monkeypatch.setattr(PlanBridge, "read_only", property(lambda self: True))

    editor.add(Kind.PERSON)
    assert host.findChildren(QDialog) == []
    editor.edit(Kind.ROLE, LEAD)

    assert not find(editor, QPushButton, "record_ok").isVisible()
    assert not find(editor, QWidget, "record_name").isEnabled()


@pytest.mark.parametrize("scale", [90, 150])
def test_forms_fit_the_smallest_window_at_every_size(qapp, editor, plan, scale):
    apply_theme(qapp, Appearance.LIGHT, scale)

    for kind in EDITABLE:
        editor.edit(kind, next(iter(plan.plan.table(kind))))
        scroll = find(editor, ScrollBody, "record_scroll")
        assert scroll.body.minimumSizeHint().width() <= scroll.viewport().width(), kind
        assert editor.dialog.width() <= 1024
        assert editor.dialog.height() <= 680
