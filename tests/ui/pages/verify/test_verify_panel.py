"""Verifying files in the window, as a person does: dropping, choosing, trusting, saving."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QToolButton, QWidget

from app.signing.signer import IdentitySigner
from tests.integration.signing.samples import (
    FONT,
    made_identity,
    statement,
    unsigned_docx,
    unsigned_pdf,
)
from tests.ui.dialogs.versions.driving import click, find, text
from ui.pages.verify.panel import VerifyPanel

WAIT_MS = 30_000


@pytest.fixture(scope="module")
def signer():
    return IdentitySigner(made_identity(name="Ada Lovelace"), FONT)


@pytest.fixture(scope="module")
def sealed(signer):
    plain = unsigned_pdf(("Seal", "Approver"))
    return signer.sign_pdf(plain, statement("Sealed"), field="Seal", certify=True).data


@pytest.fixture(scope="module")
def whole(signer):
    plain = unsigned_pdf(("Seal",))
    return signer.sign_pdf(plain, statement("Sealed"), field="Seal", certify=True).data


@pytest.fixture
def certificate(signer, tmp_path):
    from cryptography.hazmat.primitives.serialization import Encoding

    file = tmp_path / "ada.crt"
    file.write_bytes(signer.identity.certificate.public_bytes(Encoding.PEM))
    return file


@pytest.fixture
def panel(qtbot, desk, host):
    made = VerifyPanel(desk, host)
    host.resize(1000, 900)
    made.resize(1000, 900)
    with qtbot.waitExposed(host):
        host.show()
    return made


@pytest.fixture
def verify(qtbot, panel, tmp_path):
    def act(data, name="plan.pdf"):
        file = tmp_path / name
        file.write_bytes(data)
        panel.verify(file)
        qtbot.waitUntil(lambda: not panel.busy, timeout=WAIT_MS)
        return file

    return act


def said(where):
    shown = [one for one in where.findChildren(QLabel) if one.isVisibleTo(where)]
    return "\n".join(one.accessibleName() or one.text() for one in shown)


def answer(panel, name, *files):
    dialog = find(panel, QFileDialog, name)
    dialog.fileSelected.emit(str(files[0]))
    dialog.filesSelected.emit([str(file) for file in files])
    dialog.reject()


def test_before_a_file_is_taken_the_page_says_what_to_do(panel):
    assert text(panel, "verify_drop_title") == "Drop a PDF or Word file here"
    assert not panel.headline.isVisible()
    assert "who signed cannot be proved" in said(panel.trust)


def test_a_file_that_nobody_vouches_for_is_amber_and_says_why(panel, verify, whole):
    verify(whole)

    assert text(panel, "verify_light") == "Something is left to find out"
    assert "who the signers are is not proved" in said(panel.headline)
    assert "signer's clock" in said(find(panel, QWidget, "verify_signature_0"))
    assert "advanced, certificate self-signed" in said(find(panel, QWidget, "verify_signature_0"))


def test_a_trusted_certificate_turns_the_light_green(qtbot, panel, verify, whole, certificate):
    verify(whole)

    click(panel, "verify_trust_add")
    answer(panel, "verify_trust_dialog", certificate)
    qtbot.waitUntil(lambda: not panel.busy, timeout=WAIT_MS)
    assert text(panel, "verify_light") == "Rely on it"

    find(panel, QToolButton, "verify_trust_remove_0").click()
    qtbot.waitUntil(lambda: not panel.busy, timeout=WAIT_MS)
    assert text(panel, "verify_light") == "Something is left to find out"


def test_whoever_has_not_signed_yet_is_named(panel, verify, sealed):
    verify(sealed)

    roles = said(find(panel, QWidget, "verify_roles"))
    assert "Approver\nnobody yet\nNot signed yet" in roles
    assert "signatures are missing: Approver" in said(panel.headline)
    assert panel.headline.sign.isVisible()


def test_a_changed_byte_is_red_in_words_and_offers_no_signing(panel, verify, sealed):
    changed = bytearray(sealed)
    changed[changed.index(b"plan 3.0") if b"plan 3.0" in changed else 400] ^= 1

    verify(bytes(changed))

    assert text(panel, "verify_light") == "Do not rely on it"
    assert not panel.headline.sign.isVisible()
    assert not panel.headline.stamp.isVisible()


def test_a_word_file_is_verified_too(panel, verify, signer):
    signed = signer.sign_word(unsigned_docx(), statement("Sealed"))

    verify(signed.data, "plan.docx")

    assert "Word document" in said(panel.headline)
    assert "every part" in said(panel.headline)
    assert not panel.headline.stamp.isVisible()


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n", b"%PDF-1.7 but no more"])
def test_what_is_no_signed_document_is_said_in_one_sentence(panel, verify, data):
    verify(data)

    assert text(panel, "verify_light") == "Do not rely on it"
    assert len(said(find(panel, QWidget, "verify_problems")).splitlines()) == 2


def test_a_file_that_is_gone_is_told_of(qtbot, panel, tmp_path):
    panel.verify(tmp_path / "gone.pdf")
    qtbot.waitUntil(lambda: not panel.busy, timeout=WAIT_MS)

    assert panel.banner.isVisible()
    assert not panel.headline.isVisible()


def test_hostile_names_are_shown_letter_by_letter(panel, verify):
    hostile = IdentitySigner(made_identity(name="<b>Eve</b>\u202egnp"), FONT)
    signed = hostile.sign_pdf(unsigned_pdf(("Seal",)), statement("Sealed"), field="Seal").data

    verify(signed)

    card = find(panel, QWidget, "verify_signature_0")
    assert "<b>Eve</b>" in said(card)
    assert all(one.textFormat() is not Qt.TextFormat.AutoText for one in card.findChildren(QLabel))


def test_a_later_file_replaces_an_earlier_one(panel, verify, sealed):
    verify(sealed)
    verify(b"nothing")

    assert panel.findChild(QWidget, "verify_problems") is not None
    visible = [one.objectName() for one in panel.findChildren(QWidget) if one.isVisibleTo(panel)]
    assert "verify_signature_0" not in visible


def test_a_file_can_be_dropped(qtbot, panel, whole, tmp_path):
    file = tmp_path / "dropped.pdf"
    file.write_bytes(whole)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)

    panel.drop.dragEnterEvent(entering)
    assert entering.isAccepted()
    assert panel.drop.property("drop") == "true"
    panel.drop.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    qtbot.waitUntil(lambda: not panel.busy, timeout=WAIT_MS)

    assert text(panel, "verify_drop_title") == "dropped.pdf"
    assert panel.drop.property("drop") == "false"
    assert panel.headline.isVisible()


def test_a_file_can_be_chosen(qtbot, panel, whole, tmp_path):
    file = tmp_path / "chosen.pdf"
    file.write_bytes(whole)

    click(panel, "verify_choose")
    answer(panel, "verify_choose_dialog", file)
    qtbot.waitUntil(lambda: not panel.busy, timeout=WAIT_MS)

    assert text(panel, "verify_drop_title") == "chosen.pdf"


def test_the_report_is_saved_as_text_and_as_data_and_copied(panel, verify, whole, tmp_path):
    verify(whole)
    as_text, as_data = tmp_path / "r.txt", tmp_path / "r.json"

    for file in (as_text, as_data):
        click(panel, "verify_save")
        answer(panel, "verify_save_dialog", file)
    click(panel, "verify_copy")

    assert json.loads(as_data.read_text())["verdict"] == "valid-untrusted"
    assert as_text.read_text().startswith("File: plan.pdf\nVerdict: VALID-UNTRUSTED")
    assert QGuiApplication.clipboard().text().strip() == as_text.read_text().strip()


def test_a_report_that_cannot_be_written_is_told_of(panel, verify, whole, tmp_path):
    verify(whole)

    click(panel, "verify_save")
    answer(panel, "verify_save_dialog", tmp_path / "no" / "such" / "folder.txt")

    assert panel.banner.isVisible()
