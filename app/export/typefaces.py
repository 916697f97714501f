"""The bundled typefaces: which characters they have and how wide a text gets in them.

ReportLab is imported on first use.
"""

from enum import Enum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from app.paths import data_folder

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont


class Face(Enum):
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
    return _units(text, face.value) * size


@lru_cache(maxsize=65536)
def _units(text: str, face: str) -> float:
    """Return the width at size 1; names hash faster than members of an enumeration."""
    return font(Face(face)).stringWidth(text, 1.0)
