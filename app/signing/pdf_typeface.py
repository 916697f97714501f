"""The font of a visible signature: cut down to one stamp's characters, in 1000 units to the em.

Imports pyHanko and fontTools; itself imported only from inside the functions of `app.signing`.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Final

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from pyhanko.pdf_utils.font import FontEngineFactory
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.pdf_utils.xref import ObjectStream
from typing_extensions import override

PDF_UNITS: Final = 1000
"""Units to the em in which PDF counts; pyHanko writes a font's own as if they were these."""
ALWAYS: Final = " ….[]U+0123456789ABCDEF"
"""What any stamp may need: the end of a cut line, and the number of a character without shape."""


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The TrueType files of a stamp; `fallback` has the shape where `font` lacks it."""

    font: Path
    fallback: Path | None = None


@dataclass(frozen=True)
class Typeface(FontEngineFactory):
    """Embeds a font; unlike pyHanko's own factory it leaves no font file open."""

    data: bytes = field(repr=False)
    size: int
    """Points."""

    @override
    def create_font_engine(
        self, writer: BasePdfFileWriter, obj_stream: ObjectStream | None = None
    ) -> GlyphAccumulator:
        program = BytesIO(self.data)
        return GlyphAccumulator(writer, program, font_size=self.size, obj_stream=obj_stream)


@dataclass(frozen=True, slots=True)
class Shapes:
    """Texts as they can be shown, and the one font that shows them."""

    texts: tuple[str, ...]
    data: bytes = field(repr=False)
    advances: Mapping[str, int] = field(repr=False)
    """The width of each character in thousandths of the size."""

    def width(self, text: str, size: float) -> float:
        """How wide a text gets at a size, in points; never less than it is drawn."""
        return sum(self.advances[char] for char in text) * size / PDF_UNITS


def shapes(texts: tuple[str, ...], typefaces: Typefaces) -> Shapes:
    """The texts and their font.

    A character that neither file has becomes its number, `[U+5C71]`: PDF/A forbids drawing missing
    glyphs, and an empty box would tell nobody anything.
    """
    known = _characters(typefaces.font)
    more = frozenset() if typefaces.fallback is None else _characters(typefaces.fallback)
    shown = tuple(_shown(text, known | more) for text in texts)
    used = set(ALWAYS).union(*shown)
    data = _cut_down(typefaces.font, used & known)
    if typefaces.fallback is not None and not used <= known:
        data = _merged(data, _cut_down(typefaces.fallback, used - known))
    return Shapes(shown, data, _advances(data, used))


def is_shown(text: str, shown: str) -> bool:
    """Whether every character of `text` has its shape in what `shapes` made of it."""
    return unicodedata.normalize("NFC", text) == shown


def _characters(font: Path) -> frozenset[str]:
    with TTFont(font, lazy=True) as face:
        return frozenset(map(chr, face.getBestCmap()))


def _shown(text: str, known: frozenset[str]) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(char if char in known else f"[U+{ord(char):04X}]" for char in composed)


def _cut_down(font: Path, characters: set[str]) -> bytes:
    options = Options(hinting=False, layout_features=["kern", "mark"])
    options.drop_tables = [*options.drop_tables, "FFTM"]
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(characters))
    output = BytesIO()
    with TTFont(font, lazy=True) as face:
        subsetter.subset(face)
        scale_upem(face, PDF_UNITS)
        face.save(output)
    return output.getvalue()


def _merged(first: bytes, second: bytes) -> bytes:
    output = BytesIO()
    with Merger().merge([BytesIO(first), BytesIO(second)]) as face:
        face.save(output)
    return output.getvalue()


def _advances(data: bytes, characters: set[str]) -> dict[str, int]:
    with TTFont(BytesIO(data), lazy=True) as face:
        names, metrics = face.getBestCmap(), face["hmtx"]
        return {char: metrics[names[ord(char)]][0] for char in characters}
