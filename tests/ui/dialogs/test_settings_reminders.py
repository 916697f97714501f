"""The settings of reminders: the plan's policy, mail and the daily task."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QWidget,
)

from app.domain.plan.changes import put
from app.domain.plan.upkeep import ApprovalRule, Upkeep
from app.reminders.ledger import FileLedger
from app.reminders.office import ReminderOffice
from app.services.reminding.ledger import Failure, Route, Run
from app.services.reminding.mail_settings import MailSettings, Security
from app.services.reminding.mailing import KeyringMissing, MailPasswordWrong
from app.services.reminding.timing import Installed, TimerFailed, TimerStatus
from tests.ui.fakes import NOW
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.settings_reminders import ReminderSettingsDialog
from ui.widgets.banner import NoticeBanner

MAIL = MailSettings(
    "mail.example.org", 465, Security.TLS, "anna", "plans@example.org", ("a@b.example",), 4
)


class FakePasswords:
    def __init__(self):
        self.kept = {}
        self.missing = False

    def get(self, account):
        return self.kept.get(account)

    def keep(self, account, password):
        if self.missing:
            raise KeyringMissing("There is no keyring.")
        self.kept[account] = password

    def forget(self, account):
        self.kept.pop(account, None)


class FakeTimers:
    def __init__(self):
        self.task = None
        self.refuses = False

    def install(self, task):
        if self.refuses:
            raise TimerFailed("No bus.")
        self.task = task
        return Installed((Path("/x"),), enabled=True, advice="Stay logged in.")

    def uninstall(self):
        gone, self.task = self.task, None
        return (Path("/x"),) if gone else ()

    def status(self):
        if self.task is None:
            return TimerStatus("fake")
        return TimerStatus("fake", installed=True, enabled=True, next_run="tomorrow")


@pytest.fixture
def office(desk, tmp_path):
    """An office that keeps to the test's folder, and keeps passwords in memory."""
    made = ReminderOffice(
        clock=desk.workshop.clock,
        holidays=desk.workshop.holidays,
        ledger=FileLedger(tmp_path / "reminders.sqlite"),
        passwords=FakePasswords(),
        timers=FakeTimers(),
        mail=lambda: desk.settings.mail,
    )
    vars(desk.workshop)["reminder_office"] = made
    return made


@pytest.fixture
def opened(desk, office):
    desk.open_sample()
    return desk.bridge


@pytest.fixture
def dialog(qtbot, host, desk, opened):
    return show(qtbot, desk, host)


def show(qtbot, desk, host):
    made = ReminderSettingsDialog(desk, host)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(lambda: said(made, "daily_state") != "Looking\u2026")
    return made


def line(dialog, name):
    return dialog.findChild(QLineEdit, name)


def number(dialog, name):
    return dialog.findChild(QSpinBox, name)


def said(dialog, name):
    return dialog.findChild(QLabel, name).text()


def told(dialog):
    return dialog.findChild(NoticeBanner, "reminders_banner").text


def click(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def enter(dialog, mail):
    """Fill in the mail tab as a person would."""
    for name, text in (
        ("mail_host", mail.host),
        ("mail_user", mail.user),
        ("mail_sender", mail.sender),
        ("mail_to", ", ".join(mail.to)),
    ):
        line(dialog, name).setText(text)
    security = dialog.findChild(QComboBox, "mail_security")
    security.setCurrentIndex(security.findData(mail.security.value))
    security.activated.emit(security.currentIndex())
    number(dialog, "mail_port").setValue(mail.port)
    digest = dialog.findChild(QComboBox, "mail_digest")
    digest.setCurrentIndex(digest.findData(-1 if mail.digest_on is None else mail.digest_on))


def test_the_policy_becomes_one_step_that_can_be_undone(qtbot, dialog, opened):
    before = opened.plan.kept
    other = Upkeep(approval=ApprovalRule.QUORUM, quorum=2)
    opened.apply((put(opened.plan, other),), "Approval")

    number(dialog, "policy_start").setValue(30)
    number(dialog, "policy_verify").setValue(60)
    number(dialog, "policy_kept").setValue(24)
    dialog.findChild(QCheckBox, "policy_working").setChecked(True)
    line(dialog, "policy_region").setText(" gb-sct ")
    click(qtbot, dialog, "reminders_save")

    kept = opened.plan.kept
    assert (kept.start_before, kept.verify_every, kept.kept_for) == (30, 60, 24)
    assert (kept.working_days, kept.region) == (True, "GB-SCT")
    assert (kept.approval, kept.quorum) == (ApprovalRule.QUORUM, 2)
    assert opened.undo_label == "Reminders"
    opened.undo()
    assert opened.plan.kept == other
    assert before == Upkeep()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("region", "problem"),
    [("de-by", ""), ("", ""), ("Atlantis", "not known"), ("GB\u202e\n", "")],
)
def test_a_region_without_known_holidays_is_told(dialog, region, problem):
    entry = line(dialog, "policy_region")
    entry.setText(region)
    entry.editingFinished.emit()

    described = entry.accessibleDescription()
    assert (entry.property("invalid") == "true") is bool(problem)
    assert problem in described


