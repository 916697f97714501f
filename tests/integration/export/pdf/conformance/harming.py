"""Ways to break one thing in a good file; its second page has links, fields and words."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.integration.export.pdf.conformance.opened import Node, Opened

Harm = Callable[[Any], object]
"""Changes an open file; the parts of it are `Any` as pikepdf does not say what they are."""


def first_node(pdf: Pdf, tag: str) -> Node:
    return next(node for node in Opened(b"", pdf).nodes if node.tag == tag)


def element(pdf: Pdf, tag: str) -> Any:
    return first_node(pdf, tag).entry


def annotation(pdf: Pdf, kind: str) -> Any:
    notes = (note for page in pdf.pages for note in page.obj.get("/Annots", []))
    return next(note for note in notes if note.Subtype == kind)


def tree_part(tag: str) -> Callable[[Any], Any]:
    """A way to the first element with this tag."""
    return lambda pdf: element(pdf, tag)


def draw(code: bytes, pdf: Pdf) -> None:
    pdf.pages[1].contents_add(code)


def loose_words(pdf: Pdf) -> None:
    name = next(iter(pdf.pages[1].obj.Resources.Font.keys()))
    draw(f"BT {name} 9 Tf (e) Tj ET".encode(), pdf)


def rewrite_packet(old: str, new: str, pdf: Any) -> None:
    text = pdf.Root.Metadata.read_bytes().decode()
    assert re.search(old, text)
    pdf.Root.Metadata.write(re.sub(old, new, text).encode())


def some_font(pdf: Pdf) -> Any:
    return next(iter(pdf.pages[1].obj.Resources.Font.values()))


def drop_glyph(pdf: Pdf) -> None:
    """Take the glyph of one letter that is shown out of the font's program."""
    stream = some_font(pdf).FontDescriptor.FontFile2
    program = TTFont(BytesIO(stream.read_bytes()))
    for table in program["cmap"].tables:
        del table.cmap[ord("e")]
    target = BytesIO()
    program.save(target)
    stream.write(target.getvalue())


def add_kid(pdf: Pdf, home: str, tag: str) -> None:
    entry = element(pdf, home)
    kid = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{tag}"), P=entry))
    entry.K = Array([*entry.K, kid])


def reverse(tag: str, pdf: Pdf) -> None:
    entry = element(pdf, tag)
    entry.K = Array(reversed(list(entry.K)))


def rename(old: str, new: str, pdf: Pdf) -> None:
    element(pdf, old).S = Name(f"/{new}")


def headless(pdf: Pdf) -> None:
    for node in first_node(pdf, "Table").walk():
        if node.tag == "TH":
            node.entry.S = Name.TD


def swap_owners(pdf: Any) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[3]
    owners[0], owners[1] = owners[1], owners[0]


def hold_twice(pdf: Pdf) -> None:
    entry = element(pdf, "P")
    entry.K = Array([entry.K, entry.K])


def drop_reference(pdf: Pdf) -> None:
    entry = element(pdf, "Link")
    entry.K = Array([kid for kid in entry.K if not isinstance(kid, Dictionary)])


def drop_bookmark(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        del outline.root[-1]


def lead_nowhere(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].destination = String("nowhere")


def script(pdf: Any) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def put(name: str, value: Any, pick: Callable[[Any], Any], pdf: Pdf) -> None:
    pick(pdf)[f"/{name}"] = value


def drop(name: str, pick: Callable[[Any], Any], pdf: Pdf) -> None:
    del pick(pdf)[f"/{name}"]


def root(pdf: Any) -> Any:
    return pdf.Root


def second_page(pdf: Pdf) -> Any:
    return pdf.pages[1].obj


def information(pdf: Any) -> Any:
    return pdf.trailer.Info


def attached(pdf: Any) -> Any:
    return pdf.Root.AF[0]


def details(pdf: Any) -> Any:
    return attached(pdf).EF.F.Params


def misplace(pdf: Pdf) -> None:
    tree_part("H1")(pdf).P = element(pdf, "Sect")


def late_caption(pdf: Pdf) -> None:
    nodes = Opened(b"", pdf).nodes
    table = next(n for n in nodes if n.tag == "Table" and n.kids[0].tag == "Caption").entry
    first, *others = list(table.K)
    table.K = Array([*others, first])


def descriptor(pdf: Pdf) -> Any:
    return some_font(pdf).FontDescriptor


def lead_to(address: str, pdf: Pdf) -> None:
    link = annotation(pdf, "/Link")
    del link.Dest
    link.A = Dictionary(S=Name.URI, Type=Name.Action, URI=String(address))
