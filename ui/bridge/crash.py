"""Mistakes of ours: a report without any word of the plan, and the window lives on."""

import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Signal

from app.services.clock import Clock
from ui.bridge.release import version

KEPT_REPORTS = 10
"""Older reports are removed."""


class CrashReporter(QObject):
    """Takes the place of the exception hooks."""

    crashed = Signal(str)
    """A report was written; carries its text. Emitted on the GUI thread's queue."""

    def __init__(self, folder: Path, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._clock = clock

    def install(self) -> None:
        """Hear of every exception nobody caught, on whatever thread."""
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def report(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Write the report and tell of it; interrupting the program is no mistake."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = describe(error)
        self._write(text)
        self.crashed.emit(text)

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    def _write(self, text: str) -> None:
        stamp = self._clock.now().strftime("%Y%m%d-%H%M%S-%f")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.joinpath(f"crash-{stamp}.txt").write_text(text, "utf-8")
            for old in sorted(self._folder.glob("crash-*.txt"))[:-KEPT_REPORTS]:
                old.unlink()
        except OSError:
            sys.stderr.write(text)


def describe(error: BaseException) -> str:
    """Versions, and type and place of `error` and its causes; never their words.

    The words of an exception often quote what a person wrote.
    """
    lines = [
        f"irplan {version()}",
        f"Python {platform.python_version()}, Qt {PySide6.__version__}",
        f"{platform.system()} {platform.release()}",
        "",
    ]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(type(cause).__qualname__)
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"
