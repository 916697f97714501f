"""Text broken into lines for rows that are drawn by hand."""

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout

from ui.widgets.drawn_words import draw_words

_KEPT = 4096
"""Broken texts remembered, so that a list is laid out again without breaking them anew."""


def lines_of(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """`text` in at most `most` lines of `width` px; the last ends in an ellipsis if it must.

    A text without a letter has no line.
    """
    words = " ".join(text.split())
    return _broken(words, font.toString(), max(width, 1), most) if words else ()


def draw_lines(painter: QPainter, top: QRect, lines: tuple[str, ...]) -> None:
    """Draw `lines` below each other from `top`, which is where the first of them stands."""
    align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
    for at, line in enumerate(lines):
        draw_words(painter, top.translated(0, at * top.height()), align, line)


@lru_cache(_KEPT)
def _broken(text: str, described: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(described)
    layout = QTextLayout(text, font)
    units = text.encode("utf-16-le")
    lines: list[str] = []
    layout.beginLayout()
    for at in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = 2 * line.textStart()
        end = len(units) if at == most - 1 else start + 2 * line.textLength()
        lines.append(units[start:end].decode("utf-16-le", errors="ignore").strip())
    layout.endLayout()
    metrics = QFontMetrics(font)
    return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines)
