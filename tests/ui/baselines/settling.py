"""Waiting until a window has nothing left to do, without waiting longer."""

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from ui.bridge import jobs

SOON_MS = 2_000
"""A timer that fires within this time once belongs to what is being shown."""
MOST_MS = 60_000
QUIET_ROUNDS = 3
"""Layouts ask for other layouts; so many rounds in which nothing is left to do are quiet."""
ROUND_MS = 5


def settle(window: QWidget) -> None:
    """Return when no job runs, no short timer of `window` waits, and all is laid out."""
    deadline = QDeadlineTimer(MOST_MS)
    quiet = 0
    while quiet < QUIET_ROUNDS:
        assert not deadline.hasExpired(), f"still at work: {busy(window)}"
        _turn()
        quiet = 0 if busy(window) else quiet + 1


def busy(window: QWidget) -> list[str]:
    """What keeps it from being still."""
    running = ["a job"] * len(jobs._RUNNING)
    waiting = (timer for timer in window.findChildren(QTimer) if _comes_soon(timer))
    return [*running, *(timer.parent().__class__.__name__ for timer in waiting)]


def _comes_soon(timer: QTimer) -> bool:
    return timer.isActive() and timer.isSingleShot() and timer.interval() <= SOON_MS


def _turn() -> None:
    loop = QEventLoop()
    QTimer.singleShot(ROUND_MS, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.sendPostedEvents()
