"""A request goes out, is answered elsewhere, and comes back; with real files and identities."""

import json

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QListView, QPushButton

from app.bootstrap import workshop
from app.domain.lifecycle.approving.course import Stage
from app.domain.plan.acts import Deed
from app.paths import AppPaths
from tests.ui.dialogs.versions.driving import (
    SECRET,
    click,
    declare,
    find,
    identity,
    issue,
    sign_with,
    submit,
    text,
    write,
)
from tests.ui.fakes import FakeClock
from ui.bridge.desk import Desk
from ui.dialogs.versions.asked_dialog import AskedDialog
from ui.dialogs.versions.request_dialog import RequestDialog
from ui.dialogs.versions.take_dialog import TakeDialog


@pytest.fixture
def elsewhere(tmp_path, shelf):
    """The desk of the person asked: no plan is open, nothing is known."""
    made = workshop(AppPaths.below(tmp_path / "elsewhere"), FakeClock())
    vars(made)["library"] = shelf
    desk = Desk(made)
    yield desk
    desk.abandon()


@pytest.fixture
def in_review(acting, path):
    submit(acting.desk.workshop, acting.opened, path)
    declare(acting.opened, Deed.REVIEWED, "Rita Moss")
    return acting


@pytest.fixture
def request_file(in_review, show, host, tmp_path):
    dialog = show(RequestDialog(in_review, host))
    file = tmp_path / "carl.irplan-request"
    write(dialog, "request_file", str(file))
    click(dialog, "request_dialog_keep")
    assert text(dialog, "request_done").startswith(f"{file} is written.")
    dialog.reject()
    return file


@pytest.fixture
def asked(elsewhere, request_file, show, host):
    request = elsewhere.workshop.read_request(request_file)
    return show(AskedDialog(elsewhere, request, request_file, host))


@pytest.fixture
def answered(qtbot, asked, elsewhere, tmp_path):
    """Carl approved it on his own machine; the file, and what he was told."""
    key = identity(elsewhere.workshop, tmp_path, "Carl Dent")
    write(asked, "asked_dialog_role", "CEO")
    asked._show_declaration()
    click(asked, "asked_declaration_tick")
    sign_with(asked, "asked", key)
    with qtbot.waitSignal(asked.answered, timeout=20_000) as done:
        click(asked, "asked_dialog_keep")
    said = text(asked, "asked_done").replace("\u200b", "")
    asked.reject()
    return done.args[0], said


@pytest.fixture
def answer_file(answered):
    return answered[0]


# --- the request ----------------------------------------------------------------------------------


def test_only_those_who_have_not_answered_are_offered(in_review, show, host):
    dialog = show(RequestDialog(in_review, host, "Carl Dent"))

    box = find(dialog, QComboBox, "request_person")
    assert [box.itemText(at) for at in range(box.count())] == ["Carl Dent, to approve"]
    name = find(dialog, QLineEdit, "request_file").text()
    assert name.endswith("NH-IRP-001-2-0-Carl-Dent.irplan-request")


def test_it_is_said_what_the_file_holds(in_review, show, host):
    dialog = show(RequestDialog(in_review, host))

    said = " ".join(one.text() for one in dialog.body.findChildren(type(dialog.title)))
    assert "the whole plan, with the names, telephone numbers" in said


def test_the_ending_is_put_behind_another_name(in_review, show, host, tmp_path):
    dialog = show(RequestDialog(in_review, host))
    write(dialog, "request_file", str(tmp_path / "for carl"))

    click(dialog, "request_dialog_keep")

    assert (tmp_path / "for carl.irplan-request").is_file()


def test_a_folder_that_is_not_there_is_said(in_review, show, host, tmp_path):
    (tmp_path / "file").write_text("x")
    dialog = show(RequestDialog(in_review, host))
    write(dialog, "request_file", str(tmp_path / "file" / "a.irplan-request"))

    click(dialog, "request_dialog_keep")

    assert dialog.banner.isVisible()
    assert dialog.keep.isVisible()


# --- on the other machine -------------------------------------------------------------------------


def test_the_person_asked_sees_who_asks_what_and_what_changed(asked, acting):
    assert text(asked, "asked_what") == (
        "Mary Major asks Carl Dent to approve version 2.0 of NH-IRP-001."
    )
    assert "A new call tree" in text(asked, "asked_summary")
    assert acting.approvals.course.open.submission.content in text(asked, "asked_content")


def test_changes_since_the_version_before_are_listed(acting, path, elsewhere, show, host, tmp_path):
    from dataclasses import replace

    from app.domain.plan.changes import put
    from app.services.approving.asking import request_for

    shop = acting.desk.workshop
    issue(shop, acting.opened, path)
    profile = replace(acting.plan.profile, description="We run clinics.")
    acting.bridge.apply((put(acting.plan, profile),), "Edit")
    submit(shop, acting.opened, path)
    request = request_for(acting.opened, "Rita Moss", shop.history(path))

    dialog = show(AskedDialog(elsewhere, request, tmp_path / "x.irplan-request", host))

    model = find(dialog, QListView, "asked_changes").model()
    assert model.rowCount() == 1
    assert "what it does" in model.index(0, 0).data()
    assert "to review version 2.1" in text(dialog, "asked_what")


def test_an_answer_is_always_signed(asked):
    click(asked, "asked_declaration_tick")

    click(asked, "asked_dialog_keep")

    assert asked.keep.isVisible()
    assert not asked.signing.complete()


