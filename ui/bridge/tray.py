"""Reminders beside the system's clock, where the desktop has such a place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from ui.bridge.desk import Desk
from ui.bridge.due import DueWatch, count_text

if TYPE_CHECKING:
    from app.services.reminding.watching import Watch

Picture = Callable[[str, str], QIcon]
"""Gives the icon of a name, in the colour of another."""

SHOWN_MS = 10_000
"""How long a message stays, where the desktop leaves that to us."""


class ReminderTray(QObject):
    """Shows an icon while the person wants it and a plan is open; off unless chosen."""

    opened = Signal()
    """The icon or its message was clicked: the window is wanted."""

    def __init__(self, desk: Desk, due: DueWatch, picture: Picture, parent: QObject) -> None:
        super().__init__(parent)
        self._picture = picture
        self._desk = desk
        self._due = due
        self._icon: QSystemTrayIcon | None = None
        self._told = 0
        due.changed.connect(self._on_due)
        desk.settings_changed.connect(self._on_settings)
        self._show()

    @property
    def icon(self) -> QSystemTrayIcon | None:
        """The icon, while there is one."""
        return self._icon

    @staticmethod
    def available() -> bool:
        """Whether the desktop has a place for icons."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @Slot(object)
    def _on_due(self, watch: Watch | None) -> None:
        if watch is None:
            self._told = 0
        self._show()

    @Slot(object)
    def _on_settings(self, settings: object) -> None:
        del settings
        self._show()

    def _show(self) -> None:
        wanted = self._desk.settings.tray and self._due.watch is not None and self.available()
        if not wanted:
            self._hide()
            return
        shown = self._icon or self._make()
        count = self._due.count
        shown.setIcon(self._picture("calendar-clock" if count else "shield-check", "accent"))
        shown.setToolTip(f"irplan: {count_text(count)}")
        if count > self._told:
            shown.showMessage("irplan", self._message(), shown.icon(), SHOWN_MS)
        self._told = count

    def _make(self) -> QSystemTrayIcon:
        made = QSystemTrayIcon(self)
        made.activated.connect(self._on_activated)
        made.messageClicked.connect(self.opened)
        self._icon = made
        made.setIcon(self._picture("shield-check", "accent"))
        made.show()
        return made

    def _hide(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def _message(self) -> str:
        watch = self._due.watch
        titles = [] if watch is None else [one.title for one in watch.pressing[:3]]
        return "\n".join((count_text(self._due.count), *titles))

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.opened.emit()
