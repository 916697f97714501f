"""What sessions look back on, read from the plan's file on a worker's thread."""

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import IrplanError
from app.services.cancelling import Cancelled
from app.services.clock import today
from app.services.reviewing.past import Past, read_past
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job, Tell, Work
from ui.bridge.session import PlanBridge


class PastReader(QObject):
    """Reads one at a time; a plan that has no file yet has no past."""

    read = Signal(object)
    """Carries the `Past`."""
    failed = Signal(object)
    """Carries the `IrplanError` that kept it from being read."""

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._desk = desk
        self._job: Job | None = None

    def start(self) -> None:
        """Read what is saved by now."""
        if self._job is not None:
            return
        self._job = Job(_work(self._desk), self._desk)  # outlives the page
        self._job.finished.connect(self._on_read)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    @Slot(object)
    def _on_read(self, past: Past) -> None:
        self._job = None
        self.read.emit(past)

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        self._job = None
        if not isinstance(error, Cancelled):
            self.failed.emit(error)


def _work(desk: Desk) -> Work:
    workshop, path = desk.workshop, desk.path
    day = today(workshop.clock)

    def work(tell: Tell) -> Past:
        tell(0.0, "")
        return Past() if path is None else read_past(workshop.history(path), day)

    return work
