"""A save that is written while the window goes on."""

from collections.abc import Callable
from threading import Event, Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.bridge.jobs import Job, Tell

if TYPE_CHECKING:
    from app.services.opening import Attempt, OpenPlan
    from app.services.storing import Receipt


class Writing(QObject):
    """Commits one attempt on a worker's thread, or on that of whoever cannot wait for a worker."""

    over = Signal()
    """The worker is through with it; `finish` waits no more."""

    def __init__(self, open_plan: "OpenPlan", attempt: "Attempt", parent: QObject) -> None:
        super().__init__(parent)
        self.attempt = attempt
        self._pen = _Pen(lambda: open_plan.commit(attempt))
        self._job = Job(self._pen.write_in_turn, self)
        self._job.finished.connect(self._on_over)
        self._job.failed.connect(self._on_over)

    @property
    def done(self) -> bool:
        """Whether it is written, or failed."""
        return self._pen.over.is_set()

    def start(self) -> None:
        """Begin to write."""
        self._job.start()

    def finish(self) -> "Receipt":
        """Wait until it is written; what has not begun yet is written here.

        Raises:
            IrplanError: nothing was saved.
        """
        self._pen.write_in_turn()
        self._pen.over.wait()
        return self._pen.outcome()

    @Slot(object)
    def _on_over(self, result: object) -> None:
        del result
        self.over.emit()


class _Pen:
    """Writes once, whoever asks first; holds nothing of Qt's, as a worker has it."""

    def __init__(self, write: "Callable[[], Receipt]") -> None:
        self._write = write
        self._turn = Lock()
        self.over = Event()
        self._receipt: Receipt | None = None
        self._error: BaseException | None = None

    def write_in_turn(self, tell: Tell | None = None) -> None:
        """Write, unless somebody else does or did."""
        del tell
        if not self._turn.acquire(blocking=False):
            return
        try:
            self._receipt = self._write()
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            self._error = error
        finally:
            self.over.set()

    def outcome(self) -> "Receipt":
        """The receipt, once it is over; raises what the writing raised."""
        if self._receipt is None:
            raise self._error or RuntimeError("not written")
        return self._receipt
