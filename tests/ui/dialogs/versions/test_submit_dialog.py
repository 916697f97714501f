"""Submitting: what is asked, what is proposed, what is refused in place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from app.domain.interview.drafting import AnswerSheet
from app.domain.lifecycle.approving.course import Stage
from app.domain.plan.changes import put
from app.domain.plan.upkeep import ApprovalRule
from tests.ui.dialogs.versions.driving import add_person, click, find, issue, text, write
from ui.dialogs.versions.acting import Acting
from ui.dialogs.versions.submit_dialog import SubmitDialog


@pytest.fixture
def dialog(acting, show, host):
    return show(SubmitDialog(acting, host))


def submitted(acting):
    return acting.approvals.course.open.submission


def edit(acting, words="We run clinics."):
    acting.bridge.apply(
        (put(acting.plan, replace(acting.plan.profile, description=words)),), "Edit"
    )


def test_a_version_is_submitted_as_it_was_filled_in(dialog, acting):
    write(dialog, "submit_summary", "A new call tree")
    add_person(dialog, "submit_reviewers", "Rita Moss")
    add_person(dialog, "submit_approvers", "Carl Dent")
    click(dialog, "submit_dialog_keep")

    now = acting.approvals.course
    assert now.stage is Stage.IN_REVIEW
    made = submitted(acting)
    assert (made.by, made.reason, made.version) == ("Mary Major", "A new call tree", "2.0")
    assert (made.route.reviewers, made.route.approvers) == (("Rita Moss",), ("Carl Dent",))
    assert not acting.bridge.dirty


def test_the_summary_starts_empty_and_has_to_be_written(dialog, acting):
    assert find(dialog, QPlainTextEdit, "submit_summary").toPlainText() == ""

    click(dialog, "submit_dialog_keep")

    assert dialog.fields["summary"].problem == "Say what changed; one sentence is enough."
    assert acting.approvals.course.open is None


def test_a_summary_of_blanks_is_none(dialog, acting):
    write(dialog, "submit_summary", "   ")

    click(dialog, "submit_dialog_keep")

    assert dialog.fields["summary"].problem
    assert acting.approvals.course.open is None


def test_a_name_typed_but_not_added_counts(dialog, acting):
    write(dialog, "submit_summary", "A new call tree")
    add_person(dialog, "submit_reviewers", "Rita Moss")
    write(dialog, "submit_approvers_name", "Carl Dent")

    click(dialog, "submit_dialog_keep")

    assert acting.approvals.course.open.route.approvers == ("Carl Dent",)


def test_return_adds_the_name_and_does_not_submit_yet(qtbot, dialog, acting):
    write(dialog, "submit_summary", "A new call tree")
    add_person(dialog, "submit_reviewers", "Rita Moss")
    write(dialog, "submit_approvers_name", "Carl Dent")
    line = find(dialog, QComboBox, "submit_approvers_name").lineEdit()
    assert line is not None

    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert dialog.route.approvers.list.count() == 1
    assert acting.approvals.course.open is None


def test_without_an_approver_nothing_is_submitted(dialog, acting):
    write(dialog, "submit_summary", "A new call tree")
    add_person(dialog, "submit_reviewers", "Rita Moss")

    click(dialog, "submit_dialog_keep")

    assert text(dialog, "submit_route_problem") == "Name at least one person who approves."
    assert acting.approvals.course.open is None


def test_whoever_wrote_the_version_is_named_and_cannot_be_chosen(acting, show, host):
    first = acting.people[0]
    acting.desk.change_settings(replace(acting.desk.settings, person=first))
    acting.desk.reopen()
    again = Acting(acting.desk.bridge, acting.desk)
    edit(again)
    dialog = show(SubmitDialog(again, host))

    assert first in text(dialog, "submit_authors")
    box = find(dialog, QComboBox, "submit_approvers_name")
    model = box.model()
    assert isinstance(model, QStandardItemModel)
    row = box.findText(f"{first} (wrote this version)")
    assert row >= 0
    assert not model.item(row).isEnabled()
    add_person(dialog, "submit_approvers", first.upper())
    assert dialog.route.approvers.list.count() == 0


def test_another_weight_needs_its_reason_and_changes_the_number(acting, path, show, host):
    issue(acting.desk.workshop, acting.opened, path)
    edit(acting)
    dialog = show(SubmitDialog(acting, host))
    assert text(dialog, "submit_number") == "It becomes version 2.1."
    write(dialog, "submit_summary", "What we do")

    click(dialog, "submit_material")
    assert text(dialog, "submit_number") == "It becomes version 3.0."
    click(dialog, "submit_dialog_keep")
    assert acting.approvals.course.open is None

    write(dialog, "submit_overruled", "The board wants it so")
    click(dialog, "submit_dialog_keep")

    made = submitted(acting)
    assert (made.version, made.material, made.proposed) == ("3.0", True, False)
    assert made.overruled == "The board wants it so"


def test_those_asked_last_time_are_offered_again(acting, path, show, host):
    issue(acting.desk.workshop, acting.opened, path)
    edit(acting)

    dialog = show(SubmitDialog(acting, host))

    assert dialog.route.route.reviewers == ("Rita Moss",)
    assert dialog.route.route.approvers == ("Carl Dent",)


def test_a_quorum_asks_for_its_number(dialog, acting):
    quorum = find(dialog, QComboBox, "submit_quorum")
    assert not quorum.isVisible()
    rule = find(dialog, QComboBox, "submit_rule")

    rule.setCurrentIndex(rule.findData(ApprovalRule.QUORUM.value))

    assert quorum.isVisible()
    for name in ("Carl Dent", "Dora Eck", "Emil Fox"):
        add_person(dialog, "submit_approvers", name)
    quorum.setCurrentIndex(quorum.findData(2))
    assert (dialog.route.route.rule, dialog.route.route.quorum) == (ApprovalRule.QUORUM, 2)


def test_the_order_of_approvers_can_be_changed_with_buttons(dialog):
    rule = find(dialog, QComboBox, "submit_rule")
    rule.setCurrentIndex(rule.findData(ApprovalRule.ORDER.value))
    for name in ("Carl Dent", "Dora Eck"):
        add_person(dialog, "submit_approvers", name)

    click(dialog, "submit_approvers_up")

    assert dialog.route.route.approvers == ("Dora Eck", "Carl Dent")


def test_delete_takes_somebody_off_the_list(qtbot, dialog):
    add_person(dialog, "submit_approvers", "Carl Dent")
    names = dialog.route.approvers.list
    names.setFocus()

    qtbot.keyClick(names, Qt.Key.Key_Delete)

    assert dialog.route.route.approvers == ()


@pytest.fixture
def barren(qtbot, desk, tmp_path, show, host):
    """Over a plan that names nobody, which blocks."""
    sheet = AnswerSheet({"profile.legal_name": "Ravensworth Mutual"})
    assert desk.create(tmp_path / "barren.irplan", "combined", sheet)
    return show(SubmitDialog(Acting(desk.bridge, desk), host))


def test_what_blocks_is_listed_with_the_way_to_it(qtbot, barren):
    assert not barren.keep.isEnabled()

    with qtbot.waitSignal(barren.navigate) as asked:
        click(barren, "blocker_0")

    assert asked.args[0].startswith("finding:")


def test_ctrl_return_does_not_get_past_what_blocks(qtbot, barren):
    write(barren, "submit_summary", "A new call tree")
    add_person(barren, "submit_approvers", "Carl Dent")

    barren.on_keep()

    assert barren.isVisible()


def test_a_closed_dialog_hears_no_more_of_its_comparison(qtbot, acting, host):
    dialog = SubmitDialog(acting, host)
    dialog.open()
    dialog.reject()

    qtbot.wait(300)

    assert acting.approvals.course.open is None
