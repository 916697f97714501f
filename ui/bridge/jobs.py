"""Long work off the GUI thread, told of by signals on it."""

import sys
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.domain.errors import IrplanError
from app.services.cancelling import Cancelled

WORKERS = 2
"""Jobs that run side by side; more would only slow typing down."""

Tell = Callable[[float, str], None]
"""Told the share done, from 0 to 1, and what is being done; raises `Cancelled` on request."""

Work = Callable[[Tell], Any]
"""What a job does; it gets no Qt object and returns its result."""


class Unexpected(IrplanError):
    """A job met a mistake of ours; the crash report says more."""

    code = "irplan.unexpected"

    def __init__(self) -> None:
        super().__init__("Something went wrong inside irplan; nothing you wrote is lost.")


class Job(QObject):
    """One piece of work; connect first, then `start`. Ends in `finished` or `failed`, once."""

    started = Signal()
    progress = Signal(float, str)
    """The share done, from 0 to 1, and what is being done."""
    finished = Signal(object)
    """Carries what the work returned."""
    failed = Signal(object)
    """Carries an `IrplanError`; `Cancelled` when the person stopped it."""
    _told = Signal(float, str)
    _done = Signal()

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._begun = False
        self._stopped = False
        self._future: Future[Any] | None = None
        self._told.connect(self._on_told)
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Whether it has begun and not ended."""
        return self._future is not None

    def start(self) -> None:
        """Begin; a second call does nothing."""
        if self._begun:
            return
        self._begun = True
        _RUNNING.add(self)
        self._future = _pool().submit(self._work, self._tell)
        self.started.emit()
        self._future.add_done_callback(self._tell_done)

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop; it does so when it next tells of its progress."""
        self._stopped = True
        if self._future is not None:
            self._future.cancel()

    def _tell(self, share: float, what: str) -> None:
        """Runs on the worker's thread, as does `_tell_done`."""
        if self._stopped:
            raise Cancelled
        self._told.emit(share, what)

    def _tell_done(self, future: Future[Any]) -> None:
        del future
        self._done.emit()

    @Slot(float, str)
    def _on_told(self, share: float, what: str) -> None:
        self.progress.emit(share, what)

    @Slot()
    def _on_done(self) -> None:
        future, self._future = self._future, None
        _RUNNING.discard(self)
        if future is None:
            return
        if future.cancelled():
            self.failed.emit(Cancelled())
            return
        error = future.exception()
        if error is None:
            self.finished.emit(future.result())
        else:
            self.failed.emit(_as_expected(error))


def _as_expected(error: BaseException) -> IrplanError:
    """A mistake of ours goes to the exception hook, and on as a plain failure."""
    if isinstance(error, IrplanError):
        return error
    if isinstance(error, CancelledError):
        return Cancelled()
    sys.excepthook(type(error), error, error.__traceback__)
    return Unexpected()


_RUNNING: set[Job] = set()
"""Keeps jobs alive whose owners have closed."""

_POOL: list[ThreadPoolExecutor] = []


def _pool() -> ThreadPoolExecutor:
    if not _POOL:
        _POOL.append(ThreadPoolExecutor(WORKERS, thread_name_prefix="irplan-job"))
    return _POOL[0]


def stop_jobs() -> None:
    """Wait for what runs and forget what waits; called once, when the application ends."""
    for job in tuple(_RUNNING):
        job.cancel()
    while _POOL:
        _POOL.pop().shutdown(wait=True, cancel_futures=True)
