"""Reading a pack that may be anybody's: into memory, by strict names, within limits."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import ClassVar, Final

from app.domain.errors import IrplanError
from app.services.evidence.names import is_safe

MOST_BYTES: Final = 128 << 20
"""Of the archive, and of a single file in it; a pack has a few megabytes."""
MOST_UNPACKED: Final = 256 << 20
"""Bytes of all files together, counted while reading, because headers can lie."""
MOST_FILES: Final = 20_000
"""A declaration has two files, and a version a handful of declarations."""

_FIRST: Final = b"PK\x03\x04"
_LAST: Final = b"PK\x05\x06"
_END_RECORD: Final = 22
"""Bytes of the record at the end, which has no comment in a pack."""
_LOCAL_HEADER: Final = 30
_LISTING: Final = 46
"""Bytes before the name of a file where it lies, and where it is listed."""
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED: Final = 0x1
_FAILURES: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, ArithmeticError, EOFError),
    *(OSError, RuntimeError, ValueError, NotImplementedError),
)
"""What zipfile lets escape for damaged archives."""


class PackUnreadable(IrplanError):
    """There is no such file, or it may not be read."""

    code: ClassVar[str] = "evidence.unreadable"


class NotAPack(IrplanError):
    """The file is no zip archive."""

    code: ClassVar[str] = "evidence.not-a-pack"


class PackDamaged(IrplanError):
    """The archive is cut, or a part of it does not read back as it was written."""

    code: ClassVar[str] = "evidence.damaged"


class PackTooLarge(IrplanError):
    """It holds, or would unpack to, more than any pack."""

    code: ClassVar[str] = "evidence.too-large"


class PackUnsafe(IrplanError):
    """It was built to do harm, or can be read in two ways."""

    code: ClassVar[str] = "evidence.unsafe"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files of a pack by name, and what is known of the archive."""

    file: str
    sha256: str
    files: Mapping[str, bytes] = field(repr=False)


def unpacked(path: Path) -> Unpacked:
    """The pack in the file `path`; nothing is written anywhere.

    Raises:
        PackUnreadable: it cannot be read.
        NotAPack: it is no zip archive.
        PackDamaged: it is one that does not read back.
        PackTooLarge: it holds more than any pack.
        PackUnsafe: it was built to do harm, or can be read in two ways.
    """
    data = _read(path)
    if not data.startswith(_FIRST):
        raise NotAPack(f"{path.name} is no evidence pack: choose the .zip file that irplan made.")
    if data.rfind(_LAST) != len(data) - _END_RECORD:
        raise PackDamaged(
            f"{path.name} does not end where an archive ends, so that a part is missing or was "
            "added: ask for it again.",
            file=path.name,
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _check(path, entries, len(data))
            files = dict(_contents(path, archive, entries))
    except _FAILURES as error:
        raise PackDamaged(
            f"{path.name} is damaged and does not unpack: ask for it again.", file=path.name
        ) from error
    return Unpacked(path.name, sha256(data).hexdigest(), files)


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():  # a pipe would keep us waiting
            raise PackUnreadable(f"There is no file {path}: choose another.")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        why = (error.strerror or "unknown error").lower()
        raise PackUnreadable(f"{path} cannot be read: {why}.") from error
    if len(data) > MOST_BYTES:
        raise PackTooLarge(
            f"{path.name} is larger than {MOST_BYTES >> 20} MB: choose the .zip file that irplan "
            "made."
        )
    return data


def _check(path: Path, entries: Sequence[zipfile.ZipInfo], size: int) -> None:
    if len(entries) > MOST_FILES:
        raise PackTooLarge(
            f"{path.name} holds {len(entries)} files, more than any pack: refuse it."
        )
    for why in _faults(entries, size):
        raise PackUnsafe(f"{path.name} is unsafe: {why}. Refuse it, and ask for it again.")


def _faults(entries: Sequence[zipfile.ZipInfo], size: int) -> Iterator[str]:
    """Why an archive is not to be used, the first of it is enough."""
    for entry in entries:
        yield from _entry_faults(entry)
    if len({entry.filename.casefold() for entry in entries}) < len(entries):
        yield "two files in it have the same name"
    if not _lie_in_a_row(entries, size):
        yield "something is hidden in it beside its files"


def _lie_in_a_row(entries: Sequence[zipfile.ZipInfo], size: int) -> bool:
    """Whether an archive of `size` bytes holds its files one behind the other, and nothing else.

    So does what we write; then no two programs can find different files in it.
    """
    place = 0
    for entry in entries:
        if entry.header_offset != place:
            return False
        place += _LOCAL_HEADER + len(entry.orig_filename) + entry.compress_size
    listed = sum(_LISTING + len(entry.orig_filename) for entry in entries)
    return place + listed + _END_RECORD == size


def _entry_faults(entry: zipfile.ZipInfo) -> Iterator[str]:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if not is_safe(entry.orig_filename):
        yield "a file in it has a name that leads elsewhere or that no system takes"
    if kind not in (0, stat.S_IFREG):
        yield "something in it is a link or a device"
    if entry.flag_bits & _ENCRYPTED:
        yield "it is encrypted, which no pack is"
    if entry.compress_type not in _METHODS:
        yield "it is compressed in a way that no pack is"


def _contents(
    path: Path, archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo]
) -> Iterator[tuple[str, bytes]]:
    left = MOST_UNPACKED
    for entry in entries:
        most = min(left, MOST_BYTES)
        with archive.open(entry) as stream:
            content = stream.read(most + 1)
        if len(content) > most:
            raise PackTooLarge(f"{path.name} unpacks to more data than any pack has: refuse it.")
        left -= len(content)
        yield entry.filename, content
