"""What the frame says of the open plan: its name, its history and whether it is saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from app.domain.errors import IrplanError
from app.domain.plan.kinds import Kind
from ui.bridge.session import PlanBridge
from ui.bridge.words import clock_time
from ui.pages.versions.recalled import RecallNotice
from ui.widgets.chips import Tone
from ui.widgets.frame import Frame
from ui.widgets.save_state import SaveState
from ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from app.services.editing import Change
    from app.services.storing import Receipt


class PlanBar(QObject):
    """Follows one plan on one frame; `undo` and `redo` are the actions of the window."""

    navigate = Signal(str)
    """Carries a page that a notice leads to."""

    def __init__(self, frame: Frame, bridge: PlanBridge, undo: QAction, redo: QAction) -> None:
        super().__init__(frame)
        self._frame = frame
        self._bar = frame.top_bar
        self._bridge = bridge
        self._undo = undo
        self._redo = redo
        self._show_names()
        self._show_history()
        self._show_state()
        bridge.changed.connect(self._on_changed)
        bridge.saving.connect(self._on_saving)
        bridge.saved.connect(self._on_saved)
        bridge.save_failed.connect(self._on_save_failed)
        RecallNotice(bridge, frame.banner, self).navigate.connect(self.navigate)

    @property
    def name(self) -> str:
        """The organisation, or the file while it has no name."""
        profile = self._bridge.plan.profile
        file = Path(self._bridge.open_plan.store.name).stem
        return profile.short_name or profile.legal_name or file

    def _show_names(self) -> None:
        self._frame.nav.plan_button.show_plan(self.name, self.tr("Response plan"))
        window = self._frame.window()
        window.setWindowTitle(self.tr("{0} \u2013 irplan").format(self.name))

    def _show_history(self) -> None:
        parts = (
            (self._undo, self._bar.undo, self.tr("Undo"), self._bridge.undo_label),
            (self._redo, self._bar.redo, self.tr("Redo"), self._bridge.redo_label),
        )
        for action, button, word, what in parts:
            button.setEnabled(bool(what))
            said = f"{word}: {what}" if what else word
            button.setToolTip(plain_tip(f"{said} ({action.shortcut().toString()})"))
            button.setAccessibleName(said)

    def _show_state(self) -> None:
        self._show_stage()
        shown = self._bar.save_state
        last = self._bridge.open_plan.last_saved
        if self._bridge.read_only:
            shown.show_state(SaveState.READ_ONLY, self.tr("Read only"))
            text = self.tr("This plan is open to read. What you change here is not kept.")
            self._frame.banner.show_notice(text, Tone.WARNING)
        elif self._bridge.failure is not None:
            shown.show_state(SaveState.FAILED, self.tr("Not saved"))
        elif last is not None:
            self._on_saved(last)
        else:
            shown.show_state(SaveState.SAVED, self.tr("Saved"))

    def _show_stage(self) -> None:
        from app.domain.lifecycle.approving.course import course
        from ui.models.version_words import stage_text, stage_tone

        stage = course(self._bridge.plan.acts.values()).stage
        self._bar.chip.show_state(stage_text(stage), stage_tone(stage))

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self._show_history()
        if Kind.ACT in change.kinds:
            self._show_stage()
        if Kind.PROFILE in change.kinds:
            self._show_names()

    @Slot()
    def _on_saving(self) -> None:
        if self._bridge.failure is None:
            self._bar.save_state.show_state(SaveState.SAVING, self.tr("Saving\u2026"))

    @Slot(object)
    def _on_saved(self, receipt: Receipt) -> None:
        self._show_history()
        text = self.tr("Saved {0}").format(clock_time(receipt.at))
        self._bar.save_state.show_state(SaveState.SAVED, text)

    @Slot(object)
    def _on_save_failed(self, error: IrplanError) -> None:
        del error
        self._bar.save_state.show_state(SaveState.FAILED, self.tr("Not saved"))
