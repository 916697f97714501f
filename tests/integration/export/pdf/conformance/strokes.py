"""What a content stream draws, and inside which marks."""

from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf

_TEXT: Final = frozenset({"Tj", "TJ", "'", '"'})
_PAINT: Final = frozenset(
    {*_TEXT, "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}
)
_COLOURS: Final = {"k": "four inks", "K": "four inks", "cs": "", "CS": ""}
"""Operators that choose a colour space of devices, or one by its name."""
_DEEPEST: Final = 28
"""Levels of saved graphics state that ISO 19005-2, 6.1.13 allows."""


@dataclass
class Strokes:
    """The marks of a stream by number, what lies outside any, and the codes of its text."""

    marks: list[tuple[str, int]] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    unbalanced: list[str] = field(default_factory=list)
    colours: set[str] = field(default_factory=set)
    texts: list[tuple[Any, bytes]] = field(default_factory=list)
    """Strings shown, each with the dictionary of its font."""


def strokes_of(stream: Any) -> Strokes:
    """Read the content of a page or of a form."""
    reader = _Reader(stream.get("/Resources", {}))
    for instruction in pikepdf.parse_content_stream(stream):
        reader.read(str(instruction.operator), list(instruction.operands))
    reader.end()
    return reader.strokes


class _Reader:
    def __init__(self, resources: Any) -> None:
        self.strokes = Strokes()
        self._fonts = resources.get("/Font", {})
        self._font: Any = None
        self._open = self._saved = 0

    def read(self, sign: str, operands: list[Any]) -> None:
        if sign in {"BDC", "BMC"}:
            self._begin(str(operands[0])[1:], operands[1] if sign == "BDC" else {})
        elif sign == "EMC":
            self._open -= 1
            if self._open < 0:
                self.strokes.unbalanced.append("a mark ends that never began")
        elif sign in {"q", "Q"}:
            self._save(1 if sign == "q" else -1)
        elif sign == "Tf":
            self._font = self._fonts.get(str(operands[0]))
        elif sign in _PAINT or sign in _COLOURS:
            self._paint(sign, operands)

    def end(self) -> None:
        if self._open > 0:
            self.strokes.unbalanced.append("a mark stays open")
        if self._saved:
            self.strokes.unbalanced.append("a graphics state is not restored")

    def _paint(self, sign: str, operands: list[Any]) -> None:
        if sign in _COLOURS:
            self.strokes.colours.add(_COLOURS[sign] or str(operands[0]))
        elif self._open < 1:
            self.strokes.loose.append(f"{sign} {operands}")
        if sign in _TEXT:
            self._text(operands[-1])

    def _begin(self, tag: str, properties: Any) -> None:
        self._open += 1
        if self._open > 1:
            self.strokes.unbalanced.append(f"{tag} begins inside another mark")
        if "/MCID" in properties:
            self.strokes.marks.append((tag, int(properties["/MCID"])))

    def _save(self, step: int) -> None:
        self._saved += step
        if not 0 <= self._saved <= _DEEPEST:
            self.strokes.unbalanced.append("graphics states are nested wrongly")

    def _text(self, operand: Any) -> None:
        parts = operand if isinstance(operand, pikepdf.Array) else [operand]
        for part in parts:
            if isinstance(part, pikepdf.String):
                self.strokes.texts.append((self._font, bytes(part)))