def test_cancelling_changes_nothing(qtbot, dialog, opened, desk):
    number(dialog, "policy_start").setValue(30)
    enter(dialog, MAIL)
    click(qtbot, dialog, "reminders_cancel")

    assert opened.plan.kept == Upkeep()
    assert desk.settings.mail == MailSettings()


def test_saving_what_is_shown_changes_nothing(qtbot, dialog, opened, desk):
    click(qtbot, dialog, "reminders_save")

    assert opened.undo_label == ""
    assert desk.settings.mail == MailSettings()


def test_mail_is_kept_in_the_settings_and_its_password_in_the_keyring(
    qtbot, dialog, desk, office, tmp_path
):
    enter(dialog, MAIL)
    line(dialog, "mail_password").setText("s\u00e9cret")
    click(qtbot, dialog, "reminders_save")

    assert desk.workshop.settings().mail == MAIL
    assert office.passwords.kept == {"anna@mail.example.org": "s\u00e9cret"}
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or "s\u00e9cret".encode() not in file.read_bytes()


def test_a_kept_password_is_never_shown(qtbot, host, desk, opened, office):
    desk.change_settings(replace(desk.settings, mail=MAIL))
    office.passwords.kept["anna@mail.example.org"] = "secret"

    dialog = show(qtbot, desk, host)

    password = line(dialog, "mail_password")
    assert password.text() == ""
    assert password.echoMode() is QLineEdit.EchoMode.Password
    assert line(dialog, "mail_to").text() == "a@b.example"
    click(qtbot, dialog, "reminders_save")
    assert office.passwords.kept == {"anna@mail.example.org": "secret"}
    assert desk.settings.mail == MAIL


def test_what_is_wrong_is_said_and_nothing_is_kept(qtbot, dialog, desk):
    enter(dialog, replace(MAIL, to=("anna",)))
    dialog.findChild(QTabWidget).setCurrentIndex(2)
    click(qtbot, dialog, "reminders_save")

    assert "not an address" in said(dialog, "mail_problem")
    assert dialog.isVisible()
    assert dialog.findChild(QTabWidget).currentWidget().objectName() == "mail_tab"
    assert desk.settings.mail == MailSettings()


def test_a_missing_keyring_is_told_and_nothing_is_kept(qtbot, dialog, desk, office):
    office.passwords.missing = True
    enter(dialog, MAIL)
    line(dialog, "mail_password").setText("secret")
    click(qtbot, dialog, "reminders_save")

    assert told(dialog).startswith("The password cannot be kept safely.")
    assert dialog.isVisible()
    assert desk.settings.mail == MailSettings()


def test_the_usual_port_follows_the_encryption_and_another_stays(dialog):
    security = dialog.findChild(QComboBox, "mail_security")
    port = number(dialog, "mail_port")
    for at, usual in enumerate((587, 465, 25)):
        security.setCurrentIndex(at)
        security.activated.emit(at)
        assert port.value() == usual

    port.setValue(2525)
    security.setCurrentIndex(0)
    security.activated.emit(0)
    assert port.value() == 2525


@pytest.fixture
def sending(monkeypatch):
    """What a test letter was sent with; `error` makes it fail."""
    sent = []

    def send(self, settings):
        sent.append((settings, dict(self.passwords.kept)))
        if settings.host.startswith("wrong"):
            raise MailPasswordWrong("The server does not accept the password.")
        return settings.to

    monkeypatch.setattr(ReminderOffice, "send_test", send)
    return sent


def test_a_test_letter_goes_out_with_what_is_on_screen(qtbot, dialog, sending, desk):
    enter(dialog, MAIL)
    line(dialog, "mail_password").setText("typed")

    click(qtbot, dialog, "mail_test")
    qtbot.waitUntil(lambda: told(dialog) != "")

    assert told(dialog) == "Sent to a@b.example. Look whether it arrived."
    assert sending == [(MAIL, {"anna@mail.example.org": "typed"})]
    assert desk.settings.mail == MailSettings()


