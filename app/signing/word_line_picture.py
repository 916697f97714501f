"""What a signed line shows: the signer's name on the rule, and what was declared when.

Word and LibreOffice draw one of two pictures that the signature brings along: the one while it
holds, the other when it does not. Imports Pillow and fontTools; itself imported only from inside
the functions of `app.signing`.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from app.services.signing import CertificateFacts, Statement

WIDTH, HEIGHT = 200.0, 62.0
"""Points; the shape of the lines that our Word files have."""
PIXELS_PER_POINT: Final = 3.0
BROKEN: Final = "Invalid signature"
_EDGE, _RULE = 6.0, 35.0
_ROOM: Final = WIDTH - 2 * _EDGE
_INK, _MUTED, _BRAND, _BAD = "#1B1F24", "#5A6570", "#12355B", "#B3261E"
_NAME_SIZES: Final = (15.0, 12.5, 10.5)
"""The largest that fits is taken; a name too long for all of them is shortened."""
_SMALL: Final = 7.5
_LONGEST: Final = 300
"""Letters of one line that are looked at; no more can fit."""
_UNKNOWN, _ELLIPSIS = "?", "…"
_FINGERPRINT_LENGTH: Final = 23


@dataclass(frozen=True, slots=True)
class LinePictures:
    """Both pictures of a signed line, as PNG."""

    valid: bytes
    invalid: bytes


def line_pictures(
    statement: Statement, signer: CertificateFacts, role: str, fonts: Sequence[Path]
) -> LinePictures:
    """The pictures of the line that `signer` signs; `role` is printed under it.

    Of the TrueType files in `fonts` each is for the characters that those before it lack.
    """
    faces = tuple(_Face(file, _characters(file)) for file in fonts)
    moment = f"{statement.signed_at:%Y-%m-%d %H:%M:%S} UTC"
    below = (role, f"{moment}, {signer.fingerprint[:_FINGERPRINT_LENGTH]}…")
    valid, invalid = _Sheet(faces), _Sheet(faces)
    for sheet, top, colour in ((valid, statement.text, _MUTED), (invalid, BROKEN, _BAD)):
        sheet.write(9.0, top, _SMALL, colour)
        sheet.write(30.0, signer.name, sheet.fitting_size(signer.name), _BRAND)
        sheet.rule(((_EDGE, _RULE), (WIDTH - _EDGE, _RULE)), _INK, 0.7)
        for row, text in enumerate(below):
            sheet.write(46.0 + 11.0 * row, text, _SMALL, _MUTED)
    invalid.rule(((_EDGE, 14.0), (WIDTH - _EDGE, _RULE)), _BAD, 1.5)
    invalid.rule(((_EDGE, _RULE), (WIDTH - _EDGE, 14.0)), _BAD, 1.5)
    return LinePictures(valid.png(), invalid.png())


@dataclass(frozen=True, slots=True)
class _Face:
    file: Path
    known: frozenset[int]


def _characters(file: Path) -> frozenset[int]:
    with TTFont(file, lazy=True) as face:
        return frozenset(face.getBestCmap())


class _Sheet:
    """A white picture on which lengths are points."""

    def __init__(self, faces: tuple[_Face, ...]) -> None:
        self._faces = faces
        size = (round(WIDTH * PIXELS_PER_POINT), round(HEIGHT * PIXELS_PER_POINT))
        self._image = Image.new("RGB", size, "white")
        self._draw = ImageDraw.Draw(self._image)

    def write(self, baseline: float, text: str, size: float, colour: str) -> None:
        """One line of text from the left edge, shortened to the room there is."""
        x = _EDGE * PIXELS_PER_POINT
        for piece, font in self._runs(self._fitting(text[:_LONGEST], size), size):
            place = (x, baseline * PIXELS_PER_POINT)
            self._draw.text(place, piece, fill=colour, font=font, anchor="ls")
            x += font.getlength(piece)

    def fitting_size(self, name: str) -> float:
        """The size to write a name in."""
        text = name[:_LONGEST]
        fitting = (size for size in _NAME_SIZES if self._fits(text, size))
        return next(fitting, _NAME_SIZES[-1])

    def rule(
        self, ends: tuple[tuple[float, float], tuple[float, float]], colour: str, width: float
    ) -> None:
        """A straight line between two points."""
        scaled = [tuple(PIXELS_PER_POINT * each for each in end) for end in ends]
        self._draw.line(scaled, fill=colour, width=round(width * PIXELS_PER_POINT))

    def png(self) -> bytes:
        """The picture as a file."""
        output = BytesIO()
        dots = PIXELS_PER_POINT * 72
        self._image.save(output, "PNG", dpi=(dots, dots))
        return output.getvalue()

    def _fitting(self, text: str, size: float) -> str:
        if self._fits(text, size):
            return text
        cut = bisect_right(
            range(len(text)),
            _ROOM * PIXELS_PER_POINT,
            key=lambda count: self._width(text[:count] + _ELLIPSIS, size),
        )
        return text[: max(cut - 1, 0)].rstrip() + _ELLIPSIS

    def _fits(self, text: str, size: float) -> bool:
        return self._width(text, size) <= _ROOM * PIXELS_PER_POINT

    def _width(self, text: str, size: float) -> float:
        return sum(font.getlength(piece) for piece, font in self._runs(text, size))

    def _runs(self, text: str, size: float) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
        """The text in pieces of one font each; what no font has becomes question marks."""
        shown = ((char if self._has(char) else _UNKNOWN) for char in text)
        for face, chars in groupby(shown, self._face):
            yield "".join(chars), ImageFont.truetype(str(face.file), size * PIXELS_PER_POINT)

    def _has(self, char: str) -> bool:
        return any(ord(char) in face.known for face in self._faces)

    def _face(self, char: str) -> _Face:
        return next(face for face in self._faces if ord(char) in face.known)
