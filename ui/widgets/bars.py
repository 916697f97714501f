"""Bars made of coloured parts, and their legend."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.labels import Role, label
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
        self.setToolTip(said)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(80), px(HEIGHT_PX))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        painter.setClipPath(outline)
        painter.fillRect(whole, colour("track"))
        self._paint_parts(painter, whole)
        painter.end()

    def _paint_parts(self, painter: QPainter, whole: QRectF) -> None:
        total = sum(part.amount for part in self._parts) or 1
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        at = whole.right() if mirrored else whole.left()
        for part in self._parts:
            length = whole.width() * part.amount / total
            left = at - length if mirrored else at
            gap = 1.5 if length > HEIGHT_PX else 0.0
            painter.fillRect(
                QRectF(left, whole.top(), length - gap, whole.height()), colour(part.tone)
            )
            at = left if mirrored else at + length


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
