"""Long work off the GUI thread, told of by signals on it."""

import sys
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

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
    """One piece of work; connect first, then `start`. Ends in `finished` or `failed`, once.

    Destroyed while it runs, it asks the work to stop, and neither signal comes.
    """

    started = Signal()
    progress = Signal(float, str)
    """The share done, from 0 to 1, and what is being done."""
    finished = Signal(object)
    """Carries what the work returned."""
    failed = Signal(object)
    """Carries an `IrplanError`; `Cancelled` when the person stopped it."""

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._run = _Run(work, self)
        self.destroyed.connect(self._run.stop)

    @property
    def running(self) -> bool:
        """Whether it has begun and not ended."""
        return self._run.future is not None

    def start(self) -> None:
        """Begin; a second call does nothing."""
        if self._run.begin():
            self.started.emit()

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop; it does so when it next tells of its progress."""
        self._run.stop()


class _Run:
    """The work of a job; the thread of a worker never touches the job itself, which may go.

    What people gave us is let go on the GUI thread, in `end`: a worker that held the last
    reference to something of Qt's would destroy it on a thread where it must not be.
    """

    def __init__(self, work: Work, job: Job) -> None:
        self.future: Future[Any] | None = None
        self._work: Work | None = work
        self._job: Job | None = job
        self._stopped = False

    def begin(self) -> bool:
        """Whether it had not begun."""
        if self.future is not None or self._work is None:
            return False
        _RUNNING.add(self)
        self.future = _pool().submit(self._do)
        self.future.add_done_callback(self._tell_over)
        return True

    def stop(self) -> None:
        self._stopped = True
        if self.future is not None:
            self.future.cancel()

    def pass_on(self, share: float, what: str) -> None:
        """Runs on the GUI thread, as does `end`."""
        if self._job is not None and isValid(self._job):
            self._job.progress.emit(share, what)

    def end(self) -> None:
        job, future = self._job, self.future
        self._work = self._job = self.future = None
        _RUNNING.discard(self)
        if job is None or future is None:
            return
        error = Cancelled() if future.cancelled() else future.exception()
        failure = None if error is None else _as_expected(error)
        if not isValid(job):
            return
        if failure is None:
            job.finished.emit(future.result())
        else:
            job.failed.emit(failure)

    def _do(self) -> object:
        """Runs on the worker's thread, as do `_tell` and `_tell_over`."""
        return None if self._work is None else self._work(self._tell)

    def _tell(self, share: float, what: str) -> None:
        if self._stopped:
            raise Cancelled
        _LINE.told.emit(self, share, what)

    def _tell_over(self, future: Future[Any]) -> None:
        del future
        _LINE.over.emit(self)


class _Line(QObject):
    """Carries what workers tell to the GUI thread; unlike a job, it is never destroyed."""

    told = Signal(object, float, str)
    over = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self.over.connect(self._on_over, Qt.ConnectionType.QueuedConnection)

    @Slot(object, float, str)
    def _on_told(self, run: _Run, share: float, what: str) -> None:
        run.pass_on(share, what)

    @Slot(object)
    def _on_over(self, run: _Run) -> None:
        run.end()


def _as_expected(error: BaseException) -> IrplanError:
    """A mistake of ours goes to the exception hook, and on as a plain failure."""
    if isinstance(error, IrplanError):
        return error
    if isinstance(error, CancelledError):
        return Cancelled()
    sys.excepthook(type(error), error, error.__traceback__)
    return Unexpected()


_LINE = _Line()

_RUNNING: set[_Run] = set()
"""What has begun and not ended, whether or not anybody still waits for it."""

_POOL: list[ThreadPoolExecutor] = []


def _pool() -> ThreadPoolExecutor:
    if not _POOL:
        _POOL.append(ThreadPoolExecutor(WORKERS, thread_name_prefix="irplan-job"))
    return _POOL[0]


def stop_jobs() -> None:
    """Wait for what runs and forget what waits; called once, when the application ends."""
    for run in tuple(_RUNNING):
        run.stop()
    while _POOL:
        _POOL.pop().shutdown(wait=True, cancel_futures=True)
