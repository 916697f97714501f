"""The minutes as files: asked for, written, kept in the plan, or not."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from app.domain.plan.changes import put
from app.domain.plan.sessions import Verdict
from app.services.rendering import FileFormat
from app.services.reviewing.minutes import Minutes, MinutesFile, MinutesOptions
from app.services.signing import KeyFile, Level, SigningError
from tests.ui.fakes import DiskGone
from ui.dialogs.session.minutes_dialog import MinutesDialog

DATA = b"minutes"
DIGEST = hashlib.sha256(DATA).hexdigest()


class WrongPassphrase(SigningError):
    code = "signing.wrong-passphrase"


class FakeMinutes:
    """Gives back what it was told to, in place of the one that renders."""

    def __init__(self) -> None:
        self.error: Exception | None = None
        self.options: list[MinutesOptions] = []

    def export(self, plan, key, options, progress):
        self.options.append(options)
        progress(0.5, "Laying out the pages")
        if self.error is not None:
            raise self.error
        files = (
            MinutesFile(
                options.folder / "minutes.pdf",
                FileFormat.PDF,
                DATA,
                DIGEST,
                level=None if options.key is None else Level.B_B,
                pages=3,
            ),
        )
        return Minutes(files)


@pytest.fixture
def exporter(shop, monkeypatch):
    made = FakeMinutes()
    monkeypatch.setattr(type(shop), "minutes_exporter", lambda self: made)
    return made


@pytest.fixture
def dialog(qtbot, host, desk, bridge, session_window, exporter, tmp_path):
    """Over a session that is closed."""
    session_window.leave()
    (held,) = bridge.plan.sessions.values()
    closed = replace(
        held, closed_at=datetime(2026, 11, 23, 10, tzinfo=UTC), verdict=Verdict.NO_CHANGE
    )
    bridge.apply((put(bridge.plan, closed),), "Close")
    assert bridge.flush()
    made = MinutesDialog(bridge, desk, held.id, host)
    qtbot.addWidget(made)
    made.form.folder.show_path(tmp_path / "out")
    with qtbot.waitExposed(made):
        made.show()
    return made


def find(dialog, kind, name):
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def write(dialog):
    QTest.mouseClick(find(dialog, QPushButton, "minutes_start"), Qt.MouseButton.LeftButton)


def written(dialog):
    return dialog.findChild(QLabel, "export_sha256_0")


def test_the_files_are_shown_and_kept_in_the_plan(qtbot, dialog, bridge, desk, tmp_path):
    write(dialog)
    qtbot.waitUntil(lambda: written(dialog) is not None)

    assert written(dialog).text() == DIGEST
    assert bridge.open_plan.store.kept(DIGEST) == DATA
    (kept,) = bridge.plan.files.values()
    assert kept.id == DIGEST
    assert kept.about == f"sessions/{next(iter(bridge.plan.sessions))}"
    assert desk.settings.export_folder == tmp_path / "out"
    assert find(dialog, QPushButton, "minutes_close").text() == "Close"


def test_without_a_format_or_folder_nothing_starts(dialog, exporter):
    find(dialog, QLineEdit, "minutes_folder").setText("")
    for name in ("minutes_pdf", "minutes_docx"):
        find(dialog, QCheckBox, name).setChecked(False)

    write(dialog)

    assert exporter.options == []


def test_a_signature_needs_identity_and_passphrase(qtbot, dialog, exporter, tmp_path):
    find(dialog, QCheckBox, "minutes_sign").setChecked(True)
    write(dialog)
    assert exporter.options == []
    identity = tmp_path / "me.p12"
    dialog.form.signing.use_identity(identity)
    find(dialog, QLineEdit, "minutes_passphrase").setText("open sesame")

    write(dialog)
    qtbot.waitUntil(lambda: written(dialog) is not None)

    assert exporter.options[0].key == KeyFile(identity, "open sesame")
    assert find(dialog, QLineEdit, "minutes_passphrase").text() == ""


def test_a_failure_is_said_and_can_be_tried_again(qtbot, dialog, exporter):
    exporter.error = WrongPassphrase("The passphrase does not open the identity.")
    write(dialog)
    qtbot.waitUntil(dialog.banner.isVisible)
    assert dialog.banner.text
    exporter.error = None

    write(dialog)
    qtbot.waitUntil(lambda: written(dialog) is not None)

    assert not dialog.banner.isVisible()


def test_a_plan_that_cannot_keep_them_is_no_reason_to_lose_them(qtbot, dialog, bridge, monkeypatch):
    def refuse(*_):
        raise DiskGone("The disk is gone.")

    monkeypatch.setattr(bridge.open_plan.store, "save", refuse)

    write(dialog)
    qtbot.waitUntil(lambda: written(dialog) is not None)

    assert dialog.banner.text.startswith("The files are written, but the plan could not keep them.")
    assert not bridge.plan.files
    monkeypatch.undo()


def test_written_twice_they_are_kept_once(qtbot, dialog, bridge, desk, host):
    write(dialog)
    qtbot.waitUntil(lambda: written(dialog) is not None)
    again = MinutesDialog(bridge, desk, next(iter(bridge.plan.sessions)), host)
    qtbot.addWidget(again)
    again.show()

    write(again)
    qtbot.waitUntil(lambda: written(again) is not None)

    assert len(bridge.plan.files) == 1
