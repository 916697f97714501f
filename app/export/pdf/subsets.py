"""Text as codes of the font subsets that ReportLab embeds.

Importing this module loads ReportLab.
"""

from reportlab.pdfgen.canvas import Canvas

from app.export.pdf.operators import ESCAPED
from app.export.typefaces import Face, font


class Subsets:
    """The codes one canvas gives to characters; a subset holds 256 of them."""

    def __init__(self, canvas: Canvas) -> None:
        self._document = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001  # splitString wants it
        self._first: dict[Face, dict[int, str]] = {face: {} for face in Face}
        """Escaped codes of the characters in the first subset, which holds nearly all."""
        self._named: dict[tuple[Face, int], str] = {}

    def codes(self, text: str, face: Face) -> list[tuple[str, str]]:
        """Return stretches of `text` as the name of a font and escaped codes in it."""
        first = self._first[face]
        unknown = set(map(ord, text)).difference(first)
        if not unknown:
            return [(self._name(face, 0), text.translate(first))]
        stretches = font(face).splitString(text, self._document)
        for code in unknown:
            [(subset, codes)] = font(face).splitString(chr(code), self._document)
            if subset == 0:
                first[code] = ESCAPED[codes[0]]
        return [
            (self._name(face, subset), "".join(map(ESCAPED.__getitem__, codes)))
            for subset, codes in stretches
        ]

    def _name(self, face: Face, subset: int) -> str:
        key = (face, subset)
        if key not in self._named:
            self._named[key] = font(face).getSubsetInternalName(subset, self._document)
        return self._named[key]
