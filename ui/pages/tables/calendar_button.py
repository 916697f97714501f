"""A button that opens a calendar to choose a day from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt, Slot
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from app.domain.plan.dates import parse_date
from ui.dialogs.record.entries import Entry, NotUsable
from ui.models.record_typing import typed_text
from ui.widgets.icons import icon
from ui.widgets.tokens import colour, px

if TYPE_CHECKING:
    from datetime import date


WIDTH_PX, HEIGHT_PX = 400, 260


class CalendarButton(QToolButton):
    """Types the chosen day into the input `entry`."""

    def __init__(self, parent: QWidget, entry: Entry) -> None:
        super().__init__(parent)
        self.setObjectName("cell_calendar")
        self.setIcon(icon("calendar"))
        said = self.tr("Choose from a calendar")
        self.setToolTip(said)
        self.setAccessibleName(said)
        self._entry = entry
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setObjectName("calendar_popup")
        calendar = QCalendarWidget(popup)
        calendar.setAccessibleName(self.tr("Calendar"))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setMinimumSize(px(WIDTH_PX), px(HEIGHT_PX))
        _dress(calendar)
        shown = self._shown()
        if shown is not None:
            calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.activated.connect(self._on_chosen)
        calendar.clicked.connect(self._on_chosen)
        calendar.activated.connect(popup.close)
        calendar.clicked.connect(popup.close)
        box = QVBoxLayout(popup)
        box.setContentsMargins(px(4), px(4), px(4), px(4))
        box.addWidget(calendar)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _shown(self) -> "date | None":
        try:
            value = self._entry.value()
        except NotUsable:
            return None
        return parse_date(typed_text(value))

    @Slot(QDate)
    def _on_chosen(self, day: QDate) -> None:
        chosen = parse_date(day.toString(Qt.DateFormat.ISODate))
        self._entry.show_value(chosen)
        self._entry.edited.emit()
        self._entry.input.setFocus(Qt.FocusReason.OtherFocusReason)


def _dress(calendar: QCalendarWidget) -> None:
    """In the colours of the theme, which a calendar takes only in part by itself."""
    quiet = QTextCharFormat()
    quiet.setForeground(colour("text3"))
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekend, quiet)
    bar = calendar.findChild(QWidget, "qt_calendar_navigationbar")
    if bar is not None:
        bar.setAutoFillBackground(False)
    translate = QCoreApplication.translate
    for name, picture, said in (
        ("qt_calendar_prevmonth", "chevron-left", translate("Table", "Month before")),
        ("qt_calendar_nextmonth", "chevron-right", translate("Table", "Next month")),
    ):
        arrow = calendar.findChild(QToolButton, name)
        if arrow is not None:
            arrow.setIcon(icon(picture))
            arrow.setAccessibleName(said)
