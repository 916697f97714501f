"""A finished PDF taken apart once, for many checks to look at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf

from tests.integration.export.pdf.conformance.strokes import Strokes, strokes_of

Place = tuple[int, int]
"""The number of an object and its generation."""


@dataclass(eq=False)
class Node:
    """A structure element; `marks` are pages with their mark's number, `objects` annotations."""

    entry: Any
    parent: "Node | None"
    tag: str
    kids: list["Node"] = field(default_factory=list)
    marks: list[tuple[Place, int]] = field(default_factory=list)
    objects: list[Place] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """Yield this node and all below it in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.kids))

    def attribute(self, name: str) -> Any:
        """The attribute called `name`, or None."""
        attributes: Any = self.entry.get("/A", {})
        return attributes.get(f"/{name}")


class Opened:
    """The parts of a file that checks ask for."""

    def __init__(self, data: bytes, pdf: pikepdf.Pdf) -> None:
        self.data = data
        self.pdf = pdf
        self.root: Any = pdf.Root

    @cached_property
    def pages(self) -> list[Any]:
        """The dictionaries of all pages."""
        return [page.obj for page in self.pdf.pages]

    @cached_property
    def strokes(self) -> list[Strokes]:
        """What is drawn on each page."""
        return [strokes_of(page) for page in self.pages]

    @cached_property
    def appearances(self) -> list[Strokes]:
        """What is drawn in the appearances of annotations, and in what they contain."""
        return [
            strokes_of(item)
            for item in self.dictionaries
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form"
        ]

    @cached_property
    def annotations(self) -> list[tuple[Any, Any]]:
        """Every annotation with its page."""
        return [(page, note) for page in self.pages for note in page.get("/Annots", [])]

    @cached_property
    def dictionaries(self) -> list[Any]:
        """Every dictionary and stream of the file, those inside others too."""
        found: list[Any] = []
        waiting: list[Any] = [self.pdf.trailer, *self.pdf.objects]
        while waiting:
            item = waiting.pop()
            if isinstance(item, pikepdf.Array):
                waiting.extend(each for each in item if _is_inside(each))
            elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
                found.append(item)
                waiting.extend(each for _, each in item.items() if _is_inside(each))
        return found

    @cached_property
    def owners(self) -> dict[int, Any]:
        """The parent tree: an element, or one for each mark of a page, by number."""
        numbers = list(self.root.StructTreeRoot.ParentTree.Nums)
        return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}

    @cached_property
    def tree(self) -> Node:
        """The topmost structure element with all below it."""
        top = _node(self.root.StructTreeRoot.K, None)
        waiting = [(top, None)]
        while waiting:
            node, page = waiting.pop()
            page = node.entry.get("/Pg", page)
            entries: Any = node.entry.get("/K", pikepdf.Array())
            for kid in entries if isinstance(entries, pikepdf.Array) else [entries]:
                _take(node, kid, page)
            waiting.extend((kid, page) for kid in node.kids)
        return top

    @cached_property
    def nodes(self) -> list[Node]:
        """All structure elements in reading order."""
        return list(self.tree.walk())

    @cached_property
    def packet(self) -> str:
        """The XMP packet; blank if there is none."""
        stream = self.root.get("/Metadata")
        return "" if stream is None else stream.read_bytes().decode()


def opened(data: bytes) -> Opened:
    """Open `data`; encrypted files too, if no password is needed."""
    return Opened(data, pikepdf.open(BytesIO(data)))


def _is_inside(item: Any) -> bool:
    return isinstance(item, pikepdf.Object) and not item.is_indirect


def _node(entry: Any, parent: Node | None) -> Node:
    return Node(entry, parent, str(entry.get("/S", "/?"))[1:])


def _take(node: Node, kid: Any, page: Any) -> None:
    if not isinstance(kid, pikepdf.Object):
        node.marks.append((page.objgen, int(kid)))
    elif kid.get("/Type") == "/MCR":
        node.marks.append((kid.get("/Pg", page).objgen, int(kid.MCID)))
    elif kid.get("/Type") == "/OBJR":
        node.objects.append(kid.Obj.objgen)
    else:
        node.kids.append(_node(kid, node))