def test_an_answer_is_ticked_first(asked, elsewhere, tmp_path):
    sign_with(asked, "asked", identity(elsewhere.workshop, tmp_path, "Carl Dent"))

    click(asked, "asked_dialog_keep")

    assert not asked.busy
    assert asked.signing.passphrase.text() == SECRET


def test_the_fingerprint_is_shown_to_be_told_by_telephone(answered):
    file, said = answered

    response = json.loads(file.read_text())
    assert file.suffix == ".irplan-response"
    assert response["format"] == "irplan-approval-response/1"
    assert "Send it to Mary Major" in said
    assert [part.count(":") for part in said.split()][-1] == 31


def test_the_plan_is_laid_out_to_read(qtbot, asked, tmp_path):
    click(asked, "asked_pdf")
    dialog = find(asked, QFileDialog, "asked_pdf_dialog")
    dialog.fileSelected.emit(str(tmp_path / "read.pdf"))
    dialog.reject()

    qtbot.waitUntil(asked.banner.isVisible, timeout=60_000)

    assert (tmp_path / "read.pdf").read_bytes().startswith(b"%PDF-")
    assert str(tmp_path / "read.pdf") in asked.banner.text


def test_a_wrong_passphrase_leaves_everything_as_it_was(qtbot, asked, elsewhere, tmp_path):
    key = identity(elsewhere.workshop, tmp_path, "Carl Dent")
    click(asked, "asked_declaration_tick")
    sign_with(asked, "asked", key, "wrong")
    click(asked, "asked_dialog_keep")
    qtbot.waitUntil(asked.banner.isVisible, timeout=20_000)

    assert not list(tmp_path.glob("*.irplan-response"))
    sign_with(asked, "asked", key)
    with qtbot.waitSignal(asked.answered, timeout=20_000):
        click(asked, "asked_dialog_keep")


def test_changes_are_requested_with_what_has_to_change(
    qtbot, asked, elsewhere, acting, show, host, tmp_path
):
    key = identity(elsewhere.workshop, tmp_path, "Carl Dent")
    click(asked, "asked_change")
    click(asked, "asked_dialog_keep")
    assert "Say what has to change" in asked.fields["reason"].problem
    write(asked, "asked_dialog_reason", "The bank is missing")
    asked._show_declaration()
    click(asked, "asked_declaration_tick")
    sign_with(asked, "asked", key)
    with qtbot.waitSignal(asked.answered, timeout=20_000) as done:
        click(asked, "asked_dialog_keep")

    take = show(TakeDialog(acting, host, done.args[0]))
    click(take, "take_confirm")
    click(take, "take_dialog_keep")

    assert acting.approvals.course.stage is Stage.CHANGES_REQUESTED


# --- coming back ----------------------------------------------------------------------------------


def test_what_came_back_is_shown_before_it_is_entered(answer_file, acting, show, host):
    take = show(TakeDialog(acting, host, answer_file))

    assert text(take, "arrival_who") == "Carl Dent, CEO"
    assert "approve version 2.0" in text(take, "arrival_sentence")
    assert "self-signed" in text(take, "arrival_certificate")
    assert text(take, "arrival_fingerprint").replace("\u200b", "").count(":") == 31
    assert acting.approvals.course.latest is None


def test_an_unknown_certificate_is_confirmed_first(answer_file, acting, show, host):
    take = show(TakeDialog(acting, host, answer_file))

    click(take, "take_dialog_keep")

    assert "ask Carl Dent for the fingerprint" in text(take, "take_unconfirmed")
    assert acting.approvals.course.latest is None


def test_a_confirmed_answer_issues_the_version(qtbot, answer_file, acting, show, host):
    take = show(TakeDialog(acting, host, answer_file))
    click(take, "take_confirm")

    with qtbot.waitSignal(take.acted) as acted:
        click(take, "take_dialog_keep")

    assert acted.args[0].by == "Carl Dent"
    issued = acting.approvals.course.latest
    assert issued.version == "2.0"
    assert issued.approvals[0].signed.returned


def test_the_same_answer_twice_is_said_to_be_taken(answer_file, acting, show, host):
    first = show(TakeDialog(acting, host, answer_file))
    click(first, "take_confirm")
    click(first, "take_dialog_keep")

    again = show(TakeDialog(acting, host, answer_file))

    assert "taken already" in again.banner.text
    assert not again.arrival.isVisible()


def test_an_answer_that_was_tampered_with_is_refused(answer_file, acting, show, host):
    data = json.loads(answer_file.read_text())
    key = next(name for name, value in data.items() if "approve" in str(value))
    data[key] = data[key].replace("CEO", "CFO")
    answer_file.write_text(json.dumps(data))

    take = show(TakeDialog(acting, host, answer_file))

    assert take.banner.isVisible()
    assert acting.approvals.course.latest is None


def test_a_file_of_another_kind_is_refused_in_words(acting, in_review, show, host, tmp_path):
    other = tmp_path / "letter.irplan-response"
    other.write_bytes(b"\xff\x00 not an answer")

    take = show(TakeDialog(acting, host, other))

    assert take.banner.isVisible()
    assert find(take, QPushButton, "take_dialog_keep").isVisible()


def test_another_file_takes_back_what_was_shown(answer_file, acting, show, host, tmp_path):
    take = show(TakeDialog(acting, host, answer_file))
    click(take, "take_confirm")

    write(take, "take_file", str(tmp_path / "missing.irplan-response"))

    assert not take.arrival.isVisible()
    click(take, "take_dialog_keep")
    assert take.fields["file"].problem == "Choose the file with the answer."
    assert acting.approvals.course.latest is None
