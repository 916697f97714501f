"""The way back to an earlier version: looked at first, asked about, then one new revision."""

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import IrplanError
from app.services.cancelling import Cancelled
from ui.bridge.jobs import Job, Tell, Work
from ui.dialogs.versions.acting import Acting
from ui.pages.backups.confirming import RESTORE, question_about
from ui.pages.backups.edits import restore
from ui.pages.backups.points import Looked, Source, VersionPoint
from ui.pages.page import Page


class Restoring(QObject):
    """Says what would change before anything does."""

    done = Signal(str)
    """The plan is as it was; carries that in words."""
    failed = Signal(object)
    """Carries the `IrplanError`."""

    def __init__(self, acting: Acting, page: Page) -> None:
        super().__init__(page)
        self._acting = acting
        self._page = page
        self._job: Job | None = None
        self._looked: Looked | None = None

    def ask(self, version: str) -> None:
        """Compare the plan with the version, and ask."""
        work = self._looking(version)
        if work is None or self._job is not None:
            return
        self._job = Job(work, self._acting.desk)
        self._job.finished.connect(self._on_looked)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _looking(self, version: str) -> Work | None:
        desk, plan = self._acting.desk, self._acting.plan
        path = desk.path
        if path is None:
            return None
        questions = self._acting.bridge.template.questions
        source = Source(desk.workshop, desk.workshop.copies(path), path, questions)

        def work(tell: Tell) -> Looked:
            history = desk.workshop.history(path)
            at = history.versions().get(version, 0)
            entry = next((one for one in history.entries() if one.number == at), None)
            entry = entry or history.entries()[-1]
            return source.look(VersionPoint(version, entry), plan, tell)

        return work

    @Slot(object)
    def _on_looked(self, looked: Looked) -> None:
        self._job = None
        if looked.failure is not None:
            self.failed.emit(looked.failure)
            return
        if looked.preview is None:
            return
        self._looked = looked
        question = question_about(self._page, looked.point, looked.preview)
        question.answered.connect(self._on_answered)
        question.open()

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        self._job = None
        if not isinstance(error, Cancelled):
            self.failed.emit(error)

    @Slot(str)
    def _on_answered(self, answer: str) -> None:
        looked, self._looked = self._looked, None
        if answer != RESTORE or looked is None or looked.preview is None:
            return
        try:
            said = restore(self._acting.bridge, looked.preview.past)
        except IrplanError as error:
            self.failed.emit(error)
            return
        if said:
            self.done.emit(said)
