"""Text as codes of the font subsets that ReportLab embeds.

Importing this module loads ReportLab.
"""

from reportlab.pdfgen.canvas import Canvas

from app.export.operators import ESCAPED
from app.export.typefaces import Face, font

Stretches = list[tuple[str, str]]
"""Names of fonts, and escaped codes in each."""


class _Unknown(Exception):
    """A character has no code yet."""


class _Codes(dict[int, str]):
    """Escaped codes of the characters in the first subset, which holds nearly all."""

    def __missing__(self, code: int) -> str:
        raise _Unknown  # no LookupError, which would leave the character as it is


class Subsets:
    """The codes one canvas gives to characters; a subset holds 256 of them."""

    def __init__(self, canvas: Canvas) -> None:
        self._document = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001  # splitString wants it
        self._first = {face: _Codes() for face in Face}
        self._named: dict[tuple[Face, int], str] = {}

    def codes(self, text: str, face: Face) -> Stretches:
        """Return stretches of `text` as the name of a font and escaped codes in it."""
        try:
            codes = text.translate(self._first[face])
        except _Unknown:
            return self._learned(text, face)
        return [(self._name(face, 0), codes)]

    def _learned(self, text: str, face: Face) -> Stretches:
        """Return the stretches of `text`, and remember its characters."""
        first = self._first[face]
        stretches = font(face).splitString(text, self._document)
        for code in set(map(ord, text)).difference(first):
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
