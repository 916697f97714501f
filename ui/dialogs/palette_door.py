"""Opens the command palette, which is built when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.guide_file import guide_file

if TYPE_CHECKING:
    from app.domain.plan.plan import Plan
    from ui.bridge.session import PlanBridge
    from ui.dialogs.palette import CommandPalette
    from ui.models.entries import Entry


class PaletteDoor(QObject):
    """Keeps the palette of one window."""

    chosen = Signal(str)
    """Carries the target a person chose."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._palette: CommandPalette | None = None
        self._read: Plan | None = None
        self._entries: tuple[Entry, ...] = ()

    def open(self, bridge: PlanBridge) -> None:
        """Show everything that can be gone to or done in this plan."""
        from ui.dialogs.palette import CommandPalette
        from ui.models.commands import command_entries

        if self._palette is None:
            self._palette = CommandPalette(self._window)
            self._palette.chosen.connect(self.chosen)
        commands = command_entries(help_there=guide_file() is not None)
        self._palette.open_with((*commands, *self._entries_of(bridge)))

    def close(self) -> None:
        """Hide the palette, if it is open; another plan is read anew."""
        if self._palette is not None:
            self._palette.close_palette()

    def forget(self) -> None:
        """Build it anew the next time, as another size of text needs."""
        if self._palette is not None:
            self._palette.deleteLater()
            self._palette = None

    def _entries_of(self, bridge: PlanBridge) -> tuple[Entry, ...]:
        """The plan is read once for as long as it stays the same."""
        from ui.models.entries import entries_of

        if self._read is not bridge.plan:
            self._entries = entries_of(bridge)
            self._read = bridge.plan
        return self._entries
