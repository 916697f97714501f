"""A time zone: typed, or chosen from all zones there are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget
from typing_extensions import override

from ui.models.zone_names import zone_names

LETTERS = 10
"""The box is at least so wide."""


class ZoneEdit(QComboBox):
    """Knows the zones once it is gone into, since reading their names takes a while."""

    edited = Signal(str)
    """Carries what stands in the field now."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LETTERS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.line.setPlaceholderText("Europe/London")
        self.line.textEdited.connect(self.edited)
        self.textActivated.connect(self.edited)

    @property
    def line(self) -> QLineEdit:
        """Where one types."""
        found = self.lineEdit()
        if found is None:
            raise TypeError
        return found

    def show_zone(self, zone: str) -> None:
        """Show a zone without telling anybody."""
        if self.line.text() != zone:
            self.line.setText(zone)

    @override
    def showPopup(self) -> None:
        self._fill()
        super().showPopup()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._fill()
        super().focusInEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change the zone."""
        event.ignore()

    def _fill(self) -> None:
        if self.count():
            return
        shown = self.line.text()
        self.addItems(zone_names())
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self.edited)
        self.setCompleter(completer)
        self.line.setText(shown)
