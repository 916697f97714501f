"""How one looks at a tree: from where, how near, and on which ground."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget
from typing_extensions import override

from ui.widgets.tokens import colour, px
from ui.widgets.tree_canvas.board import Board

LEAST: Final = 0.05
MOST: Final = 3.0
"""The limits of the zoom, as factors of 100 %."""
FIRST: Final = 0.7
"""A tree opens no smaller than this: one moves about in it rather than see all of it tiny."""
STEP: Final = 1.2
_DOTS: Final = 36.0
_MARGIN: Final = 24.0


class Sight(QGraphicsView):
    """Shows a board; keeps what one looks at in place while zooming."""

    zoomed = Signal(int)
    """Carries the zoom in percent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._board = Board(self)
        self._untouched = False
        self._tiled: tuple[int, str, str] = (0, "", "")
        self._dotted = QPixmap()
        self.setScene(self._board)
        self._board.set_mirrored(mirrored=self.isRightToLeft())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)

    @property
    def board(self) -> Board:
        """The scene."""
        return self._board

    @property
    def zoom(self) -> float:
        """The zoom as a factor of the size that the scale of the interface gives."""
        return self.transform().m11() * 100 / max(px(100), 1)

    @contextmanager
    def looking_on(self) -> Iterator[None]:
        """Look at the same place while the board takes more room or less.

        The bar counts from the right where one reads from there, and so from another place then.
        """
        bar = self.horizontalScrollBar()
        left = bar.minimum() + bar.maximum() - bar.value()
        yield
        if self.isRightToLeft():
            bar.setValue(bar.minimum() + bar.maximum() - left)

    def open_up(self) -> None:
        """Look at the tree as one first sees it: whole if that can be read, else from the top.

        It stays so when the window changes its size, until somebody looks elsewhere.
        """
        self._untouched = True
        extent = self._board.extent()
        if extent.isEmpty():
            return
        self._set_zoom(min(max(self._fitting(extent), FIRST), 1.0))
        self.centerOn(extent.center())
        overflow = extent.height() * self.transform().m22() > self.viewport().height()
        if overflow:
            top = extent.top() - _MARGIN + self._seen().height() / 2
            self.centerOn(QPointF(self._first_middle(extent), top))

    def fit(self) -> None:
        """See all cards at once."""
        self._untouched = False
        extent = self._board.extent()
        if not extent.isEmpty():
            self._set_zoom(min(self._fitting(extent), 1.0))
            self.centerOn(extent.center())

    def zoom_by(self, factor: float, at: QPoint | None = None) -> None:
        """Come nearer or go farther; the point `at` of the view (None: its middle) stays put."""
        self._untouched = False
        spot = self.viewport().rect().center() if at is None else at
        before = self.mapToScene(spot)
        self._set_zoom(self.zoom * factor)
        moved = self.mapToScene(spot) - before
        middle = self.mapToScene(self.viewport().rect().center())
        self.centerOn(middle - moved)

    def zoom_in(self) -> None:
        """One step nearer."""
        self.zoom_by(STEP)

    def zoom_out(self) -> None:
        """One step farther."""
        self.zoom_by(1 / STEP)

    def zoom_whole(self) -> None:
        """100 %."""
        self.zoom_by(1 / self.zoom)

    def bring(self, rect: QRectF) -> None:
        """Look so that `rect` of the scene is seen, if it is not."""
        if not self._seen().contains(rect):
            self._untouched = False
            self.ensureVisible(rect, px(40), px(40))

    def pan(self, way: QPoint) -> None:
        """Move the ground by `way`."""
        self._untouched = False
        right = -way.x() if self.isRightToLeft() else way.x()  # the bar counts from the right then
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - right)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - way.y())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._untouched:
            self.open_up()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._board.repaint_all()
            self.viewport().update()
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._turn_round()

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        side = round(_DOTS * self.transform().m11())
        if side < _DOTS * FIRST / 2:
            painter.fillRect(rect, colour("bg"))
            return
        start = self.mapFromScene(0, 0)
        seen = self.viewport().rect()
        painter.save()
        painter.resetTransform()
        offset = QPointF(-start.x() % side, -start.y() % side)
        painter.drawTiledPixmap(QRectF(seen), self._tile(side), offset)
        painter.restore()

    def _turn_round(self) -> None:
        """What was in the middle stays there."""
        middle = self.mapToScene(self.viewport().rect().center())
        self._board.set_mirrored(mirrored=self.isRightToLeft())
        if self._untouched:
            self.open_up()
        else:
            self.centerOn(QPointF(-middle.x(), middle.y()))
        self.viewport().update()

    def _tile(self, side: int) -> QPixmap:
        """The ground with one dot, so often as it is wide and high."""
        ground, dot = colour("bg"), colour("border_strong")
        made = (side, ground.name(), dot.name())
        if made != self._tiled:
            self._tiled = made
            self._dotted = QPixmap(side, side)
            self._dotted.fill(ground)
            painter = QPainter(self._dotted)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(dot)
            painter.drawEllipse(QPointF(2, 2), 0.8, 0.8)
            painter.end()
        return self._dotted

    def _fitting(self, extent: QRectF) -> float:
        """The zoom at which `extent` is seen whole."""
        room = self.viewport().size()
        wide = room.width() / (extent.width() + 2 * _MARGIN)
        high = room.height() / (extent.height() + 2 * _MARGIN)
        return min(wide, high) * 100 / max(px(100), 1)

    def _seen(self) -> QRectF:
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def _first_middle(self, extent: QRectF) -> float:
        item = self._board.item(self._board.cards[0].key)
        return extent.center().x() if item is None else item.box.center().x()

    def _set_zoom(self, zoom: float) -> None:
        factor = min(max(zoom, LEAST), MOST) * px(100) / 100
        self.resetTransform()
        self.scale(factor, factor)
        self.zoomed.emit(round(self.zoom * 100))
