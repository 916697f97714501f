"""Comments from wherever one is."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.commenting.edits import Remark, commented
from ui.models.comment_rows import about_text
from ui.pages.sections.page import SectionsPage
from ui.pages.sections.record_list import RecordList
from ui.pages.tables.record_grid import RecordGrid

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
    assert (opener.text(), opener.accessibleName()) == ("1", "1 comment on this section")

    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    dialog = working.doors.dialog("comments")
    assert dialog.conversation.first.text == "Why?"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Kind.PERSON, "people_comments"),
        (Kind.PARTY, "parties_comments"),
        (Kind.ROLE, "roles_comments"),
        (Kind.TREE_NODE, "call_comments"),
        (Kind.STEP, "step_comments"),
    ],
)
def test_a_record_says_beside_its_name_how_much_was_said_of_it(qtbot, working, desk, kind, name):
    key = list(desk.bridge.plan.table(kind))[-1]
    working.navigate(f"record:{kind.value}:{key}")
    opener = shown_page(working).findChild(QToolButton, name)
    about = about_text(desk.bridge.plan, (kind, key))
    assert (opener.text(), opener.accessibleName()) == ("", f"Comment on {about}")

    said = commented(desk.bridge.plan, kind, key, Remark("Mary Major", "Really?", NOW))
    desk.bridge.apply(said, "Comment", "elsewhere")
    assert (opener.text(), opener.accessibleName()) == ("1", f"1 comment on {about}")

    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    dialog = working.doors.dialog("comments")
    assert dialog.about == (kind, key)
    assert dialog.conversation.first.text == "Really?"


def test_a_playbook_says_beside_its_name_what_was_said_of_it_as_a_whole(qtbot, working, desk):
    key = list(desk.bridge.plan.playbooks)[-1]
    working.navigate(f"record:playbooks:{key}")
    opener = shown_page(working).findChild(QToolButton, "playbook_comments")
    assert opener.isHidden()

    said = commented(desk.bridge.plan, Kind.PLAYBOOK, key, Remark("Mary Major", "Really?", NOW))
    desk.bridge.apply(said, "Comment", "elsewhere")
    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)

    assert working.doors.dialog("comments").about == (Kind.PLAYBOOK, key)


@pytest.mark.parametrize("kind", [Kind.EVIDENCE, Kind.MESSAGE])
def test_a_row_of_a_section_says_how_much_was_said_of_it(qtbot, working, desk, kind):
    key = list(desk.bridge.plan.table(kind))[-1]
    working.navigate(f"record:{kind.value}:{key}")
    opener = shown_page(working).findChild(QToolButton, f"comments_{kind.value}")
    about = about_text(desk.bridge.plan, (kind, key))
    assert opener.accessibleName() == f"Comment on {about}"

    said = commented(desk.bridge.plan, kind, key, Remark("Mary Major", "Really?", NOW))
    desk.bridge.apply(said, "Comment", "elsewhere")
    assert (opener.text(), opener.accessibleName()) == ("1", f"1 comment on {about}")

    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    dialog = working.doors.dialog("comments")
    assert dialog.about == (kind, key)
    dialog.reject()
    opener.parentWidget().list.clear_choice()
    assert opener.isHidden()


@pytest.mark.parametrize("kind", [Kind.METRIC, Kind.CATEGORY])
def test_a_row_says_below_its_table_how_much_was_said_of_it(qtbot, working, desk, kind):
    first, *_, last = desk.bridge.plan.table(kind)
    working.navigate(f"record:{kind.value}:{last}")
    grid = shown_page(working).findChild(RecordGrid, f"grid_{kind.value}")
    opener = grid.findChild(QToolButton, "grid_comments")
    assert opener.isHidden()

    said = commented(desk.bridge.plan, kind, last, Remark("Mary Major", "Really?", NOW))
    desk.bridge.apply(said, "Comment", "elsewhere")
    qtbot.waitUntil(opener.isVisible)
    assert opener.accessibleName() == f"1 comment on {about_text(desk.bridge.plan, (kind, last))}"
    grid.choose(first)
    assert opener.isHidden()
    grid.choose(last)

    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert working.doors.dialog("comments").about == (kind, last)


def test_the_palette_leads_to_a_comment_and_the_comment_to_its_record(qtbot, working, desk):
    key = next(iter(desk.bridge.plan.roles))
    changes = commented(desk.bridge.plan, Kind.ROLE, key, Remark("Mary Major", "Who?", NOW))
    desk.bridge.apply(changes, "Comment", "elsewhere")
    working.navigate(f"comment:{changes[0].id}")
    dialog = working.doors.dialog("comments")

    qtbot.mouseClick(dialog.box.buttons["show"], Qt.MouseButton.LeftButton)

    assert shown_page(working).chosen_record() == (Kind.ROLE, key)


def shown_page(window):
    return window.findChild(type(window.centralWidget())).stack.currentWidget()


def spoken_of(qtbot, window):
    """What the dialog that the key opens is about; it is closed again."""
    qtbot.keyClick(window, Qt.Key.Key_M, CTRL_SHIFT)
    dialog = window.doors.dialog("comments")
    assert dialog is not None
    about = dialog.about
    dialog.reject()
    return about
