"""The skeleton of a PDF, read back from its structure tree and from what its pages print.

Loads pikepdf: import from inside functions only.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import pikepdf

from app.domain.document.outline import Outline, OutlineHeading, OutlineTable, folded
from app.export.parity.marked_text import Alphabets, MarkedTexts

_HEADINGS: Final = frozenset({f"/H{level}" for level in range(1, 7)})


_COUNTED: Final = re.compile(r".*?(\d+)(?:\. (.*))?", re.DOTALL)


def pdf_outline(data: bytes) -> Outline:
    """What a tagged PDF of ours prints as headings and captioned tables, in reading order.

    A number stands in the text of its heading, as it does on the page; levels are those of tags.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root.get("/StructTreeRoot")
        if root is None:
            return Outline((), ())
        reader = _Reader()
        headings: list[OutlineHeading] = []
        tables: list[OutlineTable] = []
        for element in _pieces(root.K):
            if element.S == "/Table":
                table = _table(element, reader)
                tables += [] if table is None else [table]
            else:
                level = int(str(element.S)[2:])
                headings.append(OutlineHeading(level, "", folded(reader.text(element))))
        return Outline(tuple(headings), tuple(tables))


@dataclass(slots=True)
class _Reader:
    """Reads the marks of elements, each page once."""

    alphabets: Alphabets = field(default_factory=Alphabets)
    pages: dict[tuple[int, int], MarkedTexts] = field(default_factory=dict)

    def text(self, element: pikepdf.Object) -> str:
        """All that is printed for an element, in reading order."""
        return "".join(self._texts(element, None))

    def _texts(self, element: pikepdf.Object, page: pikepdf.Object | None) -> Iterator[str]:
        own = element.get("/Pg", page)
        for kid in _kids(element):
            if isinstance(kid, int):
                yield self._marked(own, kid)
            elif "/S" in kid:
                yield from self._texts(kid, own)
            elif "/MCID" in kid:
                yield self._marked(kid.get("/Pg", own), int(kid.MCID))

    def _marked(self, page: pikepdf.Object | None, number: int) -> str:
        if page is None:
            return ""
        if page.objgen not in self.pages:
            self.pages[page.objgen] = MarkedTexts(page, self.alphabets)
        return self.pages[page.objgen].of(number)


def _pieces(top: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Headings and tables below `top`, in reading order; nothing of ours stands inside one."""
    waiting = [top]
    while waiting:
        element = waiting.pop()
        tag = str(element.get("/S", ""))
        if tag in _HEADINGS or tag == "/Table":
            yield element
        else:
            waiting += reversed(_elements(element))


def _table(table: pikepdf.Object, reader: _Reader) -> OutlineTable | None:
    """None for a table without a caption, such as facts and forms."""
    parts = _elements(table)
    captions = [part for part in parts if part.S == "/Caption"]
    if not captions:
        return None
    heads = [row for part in parts if part.S == "/THead" for row in _elements(part)]
    bodies = [part for part in parts if part.S == "/TBody"]
    loose = sum(part.S == "/TR" for part in parts)
    counted = _COUNTED.fullmatch(reader.text(captions[0]))
    number, caption = counted.groups("") if counted else ("0", "")
    return OutlineTable(
        folded(caption),
        tuple(folded(reader.text(cell)) for row in heads[:1] for cell in _elements(row)),
        loose + sum(len(_elements(body)) for body in bodies),
        int(number),
    )


def _elements(element: pikepdf.Object) -> list[pikepdf.Object]:
    return [kid for kid in _kids(element) if not isinstance(kid, int) and "/S" in kid]


def _kids(element: pikepdf.Object) -> list[pikepdf.Object | int]:
    held = element.get("/K")
    entries = list(held) if isinstance(held, pikepdf.Array) else [held]
    return [
        entry if isinstance(entry, pikepdf.Dictionary) else int(entry)
        for entry in entries
        if entry is not None
    ]
