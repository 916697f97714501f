"""Tells what the answers given since would change elsewhere in the plan, and offers to do it."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from app.domain.plan.kinds import Kind
from app.services.answering.bundles import Bundle, bundled
from app.services.answering.following import AnswerFollowing
from app.services.editing import Change
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.dialogs.consequences import ConsequencesDialog
from ui.widgets.banner import NoticeBanner
from ui.widgets.chips import Tone

ANSWERED = frozenset({Kind.ANSWER, Kind.PROFILE})
"""The tables that hold answers."""

QUIET_MS = 500
"""Quiet time after the last answer before its consequences are worked out."""


class FollowingBanner(NoticeBanner):
    """Hidden while the plan says what its answers ask for."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent, "following_banner")
        self._bridge = bridge
        self._following = AnswerFollowing(bridge.open_plan.session, bridge.template)
        self._bundles: tuple[Bundle, ...] = ()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.look)
        bridge.changed.connect(self._on_changed)
        self.acted.connect(self._on_acted_on)
        self.dismissed.connect(self._on_left)

    @Slot()
    def look(self) -> None:
        """Work out what is pending and show or hide the banner."""
        self._bundles = bundled(self._following.pending())
        if not self._bundles:
            self.hide()
            return
        one = self.tr("Your answers would change one more place in the plan.")
        many = self.tr("Your answers would change {n} more places in the plan.")
        text = counted(len(self._bundles), one, many)
        if not self.isVisible() or text != self.text:
            self.show_notice(
                text, Tone.ACCENT, action="show", action_text=self.tr("Show them\u2026")
            )

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if not self._bridge.read_only and (change.kinds & ANSWERED or self._bundles):
            self._quiet.start()

    @Slot(str)
    def _on_acted_on(self, action: str) -> None:
        del action
        self.look()
        if self._bundles:
            dialog = ConsequencesDialog(self.window(), self._bridge.plan, self._bundles)
            dialog.agreed.connect(self._on_agreed)
            dialog.open()

    @Slot(object)
    def _on_agreed(self, bundles: tuple[Bundle, ...]) -> None:
        chosen = [item for bundle in bundles for item in bundle.items]
        self._following.follow(chosen, self.tr("Follow the answers"))
        self._on_left()

    @Slot()
    def _on_left(self) -> None:
        self._following.leave()
        self._bundles = ()
        self.hide()
