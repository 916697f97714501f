"""What the open plan reminds of, looked at again after edits and when a day begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted

if TYPE_CHECKING:
    from app.services.reminding.watching import Watch

QUIET_MS = 700
"""Quiet time after an edit before reminders are worked out again."""
HOUR_MS = 60 * 60 * 1000
"""How often one looks whether a day has begun."""


class DueWatch(QObject):
    """Looks at the plan a moment after it is opened, so that its window comes first."""

    changed = Signal(object)
    """Carries the `Watch`, or None when no plan is open any more."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.watch: Watch | None = None
        self._desk = desk
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.look)
        self._hour = QTimer(self)
        self._hour.setInterval(HOUR_MS)
        self._hour.timeout.connect(self.look)
        desk.opened.connect(self._on_opened)
        desk.closed.connect(self._on_closed)
        if desk.bridge is not None:
            self._on_opened(desk.bridge)

    @property
    def count(self) -> int:
        """How many reminders are due or overdue."""
        return 0 if self.watch is None else len(self.watch.pressing)

    @Slot()
    def look(self) -> None:
        """Work the reminders out and tell of them, unless nothing differs."""
        bridge = self._desk.bridge
        if bridge is None:
            return
        found = self._desk.workshop.watch(bridge.plan)
        if found != self.watch:
            self.watch = found
            self.changed.emit(found)

    @Slot(object)
    def _on_opened(self, bridge: PlanBridge) -> None:
        self.watch = None
        bridge.changed.connect(self._on_changed)
        self._quiet.start()
        self._hour.start()

    @Slot()
    def _on_closed(self) -> None:
        self._quiet.stop()
        self._hour.stop()
        self.watch = None
        self.changed.emit(None)

    @Slot(object)
    def _on_changed(self, change: object) -> None:
        del change
        self._quiet.start()


def count_text(count: int) -> str:
    """How many reminders wait, in words."""
    translate = QCoreApplication.translate
    if not count:
        return translate("Reminders", "nothing is due")
    return counted(
        count,
        translate("Reminders", "1 reminder is due"),
        translate("Reminders", "{n} reminders are due"),
    )
