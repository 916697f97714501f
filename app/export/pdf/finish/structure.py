"""The structure tree: ISO 32000-1, 14.7, with the tables that lead from content back to it."""

from functools import cache
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

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

    def own(self, element: Element, page: int, annotation: Object) -> None:
        """Make `annotation` a child of `element`."""
        annotation.StructParent = len(self._pages) + len(self._owners)
        self._owners.append(element)
        self._owned.setdefault(element, []).append((page, annotation))

    def write(self) -> None:
        """Write tree, parent tree and the entries of catalogue and pages."""
        kept = self._kept()
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        for element, parent in kept:
            above = root if parent is None else self._objects[parent]
            self._objects[element] = self._pdf.make_indirect(_bare(element, above))
        for element, _ in kept:
            self._fill(element)
        root.K = self._objects[self._trace.root]
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=self._parent_tree()))
        root.ParentTreeNextKey = len(self._pages) + len(self._owners)
        self._pdf.Root.StructTreeRoot = root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)
        for number, page in enumerate(self._pages):
            page.StructParents = number
            page.Tabs = Name.S

    def _kept(self) -> list[tuple[Element, Element | None]]:
        """Return the elements with content somewhere below them and what each hangs below.

        Parents come first; nothing is above the root.
        """
        elements = list(self._trace.root.walk())
        kept: set[Element] = {self._trace.root}
        for element in reversed(elements):
            full = any(isinstance(kid, Mark) or kid in kept for kid in element.kids)
            if full or element in self._owned or element.tag in _CELLS:
                kept.add(element)
        parents = {
            kid: element
            for element in elements
            if element in kept
            for kid in element.kids
            if isinstance(kid, Element)
        }
        return [(element, parents.get(element)) for element in elements if element in kept]

    def _fill(self, element: Element) -> None:
        """Link `element` with its children and the page its first mark is on."""
        target = self._objects[element]
        page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
        if page is not None:
            target.Pg = self._pages[page]
        kids: list[int | Object] = [
            self._mark(kid, page) if isinstance(kid, Mark) else self._objects[kid]
            for kid in element.kids
            if isinstance(kid, Mark) or kid in self._objects
        ]
        for at, annotation in self._owned.get(element, ()):
            kids.append(Dictionary(Type=Name.OBJR, Pg=self._pages[at], Obj=annotation))
        if kids:
            target.K = Array(kids) if len(kids) > 1 else kids[0]  # pyHanko finds a lone child so

    def _mark(self, mark: Mark, page: int | None) -> int | Dictionary:
        if mark.page == page:
            return mark.number
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


def _bare(element: Element, above: Object) -> Object:
    """Return `element` below `above`, still without its children."""
    entry = Object.parse(_begun(element.tag, element.scope, element.list_numbering))
    entry.P = above
    if element.alternative:
        entry.Alt = String(element.alternative)
    if element.bounds is not None:
        bounds = Array([round(value, 2) for value in element.bounds])
        entry.A = Dictionary(O=Name.Layout, BBox=bounds, Placement=Name.Block)
    return entry


@cache
def _begun(tag: str, scope: str, numbering: str) -> bytes:
    """Return an element as far as it is like others: parsed it is made faster than built."""
    of_table = f"/A<</O/Table/Scope/{scope}>>" if scope else ""
    of_list = f"/A<</O/List/ListNumbering/{numbering}>>" if numbering else ""
    return f"<</Type/StructElem/S/{tag}{of_table}{of_list}>>".encode("ascii")
