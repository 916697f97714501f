"""Writing in the editor, key by key."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from app.domain.document.prose.nodes import ReferenceKind
from app.domain.document.prose.reader import read
from ui.widgets.prose.editor import ProseEdit
from ui.widgets.prose.insertion import insert_prose
from ui.widgets.prose.wording import Wording

VALUES = {"hotline": "ext. 4400"}


@pytest.fixture
def editor(qtbot, host):
    made = ProseEdit(host)
    made.set_wording(
        Wording(
            VALUES.get,
            lambda reference: "duty analyst" if reference.kind is ReferenceKind.ROLE else None,
            lambda name: f"What is {name}?",
        )
    )
    made.resize(600, 200)
    with qtbot.waitExposed(host):
        host.show()
    return made


def put_cursor(editor, position):
    cursor = editor.textCursor()
    cursor.setPosition(position)
    editor.setTextCursor(cursor)


def shortcut_override(editor, key, held=Qt.KeyboardModifier.ControlModifier):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    editor.event(event)
    return event.isAccepted()


def test_typing_tells_of_the_stored_form(editor):
    told: list[str] = []
    editor.edited.connect(told.append)

    QTest.keyClicks(editor, "a *b* {{c}}")

    assert told[-1] == editor.source == r"a \*b\* \{{c}}"


def test_showing_a_text_tells_nobody(editor):
    told: list[str] = []
    editor.edited.connect(told.append)

    editor.show_source("Call {{hotline}} **now**.")

    assert told == []
    assert editor.source == "Call {{hotline}} **now**."


def test_a_chip_is_deleted_by_one_backspace(editor):
    editor.show_source("Call {{hotline}}.")
    put_cursor(editor, 6)

    QTest.keyClick(editor, Qt.Key.Key_Backspace)

    assert editor.source == "Call ."


def test_letters_typed_after_a_chip_are_plain(editor):
    editor.show_source("{{hotline}}")
    put_cursor(editor, 1)

    QTest.keyClicks(editor, "x")

    assert editor.source == "{{hotline}}x"


def test_letters_typed_after_a_link_stand_outside_of_it(editor):
    editor.show_source("[a](https://a.example)")
    put_cursor(editor, 1)

    QTest.keyClicks(editor, "b")

    assert editor.source == "[a](https://a.example)b"


def test_enter_begins_the_next_entry_and_ends_the_list_on_an_empty_one(editor):
    editor.show_source("- one")
    put_cursor(editor, 3)

    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "two")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "after")

    assert editor.source == "- one\n- two\n\nafter"


def test_tab_at_the_start_of_an_entry_puts_it_under_the_one_above(editor):
    editor.show_source("- one\n- two")
    put_cursor(editor, 4)

    QTest.keyClick(editor, Qt.Key.Key_Tab)
    deeper = editor.source
    QTest.keyClick(editor, Qt.Key.Key_Backtab)

    assert deeper == "- one\n  - two"
    assert editor.source == "- one\n- two"


def test_a_line_below_a_heading_is_plain(editor):
    editor.show_source("## Head")
    put_cursor(editor, 4)

    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "body")

    assert editor.source == "## Head\n\nbody"


def test_backspace_at_the_start_of_a_quote_makes_it_plain(editor):
    editor.show_source("> words")
    put_cursor(editor, 0)

    QTest.keyClick(editor, Qt.Key.Key_Backspace)

    assert editor.source == "words"


def test_text_typed_at_a_rule_stands_below_it(editor):
    editor.show_source("a\n\n---\n\nb")
    put_cursor(editor, 2)

    QTest.keyClicks(editor, "x")

    assert editor.source == "a\n\n---\n\nx\n\nb"


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_K, Qt.Key.Key_E])
def test_the_keys_of_the_window_are_left_to_it(editor, key):
    assert not shortcut_override(editor, key)


def test_the_keys_of_the_editor_stay_with_it(editor):
    assert shortcut_override(editor, Qt.Key.Key_B)


def test_an_undo_elsewhere_puts_the_cursor_where_the_text_changed(editor):
    editor.show_source("one two three")

    editor.show_source("one three")

    assert editor.textCursor().position() == len("one")


def test_a_changed_value_shows_without_an_edit(editor, monkeypatch):
    told: list[str] = []
    editor.show_source("Call {{hotline}}")
    editor.edited.connect(told.append)
    before = editor.grab().toImage()

    monkeypatch.setitem(VALUES, "hotline", "0800 12345")
    editor.refresh_chips()

    assert told == []
    assert editor.grab().toImage() != before


def test_copied_text_carries_values_for_others_and_variables_for_us(qtbot, editor):
    editor.show_source("Call {{hotline}} **now**")
    editor.selectAll()

    data = editor.createMimeDataFromSelection()
    editor.show_source("")
    editor.insertFromMimeData(data)

    assert data.text() == "Call ext. 4400 now"
    assert editor.source == "Call {{hotline}} **now**"


def test_pasted_plain_text_is_never_markup(editor):
    data = QMimeData()
    data.setText("# not a head\n- [x](https://y.example) {{z}}\u202e\x07")

    editor.insertFromMimeData(data)

    assert editor.source == "\\# not a head\n\n\\- \\[x\\](https://y.example) \\{{z}}"


def test_pasted_html_keeps_only_what_section_text_knows(editor):
    data = QMimeData()
    data.setHtml(
        "<h1>Head</h1><p style='color:red'>a <b>b</b> <script>alert(1)</script>"
        "<img src='file:///etc/passwd'></p><ul><li>c</li></ul>"
        "<table><tr><th>h</th></tr><tr><td>d</td></tr></table>"
    )

    editor.insertFromMimeData(data)

    assert editor.source.startswith("## Head\n\na **b**\n\n- c\n\n| ")
    assert "script" not in editor.source
    assert "passwd" not in editor.source


def test_blocks_pasted_into_a_line_part_it(editor):
    editor.show_source("ab")
    put_cursor(editor, 1)
    data = QMimeData()
    data.setData("application/x-irplan-prose", b"- one\n- two")

    editor.insertFromMimeData(data)

    assert editor.source == "a\n\n- one\n- two\n\nb"


def test_blocks_pasted_into_a_table_become_one_line(editor):
    editor.show_source("| h |\n| --- |\n| c |")
    table_text = editor.document().toRawText()
    put_cursor(editor, table_text.index("c") + 1)
    data = QMimeData()
    data.setData("application/x-irplan-prose", b"- one\n- two")

    editor.insertFromMimeData(data)

    assert editor.source == "| h |\n| --- |\n| cone two |"


def test_a_read_only_editor_refuses_keys_and_pasting(editor):
    editor.show_source("kept")
    editor.setReadOnly(True)
    data = QMimeData()
    data.setText("no")

    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    editor.insertFromMimeData(data)

    assert editor.source == "kept"


def test_the_editor_is_as_high_as_its_text(qtbot, editor):
    low = editor.height()

    editor.show_source("\n\n".join(["line"] * 30))

    qtbot.waitUntil(lambda: editor.height() > low)
    assert editor.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("At ", "At {{organisation}}"),
        ("At", "At{{organisation}}"),
        ("At   ", "At   {{organisation}}"),
    ],
)
def test_other_colours_take_no_blank_that_was_just_typed(editor, typed, expected):
    told: list[str] = []
    editor.open_source("")
    editor.edited.connect(told.append)
    QTest.keyClicks(editor, typed)

    palette = editor.palette()
    palette.setColor(palette.ColorRole.Text, "#ff0000")
    editor.setPalette(palette)
    insert_prose(editor.textCursor(), read("{{organisation}}"))

    assert editor.source == expected
    assert told[-1] == expected
    assert editor.toPlainText().startswith(typed)
