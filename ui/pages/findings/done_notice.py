"""Says what was just done about a finding, with the way back."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.bridge.session import PlanBridge
from ui.widgets.banner import NoticeBanner
from ui.widgets.chips import Tone


class DoneNotice(NoticeBanner):
    """Offers to undo, until something else changes the plan."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent, "done_notice")
        self._bridge = bridge
        bridge.changed.connect(self._on_changed)
        self.acted.connect(self._on_acted_on)

    @Slot(str)
    def tell(self, text: str) -> None:
        """Say what was done; a blank text says nothing."""
        if text:
            undo = self.tr("Undo")
            self.show_notice(text, Tone.SUCCESS, action="undo", action_text=undo)

    @Slot(object)
    def _on_changed(self, change: object) -> None:
        del change
        self.hide()

    @Slot(str)
    def _on_acted_on(self, action: str) -> None:
        del action
        self._bridge.undo()
