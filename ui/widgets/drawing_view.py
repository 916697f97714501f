"""A figure on screen: the display list that is printed, in the colours of the theme.

Where one reads from the right it is the mirror image of that; places are told and taken in units
of the drawing as it is printed.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from app.domain.document.drawing import Drawing
from ui.widgets.drawing_mirror import mirror_image
from ui.widgets.drawing_paint import paint_shape, reach_of
from ui.widgets.tokens import colour, px

LEAST_ZOOM: Final = 0.5
MOST_ZOOM: Final = 4.0
STEP: Final = 1.2
"""How much larger one step of zooming makes it."""
_MOST_FIT: Final = 1.9
"""A drawing that fits its width is made no larger than this."""

Area = tuple[float, float, float, float]
"""Left, top, width and height in units of the drawing."""


class DrawingView(QScrollArea):
    """Shows one drawing, which fills the width until somebody zooms."""

    pressed = Signal(float, float)
    """A place of the drawing was pressed, in its units."""
    zoomed = Signal(float)
    """Carries the zoom there is now; 1 makes a unit 1 px at a scale of 100 %."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.sheet = _Sheet(self)
        self.setWidget(self.sheet)
        self.viewport().setAutoFillBackground(False)
        self.sheet.setAutoFillBackground(False)
        self._fits = True

    def show_drawing(self, drawing: Drawing, told: str) -> None:
        """Show another drawing, which `told` says in words."""
        self.sheet.show_drawing(drawing)
        self.sheet.marked = None
        self.sheet.setAccessibleDescription(told)
        self.setAccessibleDescription(told)
        self._lay_out()

    def mark(self, area: Area | None) -> None:
        """Put a ring around a part of the drawing and bring it into view; None takes it away."""
        self.sheet.marked = area
        self.sheet.update()
        if area is not None:
            place = self.sheet.seen(area)
            left, top, width, height = (round(value * self.sheet.unit) for value in place)
            margins = min(width // 2, self.viewport().width() // 2), height // 2 + px(8)
            self.ensureVisible(left + width // 2, top + height // 2, *margins)

    @Slot()
    def fit(self) -> None:
        """Fill the width, now and whenever it changes."""
        self._fits = True
        self._lay_out()

    @Slot()
    def zoom_in(self) -> None:
        """Make it larger."""
        self._zoom(self.sheet.zoom * STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Make it smaller."""
        self._zoom(self.sheet.zoom / STEP)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y() > 0:
            self.zoom_in()
        else:
            self.zoom_out()

    def _lay_out(self) -> None:
        width = self.sheet.drawing.width
        if self._fits and width:
            room = (self.viewport().width() - px(4)) * 100 / px(100)
            self._show_at(min(room / width, _MOST_FIT))
        else:
            self.sheet.resize(self.sheet.sizeHint())

    def _zoom(self, zoom: float) -> None:
        self._fits = False
        self._show_at(zoom)

    def _show_at(self, zoom: float) -> None:
        self.sheet.zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        self.sheet.resize(self.sheet.sizeHint())
        self.sheet.update()
        self.zoomed.emit(self.sheet.zoom)


class _Sheet(QWidget):
    """The drawing itself."""

    def __init__(self, view: DrawingView) -> None:
        super().__init__(view)
        self._view = view
        self.drawing = Drawing(0.0, 0.0, ())
        self._seen = self.drawing
        self.marked: Area | None = None
        self.zoom = 1.0

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another drawing."""
        self.drawing = drawing
        self._seen = mirror_image(drawing) if self.isRightToLeft() else drawing
        self.update()

    def seen(self, area: Area) -> Area:
        """Where a part of the drawing is on what is shown."""
        left, top, width, height = area
        return self._across(left + width if self.isRightToLeft() else left), top, width, height

    @property
    def unit(self) -> float:
        """How many px a unit of the drawing is."""
        return self.zoom * px(100) / 100

    @override
    def sizeHint(self) -> QSize:
        width, height = self.drawing.width * self.unit, self.drawing.height * self.unit
        return QSize(round(width), round(height))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            at: QPointF = event.position() / self.unit
            self._view.pressed.emit(self._across(at.x()), at.y())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.show_drawing(self.drawing)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.scale(self.unit, self.unit)
        top, bottom = event.rect().top() / self.unit, event.rect().bottom() / self.unit
        for shape in self._seen.shapes:
            highest, lowest = reach_of(shape)
            if highest <= bottom and lowest >= top:
                paint_shape(painter, shape, self.font())
        if self.marked is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), 2.0))
            ring = QRectF(*self.seen(self.marked)).adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(ring, 4.5, 4.5)
        painter.end()

    def _across(self, x: float) -> float:
        """How far across what is shown `x` of the drawing is, and the other way about."""
        return self.drawing.width - x if self.isRightToLeft() else x
