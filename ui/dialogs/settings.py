"""The person's settings; each takes effect at once."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.settings import SCALES, Appearance
from ui.bridge.desk import Desk
from ui.widgets.buttons import Look, button
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class SettingsDialog(QDialog):
    """Appearance, size and name."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(px(440))
        self._desk = desk
        self._build()
        self._lay_out()
        self._fill()
        self._connect()

    @override
    def done(self, result: int, /) -> None:
        """Keep the name even when the dialog is closed from within its field."""
        self._on_person()
        super().done(result)

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
        self._close = button(self, "close_button", self.tr("Done"), Look.PRIMARY)
        self._close.setDefault(True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(16))
        column.addWidget(label(self, self.tr("Settings"), Role.H1))
        hint = self.tr("For your eyes only: exported documents always look the same.")
        column.addWidget(Field(self, self.tr("Appearance"), self._appearance, hint))
        column.addWidget(Field(self, self.tr("Size of text and controls"), self._scale))
        hint = self.tr("Recorded with every change you save, so that a reviewer sees who made it.")
        column.addWidget(Field(self, self.tr("Your name"), self._person, hint))
        hint = self.tr("What the plan reminds of, e-mail, and what this computer does every day.")
        column.addWidget(Field(self, self.tr("Reminders"), self._reminders, hint))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column.addSpacing(px(4))
        column.addLayout(foot)

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
        self._close.clicked.connect(self.accept)

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
