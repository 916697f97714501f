"""Declaring: the very words are shown, ticked, signed if wanted, and refused before that."""

from base64 import b64decode
from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.domain.lifecycle.approving.course import Stage
from app.domain.lifecycle.matter import matter
from app.domain.plan.acts import Deed
from tests.ui.dialogs.versions.driving import (
    click,
    declare,
    identity,
    issue,
    sign_with,
    submit,
    text,
    write,
)
from ui.dialogs.versions.say_dialog import SayDialog


@pytest.fixture
def reviewing(acting, path, show, host):
    submit(acting.desk.workshop, acting.opened, path)
    return show(SayDialog(acting, Deed.REVIEWED, "2.0", host))


def last(acting):
    return list(acting.plan.acts.values())[-1]


def test_the_only_one_asked_stands_there_with_the_words_to_declare(reviewing, acting):
    said = text(reviewing, "say_declaration_sentence")

    assert said.startswith("I, Rita Moss, have reviewed and support version 2.0 of NH-IRP-001")
    assert matter(acting.plan) in said


def test_a_review_is_entered_once_it_is_ticked(reviewing, acting):
    write(reviewing, "say_dialog_role", "CISO")
    write(reviewing, "say_dialog_reason", "Read it all")
    reviewing._show_declaration()
    click(reviewing, "say_dialog_keep")
    assert last(acting).deed is Deed.SUBMITTED  # not ticked yet

    click(reviewing, "say_declaration_tick")
    click(reviewing, "say_dialog_keep")

    act = last(acting)
    assert (act.deed, act.by, act.role) == (Deed.REVIEWED, "Rita Moss", "CISO")
    assert act.signed.signature == ""
    assert "Read it all" in act.signed.statement


def test_other_words_have_to_be_ticked_anew(reviewing, acting):
    click(reviewing, "say_declaration_tick")
    write(reviewing, "say_dialog_role", "Chief")

    click(reviewing, "say_dialog_keep")

    assert last(acting).deed is Deed.SUBMITTED
    assert not reviewing.box.tick.isChecked()


def test_it_is_said_that_one_machine_does_not_separate_duties(qtbot, reviewing):
    with qtbot.waitSignal(reviewing.hand_over) as asked:
        click(reviewing, "hand_over_instead")

    assert asked.args == ["Rita Moss"]
    assert not reviewing.isVisible()


def test_whoever_was_not_asked_is_refused_before_anything_is_signed(qtbot, reviewing, acting):
    write(reviewing, "say_dialog_name", "Eve")

    qtbot.waitUntil(lambda: "Eve was not asked" in text(reviewing, "say_refusal"))
    click(reviewing, "say_declaration_tick")
    click(reviewing, "say_dialog_keep")

    assert "Eve was not asked" in reviewing.fields["name"].problem
    assert last(acting).deed is Deed.SUBMITTED


def test_without_a_name_nothing_is_declared(qtbot, reviewing):
    write(reviewing, "say_dialog_name", "")
    qtbot.waitUntil(lambda: not reviewing.box.isVisible())

    click(reviewing, "say_dialog_keep")

    assert "proves nothing" in reviewing.fields["name"].problem


def test_a_signature_is_over_what_was_shown(qtbot, reviewing, acting, tmp_path):
    file = identity(acting.desk.workshop, tmp_path, "Rita Moss")
    shown = text(reviewing, "say_declaration_sentence")
    click(reviewing, "say_declaration_tick")
    click(reviewing, "say_sign")
    sign_with(reviewing, "say", file)
    with qtbot.waitSignal(reviewing.acted, timeout=20_000) as acted:
        click(reviewing, "say_dialog_keep")

    act, note = acted.args
    assert note == ""
    assert shown in act.signed.statement
    found = acting.desk.workshop.verify_text(
        act.signed.statement.encode(), b64decode(act.signed.signature), act.at
    )
    assert found.holds
    assert acting.desk.settings.identity == file
    assert reviewing.signing.passphrase.text() == ""


def test_a_wrong_passphrase_enters_nothing_and_says_so(qtbot, reviewing, acting, tmp_path):
    file = identity(acting.desk.workshop, tmp_path, "Rita Moss")
    click(reviewing, "say_declaration_tick")
    click(reviewing, "say_sign")
    sign_with(reviewing, "say", file, "wrong")

    click(reviewing, "say_dialog_keep")
    qtbot.waitUntil(reviewing.banner.isVisible, timeout=20_000)

    assert last(acting).deed is Deed.SUBMITTED
    assert reviewing.isVisible()


