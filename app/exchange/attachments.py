"""Reads files that are to be attached to a plan, however large they are."""

import hashlib
from pathlib import Path
from typing import ClassVar, Final

from app.domain.errors import IrplanError
from app.services.learning.attaching import MOST_INSIDE, MeasuredFile

PIECE: Final = 1024 * 1024
"""Bytes read at a time."""


class AttachmentUnreadable(IrplanError):
    """A file cannot be read, or is none."""

    code: ClassVar[str] = "attachment.unreadable"


def measure(path: Path, *, inside: bool) -> MeasuredFile:
    """The name, size and hash of a file, and with `inside` its bytes if they are not too many.

    Raises:
        AttachmentUnreadable: it cannot be read.
    """
    if not path.is_file():
        raise AttachmentUnreadable(f"There is no file {path}: choose one that exists.")
    digest, size = hashlib.sha256(), 0
    kept: list[bytes] | None = [] if inside else None
    try:
        with path.open("rb") as stream:
            while piece := stream.read(PIECE):
                digest.update(piece)
                size += len(piece)
                if kept is not None and size <= MOST_INSIDE:
                    kept.append(piece)
                else:
                    kept = None
    except OSError as error:
        why = (error.strerror or "unknown error").lower()
        raise AttachmentUnreadable(f"The file {path} cannot be read: {why}.") from error
    data = None if kept is None else b"".join(kept)
    return MeasuredFile(path.name, size, digest.hexdigest(), data)
