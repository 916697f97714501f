"""A field as high as its text, at whatever width."""

import pytest

from ui.widgets.growing_text import LEAST_LINES, GrowingText

LONG = "Cut affected computers off at the switch and leave them switched on. " * 8


def lines_of(text: GrowingText) -> int:
    """How many lines the field has room for."""
    room = text.height() - (blank(text) - LEAST_LINES * text.fontMetrics().lineSpacing())
    return round(room / text.fontMetrics().lineSpacing())


def blank(text: GrowingText) -> int:
    """The height of an empty field."""
    host = text.parentWidget()
    assert host is not None
    empty = GrowingText(host)
    return empty.height()


@pytest.fixture
def text(qtbot, host):
    made = GrowingText(host)
    made.resize(300, made.height())
    with qtbot.waitExposed(host):
        host.show()
    return made


def test_an_empty_field_has_room_for_two_lines(text):
    assert lines_of(text) == LEAST_LINES


def test_a_long_line_is_seen_whole_before_it_was_ever_painted(qtbot, host):
    text = GrowingText(host)
    text.setPlainText(LONG)

    text.resize(300, text.height())
    host.grab()
    shown = sum(block.lineCount() for block in iter_blocks(text))

    assert shown > 8
    assert lines_of(text) == shown


def test_a_wider_field_is_lower(text):
    text.setPlainText(LONG)
    narrow = lines_of(text)

    text.resize(900, text.height())

    assert LEAST_LINES < lines_of(text) < narrow / 2


def test_beyond_its_most_lines_it_scrolls(host, qtbot):
    text = GrowingText(host, 4)
    with qtbot.waitExposed(host):
        host.show()

    text.setPlainText("\n".join("abcde"))

    assert lines_of(text) == 4
    assert text.verticalScrollBar().maximum() > 0
    text.setPlainText("a")
    assert lines_of(text) == LEAST_LINES


def iter_blocks(text: GrowingText):
    """The paragraphs of the text."""
    block = text.document().begin()
    while block.isValid():
        yield block
        block = block.next()
