"""The accepted pictures, each as a digest of its dots, in a text file that a person can compare."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage

ACCEPTED: Final = Path(__file__).with_name("accepted.txt")
"""One picture a line: its name, a space, its digest; in the order of the names."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Names of pictures: with other dots, never accepted, and accepted but not taken any more."""

    changed: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.new or self.gone)


def digest(picture: QImage) -> str:
    """SHA-256 of the size and of the colour of every dot, row by row; hexadecimal."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    width, height = plain.width(), plain.height()
    whole = hashlib.sha256(f"{width}x{height}".encode())
    rows = memoryview(plain.constBits())
    for row in range(height):  # rows may end in bytes that mean nothing
        begin = row * plain.bytesPerLine()
        whole.update(rows[begin : begin + width * 3])
    return whole.hexdigest()


def compared(accepted: Mapping[str, str], taken: Mapping[str, str]) -> Difference:
    """How `taken` differs from what was accepted."""
    both = accepted.keys() & taken.keys()
    return Difference(
        tuple(sorted(name for name in both if accepted[name] != taken[name])),
        tuple(sorted(taken.keys() - accepted.keys())),
        tuple(sorted(accepted.keys() - taken.keys())),
    )


def parsed(lines: Iterable[str]) -> dict[str, str]:
    """The digests by name.

    Raises:
        ValueError: a line is not a name and a digest.
    """
    found = {}
    for line in lines:
        name, value = line.split()
        found[name] = value
    return found


def read_digests(file: Path = ACCEPTED) -> dict[str, str]:
    """What was accepted; nothing where nothing ever was."""
    return parsed(file.read_text("utf-8").splitlines()) if file.exists() else {}


def write_digests(taken: Mapping[str, str], file: Path = ACCEPTED) -> None:
    """Accept `taken` in place of all that was accepted before."""
    file.write_text("".join(f"{name} {taken[name]}\n" for name in sorted(taken)), "utf-8")
