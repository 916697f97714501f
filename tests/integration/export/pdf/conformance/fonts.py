"""What fonts promise: they are inside, tell their widths, and lead back to text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import Any, Final

from fontTools.ttLib import TTFont, TTLibError

from tests.integration.export.pdf.conformance.opened import Opened, Place

_KINDS: Final = {"/TrueType", "/Type0", "/Type1", "/Type3", "/MMType1"}
_BLOCK: Final = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_PAIR: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f ]+)>")
_RANGE: Final = re.compile(
    rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[(.*?)\])", re.DOTALL
)
_HEX: Final = re.compile(rb"<([0-9A-Fa-f ]+)>")
_NO_TEXT: Final = {"", "\0", "\ufeff", "\ufffe"}


@dataclass
class Used:
    """A font with the codes of the characters that are shown in it."""

    font: Any
    codes: set[int] = field(default_factory=set)

    @property
    def name(self) -> str:
        """Its name."""
        return str(self.font.get("/BaseFont", "?"))

    @property
    def wide(self) -> bool:
        """Whether a code has two bytes."""
        return bool(self.font.get("/Subtype") == "/Type0")

    @property
    def bearer(self) -> Any:
        """The dictionary that has descriptor and widths."""
        return self.font.DescendantFonts[0] if self.wide else self.font


def embedded(file: Opened) -> Iterator[str]:
    """The program of every font is inside, with the way to its glyphs."""
    for used in _fonts(file):
        if "/FontFile2" not in used.bearer.get("/FontDescriptor", {}):
            yield f"{used.name} is not inside"
        if used.wide and "/CIDToGIDMap" not in used.bearer:
            yield f"{used.name} does not tell which glyphs its characters have"


def lead_back(file: Opened) -> Iterator[str]:
    """Every character shown leads back to Unicode."""
    for used in _fonts(file):
        if "/ToUnicode" not in used.font:
            yield f"{used.name} has no map to Unicode"
            continue
        text = unicode_map(used.font.ToUnicode.read_bytes())
        for code in sorted(used.codes):
            if text.get(code, "") in _NO_TEXT:
                yield f"{used.name}: code {code} leads to {text.get(code)!r}"


def drawable(file: Opened) -> Iterator[str]:
    """Every character shown has a glyph, never the empty box of a missing one."""
    for used, program in _programs(file):
        for code in sorted(used.codes):
            if _glyph(used, program, code) in {"", ".notdef"}:
                yield f"{used.name}: code {code} has no glyph"


def widths_true(file: Opened) -> Iterator[str]:
    """The widths that the file tells are those of the font's program."""
    for used, program in _programs(file):
        told, scale = _widths(used), 1000 / program["head"].unitsPerEm
        for code in sorted(used.codes):
            glyph = _glyph(used, program, code)
            wide = program["hmtx"].metrics.get(glyph, (None, 0))[0]
            if wide is not None and abs(told.get(code, -1000.0) - wide * scale) > 1.0:
                yield f"{used.name}: code {code} is {told.get(code)} wide, not {wide * scale:.0f}"


def unicode_map(data: bytes) -> dict[int, str]:
    """The characters that codes stand for, as a font's map lists them."""
    found: dict[int, str] = {}
    for kind, block in _BLOCK.findall(data):
        if kind == b"char":
            found |= {int(code, 16): _text(to) for code, to in _PAIR.findall(block)}
            continue
        for low, high, start, listed in _RANGE.findall(block):
            codes = range(int(low, 16), int(high, 16) + 1)
            ends = [_text(each) for each in _HEX.findall(listed)] if listed else _row(start, codes)
            found |= dict(zip(codes, ends, strict=False))
    return found


def _row(start: bytes, codes: range) -> list[str]:
    first = _text(start)
    return [first[:-1] + chr(ord(first[-1]) + step) for step in range(len(codes))]


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")


def _fonts(file: Opened) -> list[Used]:
    """Every font of the file, those that nothing is shown in too."""
    found: dict[Place, Used] = {
        item.objgen: Used(item)
        for item in file.dictionaries
        if item.get("/Type") == "/Font" and item.get("/Subtype") in _KINDS
    }
    for strokes in (*file.strokes, *file.appearances):
        for font, text in strokes.texts:
            used = found[font.objgen]
            step = 2 if used.wide else 1
            pieces = (text[at : at + step] for at in range(0, len(text), step))
            used.codes.update(int.from_bytes(piece) for piece in pieces)
    return list(found.values())


def _programs(file: Opened) -> Iterator[tuple[Used, TTFont]]:
    for used in _fonts(file):
        stream = used.bearer.get("/FontDescriptor", {}).get("/FontFile2")
        if stream is not None:
            yield used, _program(stream.read_bytes())


@lru_cache(maxsize=64)
def _program(data: bytes) -> TTFont:
    try:
        return TTFont(BytesIO(data), lazy=False)
    except TTLibError as error:  # pragma: no cover  # only when a font is broken
        raise AssertionError("a font program cannot be read") from error


def _glyph(used: Used, program: TTFont, code: int) -> str:
    if used.wide:
        order: list[str] = program.getGlyphOrder()
        return order[code] if code < len(order) else ""
    tables = program["cmap"].tables
    return next((str(table.cmap[code]) for table in tables if code in table.cmap), "")


def _widths(used: Used) -> dict[int, float]:
    if not used.wide:
        first = int(used.font.FirstChar)
        return {first + at: float(value) for at, value in enumerate(used.font.Widths)}
    entries = list(used.bearer.get("/W", []))
    found: dict[int, float] = {}
    while entries:
        first = int(entries.pop(0))
        then = entries.pop(0)
        if isinstance(then, int | float):
            found |= dict.fromkeys(range(first, int(then) + 1), float(entries.pop(0)))
        else:
            found |= {first + at: float(value) for at, value in enumerate(then)}
    return found
