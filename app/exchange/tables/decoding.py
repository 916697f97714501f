"""Bytes as text, in whatever encoding they are; a guess is told."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""What a file may begin with, and what it is then; of two that begin alike the longer first."""

_LOOKED_AT: Final = 4096
"""Bytes from which UTF-16 without a mark is told."""
_MANY: Final = 0.3
"""The share of bytes that are zero at every other place in UTF-16 of European text."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, and sentences on what was guessed or lost."""

    text: str
    remarks: tuple[str, ...] = ()


def decoded(data: bytes) -> Decoded:
    """`data` as text; what cannot be read becomes a replacement character, and is told."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _tolerant(data[len(mark) :], encoding)
    wide = _wide(data[:_LOOKED_AT])
    if wide:
        said = "It seems to be in UTF-16; see whether the names read well."
        read = _tolerant(data, wide)
        return Decoded(read.text, (said, *read.remarks))
    try:
        return _without_nothing(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _western(data)


def _western(data: bytes) -> Decoded:
    said = (
        "It is not in UTF-8; it was read as Windows-1252 (Western European). See whether the names "
        "with accents read well."
    )
    read = _tolerant(data, "cp1252")
    return Decoded(read.text, (said, *read.remarks))


def _tolerant(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    read = _without_nothing(text)
    lost = read.text.count("\ufffd")
    if not lost:
        return read
    said = f"{lost} characters could not be read and show as \ufffd."
    return Decoded(read.text, (*read.remarks, said))


def _without_nothing(text: str) -> Decoded:
    """Zero bytes stand for nothing, and end a text in some programs."""
    count = text.count("\0")
    if not count:
        return Decoded(text)
    return Decoded(text.replace("\0", ""), (f"Zero bytes left out: {count}.",))


def _wide(start: bytes) -> str:
    """UTF-16 with its bytes in this order or that; blank where `start` is none."""
    pairs = len(start) // 2
    if not pairs:
        return ""
    even, odd = start[0 : 2 * pairs : 2].count(0), start[1 : 2 * pairs : 2].count(0)
    if odd > _MANY * pairs and not even:
        return "utf-16-le"
    return "utf-16-be" if even > _MANY * pairs and not odd else ""
