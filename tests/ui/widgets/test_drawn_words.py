"""Words drawn by hand, on pages read from the left and from the right."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from ui.widgets.drawn_words import draw_words

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
TRAILING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
HALF = 300


def drawn(words, direction, flags=LEADING, by=draw_words):
    image = QImage(2 * HALF, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    by(painter, QRect(0, 0, 2 * HALF, 30), flags, words)
    assert painter.layoutDirection() is direction
    painter.end()
    return image


def left_of(image):
    """Where what was drawn begins."""
    return min(
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 128
    )


@pytest.mark.parametrize(
    "words", ["+44 7700 900101", "9 Nov 2026, 09:00", "General counsel\u2026", "15 min"]
)
def test_numbers_and_latin_words_are_the_same_letters_at_the_other_side(themed, words):
    at_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight

    assert drawn(words, RIGHT) == drawn(words, LEFT, at_right)


def test_qt_alone_would_turn_a_telephone_number_round(themed):
    plain = drawn("+44 7700 900101", RIGHT, by=lambda painter, *rest: painter.drawText(*rest))

    assert plain != drawn("+44 7700 900101", RIGHT)


def test_what_stands_at_the_end_stands_left_where_one_reads_from_the_right(themed):
    assert left_of(drawn("S1", RIGHT, TRAILING)) < HALF < left_of(drawn("S1", LEFT, TRAILING))


@pytest.mark.parametrize("direction", [LEFT, RIGHT])
def test_a_side_meant_as_such_stays_that_side(themed, direction):
    flags = int(LEADING | Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextSingleLine)

    assert left_of(drawn("S1", direction, flags)) < HALF
