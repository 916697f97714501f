"""What is signed with and who vouches for the time, as a person enters it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from app.services.settings import Settings
from app.services.signing import UNSTAMPED, KeyFile, KeyToken, Level, Stamping
from tests.ui.dialogs.versions.driving import click, find, text, write
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.signing_box import SigningBox

SERVER = "https://tsa.example.org/tsr"


@pytest.fixture
def box(qtbot, host, desk):
    made = SigningBox(host, "box", desk)
    host.resize(600, 900)
    made.resize(600, 900)
    with qtbot.waitExposed(host):
        host.show()
    made.sign.setChecked(True)
    return made


def vouch(desk, address=SERVER):
    desk.change_settings(replace(desk.settings, time_authority=address))


def test_nothing_is_asked_and_nothing_signed_until_somebody_wants_to(box):
    box.sign.setChecked(False)

    assert box.complete()
    assert box.take_key() is None
    assert not find(box, QLineEdit, "box_passphrase").isVisible()


def test_a_file_is_signed_with_and_its_passphrase_forgotten(box, tmp_path):
    write(box, "box_identity", str(tmp_path / "id.p12"))
    incomplete = box.complete()
    said = find(box, QLineEdit, "box_passphrase").accessibleDescription()
    write(box, "box_passphrase", "correct horse")

    complete = box.complete()
    key = box.take_key()

    assert (incomplete, complete) == (False, True)
    assert said == "Enter the passphrase of the identity."
    assert key == KeyFile(tmp_path / "id.p12", "correct horse")
    assert find(box, QLineEdit, "box_passphrase").text() == ""


def test_only_a_pem_file_is_asked_for_its_certificate_and_may_go_without_passphrase(box, tmp_path):
    certificate = find(box, QLineEdit, "box_certificate")
    write(box, "box_identity", str(tmp_path / "id.p12"))
    hidden = not certificate.isVisible()
    write(box, "box_identity", str(tmp_path / "id.PEM"))
    write(box, "box_certificate", str(tmp_path / "id.crt"))

    complete = box.complete()

    assert hidden
    assert complete
    assert box.take_key() == KeyFile(tmp_path / "id.PEM", "", tmp_path / "id.crt")


def test_a_certificate_that_is_hidden_again_is_not_taken(box, tmp_path):
    write(box, "box_identity", str(tmp_path / "id.pem"))
    write(box, "box_certificate", str(tmp_path / "id.crt"))
    write(box, "box_identity", str(tmp_path / "id.p12"))

    assert box.take_key().certificate is None


def test_a_token_is_signed_with_by_its_library_names_and_pin(box, tmp_path):
    click(box, "box_by_token")
    empty = box.complete()
    write(box, "box_module", str(tmp_path / "libcard.so"))
    write(box, "box_token", " Office card ")
    write(box, "box_key_name", "sign")
    no_pin = box.complete()
    write(box, "box_pin", "1234")

    complete = box.complete()
    key = box.take_key()

    assert (empty, no_pin, complete) == (False, False, True)
    assert key == KeyToken(tmp_path / "libcard.so", "1234", "Office card", "sign")
    assert find(box, QLineEdit, "box_pin").text() == ""
    assert find(box, QLineEdit, "box_pin").echoMode() is QLineEdit.EchoMode.Password


def test_what_is_missing_gets_the_keyboard(qtbot, box):
    click(box, "box_by_token")

    box.complete()

    qtbot.waitUntil(find(box, QLineEdit, "box_module").hasFocus)


def test_paths_are_remembered_and_no_secret(box, tmp_path):
    write(box, "box_identity", str(tmp_path / "id.p12"))
    write(box, "box_passphrase", "correct horse")
    by_file = box.remembered(Settings())
    click(box, "box_by_token")
    write(box, "box_module", str(tmp_path / "libcard.so"))
    write(box, "box_pin", "1234")
    by_token = box.remembered(Settings())
    box.sign.setChecked(False)

    assert by_file == Settings(identity=tmp_path / "id.p12")
    assert by_token == Settings(token=tmp_path / "libcard.so")
    assert box.remembered(Settings(identity=Path("/old.p12"))) == Settings(
        identity=Path("/old.p12")
    )


def test_it_starts_with_what_was_signed_with_last(box, tmp_path):
    box.show_settings(Settings(token=tmp_path / "libcard.so"))

    assert box.by_token.isChecked()
    assert find(box, QLineEdit, "box_module").text() == str(tmp_path / "libcard.so")


def test_a_new_identity_is_taken_at_once(qtbot, box, tmp_path):
    click(box, "box_by_token")

    box.use_identity(tmp_path / "new.p12")

    assert box.by_file.isChecked()
    assert find(box, QLineEdit, "box_identity").text() == str(tmp_path / "new.p12")
    qtbot.waitUntil(find(box, QLineEdit, "box_passphrase").hasFocus)


def test_without_a_server_the_clock_of_this_computer_is_said_and_no_level_offered(box):
    assert text(box, "box_time_server") == "Nobody: the time is this computer's clock."
    assert not find(box, QComboBox, "box_level").isVisible()
    assert box.stamping() == UNSTAMPED


def test_a_server_vouches_at_the_level_chosen_each_explained(box, desk):
    vouch(desk)
    level = find(box, QComboBox, "box_level")
    first = box.stamping()
    hints = []
    for at in range(level.count()):
        level.setCurrentIndex(at)
        hints.append(level.accessibleDescription())

    assert "tsa.example.org" in text(box, "box_time_server")
    assert first == Stamping(SERVER, Level.B_T)
    assert box.stamping() == Stamping(SERVER, Level.B_LTA)
    assert len(set(hints)) == 3
    assert all(hint.endswith(".") for hint in hints)


def test_the_server_is_chosen_in_the_settings_and_shown_here_at_once(qtbot, box, host):
    click(box, "box_time_settings")
    dialog = host.findChild(SettingsDialog)
    entry = find(dialog, QLineEdit, "time_server")
    qtbot.waitUntil(entry.hasFocus)

    write(dialog, "time_server", SERVER)
    dialog.accept()

    assert "tsa.example.org" in text(box, "box_time_server")


def test_acts_take_no_time_stamp(qtbot, host, desk):
    vouch(desk)
    made = SigningBox(host, "act")

    assert made.findChild(QLabel, "act_time_server") is None
    assert made.stamping() == UNSTAMPED
