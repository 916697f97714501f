"""The person's settings; each takes effect at once."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.settings import SCALES, Appearance
from ui.bridge.desk import Desk
from ui.dialogs.fitting import fit_scroll
from ui.dialogs.settings_time import TimeServerBox
from ui.widgets.buttons import Look, button
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

WIDTH_PX = 480


class SettingsDialog(QDialog):
    """Appearance, size, name, and who vouches for the time of signatures."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self.setWindowTitle(self.tr("Settings"))
        self._desk = desk
        self._build()
        self._lay_out()
        self._fill()
        self._connect()
        QTimer.singleShot(0, self, self._fit)

    @override
    def done(self, result: int, /) -> None:
        """Keep what was typed even when the dialog is closed from within its field."""
        self._on_person()
        self._time.keep()
        super().done(result)

    def show_time_server(self) -> None:
        """Go to the address of the time-stamp server."""
        self._time.entry.setFocus()
        self._scroll.ensureWidgetVisible(self._time)

    def _build(self) -> None:
        self._appearance = QComboBox(self)
        self._appearance.setObjectName("appearance")
        self._appearance.addItem(self.tr("As the system"), Appearance.SYSTEM.value)
        self._appearance.addItem(self.tr("Light"), Appearance.LIGHT.value)
        self._appearance.addItem(self.tr("Dark"), Appearance.DARK.value)
        self._scale = QComboBox(self)
        self._scale.setObjectName("scale")
        for scale in SCALES:
            self._scale.addItem(f"{scale} %", scale)
        self._person = QLineEdit(self)
        self._person.setObjectName("person")
        self._reminders = button(
            self, "reminders_button", self.tr("Reminders\u2026"), picture="bell"
        )
        self._time = TimeServerBox(self._desk, self)
        self._close = button(self, "close_button", self.tr("Done"), Look.PRIMARY)
        self._close.setDefault(True)

    def _lay_out(self) -> None:
        self._scroll = ScrollBody(self, "settings_scroll")
        self._scroll.content.setContentsMargins(0, 0, px(10), 0)
        column = self._scroll.content
        column.setSpacing(px(16))
        hint = self.tr("For your eyes only: exported documents always look the same.")
        column.addWidget(Field(self, self.tr("Appearance"), self._appearance, hint))
        column.addWidget(Field(self, self.tr("Size of text and controls"), self._scale))
        hint = self.tr("Recorded with every change you save, so that a reviewer sees who made it.")
        column.addWidget(Field(self, self.tr("Your name"), self._person, hint))
        hint = self.tr("What the plan reminds of, e-mail, and what this computer does every day.")
        column.addWidget(Field(self, self.tr("Reminders"), self._reminders, hint))
        column.addWidget(self._time)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(24), px(20), px(14), px(20))
        outer.setSpacing(px(16))
        outer.addWidget(label(self, self.tr("Settings"), Role.H1))
        outer.addWidget(self._scroll, 1)
        outer.addLayout(foot)

    def _fill(self) -> None:
        settings = self._desk.settings
        self._appearance.setCurrentIndex(self._appearance.findData(settings.appearance.value))
        self._scale.setCurrentIndex(max(self._scale.findData(settings.scale), 0))
        self._person.setText(settings.person)

    def _connect(self) -> None:
        self._appearance.activated.connect(self._on_look)
        self._scale.activated.connect(self._on_look)
        self._person.editingFinished.connect(self._on_person)
        self._reminders.clicked.connect(self._on_reminders)
        self._time.resized.connect(self._fit)
        self._close.clicked.connect(self.accept)

    @Slot()
    def _fit(self) -> None:
        fit_scroll(self, self._scroll, WIDTH_PX)

    @Slot()
    def _on_look(self) -> None:
        chosen = Appearance(self._appearance.currentData())
        settings = replace(self._desk.settings, appearance=chosen, scale=self._scale.currentData())
        self._desk.change_settings(settings)

    @Slot()
    def _on_reminders(self) -> None:
        from ui.dialogs.settings_reminders import ReminderSettingsDialog

        dialog = ReminderSettingsDialog(self._desk, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def _on_person(self) -> None:
        settings = replace(self._desk.settings, person=self._person.text().strip())
        self._desk.change_settings(settings)
