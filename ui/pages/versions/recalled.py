"""Tells, once and wherever one is, that an edit took a version back from review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.plan.kinds import Kind
from ui.widgets.chips import Tone

if TYPE_CHECKING:
    from app.domain.plan.acts import Act
    from app.services.editing import Change
    from ui.bridge.session import PlanBridge
    from ui.widgets.banner import NoticeBanner

VERSIONS: Final = "versions"
"""Where the notice leads."""


class RecallNotice(QObject):
    """Follows one plan and speaks on the banner of the window."""

    navigate = Signal(str)
    """Carries the page that says more."""

    def __init__(self, bridge: PlanBridge, banner: NoticeBanner, parent: QObject) -> None:
        super().__init__(parent)
        self._banner = banner
        bridge.changed.connect(self._on_changed)
        banner.acted.connect(self._on_acted)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        recalled = recall_in(change)
        if recalled is not None:
            from ui.models.version_standing import recalled_text

            self._banner.show_notice(
                recalled_text(recalled),
                Tone.WARNING,
                action=VERSIONS,
                action_text=self.tr("Show the versions"),
            )

    @Slot(str)
    def _on_acted(self, action: str) -> None:
        if action == VERSIONS:
            self._banner.hide()
            self.navigate.emit(VERSIONS)


def recall_in(change: Change) -> Act | None:
    """The act by which an edit took a version back, if that is what has just been done."""
    if Kind.ACT not in change.kinds:
        return None
    from app.domain.plan.acts import Act, Deed
    from app.services.opening import RECALLED

    for one in change.changes:
        act = one.after
        if isinstance(act, Act) and act.deed is Deed.RECALLED and act.reason == RECALLED:
            return act
    return None
