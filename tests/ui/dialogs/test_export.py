"""The export dialog, from the choice of formats to the written files."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.sections import Section
from app.services.cancelling import Cancelled
from app.services.exporting import (
    ExportedFile,
    ExportResult,
    FileFormat,
    PlanNotReady,
)
from app.services.signing import SigningError
from ui.dialogs.export import ExportDialog
from ui.dialogs.export_changes import ChangesBox
from ui.dialogs.export_identity import IdentityDialog

DIGEST = hashlib.sha256(b"x").hexdigest()


class WrongPassphrase(SigningError):
    code = "signing.wrong-passphrase"


class FakeExporter:
    """Tells of two steps and gives back what it was told to."""

    def __init__(self, error=None, *, until_cancelled=False):
        self.error = error
        self.until_cancelled = until_cancelled
        self.options = []

    def export(self, judgement, options, progress):
        self.options.append(options)
        progress(0.5, "Laying out the pages")
        while self.until_cancelled:
            progress(0.6, "Still laying out")
        if self.error is not None:
            raise self.error
        files = tuple(
            ExportedFile(
                options.folder / f"plan.{kind.value}",
                kind,
                2048,
                DIGEST,
                signed=options.identity is not None,
                pages=21 if kind is FileFormat.PDF else None,
            )
            for kind in options.formats
        )
        return ExportResult(files, DIGEST)


@pytest.fixture
def exporter(shop, monkeypatch):
    made = FakeExporter()
    monkeypatch.setattr(type(shop), "exporter", lambda self: made)
    return made


@pytest.fixture
def dialog(qtbot, host, desk, exporter, tmp_path):
    assert desk.open_sample()
    made = ExportDialog(desk.bridge, desk, host)
    qtbot.addWidget(made)
    made.form.folder.show_path(tmp_path / "out")
    with qtbot.waitExposed(made):
        made.show()
    return made


def find(dialog, kind, name):
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def click(dialog, name, kind=QPushButton):
    QTest.mouseClick(find(dialog, kind, name), Qt.MouseButton.LeftButton)


def choose(dialog, kind, name, *, on=True):
    find(dialog, kind, name).setChecked(on)


def made(dialog):
    return dialog.findChild(QWidget, "export_result")


def test_a_draft_is_exported_in_both_formats(qtbot, dialog, exporter, tmp_path):
    choose(dialog, QRadioButton, "export_draft")

    click(dialog, "export_start")
    qtbot.waitUntil(lambda: made(dialog) is not None)

    assert exporter.options[0].draft
    assert exporter.options[0].formats == (FileFormat.PDF, FileFormat.DOCX)
    assert exporter.options[0].folder == tmp_path / "out"
    texts = [shown.text() for shown in made(dialog).findChildren(QLabel)]
    assert "21 pages, 2 KB" in texts
    assert "PDF and Word carry the same headings and tables." in texts


def test_a_checksum_is_copied_whole(qtbot, dialog):
    click(dialog, "export_start")
    qtbot.waitUntil(lambda: made(dialog) is not None)

    click(dialog, "export_copy_0", QToolButton)

    assert QGuiApplication.clipboard().text() == DIGEST


def test_without_a_format_nothing_starts(dialog, exporter):
    choose(dialog, QCheckBox, "export_pdf", on=False)
    choose(dialog, QCheckBox, "export_docx", on=False)

    click(dialog, "export_start")

    assert exporter.options == []
    assert find(dialog, QProgressBar, "export_progress").isVisible() is False


def test_a_signature_needs_the_passphrase_which_is_forgotten_at_once(
    qtbot, dialog, exporter, tmp_path
):
    choose(dialog, QRadioButton, "export_final")
    choose(dialog, QCheckBox, "export_sign")
    dialog.form.signing.identity.show_path(tmp_path / "id.p12")
    click(dialog, "export_start")
    started_without = list(exporter.options)
    field = find(dialog, QLineEdit, "export_passphrase")
    QTest.keyClicks(field, "correct horse")

    click(dialog, "export_start")
    qtbot.waitUntil(lambda: made(dialog) is not None)

    assert started_without == []
    assert exporter.options[0].passphrase == "correct horse"
    assert exporter.options[0].identity == tmp_path / "id.p12"
    assert field.text() == ""
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_a_draft_is_never_signed(dialog, tmp_path):
    choose(dialog, QRadioButton, "export_final")
    choose(dialog, QCheckBox, "export_sign")

    choose(dialog, QRadioButton, "export_draft")

    assert dialog.form.options().identity is None
    assert not find(dialog, QCheckBox, "export_sign").isVisible()


def test_a_wrong_passphrase_is_said_and_can_be_tried_again(qtbot, dialog, exporter, tmp_path):
    exporter.error = WrongPassphrase("The passphrase does not open id.p12; enter it again.")
    click(dialog, "export_start")
    qtbot.waitUntil(dialog.banner.isVisible)
    said = dialog.banner.text
    exporter.error = None

    click(dialog, "export_start")
    qtbot.waitUntil(lambda: made(dialog) is not None)

    assert "The passphrase does not open id.p12" in said
    assert not dialog.banner.isVisible()


def test_an_export_is_stopped(qtbot, dialog, exporter):
    exporter.until_cancelled = True
    click(dialog, "export_start")
    step = find(dialog, QLabel, "export_step")
    qtbot.waitUntil(lambda: step.text() == "Still laying out")

    click(dialog, "export_close")
    qtbot.waitUntil(dialog.banner.isVisible)

    assert Cancelled().message in dialog.banner.text
    assert dialog.isVisible()
    assert find(dialog, QPushButton, "export_start").isVisible()


def test_findings_that_block_are_listed_and_lead_to_where_they_are_mended(
    qtbot, host, desk, exporter
):
    assert desk.open_sample()
    section = desk.bridge.plan.sections[RecordId("purpose")]
    empty = Section(section.id, section.title)
    desk.bridge.apply((put(desk.bridge.plan, empty),), "Empty")
    dialog = ExportDialog(desk.bridge, desk, host)
    qtbot.addWidget(dialog)
    dialog.show()
    drafted = find(dialog, QRadioButton, "export_draft").isChecked()
    choose(dialog, QRadioButton, "export_final")
    targets: list[str] = []
    dialog.navigate.connect(targets.append)

    shown = find(dialog, QWidget, "export_blockers").isVisible()
    click(dialog, "blocker_0")

    assert drafted
    assert shown
    assert targets == ["finding:section.empty/sections/purpose"]
    assert not dialog.isVisible()


def test_a_plan_that_is_not_ready_offers_the_findings(qtbot, dialog, exporter):
    exporter.error = PlanNotReady(())
    targets: list[str] = []
    dialog.navigate.connect(targets.append)
    click(dialog, "export_start")
    qtbot.waitUntil(dialog.banner.isVisible)

    click(dialog, "export_banner_action")

    assert targets == ["findings"]


def test_folder_and_identity_are_remembered_and_never_the_passphrase(
    qtbot, dialog, desk, shop, tmp_path
):
    choose(dialog, QRadioButton, "export_final")
    choose(dialog, QCheckBox, "export_sign")
    dialog.form.signing.identity.show_path(tmp_path / "id.p12")
    QTest.keyClicks(find(dialog, QLineEdit, "export_passphrase"), "correct horse")

    click(dialog, "export_start")
    qtbot.waitUntil(lambda: made(dialog) is not None)

    assert desk.settings.export_folder == tmp_path / "out"
    assert desk.settings.identity == tmp_path / "id.p12"
    stored = [file for file in shop.paths.config.rglob("*") if file.is_file()]
    assert stored
    assert all(b"correct horse" not in file.read_bytes() for file in stored)


def test_an_identity_is_created_and_its_fingerprint_shown(qtbot, host, shop, tmp_path):
    dialog = IdentityDialog(shop, "Northwind Health", host)
    qtbot.addWidget(dialog)
    dialog.show()
    made_files: list[Path] = []
    dialog.created.connect(made_files.append)
    fill(dialog, "identity_name", "Priya Raman")
    fill(dialog, "identity_email", "priya@northwind.example")
    fill(dialog, "identity_passphrase", "correct horse")
    fill(dialog, "identity_passphrase_again", "correct house")
    find(dialog, QLineEdit, "identity_file").setText(str(tmp_path / "id"))
    click(dialog, "identity_create")
    differing = list(made_files)
    fill(dialog, "identity_passphrase_again", "correct horse")

    click(dialog, "identity_create")
    qtbot.waitUntil(lambda: bool(made_files), timeout=60_000)

    assert differing == []
    assert made_files == [tmp_path / "id.p12"]
    assert (tmp_path / "id.p12").exists()
    assert "SHA-256" in find(dialog, QLabel, "identity_done").accessibleName()


def test_an_identity_in_the_way_is_said(qtbot, host, shop, tmp_path):
    (tmp_path / "id.p12").write_bytes(b"mine")
    dialog = IdentityDialog(shop, "Northwind Health", host)
    qtbot.addWidget(dialog)
    dialog.show()
    fill(dialog, "identity_name", "Priya Raman")
    fill(dialog, "identity_email", "priya@northwind.example")
    fill(dialog, "identity_passphrase", "correct horse")
    fill(dialog, "identity_passphrase_again", "correct horse")
    find(dialog, QLineEdit, "identity_file").setText(str(tmp_path / "id.p12"))

    click(dialog, "identity_create")
    banner = find(dialog, QWidget, "identity_banner")
    qtbot.waitUntil(banner.isVisible, timeout=60_000)

    assert (tmp_path / "id.p12").read_bytes() == b"mine"
    assert find(dialog, QPushButton, "identity_create").isEnabled()


def fill(dialog, name, typed):
    field = find(dialog, QLineEdit, name)
    field.clear()
    QTest.keyClicks(field, typed)


def test_the_changes_since_the_version_before_can_be_an_annex(qtbot, dialog, exporter):
    changes = find(dialog, QCheckBox, "export_changes")
    choose(dialog, QRadioButton, "export_draft")
    assert changes.text() == "Add an annex with the changes since 1.0"
    assert not changes.isChecked()

    choose(dialog, QCheckBox, "export_changes")
    click(dialog, "export_start")
    qtbot.waitUntil(lambda: made(dialog) is not None)

    since = exporter.options[0].since
    assert since.point == "1.0"
    assert since.plan.versions


def test_unless_it_is_asked_for_there_is_no_such_annex(qtbot, dialog, exporter):
    click(dialog, "export_start")
    qtbot.waitUntil(lambda: made(dialog) is not None)

    assert exporter.options[0].since is None


def test_a_final_export_is_compared_with_the_version_before_its_own(dialog):
    changes = find(dialog, QCheckBox, "export_changes")

    choose(dialog, QRadioButton, "export_final")

    assert changes.text() == "Add an annex with the changes since 0.9"
    assert changes.accessibleName() == changes.text()


@pytest.mark.parametrize(
    ("versions", "draft", "final"),
    [((), "", ""), (("1.0",), "1.0", ""), (("R&D 1", "<b>2</b>"), "<b>2</b>", "R&D 1")],
)
def test_the_annex_is_offered_only_where_there_is_an_earlier_version(host, versions, draft, final):
    box = ChangesBox(host, versions)
    box.setChecked(True)

    for wanted, on in ((draft, True), (final, False)):
        box.show_kind(draft=on)
        assert box.point == wanted
        assert box.isHidden() is not bool(wanted)
        assert box.accessibleName().endswith(wanted)
