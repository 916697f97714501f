"""What the structure tree promises to people who hear the document."""

from collections.abc import Iterator
from typing import Final

from tests.integration.export.pdf.conformance.opened import Node, Opened

_ROWS: Final = ("THead", "TBody", "TFoot")
_HOMES: Final = {
    "TR": {"Table", *_ROWS},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "LI": {"L"},
    "LBody": {"LI"},
    "Lbl": {"LI", "TOCI"},
    "TOCI": {"TOC"},
    "Caption": {"Table", "Figure", "L"},
}
"""Where an element may stand."""
_KIDS: Final = {
    "Table": {"Caption", "TR", *_ROWS},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI", "TOC", "Caption"},
    "TOCI": {"Lbl", "Reference", "P", "TOC"},
}
"""What may stand in an element, where that is limited."""
_OTHERS: Final = {
    *("Document", "Sect", "Div", "P", "H1", "H2", "H3", "Figure", "Form", "Link", "Span"),
    *("Reference", "BlockQuote"),
}
_KNOWN: Final = {*_HOMES, *_KIDS, *_OTHERS}
_GROUPS: Final = {"Document", "Sect", "Div", "BlockQuote", *_KIDS, "Form"}
"""Elements that hold no text of their own."""


def rooted(file: Opened) -> Iterator[str]:
    """One document is the root, every element names its parent and is of a known type."""
    if file.tree.tag != "Document":
        yield f"the root is {file.tree.tag}"
    for node in file.nodes:
        home = file.root.StructTreeRoot if node.parent is None else node.parent.entry
        if node.entry.get("/P", file.root).objgen != home.objgen:
            yield f"a {node.tag} names another parent"
        if node.tag not in _KNOWN:
            yield f"{node.tag} is no standard type"


def nested(file: Opened) -> Iterator[str]:
    """Rows stand in tables, cells in rows, entries in lists; groups hold no text themselves."""
    for node in file.nodes:
        home = node.parent.tag if node.parent is not None else ""
        if node.tag in _HOMES and home not in _HOMES[node.tag]:
            yield f"{node.tag} in {home}"
        if node.tag in _KIDS:
            yield from (f"{kid.tag} in {node.tag}" for kid in _strangers(node))
        if node.tag in _GROUPS and node.marks:
            yield f"text straight in {node.tag}"


def headings_descend(file: Opened) -> Iterator[str]:
    """Headings begin at the first level and skip none on the way down."""
    level = 0
    for node in file.nodes:
        if node.tag[:1] == "H" and node.tag[1:].isdigit():
            if int(node.tag[1:]) > level + 1:
                yield f"{node.tag} follows H{level}"
            level = int(node.tag[1:])


def figures_told(file: Opened) -> Iterator[str]:
    """Figures say in words what they show, and where they stand."""
    for node in _all(file, "Figure"):
        if not str(node.entry.get("/Alt", "")).strip():
            yield "a figure without words"
        if node.attribute("BBox") is None:
            yield "a figure without its place"


def heads_scoped(file: Opened) -> Iterator[str]:
    """Every head cell says whether it heads a row or a column; every table has some."""
    for node in _all(file, "TH"):
        if node.attribute("Scope") not in {"/Row", "/Column"}:
            yield "a head of nothing"
    for table in _all(file, "Table"):
        if not any(node.tag == "TH" for node in table.walk()):
            yield "a table without heads"


def tables_even(file: Opened) -> Iterator[str]:
    """All rows of a table have as many cells, and a caption comes first."""
    for table in _all(file, "Table"):
        rows = [node for node in table.walk() if node.tag == "TR"]
        if len({len(row.kids) for row in rows}) != 1:
            yield f"rows of {sorted({len(row.kids) for row in rows})} cells"
        if any(kid.tag == "Caption" for kid in table.kids[1:]):
            yield "a caption that does not come first"


def lists_told(file: Opened) -> Iterator[str]:
    """Lists say how they are numbered; entries have a label and a body."""
    for node in _all(file, "L"):
        if node.attribute("ListNumbering") not in {"/Disc", "/Decimal"}:
            yield "a list that does not say how it is numbered"
    for node in _all(file, "LI"):
        if [kid.tag for kid in node.kids] != ["Lbl", "LBody"]:
            yield f"an entry of {[kid.tag for kid in node.kids]}"


def nothing_empty(file: Opened) -> Iterator[str]:
    """No element but a cell is empty."""
    for node in file.nodes:
        if not (node.kids or node.marks or node.objects) and node.tag not in {"TH", "TD"}:
            yield f"an empty {node.tag}"


def _strangers(node: Node) -> list[Node]:
    return [kid for kid in node.kids if kid.tag not in _KIDS[node.tag]]


def _all(file: Opened, tag: str) -> Iterator[Node]:
    return (node for node in file.nodes if node.tag == tag)
