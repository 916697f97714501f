"""The Verify page of an open plan, its dialog without one, and files dropped on the window."""

from shutil import copy2

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.services.exporting import ExportOptions
from app.services.rendering import FileFormat
from tests.ui.dialogs.versions.driving import find
from ui.pages.verify.dialog import VerifyDialog
from ui.pages.verify.page import VerifyPage
from ui.pages.verify.panel import VerifyPanel

WAIT_MS = 60_000


@pytest.fixture
def plan(desk, sample_file, tmp_path):
    file = tmp_path / "plan.irplan"
    copy2(sample_file, file)
    assert desk.open(file)
    return file


@pytest.fixture
def exported(desk, plan, tmp_path):
    options = ExportOptions(
        tmp_path / "out", (FileFormat.PDF,), draft=True, head=desk.bridge.head()
    )
    return desk.workshop.exporter().export(desk.bridge.judgement, options).files[0].path


def drop(window, file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    modifiers, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, modifiers))


def said(where):
    return "\n".join(one.accessibleName() or one.text() for one in where.findChildren(QLabel))


def test_an_export_is_recognised_as_the_open_plan(qtbot, window, desk, exported):
    drop(window, exported)

    page = window.findChild(VerifyPage)
    qtbot.waitUntil(lambda: not page.panel.busy, timeout=WAIT_MS)
    assert page.isVisible()
    assert "the plan as it is saved now" in said(find(page, QWidget, "verify_comparison"))


def test_without_comparing_nothing_is_said_of_the_plan(qtbot, window, exported):
    window.navigate("verify")
    page = window.findChild(VerifyPage)
    page.panel.trust.compare.setChecked(False)

    page.take(exported)
    qtbot.waitUntil(lambda: not page.panel.busy, timeout=WAIT_MS)

    assert page.findChild(QWidget, "verify_comparison") is None


def test_without_a_plan_a_dropped_file_is_verified_in_a_dialog(qtbot, window, tmp_path):
    file = tmp_path / "some.pdf"
    file.write_bytes(b"%PDF-1.7")

    drop(window, file)

    dialog = window.findChild(VerifyDialog)
    qtbot.waitUntil(lambda: not dialog.panel.busy, timeout=WAIT_MS)
    assert not dialog.panel.trust.compare.isVisible()
    assert "Do not rely on it" in said(dialog)
    dialog.close_button.click()
    qtbot.waitUntil(lambda: window.doors.dialog("verify") is None)


def test_the_welcome_page_leads_to_it(qtbot, window):
    find(window, QPushButton, "verify_button").click()

    dialog = window.doors.dialog("verify")
    assert isinstance(dialog, VerifyDialog)
    qtbot.waitUntil(dialog.panel.drop.choose.hasFocus)
    assert isinstance(dialog.findChild(VerifyPanel), VerifyPanel)
    dialog.reject()
