"""Bars made of coloured parts, and their legend."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.labels import Role, label
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import colour, px

HEIGHT_PX = 8


@dataclass(frozen=True, slots=True)
class Part:
    """`amount` of the whole, in the colour `tone`, called `name`."""

    amount: int
    tone: str
    name: str


class PartsBar(QWidget):
    """A bar whose parts share its length; a hairline stands between them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: Sequence[Part], name: str) -> None:
        """Show `parts` of what is called `name`."""
        self._parts = tuple(part for part in parts if part.amount > 0)
        said = ", ".join(f"{part.amount} {part.name}" for part in self._parts)
        self.setAccessibleName(f"{name}: {said}")
        self.setToolTip(plain_tip(said))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(80), px(HEIGHT_PX))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        paint_parts(painter, QRectF(self.rect()), self._parts, mirrored=mirrored)
        painter.end()


def paint_parts(painter: QPainter, whole: QRectF, parts: Sequence[Part], *, mirrored: bool) -> None:
    """Draw a bar into `whole`; `mirrored` begins at the right."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
    painter.setClipPath(outline)
    painter.fillRect(whole, colour("track"))
    total = sum(part.amount for part in parts) or 1
    at = whole.right() if mirrored else whole.left()
    for part in parts:
        length = whole.width() * part.amount / total
        left = at - length if mirrored else at
        gap = 1.5 if length > HEIGHT_PX else 0.0
        piece = QRectF(left, whole.top(), length - gap, whole.height())
        painter.fillRect(piece, colour(part.tone))
        at = left if mirrored else at + length
    painter.restore()


class Legend(QWidget):
    """What the colours of a bar mean."""

    def __init__(self, parent: QWidget, entries: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        for tone, text in entries:
            swatch = _Swatch(self, tone)
            row.addWidget(swatch)
            row.addWidget(label(self, text, Role.HINT))
            row.addSpacing(px(8))
        row.addStretch(1)


class _Swatch(QWidget):
    def __init__(self, parent: QWidget, tone: str) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setFixedSize(px(14), px(6))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._tone))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.end()
