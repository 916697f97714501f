"""The notices on a timeline; the table below it says the same in words."""

from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QToolTip, QWidget
from typing_extensions import override

from ui.models.timeline_marks import Axis, Lane, Mark
from ui.widgets.icons import paint_icon
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import colour, font_px, px

NAME_PX, LANE_PX, HEAD_PX, FOOT_PX, MARK_PX, END_PX = 244, 36, 26, 24, 18, 96
LABEL_GAP_PX = 5


class TimelineFigure(QWidget):
    """A lane for each duty; shape and label carry what the colour says."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._axis: Axis | None = None
        self._lanes: tuple[Lane, ...] = ()
        self._now: datetime | None = None

    def show_timeline(self, axis: Axis | None, lanes: tuple[Lane, ...], now: datetime) -> None:
        """Draw other lanes."""
        self._axis, self._lanes, self._now = axis, lanes, now
        count = sum(len(lane.marks) for lane in lanes)
        said = self.tr("Timeline of {0} notices; the table below it says the same in words.")
        self.setAccessibleName(said.format(count))
        self.updateGeometry()
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def mark_at(self, point: QPoint) -> Mark | None:
        """The notice drawn at `point`; the last drawn where several overlap."""
        for at, lane in enumerate(self._lanes):
            for mark in reversed(lane.marks):
                if self._place(at, mark).adjusted(-2, -2, 2, 2).contains(QPointF(point)):
                    return mark
        return None

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(480), px(HEAD_PX + LANE_PX * max(len(self._lanes), 1) + FOOT_PX))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            mark = self.mark_at(event.pos())
            QToolTip.showText(
                event.globalPos(), plain_tip(mark.name) if mark is not None else "", self
            )
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._axis is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter, self._axis)
        for at, lane in enumerate(self._lanes):
            self._paint_lane(painter, at, lane)
        self._paint_now(painter, self._axis)
        painter.end()

    # --- places -----------------------------------------------------------------------------------

    def _track(self) -> QRectF:
        """Where marks stand, lane over lane, before it is mirrored."""
        left, right = px(NAME_PX), self.width() - px(END_PX)
        return QRectF(left, px(HEAD_PX), max(right - left, 1), px(LANE_PX) * len(self._lanes))

    def _x(self, share: float) -> float:
        track = self._track()
        return track.left() + share * track.width()

    def _middle(self, lane: int) -> float:
        return px(HEAD_PX) + px(LANE_PX) * (lane + 0.5)

    def _place(self, lane: int, mark: Mark) -> QRectF:
        side = px(MARK_PX)
        share = self._axis.share(mark.at) if self._axis is not None else 0.0
        place = QRectF(self._x(share) - side / 2, self._middle(lane) - side / 2, side, side)
        return QRectF(self._mirrored(place))

    def _mirrored(self, place: QRectF) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place.toRect())

    # --- painting ---------------------------------------------------------------------------------

    def _paint_axis(self, painter: QPainter, axis: Axis) -> None:
        track = self._track()
        painter.setFont(self._font(11))
        metrics = QFontMetrics(painter.font())
        free = -1.0
        for share, words in axis.ticks():
            x, width = self._x(share), metrics.horizontalAdvance(words)
            if x - width / 2 < free:
                continue
            free = x + width / 2 + px(10)
            painter.setPen(QPen(colour("border"), 1))
            line = self._mirrored(QRectF(x, track.top() - px(4), 1, track.height() + px(4)))
            painter.drawLine(line.topLeft(), line.bottomLeft())
            painter.setPen(colour("text3"))
            place = self._mirrored(QRectF(x - width, 0, width * 2, px(HEAD_PX - 6)))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_lane(self, painter: QPainter, at: int, lane: Lane) -> None:
        middle = self._middle(at)
        track = self._track()
        name = QRectF(0, middle - px(LANE_PX) / 2, px(NAME_PX - 16), px(LANE_PX))
        painter.setFont(self._font(12, strong=True))
        painter.setPen(colour("text"))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(lane.name, Qt.TextElideMode.ElideRight, int(name.width()))
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        painter.drawText(self._mirrored(name), align, shown)
        painter.setPen(QPen(colour("border_strong"), 1))
        line = self._mirrored(QRectF(track.left(), middle, track.width(), 1))
        painter.drawLine(line.topLeft(), line.topRight())
        self._paint_labels(painter, at, lane)
        for mark in lane.marks:
            self._paint_mark(painter, at, mark)

    def _paint_labels(self, painter: QPainter, at: int, lane: Lane) -> None:
        """Behind the marks where there is room; the table has those that find none."""
        painter.setFont(self._font(11))
        metrics = QFontMetrics(painter.font())
        for mark in lane.marks:
            axis = self._axis
            x = self._x(axis.share(mark.at)) if axis is not None else 0.0
            width = metrics.horizontalAdvance(mark.label)
            left = x + px(MARK_PX) / 2 + px(LABEL_GAP_PX)
            if not self._clear(lane, left, left + width + px(LABEL_GAP_PX)):
                continue
            top = self._middle(at) - metrics.height() / 2
            place = QRectF(left, top, width + 2, metrics.height())
            painter.fillRect(self._mirrored(place.adjusted(-2, 0, 2, 0)), colour("surface"))
            painter.setPen(colour(mark.tone))
            painter.drawText(self._mirrored(place), int(Qt.AlignmentFlag.AlignCenter), mark.label)

    def _clear(self, lane: Lane, left: float, right: float) -> bool:
        """Whether no mark of the lane stands between `left` and `right`."""
        half = px(MARK_PX) / 2
        axis = self._axis
        places = [self._x(axis.share(mark.at)) for mark in lane.marks] if axis is not None else []
        return all(x + half <= left or x - half >= right for x in places)

    def _paint_mark(self, painter: QPainter, at: int, mark: Mark) -> None:
        place = self._place(at, mark)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("surface"))
        painter.drawEllipse(place.adjusted(-1, -1, 1, 1))
        if mark.projected:
            painter.setPen(QPen(colour(mark.tone), 1, Qt.PenStyle.DashLine))
            painter.drawEllipse(place)
            place = place.adjusted(px(3), px(3), -px(3), -px(3))
        paint_icon(painter, place.toRect(), mark.picture, mark.tone)

    def _paint_now(self, painter: QPainter, axis: Axis) -> None:
        if self._now is None or not axis.start <= self._now <= axis.end:
            return
        track = self._track()
        x = self._x(axis.share(self._now))
        painter.setPen(QPen(colour("accent"), 2))
        line = self._mirrored(QRectF(x, track.top() - px(2), 1, track.height() + px(4)))
        painter.drawLine(line.topLeft(), line.bottomLeft())
        painter.setFont(self._font(11, strong=True))
        painter.setPen(colour("accent_text"))
        words = self.tr("now")
        width = QFontMetrics(painter.font()).horizontalAdvance(words) + 4
        place = self._mirrored(QRectF(x - width / 2, track.bottom() + px(4), width, px(18)))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)

    def _font(self, size: int, *, strong: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(font_px(size))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font
