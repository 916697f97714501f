"""The lock file beside a plan: one writer at a time, named for whoever comes second."""

import getpass
import json
import os
import socket
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO, NoReturn

from app.domain.plan.texts import cleaned
from app.persistence.db.errors import PlanFileLocked
from app.persistence.db.failures import system_problem

LOCKED_BYTE = 1 << 20
"""The byte that is locked, far behind the content, so that others can still read it."""

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
"""A link planted in the lock's place must not lead to another file."""
_LONGEST = 1_000
"""Bytes that are read of another's lock file."""


class PlanLock:
    """Holds `<plan>.lock` while open; the system lets go of it even when the program dies."""

    def __init__(self, plan: Path, since: datetime) -> None:
        """Take the lock.

        Raises:
            PlanFileLocked: somebody has it; the message says who.
            PlanFileProblem: no lock can be had there.
        """
        self._path = plan.with_name(f"{plan.name}.lock")
        try:
            self._file = _taken(self._path, plan)
        except OSError as error:
            raise system_problem(plan, error) from error
        with suppress(OSError):  # a nameless lock is a lock
            _sign(self._file, since)

    def release(self) -> None:
        """Take the lock file away and let go, in the order this system allows."""
        if os.name == "posix":
            self._remove()
        self._file.close()
        if os.name != "posix":
            self._remove()

    def _remove(self) -> None:
        with suppress(OSError):
            self._path.unlink()


def _taken(path: Path, plan: Path) -> IO[bytes]:
    """The open and locked file `path`; a file its holder takes away meanwhile does not count."""
    file = _opened(path, plan)
    try:
        if not _take(file):
            _refuse(plan, file)
        still_there = _is_at(file, path)
    except BaseException:
        file.close()
        raise
    if still_there:
        return file
    file.close()
    return _taken(path, plan)


def _refuse(plan: Path, file: IO[bytes]) -> NoReturn:
    raise PlanFileLocked(plan, holder=_holder(file.read(_LONGEST)))


def _opened(path: Path, plan: Path) -> IO[bytes]:
    """The lock file, made if need be for everybody who may write the plan."""
    descriptor = os.open(path, _FLAGS, 0o600)
    if os.name == "posix":
        with suppress(OSError):  # it is somebody else's
            os.fchmod(descriptor, plan.stat().st_mode & 0o666)
    return os.fdopen(descriptor, "r+b", buffering=0)


def _is_at(file: IO[bytes], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _sign(file: IO[bytes], since: datetime) -> None:
    text = json.dumps(
        {
            "person": _person(),
            "computer": socket.gethostname(),
            "process": os.getpid(),
            "since": since.isoformat(timespec="seconds"),
        }
    )
    file.truncate(0)
    file.write(text.encode())


def _holder(content: bytes) -> str:
    try:
        found = json.loads(content)
        since = datetime.fromisoformat(found["since"])
        return cleaned(
            f"{found['person']} on {found['computer']} "
            f"since {since:%Y-%m-%d %H:%M} UTC (process {found['process']})"
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return "somebody whose name could not be read"


def _person() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> bool:
        file.seek(LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(0)
        return True

else:
    import fcntl

    def _take(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
