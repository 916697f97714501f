"""Chips: variables and references, one character in the document, shown as what they stand for."""

import json
from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)
from typing_extensions import override

from app.domain.document.inline import Mark, Text
from app.domain.document.prose.nodes import Reference, ReferenceKind, Variable
from ui.widgets.prose.formats import CHIP, Property, char_format, marks_of
from ui.widgets.prose.wording import Wording, nothing_known
from ui.widgets.tokens import colour, px

_VARIABLE = "variable"
_WIDEST_PX = 420
"""A longer value is cut with an ellipsis, since a chip cannot be broken over lines."""


def chip_format(inline: Variable | Reference, heading: int = 0) -> QTextCharFormat:
    """The format that makes an object character the chip of `inline`."""
    if isinstance(inline, Variable):
        made = char_format(inline.marks, heading)
        made.setProperty(Property.CHIP_KIND, _VARIABLE)
        made.setProperty(Property.CHIP_NAME, inline.name)
    else:
        made = char_format(heading=heading)
        made.setProperty(Property.CHIP_KIND, inline.kind.value)
        made.setProperty(Property.CHIP_NAME, inline.target)
        made.setProperty(Property.CHIP_LABEL, _label_data(inline.content))
    made.setObjectType(CHIP)
    return made


def chip_of(form: QTextFormat) -> Variable | Reference | None:
    """What a chip of `form` stands for; None when it is no chip of ours."""
    if form.objectType() != CHIP:
        return None
    kind = form.stringProperty(Property.CHIP_KIND)
    name = form.stringProperty(Property.CHIP_NAME)
    if kind == _VARIABLE:
        return Variable(name, marks_of(form.toCharFormat()))
    return Reference(ReferenceKind(kind), name, _label(form.stringProperty(Property.CHIP_LABEL)))


def chip_text(inline: Variable | Reference, wording: Wording) -> tuple[str, bool]:
    """What the chip says, and whether that is settled rather than open."""
    if isinstance(inline, Variable):
        value = wording.variable(inline.name)
        return (value, True) if value else (wording.question(inline.name) or inline.name, False)
    name = wording.reference(inline)
    own = "".join(text.text for text in inline.content)
    return (name, True) if name else (own or inline.target, False)


class ChipPainter(QPyTextObject):
    """Draws the chips of one document; `wording` says what they show."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.wording = nothing_known()
        document.documentLayout().registerHandler(CHIP, self)

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        metrics = QFontMetricsF(format.toCharFormat().font())
        inline = chip_of(format)
        text = "" if inline is None else self._text(inline, metrics)[0]
        return QSizeF(metrics.horizontalAdvance(text) + 2 * self._inset(inline), metrics.ascent())

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        inline = chip_of(format)
        if inline is None:
            return
        font = format.toCharFormat().font()
        font.setUnderline(isinstance(inline, Reference))
        metrics = QFontMetricsF(font)
        text, settled = self._text(inline, metrics)
        place = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(inline, Variable) or not settled:
            self._ground(painter, place, metrics, settled=settled)
        painter.setFont(font)
        painter.setPen(colour("accent_text" if settled else "warning"))
        painter.drawText(QPointF(place.left() + self._inset(inline), place.bottom()), text)
        painter.restore()

    def _ground(
        self, painter: QPainter, rect: QRectF, metrics: QFontMetricsF, *, settled: bool
    ) -> None:
        top = rect.bottom() - metrics.ascent() - 1
        ground = QRectF(rect.left() + 1, top, rect.width() - 2, metrics.height() + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft" if settled else "warning_soft"))
        painter.drawRoundedRect(ground, px(4), px(4))

    def _text(self, inline: Variable | Reference, metrics: QFontMetricsF) -> tuple[str, bool]:
        text, settled = chip_text(inline, self.wording)
        line = " ".join(text.split())
        return metrics.elidedText(line, Qt.TextElideMode.ElideRight, px(_WIDEST_PX)), settled

    def _inset(self, inline: Variable | Reference | None) -> int:
        return px(6) if isinstance(inline, Variable) else px(1)


def _label_data(content: tuple[Text, ...]) -> str:
    return json.dumps([[text.text, sorted(mark.value for mark in text.marks)] for text in content])


@cache
def _label(data: str) -> tuple[Text, ...]:
    if not data:
        return ()
    return tuple(Text(text, frozenset(map(Mark, marks))) for text, marks in json.loads(data))
