"""The structure tree: ISO 32000-1, 14.7, with the tables that lead from content back to it."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from app.export.pdf.string_limit import within_limit
from app.export.pdf.trace import Element, Mark, Trace

_CELLS: Final = frozenset({"TD", "TH"})
"""Elements kept even without content, since a row must have all its cells."""


class StructureTree:
    """Collects the objects elements own, then writes the tree."""

    def __init__(self, pdf: Pdf, trace: Trace) -> None:
        self._pdf = pdf
        self._trace = trace
        self._pages = [page.obj for page in pdf.pages]
        self._objects: dict[Element, Object] = {}
        self._owned: dict[Element, list[tuple[int, Object]]] = {}
        self._owners: list[Element] = []

    @property
    def next_key(self) -> int:
        """The `StructParent` of the annotation that is owned next."""
        return len(self._pages) + len(self._owners)

    def own(self, element: Element, page: int, annotation: Object) -> None:
        """Make `annotation`, which has `next_key`, a child of `element`."""
        self._owners.append(element)
        self._owned.setdefault(element, []).append((page, annotation))

    def write(self) -> None:
        """Write tree, parent tree and the entries of catalogue and pages."""
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top = self._trace.root
        for element in reversed(list(top.walk())):  # children come before their parents
            self._write(element)
        if top not in self._objects:
            self._objects[top] = self._pdf.make_indirect(_bare(top, []))
        self._objects[top].P = root
        root.K = self._objects[top]
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=self._parent_tree()))
        root.ParentTreeNextKey = self.next_key
        self._pdf.Root.StructTreeRoot = root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)
        for number, page in enumerate(self._pages):
            page.StructParents = number
            page.Tabs = Name.S

    def _write(self, element: Element) -> None:
        """Write `element`, unless there is no content in it or below it; link its children."""
        page: int | None = None
        kids: list[int | Object] = []
        below: list[Object] = []
        for kid in element.kids:
            if isinstance(kid, Mark):
                page = kid.page if page is None else page
                kids.append(kid.number if kid.page == page else self._mark(kid))
            elif kid in self._objects:
                below.append(self._objects[kid])
                kids.append(below[-1])
        kids += self._references(element)
        if not kids and element.tag not in _CELLS:
            return
        written = self._objects[element] = self._pdf.make_indirect(_bare(element, kids))
        if page is not None:
            written.Pg = self._pages[page]
        for child in below:
            child.P = written

    def _references(self, element: Element) -> Iterator[Object]:
        for page, annotation in self._owned.get(element, ()):
            yield Dictionary(Type=Name.OBJR, Pg=self._pages[page], Obj=annotation)

    def _mark(self, mark: Mark) -> Object:
        """Return a mark that is on another page than the first of its element."""
        return Dictionary(Type=Name.MCR, Pg=self._pages[mark.page], MCID=mark.number)

    def _parent_tree(self) -> Array:
        numbers = Array()
        for number, marks in enumerate(self._trace.marks):
            owners = Array([self._objects[element] for element in marks])
            numbers.append(number)
            numbers.append(self._pdf.make_indirect(owners))
        for number, element in enumerate(self._owners, len(self._pages)):
            numbers.append(number)
            numbers.append(self._objects[element])
        return numbers


def _bare(element: Element, kids: Sequence[int | Object]) -> Object:
    """Return `element` with its children, still without its parent and page."""
    lone = kids[0] if len(kids) == 1 else None  # signers look for a lone child outside of an array
    begun = _begun(element.tag, element.scope, element.list_numbering)
    if isinstance(lone, int):
        entry = Object.parse(b"%b/K %d>>" % (begun, lone))
    else:
        entry = Object.parse(begun + b">>")
        if kids:
            entry.K = Array(kids) if lone is None else lone
    if element.alternative:
        entry.Alt = String(within_limit(element.alternative))
    if element.bounds is not None:
        bounds = Array([round(value, 2) for value in element.bounds])
        entry.A = Dictionary(O=Name.Layout, BBox=bounds, Placement=Name.Block)
    return entry


@cache
def _begun(tag: str, scope: str, numbering: str) -> bytes:
    """Return an element as far as it is like others: parsed it is made faster than built."""
    of_table = f"/A<</O/Table/Scope/{scope}>>" if scope else ""
    of_list = f"/A<</O/List/ListNumbering/{numbering}>>" if numbering else ""
    return f"<</Type/StructElem/S/{tag}{of_table}{of_list}".encode("ascii")
