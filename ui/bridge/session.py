"""The open plan on the event loop: signals for every change, and saving without a button."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.errors import IrplanError
from ui.bridge.writing import Writing

if TYPE_CHECKING:
    from app.domain.interview.template import PlanTemplate
    from app.domain.judgement.engine import Judgement
    from app.domain.lifecycle.chain import Head
    from app.domain.plan.changes import ChangeSet
    from app.domain.plan.plan import Plan, Record
    from app.services.editing import Change
    from app.services.opening import Attempt, OpenPlan
    from app.services.storing import Files, Receipt

QUIET_MS = 300
"""Quiet time after the last edit before it is saved."""
LATEST_MS = 1000
"""An edit is saved no later than this, however fast one types on."""
BACKUP_MS = 30 * 60 * 1000
"""How often a copy is kept while a plan is open and changes."""

MANY_CHANGES = 500
"""So many changes and more take too long to write while the window waits for it."""

FIRST_RETRY_MS = 1000
LAST_RETRY_MS = 60_000
"""Waiting doubles from the first to the last after every failure."""


class PlanBridge(QObject):
    """Wraps one `OpenPlan`; everything happens on the GUI thread."""

    changed = Signal(object)
    """Carries the `Change`; `judgement` is up to date when it is emitted."""
    saving = Signal()
    """There is something to save."""
    saved = Signal(object)
    """Carries the `Receipt` of what was committed."""
    save_failed = Signal(object)
    """Carries the `IrplanError`; the edits are kept and tried again."""

    def __init__(self, open_plan: OpenPlan, parent: QObject) -> None:
        super().__init__(parent)
        self.open_plan = open_plan
        self.failure: IrplanError | None = None
        self._writing: Writing | None = None
        self._retry_ms = FIRST_RETRY_MS
        self._quiet = self._timer(QUIET_MS)
        self._latest = self._timer(LATEST_MS)
        self._retry = self._timer(FIRST_RETRY_MS)
        self._backup = QTimer(self)
        self._backup.setInterval(BACKUP_MS)
        self._backup.timeout.connect(self._on_backup)
        self._backup.start()
        self._leave = open_plan.session.subscribe(self._on_change)

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.open_plan.plan

    @property
    def judgement(self) -> Judgement:
        """Completeness, coverage and findings of `plan`."""
        return self.open_plan.judgement

    @property
    def template(self) -> PlanTemplate:
        """The template the questions come from."""
        return self.open_plan.template

    @property
    def dirty(self) -> bool:
        """Whether anything is not saved yet."""
        return self.open_plan.session.dirty

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""
        return self.open_plan.store.read_only

    @property
    def undo_label(self) -> str:
        """What undo would take back; blank when there is nothing."""
        return self.open_plan.session.undo_label

    @property
    def redo_label(self) -> str:
        """What redo would do again; blank when there is nothing."""
        return self.open_plan.session.redo_label

    def apply(self, changes: ChangeSet, label: str, origin: str = "", merge: str = "") -> bool:
        """Make `changes` one undo step; see `EditingSession.apply`."""
        return self.open_plan.session.apply(changes, label, origin, merge)

    @Slot()
    def end_merge(self) -> None:
        """The next edit starts an undo step of its own."""
        self.open_plan.session.end_merge()

    @Slot()
    def undo(self) -> bool:
        """Take the last step back; False when there is none."""
        return self.open_plan.session.undo()

    @Slot()
    def redo(self) -> bool:
        """Do the last undone step again; False when there is none."""
        return self.open_plan.session.redo()

    @Slot()
    def flush(self, label: str = "") -> bool:
        """Save now what is not saved yet; False when that failed and the edits are still here.

        `label` is what the revision is called; blank leaves that to the plan.
        """
        self._stop()
        self._finish_writing()
        try:
            receipt = self.open_plan.save(label)
        except IrplanError as error:
            self._wait(error)
            return False
        self._note(receipt)
        return True

    def enact(self, records: Sequence[Record], label: str, files: Files | None = None) -> None:
        """Save, then commit `records` for good; nothing done so far can be undone after that.

        Raises:
            IrplanError: none of the records was committed.
        """
        if not self.flush() and self.failure is not None:
            raise self.failure
        receipt = self.open_plan.enact(records, label, files or {})
        self.open_plan.session.seal()
        self.saved.emit(receipt)

    def head(self) -> Head | None:
        """The end of the plan's history once all is saved; None where it cannot be said."""
        if not self.read_only and not self.flush():
            return None
        try:
            return self.open_plan.store.head()
        except IrplanError:
            return None

    def close(self) -> bool:
        """Save and let go of the document; False (still open) when saving failed.

        Raises:
            IrplanError: everything is saved, but the backup or the lock gave trouble.
        """
        if not self.read_only and not self.flush():
            return False
        self.open_plan.note()
        self.let_go()
        return True

    def let_go(self) -> None:
        """Let go of the document, and of edits that could not be saved."""
        self._finish_writing()
        self._stop()
        self._backup.stop()
        self._leave()
        store = self.open_plan.store
        try:
            store.backup()
        finally:
            store.close()

    @Slot()
    def _on_due(self) -> None:
        """Save; where that takes long the window goes on, and later edits are saved after it."""
        if self._writing is not None:
            return
        self._stop()
        try:
            attempt = self.open_plan.attempt()
            if attempt is not None and len(attempt.changes) >= MANY_CHANGES:
                self._begin_writing(attempt)
                return
            receipt = None if attempt is None else self.open_plan.commit(attempt)
        except IrplanError as error:
            self._wait(error)
            return
        if attempt is not None and receipt is not None:
            self.open_plan.settle(attempt, receipt)
        self._note(receipt)

    def _begin_writing(self, attempt: Attempt) -> None:
        self._writing = Writing(self.open_plan, attempt, self)
        self._writing.over.connect(self._on_written)
        self._writing.start()

    @Slot()
    def _on_written(self) -> None:
        if self._writing is None or not self._writing.done:
            return  # it was waited for meanwhile
        self._finish_writing()
        if self.failure is None and self.dirty:
            self._quiet.start()

    def _finish_writing(self) -> None:
        """Have what is being written done with, and take note of it."""
        writing, self._writing = self._writing, None
        if writing is None:
            return
        writing.deleteLater()
        try:
            receipt = writing.finish()
        except IrplanError as error:
            self._wait(error)
            return
        self.open_plan.settle(writing.attempt, receipt)
        self._note(receipt)

    def _note(self, receipt: Receipt | None) -> None:
        self.failure = None
        self._retry_ms = FIRST_RETRY_MS
        if receipt is not None:
            self.saved.emit(receipt)

    @Slot()
    def _on_backup(self) -> None:
        """A copy that fails is told of when the plan is closed; until then it is tried again."""
        with suppress(IrplanError):
            self.open_plan.store.backup()

    def _on_change(self, change: Change) -> None:
        if not self.read_only:
            self.saving.emit()
            self._quiet.start()
            if not self._latest.isActive():
                self._latest.start()
        self.changed.emit(change)

    def _wait(self, error: IrplanError) -> None:
        self.failure = error
        self._retry.start(self._retry_ms)
        self._retry_ms = min(self._retry_ms * 2, LAST_RETRY_MS)
        self.save_failed.emit(error)

    def _stop(self) -> None:
        for timer in (self._quiet, self._latest, self._retry):
            timer.stop()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._on_due)
        return timer
