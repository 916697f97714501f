"""Packing the evidence of a plan in the window: what is asked, what is written, what is said."""

import threading
from dataclasses import replace
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QToolButton,
    QWidget,
)

from app.bootstrap import Workshop
from app.domain.plan.changes import put
from app.services.cancelling import Cancelled
from app.services.evidence.packing import EvidenceResult
from app.services.signing import KeyFile, SigningError
from tests.ui.dialogs.versions.driving import (
    SECRET,
    click,
    find,
    identity,
    issue,
    text,
    write,
)
from ui.dialogs.question import QuestionDialog

DIGEST = "ab" * 32
FILES = ("README.txt", "SHA256SUMS", "plan/plan.json", "history/acts.csv", "history/versions.csv")


class WrongPassphrase(SigningError):
    code = "signing.wrong-passphrase"


class FakePacker:
    """Remembers what it was asked for, and gives back what it was told to."""

    def __init__(self):
        self.asked = []
        self.error = None
        self.remarks = ()
        self.sound = True
        self.held = threading.Event()
        self.held.set()
        self.stopped = threading.Event()

    def pack(self, shop, opened, path, options, progress):
        del shop
        self.asked.append((opened.plan, path, options))
        progress(0.4, "Judging the plan")
        self.held.wait(20)
        try:
            progress(0.9, "Saving")
        except Cancelled:
            self.stopped.set()
            raise
        if self.error is not None:
            raise self.error
        signed = options.key is not None
        return EvidenceResult(
            options.file, 2048, DIGEST, FILES, "2.0", False, signed, self.sound, self.remarks
        )


@pytest.fixture
def packer(monkeypatch):
    made = FakePacker()

    def evidence(*asked):
        return made.pack(*asked)

    monkeypatch.setattr(Workshop, "evidence", evidence)
    return made


def pack(qtbot, dialog):
    click(dialog, "evidence_keep")
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)


def answer(dialog, name):
    (question,) = [one for one in dialog.findChildren(QuestionDialog) if one.isVisible()]
    click(question, f"answer_{name}")


def versions(dialog):
    box = find(dialog, QComboBox, "evidence_version")
    return [(box.itemText(at), box.itemData(at)) for at in range(box.count())]


def test_a_real_pack_is_written_signed_and_holds(qtbot, show, shop, tmp_path):
    key = identity(shop, tmp_path, "Anna Keller")
    dialog = show()
    out = tmp_path / "evidence.zip"
    write(dialog, "evidence_file", str(out))
    click(dialog, "evidence_sign")
    write(dialog, "evidence_identity", str(key))
    write(dialog, "evidence_passphrase", SECRET)
    dialog.certificates.trust([key.with_suffix(".crt")])

    click(dialog, "evidence_keep")
    qtbot.waitUntil(lambda: not dialog.busy, timeout=120_000)

    with ZipFile(out) as archive:
        names = archive.namelist()
    assert {"README.txt", "SHA256SUMS", "SHA256SUMS.p7s"} <= set(names)
    assert shop.check_evidence(out, [key.with_suffix(".crt")]).verdict.value == "valid"
    shown = [one.text() for one in find(dialog, QWidget, "evidence_result").findChildren(QLabel)]
    assert "Signed" in shown
    assert "history/" in shown


def test_what_was_typed_last_is_in_the_pack(qtbot, show, packer, desk):
    dialog = show()
    profile = replace(desk.bridge.plan.profile, description="Typed just now")
    desk.bridge.apply((put(desk.bridge.plan, profile),), "Edit")

    pack(qtbot, dialog)

    plan, path, _ = packer.asked[0]
    assert plan.profile.description == "Typed just now"
    assert path == desk.path


def test_the_version_in_force_comes_first_and_every_other_can_be_chosen(
    qtbot, show, packer, shop, desk, path
):
    assert desk.open(path)
    issue(shop, desk.bridge.open_plan, path)
    dialog = show()
    known = versions(dialog)
    find(dialog, QComboBox, "evidence_version").setCurrentIndex(1)

    pack(qtbot, dialog)

    assert known == [
        ("Version 2.0, which is in force", "2.0"),
        ("The plan as it is now, as a draft", "draft"),
    ]
    assert packer.asked[0][2].version == "draft"


def test_without_a_version_the_plan_is_packed_as_it_is(qtbot, show, packer):
    dialog = show()
    pack(qtbot, dialog)

    assert versions(dialog)[0] == ("The plan as it is now", "")
    assert packer.asked[0][2].version == ""
    assert packer.asked[0][2].key is None


