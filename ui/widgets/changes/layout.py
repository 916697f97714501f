"""The passages of a row broken into lines, with the looks of what came and went."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from ui.widgets.changes.passages import Mark, Passage
from ui.widgets.tokens import colour, px

GAP_PX: Final = 4
"""Between two passages of a row."""
LINE_SHARE: Final = 1.25
"""The distance of lines, as a share of the height of letters."""
LEAST_PX: Final = 60
"""The width below which text is no longer broken."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Passages under each other; `rects` are the places they fill, in points from the top left."""

    layouts: tuple[QTextLayout, ...]
    rects: tuple[QRectF, ...]

    @property
    def height(self) -> float:
        """The height of all passages."""
        return self.rects[-1].bottom() if self.rects else 0.0

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw in the painter's pen, which plain text takes."""
        for layout in self.layouts:
            layout.draw(painter, at)


def laid(passages: Sequence[Passage], font: QFont, width: float) -> Laid:
    """Break `passages` into lines no wider than `width`."""
    layouts = []
    rects = []
    top = 0.0
    for passage in passages:
        layout = _layout(passage, font)
        bottom = _broken(layout, max(width, px(LEAST_PX)), top)
        layouts.append(layout)
        rects.append(QRectF(0, top, width, bottom - top))
        top = bottom + px(GAP_PX)
    return Laid(tuple(layouts), tuple(rects))


def _layout(passage: Passage, font: QFont) -> QTextLayout:
    layout = QTextLayout("".join(stretch.text for stretch in passage), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(passage)))
    return layout


def _broken(layout: QTextLayout, width: float, top: float) -> float:
    """Place the lines from `top` down; the result is where the last one ends."""
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        spare = line.height() * (LINE_SHARE - 1)
        line.setPosition(QPointF(0, top + spare / 2))
        top += line.height() + spare
        line = layout.createLine()
    layout.endLayout()
    return top


def _formats(passage: Passage) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for stretch in passage:
        length = len(stretch.text.encode("utf-16-le")) // 2
        if stretch.mark is not None:
            made = QTextLayout.FormatRange()
            made.start, made.length = start, length
            made.format = _LOOKS[stretch.mark]()
            yield made
        start += length


def _strong() -> QTextCharFormat:
    made = _coloured("text")
    made.setFontWeight(QFont.Weight.DemiBold)
    return made


def _inserted() -> QTextCharFormat:
    made = _coloured("success")
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    return made


def _deleted() -> QTextCharFormat:
    made = _coloured("danger")
    made.setFontStrikeOut(True)
    return made


def _gap() -> QTextCharFormat:
    return _coloured("text3")


def _link() -> QTextCharFormat:
    return _coloured("accent_text")


def _coloured(tone: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour(tone))
    return made


_LOOKS: Final = {
    Mark.STRONG: _strong,
    Mark.INSERTED: _inserted,
    Mark.DELETED: _deleted,
    Mark.GAP: _gap,
    Mark.LINK: _link,
}