def test_a_test_letter_that_fails_says_why_and_can_be_tried_again(qtbot, dialog, sending):
    enter(dialog, replace(MAIL, host="wrong.example.org"))

    click(qtbot, dialog, "mail_test")
    qtbot.waitUntil(lambda: told(dialog) != "")

    assert "does not accept the password" in told(dialog)
    assert dialog.findChild(QPushButton, "mail_test").isEnabled()


def test_no_test_letter_goes_out_with_incomplete_settings(qtbot, dialog, sending):
    click(qtbot, dialog, "mail_test")
    assert "Enter the mail server" in said(dialog, "mail_problem")
    enter(dialog, replace(MAIL, sender=""))
    click(qtbot, dialog, "mail_test")

    assert sending == []
    assert "sender" in said(dialog, "mail_problem")


def test_the_daily_task_is_set_up_and_stopped_at_once(qtbot, dialog, office, desk):
    at = dialog.findChild(QComboBox, "daily_at")
    at.setCurrentText("08:30")
    click(qtbot, dialog, "daily_install")
    qtbot.waitUntil(lambda: "runs for" in said(dialog, "daily_state"))

    task = office.timers.task
    assert task.plans == (desk.path,)
    assert (f"{task.at:%H:%M}", task.mail, task.notify) == ("08:30", False, True)
    assert "Next: tomorrow." in said(dialog, "daily_state")
    assert told(dialog) == "You are reminded every day at 08:30. Stay logged in."

    click(qtbot, dialog, "daily_remove")
    qtbot.waitUntil(lambda: "Nothing runs" in said(dialog, "daily_state"))
    assert office.timers.task is None
    assert not dialog.findChild(QPushButton, "daily_remove").isEnabled()


def test_a_task_that_is_refused_is_told(qtbot, dialog, office):
    office.timers.refuses = True

    click(qtbot, dialog, "daily_install")
    qtbot.waitUntil(lambda: told(dialog) != "")

    assert told(dialog) == "The daily task was not set up. No bus."
    assert dialog.findChild(QPushButton, "daily_install").isEnabled()


def test_the_last_run_and_what_failed_are_shown(qtbot, host, desk, opened, office):
    route = Route("mail", "anna@example.org")
    with office.ledger.turn(route) as turn:
        turn.fail(Failure(route, "The server is away.", 1, NOW, NOW))
    office.ledger.note_run(Run(NOW, "1 sent."))

    dialog = show(qtbot, desk, host)

    assert "1 sent." in said(dialog, "daily_state")
    assert "1 recipient could not be told." in said(dialog, "daily_state")
    assert said(dialog, "daily_failures") == "anna@example.org: The server is away."


def test_a_damaged_record_is_told_and_the_rest_still_works(qtbot, host, desk, opened, tmp_path):
    (tmp_path / "reminders.sqlite").write_bytes(b"nonsense " * 400)
    dialog = ReminderSettingsDialog(desk, host)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: told(dialog) != "")

    assert "Delete it" in told(dialog)
    click(qtbot, dialog, "reminders_save")
    assert not dialog.isVisible()


def test_without_a_plan_there_is_no_policy_and_nothing_to_install(qtbot, host, desk, office):
    dialog = show(qtbot, desk, host)

    assert dialog.findChild(QTabWidget).count() == 2
    assert not dialog.findChild(QPushButton, "daily_install").isEnabled()
    enter(dialog, MAIL)
    click(qtbot, dialog, "reminders_save")
    assert desk.settings.mail == MAIL


def test_a_plan_open_to_read_only_keeps_its_policy(qtbot, host, desk, opened, office):
    path = desk.path
    desk.close()
    desk.open(path, read_only=True)

    dialog = show(qtbot, desk, host)

    assert not dialog.findChild(QWidget, "policy_tab").isEnabled()
    click(qtbot, dialog, "reminders_save")
    assert desk.bridge.plan.kept == Upkeep()


def test_every_field_has_a_name_and_is_reached_by_the_keyboard(dialog):
    for kind in (QLineEdit, QSpinBox, QComboBox, QCheckBox, QPushButton):
        for field in dialog.findChildren(kind):
            inner = field.objectName().startswith("qt_")
            if inner or field.objectName() == "reminders_banner_action":  # has no words yet
                continue
            name = field.accessibleName() or getattr(field, "text", str)()
            assert name, field.objectName()
            assert field.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_settings_lead_there(qtbot, host, desk, office):
    settings = SettingsDialog(desk, host)
    qtbot.addWidget(settings)
    settings.open()

    click(qtbot, settings, "reminders_button")

    shown = settings.findChild(QDialog, "reminder_settings")
    assert shown is not None
    assert shown.isVisible()
    qtbot.waitUntil(lambda: said(shown, "daily_state") != "Looking\u2026")
    shown.reject()
