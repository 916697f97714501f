"""The lines of a vCard file, unfolded: RFC 6350 section 3.2, and the soft breaks of version 2.1."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.exchange.tables.refusals import LONGEST_CELL

_QUOTED: Final = re.compile(r"(?i)^[^:]*quoted-printable[^:]*:")


@dataclass(slots=True)
class ContentLine:
    """A whole line and the number it begins at; `text` is cut where it is longer than a field."""

    number: int
    text: str
    cut: bool = False

    def add(self, more: str) -> None:
        """Continue the line."""
        room = LONGEST_CELL - len(self.text)
        self.cut = self.cut or len(more) > room
        self.text += more[: max(room, 0)]


def content_lines(text: str) -> Iterator[ContentLine]:
    """The unfolded lines of `text`, without empty ones; a picture is no longer than a field."""
    held: ContentLine | None = None
    for number, line in enumerate(_split(text), start=1):
        if held is not None and _soft(held):
            held.text = held.text[:-1]
            held.add(line)
        elif held is not None and line[:1] in {" ", "\t"}:
            held.add(line[1:])
        else:
            if held is not None:
                yield held
            held = ContentLine(number, "") if line.strip() else None
            if held is not None:
                held.add(line)
    if held is not None:
        yield held


def _split(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _soft(held: ContentLine) -> bool:
    """Whether the line goes on: it is quoted-printable and ends in an equals sign."""
    return held.text.endswith("=") and _QUOTED.match(held.text) is not None
