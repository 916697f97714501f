"""A list of time zones one can also type into."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget
from typing_extensions import override

from ui.models.zone_names import zone_names
from ui.widgets.tokens import px

WIDTH_PX = 230


class ZoneBox(QComboBox):
    """IANA names; begins with `zone`."""

    def __init__(self, parent: QWidget, zone: str) -> None:
        super().__init__(parent)
        self.setObjectName("clock_zone")
        self.setEditable(True)
        field = self.lineEdit()
        if field is not None:
            field.setAccessibleName(self.tr("Time zone"))
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(sorted({*zone_names(), zone}))
        self.setFixedWidth(px(WIDTH_PX))
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.setCurrentText(zone)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change the zone."""
        event.ignore()

    @property
    def zone(self) -> str:
        """What stands in the field."""
        return self.currentText().strip()
