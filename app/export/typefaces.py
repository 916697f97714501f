"""The bundled typefaces: which characters they have and how wide a text gets in them.

ReportLab is imported on first use.
"""

from enum import StrEnum
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Final

from app.paths import data_folder

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

MOST_WIDTHS: Final = 65_536
"""Texts whose widths are kept of one face."""


class Face(StrEnum):
    """One font file of `resources/fonts`; the value is its name without `.ttf`."""

    REGULAR = "Inter-Regular"
    ITALIC = "Inter-Italic"
    MEDIUM = "Inter-Medium"
    SEMIBOLD = "Inter-SemiBold"
    BOLD = "Inter-Bold"
    FALLBACK = "DejaVuSans"
    FALLBACK_BOLD = "DejaVuSans-Bold"


_HEAVY: Final = frozenset({Face.SEMIBOLD, Face.BOLD})
_WEIGHTS: Final = ((700, Face.BOLD), (600, Face.SEMIBOLD), (500, Face.MEDIUM))


def face_of(weight: int, italic: bool = False) -> Face:
    """Return the face nearest to `weight`; italics come in the regular weight only."""
    for least, face in _WEIGHTS:
        if weight >= least:
            return face
    return Face.ITALIC if italic else Face.REGULAR


def fallback_of(face: Face) -> Face:
    """Return the face that stands in for characters `face` lacks."""
    return Face.FALLBACK_BOLD if face in _HEAVY else Face.FALLBACK


@cache
def font(face: Face) -> "TTFont":
    """Load `face` and make it known to ReportLab under its file name."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    path = data_folder("resources") / "fonts" / f"{face.value}.ttf"
    loaded = TTFont(face.value, str(path))
    registerFont(loaded)
    return loaded


@cache
def characters_of(face: Face) -> frozenset[int]:
    """Return the code points `face` has a glyph for."""
    return frozenset(font(face).face.charToGlyph)


def width(text: str, face: Face, size: float) -> float:
    """Return the width of `text` in points; every character must be in `face`."""
    return widths_of(face)[text] * size


class Widths(dict[str, float]):
    """Widths at size 1 by text, each measured once; texts are forgotten when there are many."""

    def __init__(self, face: "TTFontFace") -> None:
        super().__init__()
        self._width_of = face.charWidths.get
        self._default = repeat(face.defaultWidth)

    def __missing__(self, text: str) -> float:
        if len(self) >= MOST_WIDTHS:
            self.clear()
        thousandths: float = sum(map(self._width_of, map(ord, text), self._default))
        found = self[text] = thousandths * 0.001
        return found


@cache
def widths_of(face: Face) -> Widths:
    """Return the widths of texts in `face`."""
    return Widths(font(face).face)
