"""What a process did to the files of one folder, in the order in which the system was asked.

strace records it, because that is where a promise to the disk is made: nothing of the program, of
Python's sqlite3 or of SQLite itself is replaced, and a call that none of us thought of is seen too.
A call on a watched file that has no meaning here ends the recording instead of being passed over.
A thread besides the first is not recorded; saves made there would seem lost, not safe.
"""

import os
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.integration.durability.disk import (
    Event,
    Flushed,
    FolderFlushed,
    Named,
    Removed,
    Resized,
    Written,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A line that the process wrote to its standard output."""

    text: str


class NotUnderstood(Exception):
    """A recorded call that this module cannot replay; the message holds it."""


_REFUSED = (
    "open creat truncate dup dup2 dup3 writev pwritev pwritev2 fallocate copy_file_range "
    "sendfile splice mmap"
)
"""Other ways to a file; where one is taken to a watched file, the replay has to learn it first."""

_CALL = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_BYTES = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_STDOUT = 1
_LONGEST = 1 << 24
"""Bytes of one write that strace prints; no page or line is longer."""


def record(strace: str, folder: Path, command: Sequence[str], log: Path) -> list[Event | Said]:
    """Run `command`, which works in the still empty `folder`.

    Raises:
        NotUnderstood: it did something that cannot be replayed.
    """
    recording = Recording(folder)
    calls = ",".join(f"?{call}" for call in (*recording.calls, *_REFUSED.split()))
    tracing = [strace, "-o", str(log), "-xx", "-s", str(_LONGEST), "-e", f"trace={calls}"]
    done = subprocess.run([*tracing, *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with log.open(encoding="ascii") as lines:
        return list(recording.events(lines))


class Recording:
    """Reads the calls of one process that concern one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = os.fspath(folder)
        self._names: dict[str, int] = {}
        self._files = 0
        self._open: dict[int, int | None] = {}
        self._places: dict[int, int] = {}
        self.calls: dict[str, Callable[[list[str], int], Iterator[Event | Said]]] = {
            "openat": self._openat,
            "close": self._close,
            "lseek": self._lseek,
            "write": self._write,
            "pwrite64": self._pwrite64,
            "ftruncate": self._ftruncate,
            "fsync": self._fsync,
            "fdatasync": self._fsync,
            "link": lambda said, _: self._link(said[0], said[1]),
            "linkat": lambda said, _: self._link(self._at(said, 0), self._at(said, 2)),
            "rename": lambda said, _: self._rename(said[0], said[1]),
            "renameat": lambda said, _: self._rename(self._at(said, 0), self._at(said, 2)),
            "renameat2": lambda said, _: self._rename(self._at(said, 0), self._at(said, 2)),
            "unlink": lambda said, _: self._unlink(said[0]),
            "unlinkat": lambda said, _: self._unlink(self._at(said, 0)),
        }

    def events(self, lines: Iterable[str]) -> Iterator[Event | Said]:
        """The events of calls that succeeded."""
        for line in lines:
            found = _CALL.match(line)
            if found is None or found[3].startswith("-"):
                continue
            try:
                yield from self._events(found[1], _arguments(found[2]), int(found[3]))
            except (KeyError, ValueError, IndexError) as error:
                raise NotUnderstood(line[:200]) from error

    def _events(self, call: str, said: list[str], result: int) -> Iterator[Event | Said]:
        if call in self.calls:
            yield from self.calls[call](said, result)
        elif any(self._concerns(text) for text in said):
            raise ValueError(call)

    def _concerns(self, said: str) -> bool:
        if said.isdecimal():
            return int(said) in self._open
        return said.startswith('"') and self._name(_path(said)) is not None

    def _name(self, path: str) -> str | None:
        """The name in the folder; None elsewhere, and for the index of a log, never flushed."""
        place, name = os.path.split(path)
        return name if place == self._folder and not name.endswith("-shm") else None

    def _openat(self, said: list[str], result: int) -> Iterator[Event]:
        self._places[result] = 0
        self._open.pop(result, None)
        path, flags = _path(self._at(said, 0)), said[2]
        if path == self._folder:
            self._open[result] = None
            return
        name = self._name(path)
        if name is None:
            return
        if name not in self._names and "O_CREAT" in flags:
            self._files += 1
            self._names[name] = self._files
            yield Named(name, self._files)
        self._open[result] = self._names[name]
        if "O_TRUNC" in flags:
            yield Resized(self._names[name], 0)
        if "O_APPEND" in flags:
            raise ValueError(flags)

    def _close(self, said: list[str], result: int) -> Iterator[Event]:
        self._open.pop(int(said[0]), None)
        yield from ()

    def _lseek(self, said: list[str], result: int) -> Iterator[Event]:
        self._places[int(said[0])] = result
        yield from ()

    def _write(self, said: list[str], result: int) -> Iterator[Event | Said]:
        handle = int(said[0])
        if handle == _STDOUT:
            yield from map(Said, _bytes(said[1]).decode().splitlines())
        place = self._places.get(handle, 0)
        yield from self._pwrite64([*said, str(place)], result)
        self._places[handle] = place + result

    def _pwrite64(self, said: list[str], result: int) -> Iterator[Event]:
        file = self._open.get(int(said[0]))
        if file is not None:
            yield Written(file, int(said[3]), _bytes(said[1])[:result])

    def _ftruncate(self, said: list[str], result: int) -> Iterator[Event]:
        file = self._open.get(int(said[0]))
        if file is not None:
            yield Resized(file, int(said[1]))

    def _fsync(self, said: list[str], result: int) -> Iterator[Event]:
        handle = int(said[0])
        if handle in self._open:
            file = self._open[handle]
            yield FolderFlushed() if file is None else Flushed(file)

    _fdatasync = _fsync

    def _unlink(self, path: str) -> Iterator[Event]:
        name = self._name(_path(path))
        if name is not None:
            del self._names[name]
            yield Removed(name)

    def _link(self, *paths: str) -> Iterator[Event]:
        old, new = (self._name(_path(path)) for path in paths)
        if old is not None and new is not None:
            self._names[new] = self._names[old]
            yield Named(new, self._names[new])
        elif old is not new:
            raise ValueError(paths)

    def _rename(self, *paths: str) -> Iterator[Event]:
        old, new = (self._name(_path(path)) for path in paths)
        if old is not None and new is not None:
            self._names[new] = self._names.pop(old)
            yield Named(new, self._names[new], old)
        elif old is not new:
            raise ValueError(paths)

    def _at(self, said: list[str], place: int) -> str:
        """The path that stands after the folder it starts from, which must be the usual one."""
        if said[place] != "AT_FDCWD" and int(said[place]) in self._open:
            raise ValueError(said[place])
        return said[place + 1]


def _arguments(said: str) -> list[str]:
    """What stands between the brackets; no text holds a comma, as all of it is hexadecimal."""
    return said.split(", ")


def _bytes(said: str) -> bytes:
    found = _BYTES.fullmatch(said)
    if found is None:
        raise ValueError(said[:80])
    return bytes.fromhex(found[1].replace("\\x", ""))


def _path(said: str) -> str:
    return os.path.abspath(os.fsdecode(_bytes(said)))  # noqa: PTH100 - as the system reads it
