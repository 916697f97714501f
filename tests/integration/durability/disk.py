"""A disk whose power can fail: which bytes and names it may hold afterwards.

Only what was flushed is sure to be there. Of what was written since then, each sector may be there
or not; the same goes for each name that came, went or changed since its folder was flushed. Where
a file grew but the bytes between were lost, anything may stand in the gap.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

SECTOR = 512
"""Bytes that a disk writes wholly or not at all."""

ODDS = (0.0, 0.1, 0.5, 0.9, 1.0)
"""How likely an unflushed thing is there after a cut; one of these for each cut."""


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes went into a file."""

    file: int
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Resized:
    """A file was cut off, or filled up with zeros, at a length in bytes."""

    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Flushed:
    """All that a file holds is on the disk."""

    file: int


@dataclass(frozen=True, slots=True)
class Named:
    """A file got a name: it was made, linked or renamed; an empty `old` was no name before."""

    name: str
    file: int
    old: str = ""


@dataclass(frozen=True, slots=True)
class Removed:
    """A name went."""

    name: str


@dataclass(frozen=True, slots=True)
class FolderFlushed:
    """All names are on the disk."""


Event = Written | Resized | Flushed | Named | Removed | FolderFlushed


@dataclass(slots=True)
class _File:
    sure: bytearray = field(default_factory=bytearray)
    unsure: list[Written | Resized] = field(default_factory=list)

    def flush(self) -> None:
        for event in self.unsure:
            if isinstance(event, Written):
                _lay(self.sure, event.offset, event.data, b"\0")
            else:
                _resize(self.sure, event.size)
        self.unsure.clear()

    def after_cut(self, chance: Random, odds: float) -> bytes:
        content = bytearray(self.sure)
        for event in self.unsure:
            if isinstance(event, Written):
                for offset, piece in _sectors(event):
                    if chance.random() < odds:
                        _lay(content, offset, piece, chance.choice((b"\0", b"\xa5")))
            elif chance.random() < odds:
                _resize(content, event.size)
        return bytes(content)


class Disk:
    """One folder of files, as far as it is sure and as far as it is not."""

    def __init__(self) -> None:
        self._files: dict[int, _File] = {}
        self._names: dict[str, int] = {}
        self._unsure: list[Named | Removed] = []

    def happen(self, event: Event) -> None:
        """Take in what a program did."""
        match event:
            case Written() | Resized():
                self._file(event.file).unsure.append(event)
            case Flushed():
                self._file(event.file).flush()
            case FolderFlushed():
                for change in self._unsure:
                    _name(self._names, change)
                self._unsure.clear()
            case Named() | Removed():
                self._unsure.append(event)

    def after_cut(self, chance: Random) -> dict[str, bytes]:
        """The files that a computer may find when it starts again, by name."""
        names, odds = dict(self._names), chance.choice(ODDS)
        for change in self._unsure:
            if chance.random() < odds:
                _name(names, change)
        odds = chance.choice(ODDS)
        return {name: self._file(key).after_cut(chance, odds) for name, key in names.items()}

    def _file(self, key: int) -> _File:
        return self._files.setdefault(key, _File())


def _name(names: dict[str, int], change: Named | Removed) -> None:
    if isinstance(change, Removed):
        names.pop(change.name, None)
        return
    names.pop(change.old, None)
    names[change.name] = change.file


def _sectors(event: Written) -> Iterator[tuple[int, bytes]]:
    """The pieces of a write that end where a sector ends, each with its offset."""
    at, end = event.offset, event.offset + len(event.data)
    while at < end:
        next_sector = min(end, (at // SECTOR + 1) * SECTOR)
        yield at, event.data[at - event.offset : next_sector - event.offset]
        at = next_sector


def _lay(content: bytearray, offset: int, piece: bytes, gap: bytes) -> None:
    content.extend(gap * (offset - len(content)))
    content[offset : offset + len(piece)] = piece


def _resize(content: bytearray, size: int) -> None:
    del content[size:]
    content.extend(b"\0" * (size - len(content)))
