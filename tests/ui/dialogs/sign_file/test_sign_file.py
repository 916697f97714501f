"""Signing an exported file in the window: the field, the words, the file, and what came of it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton, QWidget

from app.services.verifying import Verdict
from tests.integration.signing.samples import unsigned_pdf
from tests.integration.signing.word_samples import lined_docx
from tests.ui.dialogs.versions.driving import SECRET, click, find, settled, text, write
from ui.dialogs.question import QuestionDialog
from ui.dialogs.sign_file.dialog import SignFileDialog
from ui.dialogs.sign_file.field_list import field_words
from ui.dialogs.sign_file.target import free_name


def sign(qtbot, dialog, secret=SECRET):
    write(dialog, "sign_file_passphrase", secret)
    click(dialog, "sign_file_keep")
    settled(qtbot, dialog)


def roles(shop, file):
    return {slot.field: slot.signer for slot in shop.verify(file).roles}


def test_the_next_field_is_signed_beside_the_file_that_was_read(qtbot, show, plain, shop):
    before = plain.read_bytes()
    dialog = show(SignFileDialog, plain)

    sign(qtbot, dialog)

    made = plain.with_name("plan-signed.pdf")
    assert plain.read_bytes() == before
    assert made.read_bytes().startswith(before)
    assert roles(shop, made) == {"Seal": "Anna Keller", "Reviewer2": "", "Approver": ""}
    assert text(dialog, "sign_file_late") == ""
    assert dialog.title.text() == "Signed as Seal of the organisation"
    assert find(dialog, QWidget, "export_result").isVisible()
    assert not find(dialog, QPushButton, "sign_file_keep").isVisible()


def test_another_open_field_is_chosen_and_what_it_declares_is_said(qtbot, show, plain, shop):
    dialog = show(SignFileDialog, plain)
    sealing = text(dialog, "sign_file_sentence")
    click(dialog, "sign_field_Approver")
    write(dialog, "sign_file_role", "Chief executive")

    late = text(dialog, "sign_file_late")
    said = text(dialog, "sign_file_sentence")
    sign(qtbot, dialog)

    (signature,) = shop.verify(plain.with_name("plan-signed.pdf")).signatures
    assert "\u201cSealed: IRP-1 version 2.0\u201d" in sealing
    assert "\u201cApproved as Chief executive: IRP-1 version 2.0\u201d" in said
    assert "sealed this file yet" in late
    assert signature.slot == "Approver"
    assert signature.meaning == "Approved as Chief executive: IRP-1 version 2.0"


def test_what_others_have_signed_is_shown_and_cannot_be_chosen(qtbot, show, plain, shop):
    first = show(SignFileDialog, plain)
    sign(qtbot, first)
    first.reject()

    dialog = show(SignFileDialog, plain.with_name("plan-signed.pdf"))

    assert dialog.findChild(QRadioButton, "sign_field_Seal") is None
    assert find(dialog, QRadioButton, "sign_field_Reviewer2").isChecked()
    assert find(dialog, QLineEdit, "sign_file_target").text().endswith("plan-signed-2.pdf")


def test_a_word_document_is_signed_as_organisation_or_approver(qtbot, show, tmp_path, shop):
    file = tmp_path / "plan.docx"
    file.write_bytes(lined_docx("Seal", "Approver"))
    dialog = show(SignFileDialog, file)
    offered = {radio.objectName() for radio in dialog.list.findChildren(QRadioButton)}
    click(dialog, "sign_field_Approver")
    late = text(dialog, "sign_file_late")

    sign(qtbot, dialog)

    assert late == ""  # a seal of a Word document certifies nothing that an approval would undo
    assert offered == {"sign_field_Seal", "sign_field_Approver"}
    (signature,) = shop.verify(tmp_path / "plan-signed.docx").signatures
    assert signature.signer == "Anna Keller"
    assert signature.holds


def test_a_file_that_everybody_has_signed_takes_no_more(qtbot, show, tmp_path):
    file = tmp_path / "card.pdf"
    file.write_bytes(unsigned_pdf(("Seal",)))
    first = show(SignFileDialog, file)
    sign(qtbot, first)
    first.reject()

    dialog = show(SignFileDialog, tmp_path / "card-signed.pdf")

    assert "Everybody has signed" in dialog.banner.text
    assert not dialog.keep.isVisible()
    assert not dialog.signing.isVisible()


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7 broken"])
def test_a_file_that_is_no_document_is_said(show, tmp_path, content):
    file = tmp_path / "notes.pdf"
    file.write_bytes(content)

    dialog = show(SignFileDialog, file)

    assert dialog.banner.isVisible()
    assert not dialog.keep.isVisible()


def test_a_file_that_is_gone_is_said(show, tmp_path):
    dialog = show(SignFileDialog, tmp_path / "gone.pdf")

    assert "gone.pdf" in dialog.banner.text
    assert not dialog.keep.isVisible()


def test_a_wrong_passphrase_writes_nothing_and_is_asked_again(qtbot, show, plain):
    dialog = show(SignFileDialog, plain)

    sign(qtbot, dialog, "battery staple")

    assert dialog.banner.isVisible()
    assert not plain.with_name("plan-signed.pdf").exists()
    qtbot.waitUntil(find(dialog, QLineEdit, "sign_file_passphrase").hasFocus)
    sign(qtbot, dialog)
    assert plain.with_name("plan-signed.pdf").exists()
    assert not dialog.banner.isVisible()


def answer(dialog, name):
    (question,) = [one for one in dialog.findChildren(QuestionDialog) if one.isVisible()]
    click(question, f"answer_{name}")


def test_a_file_is_replaced_only_when_somebody_says_so(qtbot, show, plain, shop):
    before = plain.read_bytes()
    dialog = show(SignFileDialog, plain)
    write(dialog, "sign_file_target", str(plain))
    write(dialog, "sign_file_passphrase", SECRET)

    click(dialog, "sign_file_keep")
    answer(dialog, "keep")
    kept = plain.read_bytes()
    click(dialog, "sign_file_keep")
    answer(dialog, "replace")
    qtbot.waitUntil(dialog.keep.isHidden, timeout=60_000)

    assert kept == before
    assert shop.verify(plain).verdict is not Verdict.UNSIGNED


def test_without_a_file_to_write_nothing_is_signed(show, plain, tmp_path):
    dialog = show(SignFileDialog, plain)
    write(dialog, "sign_file_passphrase", SECRET)
    write(dialog, "sign_file_target", str(tmp_path))

    click(dialog, "sign_file_keep")

    assert not dialog.busy
    assert dialog.fields["target"].problem == "Choose the file to write."


def test_a_time_stamp_server_that_is_down_is_told_of(qtbot, show, plain, desk):
    dialog = show(SignFileDialog, plain)
    desk.change_settings(replace(desk.settings, time_authority="http://127.0.0.1:9/"))

    sign(qtbot, dialog)

    from PySide6.QtWidgets import QLabel

    said = [one.text() for one in find(dialog, QWidget, "export_result").findChildren(QLabel)]
    assert "Signed, B-B" in said
    assert any("no time stamp" in one for one in said)


def test_the_signed_file_is_verified_at_once(qtbot, show, plain):
    dialog = show(SignFileDialog, plain)
    sign(qtbot, dialog)

    with qtbot.waitSignal(dialog.verify_asked) as asked:
        click(dialog, "export_verify_0")

    assert asked.args == [plain.with_name("plan-signed.pdf")]


def test_the_identity_is_remembered_and_its_passphrase_forgotten(qtbot, show, plain, desk, key):
    dialog = show(SignFileDialog, plain)
    desk.change_settings(replace(desk.settings, identity=None))

    sign(qtbot, dialog)

    assert desk.settings.identity == key
    assert find(dialog, QLineEdit, "sign_file_passphrase").text() == ""


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("Seal", "Seal of the organisation"),
        ("Reviewer", "Reviewer"),
        ("Reviewer12", "Reviewer 12"),
        ("Signature1", "Signature1"),
    ],
)
def test_fields_are_called_as_people_call_them(field, words):
    assert field_words(field) == words


def test_a_name_is_proposed_that_no_file_has(tmp_path):
    file = tmp_path / "plan-signed.pdf"
    first = free_name(tmp_path / "plan.pdf", "signed")
    file.touch()

    assert first == file
    assert free_name(tmp_path / "plan.pdf", "signed").name == "plan-signed-2.pdf"
    assert free_name(file, "signed").name == "plan-signed-2.pdf"
