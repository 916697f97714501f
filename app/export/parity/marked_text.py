"""Text of marked content in a PDF of ours, without laying anything out.

Loads pikepdf: import from inside functions only.
"""

import re
from collections.abc import Iterator
from typing import Final

import pikepdf

_TOKEN: Final = re.compile(
    rb"\(((?:[^()\\]|\\.)*)\)"  # texts first, so that nothing inside one is an operator
    rb"|/MCID\s+(\d+)\s*>>\s*BDC"
    rb"|/(\S+)\s+[-\d.]+\s+Tf"
    rb"|EMC",
    re.DOTALL,
)
"""A text, the beginning of a mark, a font or the end of a mark; each begins with a plain sign,
which is what makes the search skip all strokes between them at once."""
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_LETTERS: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_SINGLE: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_BLOCK: Final = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)

Alphabet = dict[int, str]
"""What each code of a font means."""


class Alphabets:
    """The fonts of a file, each read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Alphabet] = {}

    def of(self, font: pikepdf.Object) -> Alphabet:
        """The alphabet of a font; empty when it tells none."""
        if font.objgen not in self._known:
            told = font.get("/ToUnicode")
            data = told.read_bytes() if isinstance(told, pikepdf.Stream) else b""
            self._known[font.objgen] = dict(_alphabet(data))
        return self._known[font.objgen]


class MarkedTexts:
    """The texts of the marks of one page, decoded when they are asked for."""

    def __init__(self, page: pikepdf.Object, alphabets: Alphabets) -> None:
        self._fonts: pikepdf.Object | dict[str, pikepdf.Object] = page.Resources.get("/Font", {})
        self._alphabets = alphabets
        self._pieces: dict[int, list[tuple[bytes, bytes]]] = {}
        self._collect(_content(page))

    def of(self, mark: int) -> str:
        """All that a mark prints; blank for one without text."""
        return "".join(self._said(font, raw) for font, raw in self._pieces.get(mark, ()))

    def _collect(self, content: bytes) -> None:
        """Note the raw texts between each mark and its end, with the names of their fonts."""
        font = b""
        pieces: list[tuple[bytes, bytes]] | None = None
        for token in _TOKEN.finditer(content):
            match token.lastindex:
                case 1:
                    if pieces is not None:
                        pieces.append((font, token[1]))
                case 2:
                    pieces = self._pieces.setdefault(int(token[2]), [])
                case 3:
                    font = token[3]
                case _:
                    pieces = None

    def _said(self, font: bytes, raw: bytes) -> str:
        known = self._fonts.get(f"/{font.decode('latin-1')}")
        alphabet = {} if known is None else self._alphabets.of(known)
        return _ESCAPE.sub(_unescaped, raw).decode("latin-1").translate(alphabet)


def _content(page: pikepdf.Object) -> bytes:
    contents = page.get("/Contents")
    if isinstance(contents, pikepdf.Array):
        return b"\n".join(part.read_bytes() for part in contents)
    return contents.read_bytes() if isinstance(contents, pikepdf.Stream) else b""


def _unescaped(found: re.Match[bytes]) -> bytes:
    escaped = found[1]
    if escaped.isdigit():
        return bytes([int(escaped, 8) & 0xFF])
    return b"" if escaped in {b"\n", b"\r", b"\r\n"} else _LETTERS.get(escaped, escaped)


def _alphabet(data: bytes) -> Iterator[tuple[int, str]]:
    for block in _BLOCK.finditer(data):
        for code, meaning in _SINGLE.findall(block[1]):
            yield int(code, 16), bytes.fromhex(meaning.decode()).decode("utf-16-be", "replace")
