"""Line icons drawn in the colours of the theme, crisp at every scale."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from app.paths import data_folder
from ui.widgets.tokens import colour


def icon(name: str, tone: str = "text2") -> QIcon:
    """The icon `name` in the colour `tone`, both looked up when it is painted.

    Raises:
        FileNotFoundError: no such icon.
    """
    _source(name)
    return QIcon(LineIcon(name, tone))


def paint_icon(painter: QPainter, rect: QRect, name: str, tone: str) -> None:
    """Draw the icon `name` into `rect`."""
    _renderer(name, colour(tone).name()).render(painter, QRectF(rect))


class LineIcon(QIconEngine):
    """Takes the colour from the theme when it paints, so a new theme needs no new icon."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, rect, self._name, self._tone_for(mode, state))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        if pixmap.isNull():  # a button that is not laid out yet asks for one without size
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    @override
    def clone(self) -> QIconEngine:
        return LineIcon(self._name, self._tone)

    def _tone_for(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode is QIcon.Mode.Disabled:
            return "border_strong"
        if mode is QIcon.Mode.Selected or state is QIcon.State.On:
            return "accent_text" if self._tone == "text2" else self._tone
        return self._tone


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    folder: Path = data_folder("resources") / "icons"
    return (folder / f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=512)
def _renderer(name: str, shade: str) -> QSvgRenderer:
    drawing = _source(name).replace("currentColor", shade)
    return QSvgRenderer(QByteArray(drawing.encode()))
