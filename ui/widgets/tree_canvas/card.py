"""A card on the canvas: disc with initials, names, and marks that colour never carries alone."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from ui.widgets.icons import paint_icon
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import colour
from ui.widgets.tree_canvas.face import AVATARS, Face

WIDTH: Final = 196.0
HEIGHT: Final = 66.0
TEXT_FROM: Final = 0.4
"""Below this zoom nobody can read, so no text is drawn."""
HANDLE: Final = 7.0
"""Half the side of the handle below a card, from which one pulls a line to another card."""

_RADIUS: Final = 9.0
_EDGE: Final = 2.0
_DISC: Final = QRectF(14, 15, 36, 36)
_INSET: Final = 60.0
"""How far from the edge where reading begins the words stand."""
_BAR: Final = QRectF(0, 13, 4, HEIGHT - 26)
_WARNING: Final = QRectF(WIDTH - 26, 8, 16, 16)
_MARK: Final = 18.0
_SIZES: Final = (13, 12, 11)
_BOUNDS: Final = QRectF(-_EDGE, -_EDGE, WIDTH + 2 * _EDGE, HEIGHT + HANDLE + 2 * _EDGE)
_SHADOW: Final = QLineF(_RADIUS, HEIGHT + 1.0, WIDTH - _RADIUS, HEIGHT + 1.0)


class CardItem(QGraphicsItem):
    """Drawn once and kept as a picture until it or the zoom changes; colours are of the theme."""

    def __init__(self, key: str, face: Face) -> None:
        super().__init__()
        self.key = key
        self._face = face
        self._current = False
        self._target = False
        self._linkable = False
        self._mirrored = False
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(1)
        self.show_face(face)

    @property
    def face(self) -> Face:
        """What is shown."""
        return self._face

    def show_face(self, face: Face) -> None:
        """Show other words."""
        if face != self._face or not self.toolTip():
            self._face = face
            self.setToolTip(_tip(face))
            self.update()

    def show_state(self, *, current: bool, target: bool, linkable: bool) -> None:
        """Whether it is chosen, would take what is dragged, and has a handle to pull from."""
        if (current, target, linkable) != (self._current, self._target, self._linkable):
            self._current, self._target, self._linkable = current, target, linkable
            self.setZValue(2 if current else 1)
            self.update()

    def show_mirrored(self, *, mirrored: bool) -> None:
        """Whether it is read from the right."""
        if mirrored != self._mirrored:
            self._mirrored = mirrored
            self.update()

    @property
    def box(self) -> QRectF:
        """The card on the scene, without its border."""
        return QRectF(self.pos().x(), self.pos().y(), WIDTH, HEIGHT)

    def on_handle(self, point: QPointF) -> bool:
        """Whether `point`, on the scene, is on the handle."""
        return self._linkable and _handle().contains(self.mapFromScene(point))

    @override
    def boundingRect(self) -> QRectF:
        return _BOUNDS

    @override
    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(QRectF(0, 0, WIDTH, HEIGHT))
        if self._linkable:
            path.addRect(_handle())
        return path

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._paint_ground(painter)
        self._paint_disc(painter)
        if option.levelOfDetailFromTransform(painter.worldTransform()) >= TEXT_FROM:
            self._paint_words(painter)
        if self._face.warning:
            paint_icon(painter, self._seen(_WARNING).toRect(), "triangle-alert", "warning")
        if self._linkable:
            self._paint_handle(painter)

    def _seen(self, place: QRectF) -> QRectF:
        """Where `place`, measured from where reading begins, is on the card."""
        if not self._mirrored:
            return place
        return QRectF(WIDTH - place.right(), place.top(), place.width(), place.height())

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(0, 0, WIDTH, HEIGHT)
        painter.setPen(QPen(QColor(0, 0, 0, 24), 1))
        painter.drawLine(_SHADOW)
        chosen = self._current or self._target
        painter.setPen(QPen(colour("accent" if chosen else "border_strong"), 2 if chosen else 1))
        painter.setBrush(colour("accent_soft" if self._target else "surface"))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self._face.mark:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(f"sev{self._face.mark}"))
            painter.drawRoundedRect(self._seen(_BAR), 2, 2)

    def _paint_disc(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(AVATARS[self._face.ground % len(AVATARS)]))
        disc = self._seen(_DISC)
        painter.drawEllipse(disc)
        painter.setPen(QColor("#FFFFFF"))
        painter.setFont(_font(13, strong=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._face.initials)

    def _paint_words(self, painter: QPainter) -> None:
        words = (self._face.title, *self._face.lines)[:3]
        tones = ("text", "text2", "text3")
        pitch = 17.0
        top = (HEIGHT - pitch * len(words)) / 2
        at_start, at_end = (_RIGHT, _LEFT) if self._mirrored else (_LEFT, _RIGHT)
        for at, (text, tone) in enumerate(zip(words, tones, strict=False)):
            room = WIDTH - _INSET - 10.0 - self._taken(at, len(words))
            painter.setFont(_font(_SIZES[at], strong=at == 0))
            painter.setPen(colour(tone))
            shown = _fitting(text, _SIZES[at], room, strong=at == 0)
            place = QRectF(_INSET, top + at * pitch, room, pitch)
            painter.drawText(self._seen(place), at_start, shown)
        if self._face.mark_text:
            painter.setFont(_font(11, strong=True))
            painter.setPen(colour("text3"))
            place = QRectF(_INSET, HEIGHT - 24.0, WIDTH - _INSET - 10.0, pitch)
            painter.drawText(self._seen(place), at_end, self._face.mark_text)

    def _taken(self, at: int, count: int) -> float:
        """How much of a line is taken by the warning, or by the word for the severity."""
        if at == 0:
            return _MARK if self._face.warning else 0.0
        if at == count - 1 and self._face.mark_text:
            metrics = QFontMetricsF(_font(11, strong=True))
            return metrics.horizontalAdvance(self._face.mark_text) + 6.0
        return 0.0

    def _paint_handle(self, painter: QPainter) -> None:
        painter.setPen(QPen(colour("accent"), 1.5))
        painter.setBrush(colour("surface"))
        middle = QPointF(WIDTH / 2, HEIGHT)
        painter.drawEllipse(middle, HANDLE - 1, HANDLE - 1)
        for across in (QPointF(3, 0), QPointF(0, 3)):
            painter.drawLine(middle - across, middle + across)


_SIDE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_LEFT: Final = _SIDE | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = _SIDE | Qt.AlignmentFlag.AlignRight


@lru_cache
def _font(size: int, *, strong: bool = False) -> QFont:
    """Layout units are px at 100 %; the canvas itself is scaled with the interface."""
    font = QApplication.font()
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


@lru_cache(4096)
def _fitting(text: str, size: int, room: float, *, strong: bool) -> str:
    metrics = QFontMetricsF(_font(size, strong=strong))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def _handle() -> QRectF:
    return QRectF(WIDTH / 2 - HANDLE, HEIGHT - HANDLE, 2 * HANDLE, 2 * HANDLE)


def _tip(face: Face) -> str:
    """Everything the card says, in full; plain text, whatever is in it."""
    said = "\n".join(part for part in (face.title, *face.lines, face.edge, face.warning) if part)
    return plain_tip(said)
