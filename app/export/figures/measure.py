"""Widths and line breaks of the labels in a drawing, as they will be painted."""

from collections.abc import Iterator
from typing import Final

from app.export.characters import clean, spans
from app.export.typefaces import Face, width

ELLIPSIS: Final = "…"


def face(strong: bool) -> Face:
    """Return the face a label is painted in."""
    return Face.SEMIBOLD if strong else Face.REGULAR


def text_width(text: str, size: float, strong: bool = False) -> float:
    """Return the width of `text` on one line, in the units of `size`."""
    pieces = spans(clean(text).replace("\n", " "), face(strong))
    return sum(width(piece.text, piece.face, size) for piece in pieces)


def shortened(text: str, room: float, size: float, strong: bool = False) -> str:
    """Return `text`, or as much of it as fits `room` with an ellipsis."""
    if text_width(text, size, strong) <= room:
        return text
    return text[: _fitting(text, room, size, strong)].rstrip() + ELLIPSIS


def wrapped(
    text: str, room: float, size: float, strong: bool = False, most: int = 3
) -> tuple[str, ...]:
    """Break `text` into at most `most` lines no wider than `room`; the last may be shortened."""
    lines: list[str] = []
    line = ""
    for word in _words(text, room, size, strong):
        candidate = f"{line} {word}".strip()
        if line and text_width(candidate, size, strong) > room:
            lines.append(line)
            line = word
        else:
            line = candidate
    lines += [line] if line else []
    if len(lines) <= most:
        return tuple(lines)
    rest = " ".join(lines[most - 1 :])
    return (*lines[: most - 1], shortened(rest, room, size, strong))


def _words(text: str, room: float, size: float, strong: bool) -> Iterator[str]:
    """Yield the words of `text`, cutting those wider than a line."""
    for word in clean(text).split():
        rest = word
        while text_width(rest, size, strong) > room and len(rest) > 1:
            cut = max(1, _fitting(rest, room, size, strong, ""))
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def _fitting(text: str, room: float, size: float, strong: bool, ending: str = ELLIPSIS) -> int:
    """Return how many characters of `text` fit `room` together with `ending`."""
    used = text_width(ending, size, strong)
    for count, character in enumerate(text):
        used += text_width(character, size, strong)
        if used > room:
            return count
    return len(text)
