"""Waiting until a window has done what it was asked to."""

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

WAIT_MS = 60_000


def settle(milliseconds: int = 60) -> None:
    """Let the event loop lay out and paint."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(done: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(WAIT_MS)
    while not done():
        assert not deadline.hasExpired(), "the library was not read in time"
        settle()