def test_a_certificate_of_somebody_else_is_told_of(qtbot, reviewing, acting, tmp_path):
    file = identity(acting.desk.workshop, tmp_path, "Rosa Marsh")
    click(reviewing, "say_declaration_tick")
    click(reviewing, "say_sign")
    sign_with(reviewing, "say", file)

    with qtbot.waitSignal(reviewing.acted, timeout=20_000) as acted:
        click(reviewing, "say_dialog_keep")

    assert "names Rosa Marsh" in acted.args[1]


def test_changes_are_requested_with_a_reason(acting, path, show, host):
    submit(acting.desk.workshop, acting.opened, path)
    dialog = show(SayDialog(acting, Deed.CHANGES_REQUESTED, "2.0", host))
    write(dialog, "say_dialog_name", "Carl Dent")
    dialog._show_declaration()
    click(dialog, "say_declaration_tick")
    click(dialog, "say_dialog_keep")
    assert "Give the reason" in dialog.fields["reason"].problem

    write(dialog, "say_dialog_reason", "The bank's number is missing")
    dialog._show_declaration()
    click(dialog, "say_declaration_tick")
    click(dialog, "say_dialog_keep")

    assert acting.approvals.course.stage is Stage.CHANGES_REQUESTED
    assert last(acting).reason == "The bank's number is missing"


def test_an_emergency_names_the_day_of_its_review(acting, show, host):
    dialog = show(SayDialog(acting, Deed.ISSUED_IN_EMERGENCY, "2.0", host))
    write(dialog, "say_dialog_name", "Carl Dent")
    write(dialog, "say_dialog_reason", "The tree was wrong during an incident")
    write(dialog, "say_dialog_due", "yesterday")
    dialog._show_declaration()
    click(dialog, "say_declaration_tick")
    click(dialog, "say_dialog_keep")
    assert "Enter a day" in dialog.fields["due"].problem

    write(dialog, "say_dialog_due", "2026-11-30")
    click(dialog, "say_dialog_keep")

    issued = acting.approvals.course.latest
    assert issued.review_owed
    assert issued.act.due == date(2026, 11, 30)


def test_a_day_that_is_past_is_no_day_for_a_review(acting, show, host):
    dialog = show(SayDialog(acting, Deed.ISSUED_IN_EMERGENCY, "2.0", host))
    write(dialog, "say_dialog_name", "Carl Dent")
    write(dialog, "say_dialog_reason", "It burns")
    write(dialog, "say_dialog_due", "2026-11-01")

    click(dialog, "say_dialog_keep")

    assert "from today on" in dialog.fields["due"].problem


def test_an_emergency_is_reviewed_by_somebody_else(qtbot, acting, show, host):
    declare(acting.opened, Deed.ISSUED_IN_EMERGENCY, "Carl Dent", "It burns", "2.0")
    dialog = show(SayDialog(acting, Deed.REVIEWED_AFTERWARDS, "2.0", host))
    write(dialog, "say_dialog_name", "Carl Dent")
    qtbot.waitUntil(lambda: "cannot review it" in text(dialog, "say_refusal"))

    write(dialog, "say_dialog_name", "Rita Moss")
    qtbot.waitUntil(lambda: text(dialog, "say_refusal") == "")
    dialog._show_declaration()
    click(dialog, "say_declaration_tick")
    click(dialog, "say_dialog_keep")

    assert not acting.approvals.course.latest.review_owed


def test_a_version_is_withdrawn(acting, path, show, host):
    issue(acting.desk.workshop, acting.opened, path)
    dialog = show(SayDialog(acting, Deed.WITHDRAWN, "2.0", host))
    write(dialog, "say_dialog_name", "Carl Dent")
    write(dialog, "say_dialog_reason", "It names people who left")
    dialog._show_declaration()
    click(dialog, "say_declaration_tick")
    click(dialog, "say_dialog_keep")

    assert acting.approvals.course.in_force is None


def test_hostile_words_are_shown_letter_by_letter(qtbot, reviewing):
    write(reviewing, "say_dialog_role", "<b>Chief</b> & co")

    qtbot.waitUntil(lambda: "<b>Chief</b> & co" in text(reviewing, "say_declaration_sentence"))


def test_nothing_done_before_an_act_can_be_undone_after_it(reviewing, acting):
    click(reviewing, "say_declaration_tick")
    click(reviewing, "say_dialog_keep")

    assert acting.bridge.undo_label == ""


def test_the_sentence_can_be_reached_and_read_with_the_keyboard(reviewing):
    sentence = reviewing.box._sentence

    assert sentence.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert sentence.accessibleName() == sentence.text()
