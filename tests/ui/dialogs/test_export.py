"""The export dialog, from the choice of formats to the written files."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509 import load_pem_x509_certificate
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from app.domain.document.audience import Audience
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.sections import Section
from app.services.cancelling import Cancelled
from app.services.exporting import ExportedFile, ExportResult, PlanNotReady
from app.services.rendering import FileFormat
from app.services.settings import Appearance
from app.services.signing import KeyFile, Level, SigningError, Stamping
from ui.bridge.theme import apply_theme
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
        self.fails_at = None
        self.remarks = ()

    def export(self, judgement, options, progress):
        self.options.append(options)
        progress(0.5, "Laying out the pages")
        while self.until_cancelled:
            progress(0.6, "Still laying out")
        if self.error is not None:
            raise self.error
        if options.audience is self.fails_at:
            raise WrongPassphrase("The disk is full.")
        files = tuple(
            ExportedFile(
                options.folder / f"{options.audience.value}.{kind.value}",
                kind,
                2048,
                DIGEST,
                level=None if options.key is None else Level.B_B,
                pages=21 if kind is FileFormat.PDF else None,
            )
            for kind in options.formats
        )
        return ExportResult(files, DIGEST, remarks=self.remarks)


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
    assert exporter.options[0].key == KeyFile(tmp_path / "id.p12", "correct horse")
    assert field.text() == ""
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_a_draft_is_never_signed(dialog, tmp_path):
    choose(dialog, QRadioButton, "export_final")
    choose(dialog, QCheckBox, "export_sign")

    choose(dialog, QRadioButton, "export_draft")

    assert dialog.form.options().key is None
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
    said = find(dialog, QLabel, "identity_done").accessibleName()
    assert "SHA-256" in said
    key = load_pem_x509_certificate((tmp_path / "id.crt").read_bytes()).public_key()
    assert isinstance(key, RSAPublicKey)
    assert f"RSA-{key.key_size}" in said


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


def texts(where):
    return [shown.text() for shown in where.findChildren(QLabel)]


def test_several_editions_are_exported_one_after_the_other(qtbot, dialog, exporter):
    choose(dialog, QCheckBox, "export_edition_board")
    choose(dialog, QCheckBox, "export_edition_auditors")
    steps = []
    click(dialog, "export_start")
    dialog._job.progress.connect(lambda share, what: steps.append((share, what)))
    qtbot.waitUntil(lambda: made(dialog) is not None)

    audiences = [options.audience for options in exporter.options]
    assert audiences == [Audience.PLAN, Audience.BOARD, Audience.AUDITORS]
    shown = texts(dialog)
    assert {"The whole plan", "Board edition", "Auditor copy"} <= set(shown)
    assert shown.count("PDF and Word carry the same headings and tables.") == 3
    digests = [find(dialog, QToolButton, f"export_copy_{at}") for at in range(6)]
    assert len({one.accessibleName() for one in digests}) == 6
    assert any(what.startswith("Board edition: ") for _, what in steps)
    shares = [share for share, _ in steps]
    assert shares == sorted(shares)


def test_without_an_edition_nothing_starts(dialog, exporter):
    choose(dialog, QCheckBox, "export_edition_plan", on=False)
    click(dialog, "export_start")
    said = find(dialog, QLabel, "export_no_edition").isVisible()
    choose(dialog, QCheckBox, "export_edition_staff")

    assert said
    assert not find(dialog, QLabel, "export_no_edition").isVisible()
    assert exporter.options == []


def test_what_was_exported_before_a_failure_is_shown_with_it(qtbot, dialog, exporter, tmp_path):
    exporter.fails_at = Audience.BOARD
    choose(dialog, QCheckBox, "export_edition_board")
    choose(dialog, QCheckBox, "export_edition_staff")

    click(dialog, "export_start")
    qtbot.waitUntil(lambda: made(dialog) is not None)

    assert "The disk is full." in dialog.banner.text
    assert "Part of it is exported" in texts(dialog)
    assert "plan.pdf" in texts(made(dialog))
    assert len(exporter.options) == 2


def test_a_failure_of_the_first_edition_leads_back_to_the_form(qtbot, dialog, exporter):
    exporter.fails_at = Audience.PLAN

    click(dialog, "export_start")
    qtbot.waitUntil(dialog.banner.isVisible)

    assert made(dialog) is None
    assert find(dialog, QPushButton, "export_start").isVisible()


def test_a_letterhead_goes_with_the_word_document_and_is_remembered(
    qtbot, dialog, exporter, desk, tmp_path
):
    find(dialog, QLineEdit, "export_letterhead").setText(str(tmp_path / "brand.dotx"))
    click(dialog, "export_start")
    qtbot.waitUntil(lambda: made(dialog) is not None)

    assert exporter.options[0].donor == tmp_path / "brand.dotx"
    assert desk.workshop.settings().letterhead == tmp_path / "brand.dotx"


def test_a_letterhead_is_not_asked_for_without_a_word_document(dialog, tmp_path):
    find(dialog, QLineEdit, "export_letterhead").setText(str(tmp_path / "brand.dotx"))

    choose(dialog, QCheckBox, "export_docx", on=False)

    assert not find(dialog, QLineEdit, "export_letterhead").isVisible()
    assert dialog.form.options().donor is None


def test_a_letterhead_that_is_no_file_is_said_at_its_field(dialog, exporter):
    find(dialog, QLineEdit, "export_letterhead").setText("brand.dotx")

    click(dialog, "export_start")

    assert exporter.options == []
    said = find(dialog, QLineEdit, "export_letterhead").accessibleDescription()
    assert said == "Choose the Word file, or leave this blank."


def test_level_and_remarks_are_shown_with_the_files(qtbot, dialog, exporter, tmp_path):
    exporter.remarks = ("There is no time stamp, because tsa.example.org did not answer.",)
    choose(dialog, QRadioButton, "export_final")
    choose(dialog, QCheckBox, "export_sign")
    dialog.form.signing.identity.show_path(tmp_path / "id.p12")
    QTest.keyClicks(find(dialog, QLineEdit, "export_passphrase"), "correct horse")

    click(dialog, "export_start")
    qtbot.waitUntil(lambda: made(dialog) is not None)

    assert texts(made(dialog)).count("Signed, B-B") == 2
    assert exporter.remarks[0] in texts(made(dialog))


def test_a_file_that_was_made_is_verified_on_its_page(qtbot, dialog, exporter, tmp_path):
    targets: list[str] = []
    dialog.navigate.connect(targets.append)
    click(dialog, "export_start")
    qtbot.waitUntil(lambda: made(dialog) is not None)

    click(dialog, "export_verify_1")

    assert targets == [f"file:{tmp_path / 'out' / 'plan.docx'}"]
    assert not dialog.isVisible()


def test_the_time_is_stamped_as_the_settings_say(dialog, desk):
    desk.change_settings(replace(desk.settings, time_authority="https://tsa.example.org"))
    choose(dialog, QRadioButton, "export_final")

    assert dialog.form.options().stamping == Stamping("https://tsa.example.org", Level.B_T)


def test_it_fits_a_small_window_at_the_largest_size(qtbot, desk, exporter, themed):
    apply_theme(themed, Appearance.LIGHT, 150)
    try:
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(1024, 680)
        window.show()
        assert desk.open_sample()
        dialog = ExportDialog(desk.bridge, desk, window)
        dialog.show()

        assert dialog.width() <= 1024
        assert dialog.height() <= 680
    finally:
        apply_theme(themed, Appearance.LIGHT, 100)


def test_the_fingerprint_sheet_of_a_new_identity_is_saved(qtbot, host, shop, tmp_path):
    dialog = IdentityDialog(shop, "Northwind Health", host)
    qtbot.addWidget(dialog)
    dialog.show()
    fill(dialog, "identity_name", "Priya Raman")
    fill(dialog, "identity_email", "priya@northwind.example")
    fill(dialog, "identity_passphrase", "correct horse")
    fill(dialog, "identity_passphrase_again", "correct horse")
    find(dialog, QLineEdit, "identity_file").setText(str(tmp_path / "id.p12"))
    with qtbot.waitSignal(dialog.created, timeout=60_000):
        click(dialog, "identity_create")

    click(dialog, "identity_sheet")
    chooser = find(dialog, QFileDialog, "identity_sheet_dialog")
    chooser.fileSelected.emit(str(tmp_path / "sheet.pdf"))
    chooser.reject()
    banner = find(dialog, QWidget, "identity_banner")
    qtbot.waitUntil(banner.isVisible, timeout=60_000)

    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert "sheet.pdf" in banner.text
