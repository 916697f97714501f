"""From a verified file to its next signature and back, as the window leads."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.dialogs.versions.driving import SECRET, click, find, settled, write
from ui.dialogs.sign_file.dialog import SignFileDialog
from ui.dialogs.sign_file.stamp_dialog import StampDialog
from ui.pages.verify.page import VerifyPage
from ui.pages.verify.panel import VerifyPanel


@pytest.fixture
def panel(qtbot, desk, host, key):
    desk.change_settings(replace(desk.settings, identity=key))
    made = VerifyPanel(desk, host)
    host.resize(1200, 1000)
    made.resize(1200, 1000)
    with qtbot.waitExposed(host):
        host.show()
    return made


def test_a_file_is_signed_from_its_report_and_the_signed_one_verified(qtbot, panel, plain):
    panel.verify(plain)
    qtbot.waitUntil(lambda: not panel.busy, timeout=60_000)
    click(panel, "verify_sign")
    dialog = panel.findChild(SignFileDialog)
    settled(qtbot, dialog)
    write(dialog, "sign_file_passphrase", SECRET)
    click(dialog, "sign_file_keep")
    settled(qtbot, dialog)

    click(dialog, "export_verify_0")
    qtbot.waitUntil(lambda: not panel.busy, timeout=60_000)

    qtbot.waitUntil(lambda: panel.findChild(SignFileDialog) is None)
    assert panel.drop.findChild(QLabel, "verify_drop_title").text() == "plan-signed.pdf"
    assert panel.findChild(QWidget, "verify_signature_0") is not None


def test_a_stamp_is_asked_for_from_the_report(panel, plain):
    panel.stamp_asked.emit(plain)

    assert panel.findChild(StampDialog).isVisible()


def test_a_target_of_a_file_shows_the_page_that_verifies_it(qtbot, window, desk, plain):
    assert desk.open_sample()

    window.navigate(f"file:{plain}")

    page = window.findChild(VerifyPage)
    assert page.isVisible()
    qtbot.waitUntil(lambda: not page.panel.busy, timeout=60_000)
    assert find(page, QLabel, "verify_drop_title").text() == "plan.pdf"
