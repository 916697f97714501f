"""What a visible signature shows: name, meaning, time, certificate; all of it inside its box.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.stamp import TextStampStyle

from app.services.signing import CertificateFacts, Statement
from app.signing.pdf_box import Box
from app.signing.pdf_typeface import Shapes, Typeface, Typefaces, is_shown, shapes

LEADINGS: Final = {9: 12, 8: 11, 7: 9, 6: 8}
"""From line to line for each size, in points, of which pyHanko takes whole ones.

The largest size that fits is taken; below the last the text is cut.
"""
SMALLEST: Final = min(LEADINGS)
PADDING: Final = Margins(6, 6, 3, 3)
"""Left, right, top, bottom; points."""
FINGERPRINT_BYTES: Final = 8
"""Shown of the certificate's 32; enough to compare with the certificate on file."""
MOST_NAME_LINES: Final = 2
"""Of a name, where the box has no room for all; the complete one stands in the certificate."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines at a size that fit, or that had to be cut."""

    lines: tuple[str, ...]
    size: int


def appearance(
    statement: Statement, signer: CertificateFacts, typefaces: Typefaces, box: Box
) -> TextStampStyle:
    """The stamp for one signature in a field of the size `box`."""
    made = shapes(_items(statement, signer), typefaces)
    if not is_shown(signer.name, made.texts[0]) and signer.email:
        made = shapes(_items(statement, signer, signer.email), typefaces)
    block = _fitted(made, box)
    return TextStampStyle(
        stamp_text="\n".join(block.lines).replace("%", "%%"),  # pyHanko fills in %(name)s
        text_box_style=TextBoxStyle(
            font=Typeface(made.data, block.size),
            font_size=block.size,
            leading=LEADINGS[block.size],
            border_width=0,
        ),
        border_width=0,
        background=None,
        inner_content_layout=SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MIN, y_align=AxisAlignment.ALIGN_MID, margins=PADDING
        ),
    )


def _items(statement: Statement, signer: CertificateFacts, known_as: str = "") -> tuple[str, ...]:
    """The texts in order; `known_as` goes before a name that cannot be shown in full."""
    short = signer.fingerprint[: FINGERPRINT_BYTES * 3 - 1]
    return (
        f"{known_as} · {signer.name}" if known_as else signer.name,
        statement.text,
        f"{statement.signed_at:%Y-%m-%d %H:%M:%S} UTC",
        f"Certificate {short}…",
    )


def _fitted(made: Shapes, box: Box) -> _Block:
    width = box.width - PADDING.left - PADDING.right
    height = box.height - PADDING.top - PADDING.bottom
    for size, leading in LEADINGS.items():
        items = [tuple(_wrapped(made, text, width, size)) for text in made.texts]
        lines = tuple(line for item in items for line in item)
        if len(lines) * leading <= height:
            return _Block(lines, size)
    name, meaning, *rest = ([*_wrapped(made, text, width, SMALLEST)] for text in made.texts)
    facts = [line for item in rest for line in item]
    room = max(int(height / LEADINGS[SMALLEST]) - len(facts), 2)
    names = _cut(made, name, min(MOST_NAME_LINES, room - 1), width)
    meanings = _cut(made, meaning, room - len(names), width)
    return _Block((*names, *meanings, *facts), SMALLEST)


def _wrapped(made: Shapes, text: str, width: float, size: float) -> Iterator[str]:
    """The lines of a text, broken between words, and inside one that is longer than a line."""
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if made.width(joined, size) <= width:
            line = joined
            continue
        if line:
            yield line
        *full, line = _pieces(made, word, width, size)
        yield from full
    yield line


def _pieces(made: Shapes, word: str, width: float, size: float) -> Iterator[str]:
    piece = ""
    for char in word:
        if piece and made.width(piece + char, size) > width:
            yield piece
            piece = ""
        piece += char
    yield piece


def _cut(made: Shapes, lines: list[str], most: int, width: float) -> list[str]:
    """At most so many lines, the last of which says that there was more."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and made.width(f"{last}…", SMALLEST) > width:
        last = last[:-1]
    return [*lines[: most - 1], f"{last.rstrip()}…"]
