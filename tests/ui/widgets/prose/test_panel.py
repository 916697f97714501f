"""The tools above the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QPushButton, QToolButton

from app.domain.document.prose.nodes import Reference, ReferenceKind, Variable
from ui.widgets.prose.link_panel import address
from ui.widgets.prose.panel import ProsePanel
from ui.widgets.prose.wording import Insertable, nothing_known

CHOICES = (
    Insertable("The name of the organisation", "Northwind", Variable("organisation")),
    Insertable("Duty analyst", "Role", Reference(ReferenceKind.ROLE, "duty")),
)


POPUP = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
"""What the offscreen platform says whenever a menu pops up."""


@pytest.fixture
def panel(qtbot, host):
    made = ProsePanel(host, "text", "Text")
    made.set_plan(nothing_known(), lambda: CHOICES)
    made.resize(700, 300)
    with qtbot.waitExposed(host):
        host.show()
    made.editor.setFocus()
    return made


def use(panel, name):
    QTest.mouseClick(panel.findChild(QToolButton, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("tool", "source"),
    [
        ("prose_heading", "## words"),
        ("prose_subheading", "### words"),
        ("prose_bold", "**words**"),
        ("prose_italic", "*words*"),
        ("prose_strike", "~~words~~"),
        ("prose_bullets", "- words"),
        ("prose_numbers", "1. words"),
        ("prose_quote", "> words"),
    ],
)
def test_a_tool_is_used_twice_and_leaves_the_text_as_it_was(panel, tool, source):
    panel.editor.show_source("words")
    panel.editor.selectAll()

    use(panel, tool)
    on = panel.editor.source
    shown = panel.findChild(QToolButton, tool).isChecked()
    panel.editor.selectAll()
    use(panel, tool)

    assert on == source
    assert shown
    assert panel.editor.source == "words"


def test_every_tool_has_a_name_and_a_tooltip(panel):
    tools = panel.tools.findChildren(QToolButton)

    assert len(tools) == 13
    assert all(tool.accessibleName() and tool.toolTip() for tool in tools)


def test_bold_typed_with_the_keyboard_marks_what_follows(panel):
    QTest.keyClicks(panel.editor, "a ")
    QTest.keyClick(panel.editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(panel.editor, "b")

    assert panel.editor.source == "a **b**"


def test_a_list_changes_its_kind_as_a_whole(panel):
    panel.editor.show_source("- one\n- two")

    use(panel, "prose_numbers")

    assert panel.editor.source == "1. one\n2. two"


@POPUP
def test_a_table_is_inserted_and_grows(panel):
    use(panel, "prose_table")
    inserted = panel.editor.source
    cursor = panel.editor.textCursor()
    cursor.setPosition(panel.editor.document().toRawText().index("C"))
    panel.editor.setTextCursor(cursor)

    use(panel, "prose_table")
    menu = panel.findChild(object, "prose_table_menu")
    menu.actions()[1].trigger()
    menu.hide()

    assert inserted.startswith("| Column 1 | Column 2 | Column 3 |")
    assert panel.editor.source.startswith("| Column 1 |  | Column 2 | Column 3 |")


@POPUP
def test_an_answer_is_found_by_words_and_inserted(panel):
    QTest.keyClicks(panel.editor, "At ")

    use(panel, "prose_insert")
    search = panel.findChild(QLineEdit, "insert_search")
    QTest.keyClicks(search, "name organ")
    found = panel.findChild(QListWidget, "insert_list").count()
    QTest.keyClick(search, Qt.Key.Key_Return)

    assert found == 1
    assert panel.editor.source == "At {{organisation}}"


@POPUP
def test_a_record_is_chosen_with_the_arrow_keys(panel):
    use(panel, "prose_insert")
    search = panel.findChild(QLineEdit, "insert_search")

    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Return)

    assert panel.editor.source == "[](role:duty)"


def test_a_link_is_set_changed_and_removed(qtbot, panel):
    panel.editor.show_source("see the form")
    panel.editor.selectAll()

    fill_link(panel, "intranet.example/form")
    linked = panel.editor.source
    cursor = panel.editor.textCursor()
    cursor.setPosition(3)
    panel.editor.setTextCursor(cursor)
    use(panel, "prose_link")
    dialog = link_dialog(panel)
    QTest.mouseClick(dialog.findChild(QPushButton, "link_remove"), Qt.MouseButton.LeftButton)

    assert linked == "[see the form](https://intranet.example/form)"
    assert panel.editor.source == "see the form"


def test_an_address_that_is_none_is_refused_in_place(panel):
    panel.editor.show_source("words")
    panel.editor.selectAll()

    fill_link(panel, "javascript:alert(1)")

    assert link_dialog(panel).isVisible()
    assert panel.editor.source == "words"


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("a.example", "https://a.example"),
        ("https://a.example/b?c", "https://a.example/b?c"),
        ("x@a.example", "mailto:x@a.example"),
        ("mailto:x@a.example", "mailto:x@a.example"),
        ("http://a.example", None),
        ("file:///etc/passwd", None),
        ("two words", None),
        ("", None),
    ],
)
def test_only_web_and_mail_addresses_are_links(typed, url):
    assert address(typed) == url


def fill_link(panel, typed):
    use(panel, "prose_link")
    dialog = link_dialog(panel)
    field = dialog.findChild(QLineEdit, "link_address")
    field.clear()
    QTest.keyClicks(field, typed)
    QTest.mouseClick(dialog.findChild(QPushButton, "link_apply"), Qt.MouseButton.LeftButton)


def link_dialog(panel):
    found = [one for one in panel.findChildren(QDialog, "link_panel") if one.isVisible()]
    return found[0]
