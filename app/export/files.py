"""Whole files written so that a reader sees the old one or the new one, never a part."""

import contextlib
import errno
import hashlib
import os
import secrets
import time
from pathlib import Path
from typing import ClassVar, Final

from app.domain.errors import IrplanError

_PREFIX: Final = ".~irplan-"
_SUFFIX: Final = ".tmp"
STALE_SECONDS: Final = 600.0
"""Age at which a temporary file no longer belongs to a write going on."""
_SHARING_PAUSES: Final = (0.05, 0.2, 0.5) if os.name == "nt" else ()
"""Seconds to wait for a virus scanner or indexer to let go; only Windows locks so."""
_DATABASE: Final = b"SQLite format 3\x00"
"""What a plan file begins with, and nothing that is made of a plan."""
_BINARY: Final = getattr(os, "O_BINARY", 0)
"""Needed on Windows, unknown elsewhere."""


class WriteError(IrplanError):
    """A file could not be written; what stood there before is untouched."""

    code: ClassVar[str] = "files.write-failed"


class DiskFullError(WriteError):
    """No room, or the quota is used up."""

    code: ClassVar[str] = "files.disk-full"


class NotAllowedError(WriteError):
    """The folder or the file may not be changed by this user, or is in use."""

    code: ClassVar[str] = "files.not-allowed"


class ReadOnlyError(WriteError):
    """The disk takes no changes at all."""

    code: ClassVar[str] = "files.read-only"


class FolderMissingError(WriteError):
    """The folder is gone, or the path is no folder."""

    code: ClassVar[str] = "files.folder-missing"


class DamagedWriteError(WriteError):
    """What the disk gave back is not what was written to it."""

    code: ClassVar[str] = "files.damaged"


def write_file(target: Path, data: bytes) -> None:
    """Put `data` at `target`, replacing what is there in one step; only the owner may read it.

    A plan is never replaced by what is made of one. Leftovers of interrupted writes in the same
    folder are removed.

    Raises:
        WriteError: One of its kinds; `target` is as it was.
    """
    temporary = target.parent / f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}"
    try:
        _spare_plan(target, data)
        sweep(target.parent)
        _create(temporary, data)
        _verify(temporary, data, target)
        _replace(temporary, target)
        _flush_folder(target.parent)
    except OSError as error:
        raise _explain(error, target) from error
    finally:
        _discard(temporary)


def prepare_folder(folder: Path) -> None:
    """Make `folder` where it is missing, and prove that files can be written to it.

    Raises:
        WriteError: One of its kinds, naming the folder.
    """
    probe = folder / f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _create(probe, b"")
    except OSError as error:
        raise _explain(error, folder) from error
    finally:
        _discard(probe)


def sweep(folder: Path) -> tuple[Path, ...]:
    """Remove what interrupted writes left in `folder`; return what was removed."""
    leftovers = sorted(folder.glob(f"{_PREFIX}*{_SUFFIX}"))
    return tuple(path for path in leftovers if _is_stale(path) and _discard(path))


def _spare_plan(target: Path, data: bytes) -> None:
    if data.startswith(_DATABASE) or not target.is_file():
        return
    with target.open("rb") as file:
        if file.read(len(_DATABASE)) == _DATABASE:
            raise NotAllowedError(
                f"{target.name} could not be saved: a plan of that name is in the way; "
                "choose another name.",
                path=str(target),
            )


def _create(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _verify(path: Path, data: bytes, target: Path) -> None:
    if hashlib.sha256(path.read_bytes()).digest() != hashlib.sha256(data).digest():
        raise DamagedWriteError(
            f"{target.name} did not read back as it was written; "
            "save it on another disk and have this one checked.",
            path=str(target),
        )


def _replace(temporary: Path, target: Path) -> None:
    for pause in _SHARING_PAUSES:
        with contextlib.suppress(PermissionError):
            temporary.replace(target)
            return
        time.sleep(pause)
    temporary.replace(target)


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system offers a way.

    The new file is in place by now, so a disk that refuses is no reason to report failure.
    """
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _is_stale(path: Path) -> bool:
    try:
        return path.is_file() and time.time() - path.stat().st_mtime > STALE_SECONDS
    except OSError:
        return False


def _discard(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True


_KINDS: Final[dict[int, tuple[type[WriteError], str]]] = {
    errno.ENOSPC: (DiskFullError, "the disk is full; free some space or choose another folder"),
    errno.EDQUOT: (DiskFullError, "your quota is used up; choose another folder"),
    errno.EACCES: (NotAllowedError, "it is protected or open elsewhere; choose another folder"),
    errno.EPERM: (NotAllowedError, "it is protected or open elsewhere; choose another folder"),
    errno.EROFS: (ReadOnlyError, "the disk is read-only; choose another folder"),
    errno.ENOENT: (FolderMissingError, "its folder does not exist; choose another folder"),
    errno.ENOTDIR: (FolderMissingError, "its folder does not exist; choose another folder"),
    errno.EEXIST: (NotAllowedError, "a file of that name is in the way; choose another folder"),
    errno.EISDIR: (NotAllowedError, "a folder of that name is in the way; choose another name"),
    errno.ENAMETOOLONG: (NotAllowedError, "its name is too long; choose a shorter one"),
}


def _explain(error: OSError, target: Path) -> WriteError:
    kind, reason = _KINDS.get(error.errno or 0, (WriteError, error.strerror or "the disk failed"))
    return kind(f"{target.name} could not be saved: {reason}.", path=str(target))
