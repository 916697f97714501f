"""The end of a session: what it refuses, what it proposes, and that it is for good."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton

from app.domain.plan.changes import put
from app.domain.plan.sessions import Choice, Verdict
from tests.ui.fakes import DiskGone
from ui.dialogs.session.stops import Stop, StopKind

LEFT = Qt.MouseButton.LeftButton
PAPER = "Fit for purpose, said everybody."


def find(window, kind, name):
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


@pytest.fixture
def closing(session_window):
    """The closing page, with somebody present and a conclusion."""
    session_window.edits.attend("Anna Keller", present=True)
    session_window.walk.go_to(Stop(StopKind.CLOSING))
    find(session_window, QPlainTextEdit, "closing_conclusion").setPlainText(PAPER)
    return session_window


def decide_all(window, choice=Choice.KEEP):
    session = window.edits.session
    agenda = tuple(replace(item, choice=choice) for item in session.agenda)
    bridge = window._bridge
    bridge.apply((put(bridge.plan, replace(session, agenda=agenda)),), "All")


def close(window):
    QTest.mouseClick(find(window, QPushButton, "closing_close"), LEFT)
    return find(window, QLabel, "closing_problem").text()


def session(window):
    (found,) = window._bridge.plan.sessions.values()
    return found


def test_it_says_what_is_not_decided_and_leads_there(closing):
    count = len(session(closing).agenda)
    assert find(closing, QLabel, "closing_waiting").text() == (
        f"{count} items are not decided yet."
    )

    QTest.mouseClick(find(closing, QPushButton, "closing_to_open"), LEFT)

    assert closing.walk.here == Stop(StopKind.ITEM, session(closing).agenda[0].key)


def test_no_change_is_no_verdict_while_something_is_not_decided(closing):
    closing.walk.choose(1)

    assert "not decided yet" in close(closing)
    assert session(closing).closed_at is None
    assert closing.isVisible()


def test_a_new_version_may_leave_the_rest_for_later_with_a_reason(qtbot, closing):
    closing.walk.choose(2)
    assert "not decided yet" in close(closing)
    find(closing, QPlainTextEdit, "closing_unfinished").setPlainText("People had to go.")

    with qtbot.waitSignal(closing.closed):
        close(closing)

    assert session(closing).verdict is Verdict.NEW_VERSION
    assert "People had to go." in session(closing).decisions[-1]


def test_nobody_present_is_no_session(closing):
    closing.edits.attend("Anna Keller", present=False)
    decide_all(closing)

    assert "present" in close(closing)
    assert session(closing).closed_at is None


def test_a_conclusion_is_asked_for(closing):
    decide_all(closing)
    field = find(closing, QPlainTextEdit, "closing_conclusion")
    field.setPlainText(" \n ")

    assert close(closing) == "Write the conclusion in a sentence."
    assert field.property("invalid") == "true"


@pytest.mark.parametrize("typed", ["next year", "2026-11-23", "2020-01-01"])
def test_the_next_review_lies_ahead(closing, typed):
    decide_all(closing)
    find(closing, QLineEdit, "closing_next").setText(typed)

    assert close(closing)
    assert session(closing).closed_at is None
    assert find(closing, QLineEdit, "closing_next").property("invalid") == "true"


def test_the_verdict_is_proposed_and_may_be_another(closing, qtbot):
    decide_all(closing)
    page = closing.walk.closing
    assert page.verdict.current == Verdict.NEW_VERSION.value  # the text changed since 1.0
    closing.walk.choose(1)
    page.refresh()

    with qtbot.waitSignal(closing.closed):
        close(closing)

    assert session(closing).verdict is Verdict.NO_CHANGE


def test_nothing_of_it_can_be_undone_afterwards(qtbot, closing, bridge, desk):
    decide_all(closing)
    with qtbot.waitSignal(closing.closed):
        close(closing)
    path, held = desk.path, session(closing)

    assert not bridge.undo()
    assert desk.close()
    assert desk.open(path)
    assert desk.bridge.plan.sessions[held.id] == held


def test_a_disk_that_takes_nothing_leaves_the_session_open(closing, bridge, monkeypatch):
    decide_all(closing)
    assert bridge.flush()

    def refuse(*_):
        raise DiskGone("The disk is gone.")

    monkeypatch.setattr(bridge.open_plan.store, "save", refuse)
    bridge.end_merge()

    assert close(closing)
    assert session(closing).closed_at is None
    assert closing.isVisible()
    monkeypatch.undo()
