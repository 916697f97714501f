"""Undo and redo of the window lead to what they change."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.plan.changes import put, remove
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from ui.models.areas import AREAS
from ui.models.undo_places import shows
from ui.pages.shell.undoing import FOLLOWING, Undone, step
from ui.widgets.passing_note import PassingNote

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def working(window, desk, sample_file, tmp_path):
    """The window over a copy of the sample."""
    path = tmp_path / "sample.irplan"
    path.write_bytes(sample_file.read_bytes())
    assert desk.open(path)
    return window


def test_undo_goes_to_the_page_of_the_record_and_says_so(qtbot, working, desk, said):
    role = next(iter(desk.bridge.plan.roles.values()))
    rename(desk, role, "Somebody else")

    qtbot.keyClick(working, Qt.Key.Key_Z, CTRL)

    assert desk.bridge.plan.roles[role.id] == role
    assert title(working) == "People & roles"
    note = working.findChild(PassingNote)
    assert note.isVisible()
    assert note.text == "Undone: Rename"
    assert "Undone: Rename" in said


def test_redo_leads_there_again(qtbot, working, desk):
    playbook = next(iter(desk.bridge.plan.playbooks.values()))
    rename(desk, playbook, "Another name")
    qtbot.keyClick(working, Qt.Key.Key_Z, CTRL)
    working.navigate("overview")

    qtbot.keyClick(working, Qt.Key.Key_Y, CTRL)

    assert title(working) == "Playbooks"
    assert working.findChild(PassingNote).text == "Done again: Rename"


def test_a_page_that_shows_the_record_is_not_left(qtbot, working, desk):
    role = next(iter(desk.bridge.plan.roles.values()))
    rename(desk, role, "Somebody else")
    working.navigate("sections")

    qtbot.keyClick(working, Qt.Key.Key_Z, CTRL)

    assert title(working) == "Plan sections"


def test_nothing_to_undo_says_nothing_and_goes_nowhere(qtbot, working):
    qtbot.keyClick(working, Qt.Key.Key_Z, CTRL)

    assert title(working) == "Overview"
    assert not working.findChild(PassingNote).isVisible()


GONE = (
    Kind.PERSON,
    Kind.ROLE,
    Kind.SEVERITY,
    Kind.TREE_NODE,
    Kind.STEP,
    Kind.OBLIGATION,
    Kind.METRIC,
    Kind.FORM,
    Kind.ACCEPTED,
)
"""One kind for each page that is gone to."""


def test_what_went_is_looked_for_without_stumbling(working, desk):
    """Its place is on a page that may have been built and has to do without it."""
    bridge = desk.bridge
    for kind in GONE:
        key = next(iter(bridge.plan.table(kind)))
        bridge.apply((remove(bridge.plan, kind, key),), "Remove it")
        bridge.undo()
        working.navigate("overview")

        working.navigate("redo")

        assert key not in bridge.plan.table(kind)
        assert title(working) != "Overview", kind
        bridge.undo()


def test_pages_that_follow_by_themselves_are_not_told_twice(bridge):
    ada = bridge.plan.people[RecordId("ada")]
    bridge.apply((put(bridge.plan, replace(ada, name="Ada King")),), "Name")

    assert step(bridge, "people") == Undone("Undone: Name", None)


def test_pages_said_to_follow_exist():
    assert set(AREAS) >= FOLLOWING
    assert all(any(shows(area, kind) for kind in Kind) for area in FOLLOWING)


@pytest.fixture
def said(monkeypatch):
    """What screen readers were told."""
    texts = []
    monkeypatch.setattr("ui.widgets.passing_note.announce", lambda _, text: texts.append(text))
    return texts


def rename(desk, record, name):
    plan = desk.bridge.plan
    assert desk.bridge.apply((put(plan, replace(record, name=name)),), "Rename", "elsewhere")


def title(window):
    assert window.findChild(QWidget, "pages") is not None
    return window.findChild(QLabel, "page_title").text()
