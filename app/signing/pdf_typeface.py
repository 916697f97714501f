"""The font of a visible signature: cut down to one stamp's characters, in 1000 units to the em.

Imports pyHanko and fontTools; itself imported only from inside the functions of `app.signing`.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from pyhanko.pdf_utils.font import FontEngineFactory
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.pdf_utils.xref import ObjectStream
from typing_extensions import override

PDF_UNITS = 1000
"""Units to the em in which PDF counts; pyHanko writes a font's own as if they were these."""
UNKNOWN = "?"


@dataclass(frozen=True)
class Typeface(FontEngineFactory):
    """Embeds a font; unlike pyHanko's own factory it leaves no font file open."""

    data: bytes
    size: int

    @override
    def create_font_engine(
        self, writer: BasePdfFileWriter, obj_stream: ObjectStream | None = None
    ) -> GlyphAccumulator:
        program = BytesIO(self.data)
        return GlyphAccumulator(writer, program, font_size=self.size, obj_stream=obj_stream)


def typeset(text: str, font: Path, size: int) -> tuple[str, Typeface]:
    """The text as the TrueType file can show it, and the typeface to show it in.

    Characters the font lacks become question marks: PDF/A forbids drawing missing glyphs.
    """
    with TTFont(font, lazy=True) as face:
        known = face.getBestCmap()
        shown = "".join(char if ord(char) in known or char == "\n" else UNKNOWN for char in text)
        return shown, Typeface(_cut_down(face, shown), size)


def _cut_down(face: TTFont, text: str) -> bytes:
    subsetter = Subsetter(Options(hinting=False, layout_features=["kern", "mark"]))
    subsetter.populate(text=text + UNKNOWN)
    subsetter.subset(face)
    scale_upem(face, PDF_UNITS)
    output = BytesIO()
    face.save(output)
    return output.getvalue()
