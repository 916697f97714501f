"""The lock file beside a plan: one writer at a time, named for whoever comes second."""

import getpass
import json
import os
import socket
import sys
from datetime import datetime
from pathlib import Path
from typing import IO

from app.persistence.db.errors import PlanFileLocked, PlanFileReadOnly

LOCKED_BYTE = 1 << 20
"""The byte that is locked, far behind the content, so that others can still read it."""


class PlanLock:
    """Holds `<plan>.lock` while open; the system lets go of it even when the program dies."""

    def __init__(self, plan: Path, since: datetime) -> None:
        """Take the lock.

        Raises:
            PlanFileLocked: somebody has it; the message says who.
            PlanFileReadOnly: no lock file can be made there.
        """
        self._path = plan.with_name(f"{plan.name}.lock")
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise PlanFileReadOnly(plan) from error
        self._file: IO[bytes] = os.fdopen(descriptor, "r+b")
        if not _take(self._file):
            holder = _holder(self._file.read(1_000))
            self._file.close()
            raise PlanFileLocked(plan, holder=holder)
        self._sign(since)

    def release(self) -> None:
        """Let go and take the lock file away."""
        self._path.unlink(missing_ok=True)
        self._file.close()

    def _sign(self, since: datetime) -> None:
        text = json.dumps(
            {
                "person": _person(),
                "computer": socket.gethostname(),
                "process": os.getpid(),
                "since": since.isoformat(timespec="seconds"),
            }
        )
        self._file.truncate(0)
        self._file.write(text.encode())
        self._file.flush()


def _holder(content: bytes) -> str:
    try:
        found = json.loads(content)
        since = datetime.fromisoformat(found["since"])
        return (
            f"{found['person']} on {found['computer']} "
            f"since {since:%Y-%m-%d %H:%M} UTC (process {found['process']})"
        )
    except (ValueError, KeyError, TypeError):
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
        except OSError:
            return False
        return True
