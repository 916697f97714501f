"""The time-stamp server in the settings: entered, refused, tried."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from app.bootstrap import Workshop
from app.services.proving.stamps import TimeStampReport
from app.services.signing import SigningError
from tests.ui.dialogs.versions.driving import click, find, text, write
from ui.dialogs.settings import SettingsDialog

SERVER = "https://tsa.example.org/tsr"


class NoAnswer(SigningError):
    code = "signing.no-time-stamp"


@pytest.fixture
def dialog(qtbot, host, desk):
    made = SettingsDialog(desk, host)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()
    return made


@pytest.fixture
def answers(monkeypatch):
    """What the server answers to each address it is asked at."""
    asked: list[str] = []

    def time_from(self: Workshop, address: str) -> TimeStampReport:
        asked.append(address)
        if "down" in address:
            raise NoAnswer("There is no time stamp, because tsa did not answer in 10 seconds.")
        return TimeStampReport("Clock of Example", datetime(2026, 11, 23, 9, 0, 7, tzinfo=UTC))

    monkeypatch.setattr(Workshop, "time_from", time_from)
    return asked


def test_an_address_is_kept_when_the_field_is_left(qtbot, dialog, desk):
    write(dialog, "time_server", f"  {SERVER} ")
    qtbot.keyClick(find(dialog, QLineEdit, "time_server"), Qt.Key.Key_Tab)

    assert desk.workshop.settings().time_authority == SERVER


def test_a_wrong_address_is_said_at_the_field_and_not_kept(dialog, desk):
    write(dialog, "time_server", "tsa.example.org")
    click(dialog, "time_server_ask")

    entry = find(dialog, QLineEdit, "time_server")
    assert "begins with http://" in entry.accessibleDescription()
    assert entry.property("invalid") == "true"
    assert desk.workshop.settings().time_authority == ""


def test_a_problem_goes_with_the_next_key(dialog):
    write(dialog, "time_server", "tsa.example.org")
    click(dialog, "time_server_ask")

    write(dialog, "time_server", SERVER)

    assert find(dialog, QLineEdit, "time_server").property("invalid") == "false"


def test_the_server_is_asked_and_its_answer_said(qtbot, dialog, answers, desk):
    write(dialog, "time_server", SERVER)
    click(dialog, "time_server_ask")
    qtbot.waitUntil(lambda: text(dialog, "time_server_answer").startswith("It answered"))

    assert answers == [SERVER]
    assert "2026-11-23" in text(dialog, "time_server_answer")
    assert "Clock of Example" in text(dialog, "time_server_answer")
    assert find(dialog, QPushButton, "time_server_ask").isEnabled()
    assert desk.workshop.settings().time_authority == SERVER


def test_a_server_that_is_down_is_said_and_can_be_asked_again(qtbot, dialog, answers):
    write(dialog, "time_server", "https://down.example.org")
    click(dialog, "time_server_ask")
    qtbot.waitUntil(lambda: "did not answer" in text(dialog, "time_server_answer"))

    write(dialog, "time_server", SERVER)
    stale = text(dialog, "time_server_answer")
    click(dialog, "time_server_ask")
    qtbot.waitUntil(lambda: text(dialog, "time_server_answer").startswith("It answered"))

    assert stale == ""
    assert answers == ["https://down.example.org", SERVER]


def test_without_an_address_there_is_nothing_to_ask(dialog, desk):
    write(dialog, "time_server", SERVER)
    offered = find(dialog, QPushButton, "time_server_ask").isEnabled()
    write(dialog, "time_server", " ")
    dialog.accept()

    assert offered
    assert not find(dialog, QPushButton, "time_server_ask").isEnabled()
    assert desk.workshop.settings().time_authority == ""
