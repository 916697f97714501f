"""Writing a private file that must not exist yet: whole or not at all, never over another."""

import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path

OWNER_ONLY = 0o600
WORLD_READABLE = 0o644


def write_new(path: Path, data: bytes, mode: int) -> None:
    """Create `path` with `data` and the POSIX permission bits `mode`.

    The bytes are on the disk before the name appears, so a crash leaves no half file.

    Raises:
        FileExistsError: Something stands at `path`; it is untouched.
        OSError: The disk refused; nothing new is left behind.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        _write_draft(draft, data, mode)
        _publish(draft, path)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()
    _sync_folder(path.parent)


def _write_draft(draft: Path, data: bytes, mode: int) -> None:
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _publish(draft: Path, path: Path) -> None:
    """Give the draft its name; unlike a plain rename, linking refuses to replace."""
    if sys.platform == "win32":
        draft.rename(path)  # refuses an existing target there
        return
    try:
        path.hardlink_to(draft)
    except PermissionError:  # a file system without hard links, such as FAT on a USB stick
        if path.exists():
            raise FileExistsError(path) from None
        draft.rename(path)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
