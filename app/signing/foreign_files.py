"""What a file is that anybody may have sent, told by its first bytes; and reading it safely."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

from app.services.verifying import FileKind
from app.signing.errors import CannotReadFileError, FileTooLargeError

MAX_FILE_BYTES: Final = 200 << 20
"""A plan with attachments stays far below."""

_AT_ONCE: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe that nobody writes to is opened without waiting for somebody."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
"""How a document protected by a password names what is in it (MS-OFFCRYPTO 2.3.4)."""

_SENTENCES: Final = (
    (b"\x89PNG", "The file is a picture, not a document: ask for the exported PDF or DOCX."),
    (b"\xff\xd8\xff", "The file is a picture, not a document: ask for the exported PDF or DOCX."),
    (b"GIF8", "The file is a picture, not a document: ask for the exported PDF or DOCX."),
    (
        b"SQLite format 3\0",
        "The file is a database, such as a plan that is being written: verify a document exported "
        "from it; irplan audit verify checks the plan itself.",
    ),
    (b"{\\rtf", "The file is rich text (RTF): ask for the exported PDF or DOCX."),
    (b"MZ", "The file is a program: do not open it; ask for the exported PDF or DOCX."),
    (b"\x7fELF", "The file is a program: do not open it; ask for the exported PDF or DOCX."),
)

_ARCHIVES: Final = (
    (
        b"SHA256SUMS",
        "The file is an archive such as an evidence pack: irplan evidence verify FILE.",
    ),
    (
        b"application/vnd.oasis.opendocument",
        "The file is of the OpenDocument format, such as .odt: ask for the exported PDF or DOCX.",
    ),
    (b"xl/workbook.xml", "The file is a spreadsheet: ask for the exported PDF or DOCX."),
)
"""What the names in other archives give away."""
_TEXT_PART: Final = b"word/document.xml"


def read_bytes(path: Path) -> bytes:
    """What is in the regular file `path`; a pipe, device or folder is never waited for.

    Raises:
        CannotReadFileError: The file cannot be opened, or is no regular file.
        FileTooLargeError: It exceeds `MAX_FILE_BYTES`.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise IsADirectoryError(errno.EISDIR, "a folder or a device, not a file")
        with os.fdopen(os.open(path, _AT_ONCE), "rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no such name can be"
        raise CannotReadFileError(
            f"{path.name} cannot be opened ({why}): check the path and try again.",
            file=str(path),
        ) from error
    if len(data) > MAX_FILE_BYTES:
        raise FileTooLargeError(
            f"{path.name} is larger than {MAX_FILE_BYTES >> 20} MB: choose the exported plan.",
            file=str(path),
        )
    return data


def kind_of(data: bytes) -> FileKind:
    """What the bytes begin like."""
    if data.startswith(b"%PDF-"):
        return FileKind.PDF
    if data.startswith(b"PK\x03\x04"):
        return FileKind.DOCX
    return FileKind.OTHER


def foreign(data: bytes) -> str:
    """One sentence about a file that is neither PDF nor zip, and what to do."""
    if not data:
        return "The file is empty."
    if data.startswith(_OLE):
        return _office(data)
    known = (sentence for start, sentence in _SENTENCES if data.startswith(start))
    return next(known, "The file is no PDF and no Word file.")


def foreign_archive(data: bytes) -> str:
    """One sentence about a zip that cannot be read as a Word file; blank where it may be one."""
    if _TEXT_PART in data:
        return ""
    return next((sentence for name, sentence in _ARCHIVES if name in data), "")


def _office(data: bytes) -> str:
    if _ENCRYPTED in data:
        return (
            "The document is protected by a password, which hides its signatures: remove the "
            "password in Word, or ask for the file as it was exported."
        )
    return (
        "The file is of an Office format before DOCX, such as .doc, or a mail: ask for the file "
        "as it was exported."
    )
