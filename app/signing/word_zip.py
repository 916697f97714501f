"""Whether a zip file can be read in one way only: no gaps, no overlaps, no second opinion.

Readers differ in whether they follow the directory at the end or the headers before the parts.
Where the two could tell different things, something unsigned can be shown as signed.
"""

import struct
import zipfile
from collections.abc import Iterator, Sequence
from itertools import pairwise

END = struct.Struct("<4s4H2LH")
"""The last record: 22 bytes, of which the last two count the bytes of a comment."""
END_SIGNATURE = b"PK\x05\x06"
LOCAL = struct.Struct("<4s5H3L2H")
"""The header before each part: 30 bytes, then name and extra field."""
LOCAL_SIGNATURE = b"PK\x03\x04"
ENCRYPTED, SIZES_FOLLOW = 0x1, 0x8
"""Flags of a part."""
BIG = 0xFFFFFFFF
"""Stands where a size or place is told elsewhere (zip64)."""
FOLLOWING = frozenset({0, 12, 16})
"""Bytes of the record with sizes after a part: none, without and with its signature."""

_BIG_END = b"PK\x06\x07"
_BIG_END_LENGTH = 20


def archive_fault(data: bytes, entries: Sequence[zipfile.ZipInfo]) -> str:
    """What is wrong with the layout of the zip in `data`, as `it ...`; blank for nothing.

    `entries` are all of its directory, folders included.
    """
    return next(_faults(data, entries), "")


def _faults(data: bytes, entries: Sequence[zipfile.ZipInfo]) -> Iterator[str]:
    if len(data) < END.size or data[-END.size :][:4] != END_SIGNATURE:
        yield "it goes on after the end of the zip file"
        return
    _, disk, first, here, total, size, place, comment = END.unpack(data[-END.size :])
    big = data[-END.size - _BIG_END_LENGTH :][:4] == _BIG_END or BIG in {size, place}
    if big or any(BIG in {each.file_size, each.compress_size} for each in entries):
        yield "its sizes are told in two ways (zip64)"
    elif comment or place + size != len(data) - END.size:
        yield "it holds something before or after the zip file"
    elif disk or first or not here == total == len(entries):
        yield "its directory miscounts its parts"
    else:
        yield from _layout_faults(data, entries, place)


def _layout_faults(
    data: bytes, entries: Sequence[zipfile.ZipInfo], directory: int
) -> Iterator[str]:
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    starts = [entry.header_offset for entry in ordered]
    if starts and starts[0] != 0:
        yield "it holds something before its first part"
    for entry, (start, after) in zip(ordered, pairwise([*starts, directory]), strict=True):
        yield from _entry_faults(data[start:after], entry)


def _entry_faults(room: bytes, entry: zipfile.ZipInfo) -> Iterator[str]:
    if len(room) < LOCAL.size:
        yield "two of its parts overlap"
        return
    header = LOCAL.unpack(room[: LOCAL.size])
    signature, _, flags, method, _, _, crc, packed, size, name, extra = header
    if signature != LOCAL_SIGNATURE:
        yield "its directory names a part that is not there"
    elif (flags, method) != (entry.flag_bits, entry.compress_type):
        yield "its directory contradicts the header of a part"
    elif not flags & SIZES_FOLLOW and (crc, packed, size) != (
        entry.CRC,
        entry.compress_size,
        entry.file_size,
    ):
        yield "its directory contradicts the size of a part"
    rest = len(room) - LOCAL.size - name - extra - entry.compress_size
    if rest < 0:
        yield "two of its parts overlap"
    elif rest not in (FOLLOWING if flags & SIZES_FOLLOW else {0}):
        yield "it hides something between its parts"
