"""The desk: which plan is open, and how it comes to be opened and put away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.bootstrap import SAMPLE
from app.domain.errors import IrplanError
from app.services.cancelling import Cancelled
from app.services.settings import Settings, without_recent
from ui.bridge.jobs import Job, Tell
from ui.bridge.session import PlanBridge

if TYPE_CHECKING:
    from app.bootstrap import SampleCard, Workshop
    from app.domain.interview.drafting import AnswerSheet
    from app.services.library import TemplateSummary
    from app.services.opening import OpenPlan

ENDING = ".irplan"
"""The ending of plan files."""
REQUEST = ".irplan-request"
"""The ending of a file that asks for a review or an approval."""
RESPONSE = ".irplan-response"
"""The ending of the answer to one."""


class Desk(QObject):
    """Has at most one plan open; every failure is a signal."""

    opened = Signal(object)
    """Carries the new `PlanBridge`."""
    closed = Signal()
    """No plan is open any more."""
    failed = Signal(object, object)
    """Carries an `IrplanError` and the `Path` it is about, or None."""
    copied = Signal(object)
    """Carries the `Path` of a copy that was written."""
    settings_changed = Signal(object)
    """Carries the new `Settings`."""
    prepared = Signal()
    """`templates` is filled, as far as the library could be read."""
    samples_read = Signal()
    """`samples` is filled, after the templates they are written for."""

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workshop = workshop
        self.bridge: PlanBridge | None = None
        self.path: Path | None = None
        self.templates: tuple[TemplateSummary, ...] = ()
        self.framework_names: dict[str, str] = {}
        self.samples: tuple[SampleCard, ...] = ()
        self._settings = workshop.settings()

    def prepare(self) -> None:
        """Read the library in the background, so that the first plan opens at once."""
        job = Job(self._read_library, self)
        job.finished.connect(self._on_prepared)
        job.failed.connect(self._on_not_prepared)
        job.start()

    @property
    def settings(self) -> Settings:
        """What the person has chosen for the app."""
        return self._settings

    def change_settings(self, settings: Settings) -> None:
        """Keep `settings` and tell of them, unless nothing differs."""
        if settings == self._settings:
            return
        self._settings = settings
        self.workshop.save_settings(settings)
        self.settings_changed.emit(settings)

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open the plan file `path` in place of the present one."""
        path = path.absolute()
        if self.path == path and self.bridge is not None:
            return True
        return self._take(path, lambda: self.workshop.open(path, read_only=read_only))

    def create(self, path: Path, template: str, sheet: AnswerSheet) -> bool:
        """Draft a plan into the new file `path` and open it."""
        path = path.absolute()
        return self._take(path, lambda: self.workshop.create(path, template, sheet))

    @Slot(str)
    def open_sample(self, sample: str = SAMPLE) -> bool:
        """Open the plan of a sample organisation, made on first use."""
        path = (self.workshop.paths.data / "samples" / sample_file(sample)).absolute()
        if path.exists():
            return self.open(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            reason = f"The folder {path.parent} cannot be made; allow writing to it."
            self.failed.emit(FolderRefused(reason), path)
            return False
        return self._take(path, lambda: self.workshop.create_sample(path, sample))

    def reopen(self) -> bool:
        """Read the plan again from its file, without edits that could not be saved."""
        path = self.path
        if path is None or self.bridge is None:
            return False
        self.abandon()
        return self.open(path)

    def copy_to(self, path: Path) -> bool:
        """Write the plan, with edits that could not be saved, into the new file `path`."""
        if self.bridge is None:
            return False
        try:
            self.workshop.copy(self.bridge.open_plan, path.absolute())
        except IrplanError as error:
            self.failed.emit(error, path)
            return False
        self.copied.emit(path)
        return True

    def close(self) -> bool:
        """Save and put the plan away; False when saving failed, then it stays open."""
        bridge = self.bridge
        if bridge is None:
            return True
        path = self.path
        try:
            if not bridge.close():
                return False
        except IrplanError as error:
            self.failed.emit(error, path)
        self._forget()
        return True

    def abandon(self) -> None:
        """Put the plan away, with whatever could not be saved."""
        if self.bridge is None:
            return
        path = self.path
        try:
            self.bridge.let_go()
        except IrplanError as error:
            self.failed.emit(error, path)
        self._forget()

    def forget_recent(self, path: Path) -> None:
        """Take `path` off the list of recent plans; the file stays."""
        self.change_settings(without_recent(self._settings, path))

    def _read_library(self, tell: Tell) -> tuple[tuple[TemplateSummary, ...], dict[str, str]]:
        """Runs on a worker's thread; the library keeps what it has read."""
        found = self.workshop.templates()
        names = {item.id: item.name for item in self.workshop.library.frameworks()}
        for at, template in enumerate(found):
            tell(at / len(found), template.name)
            self.workshop.template(template.id)
        return found, names

    @Slot(object)
    def _on_prepared(self, found: tuple[tuple[TemplateSummary, ...], dict[str, str]]) -> None:
        self.templates, self.framework_names = found
        self.prepared.emit()
        job = Job(self._read_samples, self)
        job.finished.connect(self._on_samples)
        job.failed.connect(self._on_no_samples)
        job.start()

    def _read_samples(self, tell: Tell) -> tuple[SampleCard, ...]:
        """Runs on a worker's thread; the templates it needs are read by then."""
        del tell
        return self.workshop.sample_cards()

    @Slot(object)
    def _on_samples(self, found: tuple[SampleCard, ...]) -> None:
        self.samples = found
        self.samples_read.emit()

    @Slot(object)
    def _on_no_samples(self, error: IrplanError) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error, None)

    @Slot(object)
    def _on_not_prepared(self, error: IrplanError) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error, None)
            self.prepared.emit()

    def _take(self, path: Path, get: Callable[[], OpenPlan]) -> bool:
        """The present plan is put away only once the next one is open."""
        if self.bridge is not None and not self.bridge.read_only and not self.bridge.flush():
            return False
        try:
            plan = get()
        except IrplanError as error:
            self.failed.emit(error, path)
            return False
        if not self.close():
            plan.store.close()
            return False
        self.path = path
        self.bridge = PlanBridge(plan, self)
        self._remember_recent()
        self.opened.emit(self.bridge)
        return True

    def _remember_recent(self) -> None:
        """The workshop has put the plan first among the recent ones."""
        stored = self.workshop.settings()
        self._settings = replace(self._settings, recent=stored.recent)
        self.settings_changed.emit(self._settings)

    def _forget(self) -> None:
        bridge, self.bridge, self.path = self.bridge, None, None
        self.closed.emit()
        if bridge is not None:
            bridge.deleteLater()


def sample_file(sample: str) -> str:
    """The name of the file that a sample organisation's plan is kept in."""
    return f"{sample.replace('-', ' ').title()} sample{ENDING}"


class FolderRefused(IrplanError):
    """A folder of ours cannot be made."""

    code = "files.not-allowed"
