"""Comments from wherever one is."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.commenting.edits import Remark, commented
from ui.pages.sections import SectionsPage
from ui.pages.sections.record_list import RecordList

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LED = (Kind.PERSON, Kind.TREE_NODE, Kind.STEP, Kind.METRIC, Kind.SEVERITY, Kind.EXERCISE)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def working(window, desk, sample_file, tmp_path):
    """The window over a copy of the sample."""
    path = tmp_path / "sample.irplan"
    path.write_bytes(sample_file.read_bytes())
    assert desk.open(path)
    return window


def test_the_key_asks_about_the_record_one_has_gone_to(qtbot, working, desk):
    """On each of the pages that are made of records."""
    for kind in LED:
        key = list(desk.bridge.plan.table(kind))[-1]
        working.navigate(f"record:{kind.value}:{key}")

        assert spoken_of(qtbot, working) == (kind, key)


def test_in_a_section_the_row_with_the_keyboard_is_meant_else_the_section(qtbot, working):
    working.navigate("section:roles")
    assert spoken_of(qtbot, working) == (Kind.SECTION, "roles")

    rows = next(one for one in working.findChildren(RecordList) if one.isVisible())
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Home)
    kind, key = spoken_of(qtbot, working)
    assert kind is not Kind.SECTION
    assert working.desk.bridge.plan.find(kind, key) is not None


def test_a_page_without_records_shows_all_comments(qtbot, working):
    working.navigate("overview")

    assert spoken_of(qtbot, working) is None


def test_a_section_says_how_much_was_said_of_it_and_leads_there(qtbot, working, desk):
    working.navigate("section:purpose")
    opener = working.findChild(SectionsPage).findChild(QToolButton, "section_comments")
    assert opener.accessibleName() == "Comment on this section"

    remark = Remark("Mary Major", "Why?", NOW)
    changes = commented(desk.bridge.plan, Kind.SECTION, RecordId("purpose"), remark)
    desk.bridge.apply(changes, "Comment", "elsewhere")
    assert (opener.text(), opener.accessibleName()) == ("1", "1 comment")

    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    dialog = working.doors.dialog("comments")
    assert dialog.conversation.first.text == "Why?"


def test_the_palette_leads_to_a_comment_and_the_comment_to_its_record(qtbot, working, desk):
    key = next(iter(desk.bridge.plan.roles))
    changes = commented(desk.bridge.plan, Kind.ROLE, key, Remark("Mary Major", "Who?", NOW))
    desk.bridge.apply(changes, "Comment", "elsewhere")
    working.navigate(f"comment:{changes[0].id}")
    dialog = working.doors.dialog("comments")

    qtbot.mouseClick(dialog.box.buttons["show"], Qt.MouseButton.LeftButton)

    page = working.findChild(type(working.centralWidget())).stack.currentWidget()
    assert page.chosen_record() == (Kind.ROLE, key)


def spoken_of(qtbot, window):
    """What the dialog that the key opens is about; it is closed again."""
    qtbot.keyClick(window, Qt.Key.Key_M, CTRL_SHIFT)
    dialog = window.doors.dialog("comments")
    assert dialog is not None
    about = dialog.about
    dialog.reject()
    return about
