"""Who vouches for the time of a signature, and how much it proves."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.services.signing import UNSTAMPED, Level, Stamping
from app.services.time_authority import server_of
from ui.bridge.desk import Desk
from ui.models.level_words import OFFERED, level_name, level_said
from ui.widgets.buttons import Look, button
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px


class TimeBox(QWidget):
    """The server is that of the settings, which can be changed from here."""

    resized = Signal()
    """More or less of it is shown."""

    def __init__(self, desk: Desk, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._desk = desk
        self._who = label(self, "", wrap=True)
        self._who.setObjectName(f"{name}_time_server")
        words = self.tr("Choose the time-stamp server\u2026")
        self.change = button(self, f"{name}_time_settings", words, Look.LINK)
        self._level = QComboBox(self)
        self._level.setObjectName(f"{name}_level")
        for level in OFFERED:
            self._level.addItem(level_name(level), level.value)
        self._level_field = Field(self, self.tr("How much it proves"), self._level, " ")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(label(self, self.tr("Who vouches for the time"), Role.H3))
        column.addWidget(self._who)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(px(4))
        column.addWidget(self._level_field)
        self.change.clicked.connect(self._on_change)
        self._level.currentIndexChanged.connect(self._show_level)
        desk.settings_changed.connect(self._show_server)
        self._show_level()
        self._show_server()

    def stamping(self) -> Stamping:
        """What was chosen; nobody vouches where no server is known."""
        authority = self._desk.settings.time_authority
        if not authority:
            return UNSTAMPED
        return Stamping(authority, Level(self._level.currentData()))

    @Slot()
    def _show_level(self) -> None:
        self._level_field.show_hint(level_said(Level(self._level.currentData())))

    @Slot()
    def _show_server(self) -> None:
        authority = self._desk.settings.time_authority
        said = self.tr("Nobody: the time is this computer's clock.")
        if authority:
            said = self.tr("The time-stamp server {0}.").format(server_of(authority))
        self._who.setText(said)
        self._who.setToolTip(plain_tip(authority))
        self._level_field.setVisible(bool(authority))
        self.resized.emit()

    @Slot()
    def _on_change(self) -> None:
        from ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self._desk, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        dialog.show_time_server()
