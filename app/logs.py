"""The log file: what happened to which record, and never what people wrote."""

import logging
import time
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

from typing_extensions import override

FILE_NAME: Final = "irplan.log"

MAX_BYTES: Final = 1_000_000
"""Size in bytes at which a log file is set aside for a new one."""

KEPT_FILES: Final = 3
"""Number of older log files that are kept."""

OUR_LOGGERS: Final = ("app", "ui")
"""Only our own records reach the file: a library's message may quote what it was fed."""

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class DiscreetFormatter(logging.Formatter):
    """One UTC line a record; an exception is told by type, code and place, not by its words.

    The words of an exception often quote the value that caused it (SQL parameters, a
    rejected field), so only `IrplanError` codes are kept.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)sZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime

    @override
    def formatException(self, ei: _ExcInfo) -> str:
        """Name the whole chain of causes, newest first."""
        error = ei[1]
        lines: list[str] = []
        while error is not None:
            lines += _describe(error)
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def start_logging(folder: Path, level: int = logging.INFO) -> Path:
    """Send our records to a rotating file in `folder` and return that file.

    Called again, it replaces the earlier file. A new folder is open to its owner only.

    Raises:
        OSError: The folder or the file cannot be written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / FILE_NAME
    handler = RotatingFileHandler(
        file, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8"
    )
    handler.setFormatter(DiscreetFormatter())
    stop_logging()
    hush_libraries()
    for name in OUR_LOGGERS:
        logger = logging.getLogger(name)
        logger.addHandler(handler)
        logger.setLevel(level)
    return file


def hush_libraries() -> None:
    """Keep what libraries log off the terminal, where Python would print it for want of a place.

    It quotes files that are being read, and what matters in it is told in our own words.
    """
    root = logging.getLogger()
    if not any(isinstance(handler, logging.NullHandler) for handler in root.handlers):
        root.addHandler(logging.NullHandler())


def stop_logging() -> None:
    """Close the log file, if there is one."""
    for name in OUR_LOGGERS:
        logger = logging.getLogger(name)
        for handler in [h for h in logger.handlers if isinstance(h, RotatingFileHandler)]:
            logger.removeHandler(handler)
            handler.close()


def _describe(error: BaseException) -> list[str]:
    code = getattr(error, "code", None)
    title = type(error).__qualname__ + (f" [{code}]" if isinstance(code, str) else "")
    frames = traceback.extract_tb(error.__traceback__)
    return [title, *(f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames)]
