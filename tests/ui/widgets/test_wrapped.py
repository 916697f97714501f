"""Text broken into lines."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from ui.widgets.wrapped import lines_of


@pytest.fixture
def font(themed):
    made = QFont(themed.font())
    made.setPixelSize(13)
    return made


def test_a_short_text_is_one_line(font):
    assert lines_of("Name a lead.", font, 300, 3) == ("Name a lead.",)


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_has_no_line(font, text):
    assert lines_of(text, font, 300, 3) == ()


def test_words_are_kept_and_every_line_fits(font):
    text = "one two three four five six seven eight nine ten"

    lines = lines_of(text, font, 90, 20)

    assert len(lines) > 2
    assert " ".join(lines) == text
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 90 for line in lines)


def test_what_does_not_fit_ends_in_an_ellipsis(font):
    lines = lines_of("word " * 100, font, 90, 2)

    assert len(lines) == 2
    assert lines[0].startswith("word")
    assert lines[1].endswith("\u2026")
    assert QFontMetrics(font).horizontalAdvance(lines[1]) <= 90


def test_signs_of_two_units_are_not_torn_apart(font):
    text = "\U0001f600\U0001f600 \U0001f600\U0001f600 end"

    assert " ".join(lines_of(text, font, 60, 9)) == text


@pytest.mark.parametrize("width", [0, -5, 1])
def test_no_room_at_all_does_no_harm(font, width):
    assert len(lines_of("some words", font, width, 2)) <= 2