def test_the_archive_is_named_after_document_and_version_until_somebody_names_it(show, desk):
    dialog = show()
    entry = find(dialog, QLineEdit, "evidence_file")
    proposed = entry.text()
    box = find(dialog, QComboBox, "evidence_version")
    box.setCurrentIndex(1)
    of_draft = entry.text()
    write(dialog, "evidence_file", str(desk.path.parent / "mine.zip"))
    box.setCurrentIndex(0)

    assert proposed.endswith("NH-IRP-001-evidence.zip")
    assert of_draft.endswith("NH-IRP-001-draft-evidence.zip")
    assert entry.text().endswith("mine.zip")


def test_the_step_and_its_share_are_shown_and_it_can_be_stopped(qtbot, show, packer, host):
    packer.held.clear()
    dialog = show()
    click(dialog, "evidence_keep")
    bar = find(dialog, QProgressBar, "evidence_progress")
    qtbot.waitUntil(lambda: bar.value() == 400)
    step = text(dialog, "evidence_step")

    click(dialog, "evidence_cancel")
    packer.held.set()

    assert step == "Judging the plan"
    assert not dialog.isVisible()
    qtbot.waitUntil(packer.stopped.is_set)


def test_a_wrong_passphrase_is_said_and_asked_again(qtbot, show, packer, tmp_path):
    packer.error = WrongPassphrase("The passphrase does not open id.p12; enter it again.")
    dialog = show()
    click(dialog, "evidence_sign")
    write(dialog, "evidence_identity", str(tmp_path / "id.p12"))
    write(dialog, "evidence_passphrase", "wrong")

    pack(qtbot, dialog)

    assert packer.asked[0][2].key == KeyFile(tmp_path / "id.p12", "wrong")
    assert "does not open id.p12" in dialog.banner.text
    qtbot.waitUntil(find(dialog, QLineEdit, "evidence_passphrase").hasFocus)
    assert dialog.keep.isVisible()


def test_what_does_not_hold_is_said(qtbot, show, packer):
    packer.sound = False
    packer.remarks = ("The audit trail is not whole; history/audit-report.txt says why.",)
    dialog = show()
    pack(qtbot, dialog)

    shown = [one.text() for one in find(dialog, QWidget, "evidence_result").findChildren(QLabel)]
    assert "Something inside does not hold; an auditor will see it too." in shown
    assert packer.remarks[0] in shown


def test_certificates_are_chosen_and_let_go(qtbot, show, packer, shop, tmp_path):
    key = identity(shop, tmp_path, "Anna Keller")
    other = identity(shop, tmp_path, "Rita Moss")
    dialog = show()
    click(dialog, "evidence_trust_add")
    chooser = find(dialog, QFileDialog, "evidence_trust_dialog")
    chooser.filesSelected.emit([str(one.with_suffix(".crt")) for one in (key, other)])
    chooser.reject()
    away = find(dialog, QToolButton, "evidence_trust_remove_0")
    said = away.accessibleName()
    qtbot.mouseClick(away, Qt.MouseButton.LeftButton)

    pack(qtbot, dialog)

    assert said == "Trust anna.crt no more"
    assert packer.asked[0][2].trusted == (other.with_suffix(".crt").read_bytes(),)


def test_a_file_that_is_no_certificate_is_said(qtbot, show, packer, path):
    dialog = show()
    dialog.certificates.trust([path])

    pack(qtbot, dialog)

    assert "not a certificate" in dialog.banner.text
    assert packer.asked == []


def test_an_archive_is_replaced_only_when_somebody_says_so(qtbot, show, packer, tmp_path):
    (tmp_path / "e.zip").write_bytes(b"old")
    dialog = show()
    write(dialog, "evidence_file", str(tmp_path / "e"))
    click(dialog, "evidence_keep")
    answer(dialog, "keep")
    kept = list(packer.asked)
    click(dialog, "evidence_keep")
    answer(dialog, "replace")
    qtbot.waitUntil(dialog.keep.isHidden, timeout=60_000)

    assert kept == []
    assert packer.asked[0][2].file == tmp_path / "e.zip"


def test_without_a_file_nothing_is_packed(show, packer):
    dialog = show()
    write(dialog, "evidence_file", "")

    click(dialog, "evidence_keep")

    assert packer.asked == []
    assert dialog.fields["file"].problem == "Choose the file for the archive."
