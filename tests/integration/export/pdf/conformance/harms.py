"""One thing broken at a time: what each harm does to a good file, and the promise it breaks."""

from functools import partial
from typing import Final

from pikepdf import Array, Dictionary, Name, String

from tests.integration.export.pdf.conformance.harming import (
    Harm,
    add_kid,
    annotation,
    attached,
    descriptor,
    details,
    draw,
    drop,
    drop_bookmark,
    drop_glyph,
    drop_reference,
    headless,
    hold_twice,
    information,
    late_caption,
    lead_nowhere,
    lead_to,
    loose_words,
    misplace,
    put,
    rename,
    reverse,
    rewrite_packet,
    root,
    script,
    second_page,
    some_font,
    swap_owners,
    tree_part,
)

_LINK: Final = partial(annotation, kind="/Link")
_FIELD: Final = partial(annotation, kind="/Widget")
_SOFT: Final = Dictionary(Half=Dictionary(Type=Name.ExtGState, ca=0.5))
_GROUP: Final = Dictionary(S=Name.Transparency)
_LAUNCH: Final = Dictionary(S=Name.Launch, Type=Name.Action)

HARMS: Final[dict[str, tuple[tuple[str, Harm], ...]]] = {
    "tagged": (
        ("no mark info", partial(drop, "MarkInfo", root)),
        ("suspect", partial(put, "Suspects", True, lambda pdf: pdf.Root.MarkInfo)),
    ),
    "language": (
        ("none", partial(drop, "Lang", root)),
        ("no tag", partial(put, "Lang", "plain English", root)),
    ),
    "title shown": (("file name", partial(drop, "ViewerPreferences", root)),),
    "output intent": (
        ("none", partial(drop, "OutputIntents", root)),
        (
            "four inks",
            partial(put, "N", 4, lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile),
        ),
    ),
    "no other colours": (
        ("ink", partial(draw, b"/Artifact BMC 0 0 0 1 k EMC")),
        ("space", partial(put, "ColorSpace", Dictionary(C=Name.DeviceCMYK), second_page)),
    ),
    "within limits": (
        ("long string", partial(put, "Told", String("x" * 32_768), root)),
        ("long string in two bytes", partial(put, "Told", String("\u03a9" * 16_384), root)),
        ("long name", partial(put, "Told", Name("/" + "x" * 128), root)),
        ("long key", partial(put, "x" * 128, 1, root)),
        ("large number", partial(put, "Told", 2**31, root)),
        ("large page", partial(put, "MediaBox", Array([0, 0, 596, 14_401]), second_page)),
    ),
    "opaque": (
        ("alpha", partial(put, "ExtGState", _SOFT, second_page)),
        ("group", partial(put, "Group", _GROUP, second_page)),
    ),
    "passive": (
        ("script on opening", script),
        ("action on a page", partial(put, "AA", Dictionary(), second_page)),
        ("launch", partial(put, "Last", _LAUNCH, root)),
        ("layers", partial(put, "OCProperties", Dictionary(), root)),
        ("form of another kind", partial(put, "XFA", "", lambda pdf: pdf.Root.AcroForm)),
    ),
    "bookmarks": (("one missing", drop_bookmark), ("one leads nowhere", lead_nowhere)),
    "packet": (("fixed size", partial(rewrite_packet, " id=.W5M0", ' bytes="9" id="W5M0')),),
    "archive claim": (
        ("part", partial(rewrite_packet, "<pdfaid:part>3<", "<pdfaid:part>2<")),
        ("level", partial(rewrite_packet, "conformance>A<", "conformance>B<")),
    ),
    "access claim": (
        ("none", partial(rewrite_packet, "<pdfuaid:part>1</pdfuaid:part>", "")),
        (
            "not explained",
            partial(rewrite_packet, "(?s)<pdfaExt.*</pdfaExtension:schemas>", ""),
        ),
    ),
    "said twice": (
        ("another title", partial(put, "Title", "Another plan", information)),
        ("another date", partial(put, "ModDate", "D:20270101000000Z", information)),
        ("another author", partial(rewrite_packet, "Eleni", "Helen")),
        ("only once", partial(drop, "Producer", information)),
    ),
    "fonts inside": (("no program", partial(drop, "FontFile2", descriptor)),),
    "fonts to text": (
        ("no map", partial(drop, "ToUnicode", some_font)),
        ("empty map", lambda pdf: some_font(pdf).ToUnicode.write(b"beginbfchar\nendbfchar")),
    ),
    "fonts drawable": (("no glyph", drop_glyph),),
    "font widths": (("another", lambda pdf: some_font(pdf).Widths.__setitem__(ord("e"), 999)),),
    "marks balanced": (
        ("ends twice", partial(draw, b"EMC")),
        ("stays open", partial(draw, b"/Artifact BMC")),
        ("in another", partial(draw, b"/Artifact BMC /Artifact BMC EMC EMC")),
        ("state kept", partial(draw, b"q")),
    ),
    "all marked": (
        ("a box", partial(draw, b"0 0 10 10 re f")),
        ("words", loose_words),
    ),
    "marks owned": (
        ("one too few", lambda pdf: pdf.Root.StructTreeRoot.ParentTree.Nums[3].__delitem__(-1)),
        ("page unknown", partial(drop, "StructParents", second_page)),
    ),
    "marks held": (("swapped", swap_owners), ("twice", hold_twice)),
    "annotations printed": (
        ("not printed", partial(put, "F", 0, _LINK)),
        ("hidden", partial(put, "F", 6, _FIELD)),
    ),
    "annotations worded": (
        ("link", partial(drop, "Contents", _LINK)),
        ("field", partial(drop, "TU", _FIELD)),
    ),
    "annotations owned": (
        ("no way to it", partial(put, "StructParent", 0, _LINK)),
        ("no way from it", drop_reference),
    ),
    "annotations placed": (
        ("nowhere", partial(put, "Rect", Array([0, 0, 0, 0]), _LINK)),
        ("no look", partial(drop, "AP", _FIELD)),
    ),
    "tab order": (("none", partial(drop, "Tabs", second_page)),),
    "links lead": (
        ("bare", partial(drop, "Dest", _LINK)),
        ("unsafe", partial(lead_to, "http://example.org")),
        ("script", partial(lead_to, "javascript:alert(1)")),
    ),
    "structure rooted": (
        ("another root", partial(rename, "Document", "Part")),
        ("unknown type", partial(rename, "Sect", "Chapter")),
        ("another parent", misplace),
    ),
    "structure nested": (
        ("rows astray", partial(rename, "TBody", "Div")),
        ("text in a group", partial(rename, "P", "Div")),
    ),
    "headings descend": (("skipped", partial(rename, "H2", "H3")),),
    "figures told": (
        ("no words", partial(drop, "Alt", tree_part("Figure"))),
        ("no place", partial(drop, "A", tree_part("Figure"))),
    ),
    "heads scoped": (
        ("no scope", partial(drop, "A", tree_part("TH"))),
        ("no heads", headless),
    ),
    "tables even": (
        ("one more cell", partial(add_kid, home="TR", tag="TD")),
        ("late caption", late_caption),
    ),
    "lists told": (
        ("no numbering", partial(drop, "A", tree_part("L"))),
        ("label behind", partial(reverse, "LI")),
    ),
    "nothing empty": (("a paragraph", partial(add_kid, home="Document", tag="P")),),
    "attachments described": (
        ("no relation", partial(drop, "AFRelationship", attached)),
        ("no media type", partial(drop, "Subtype", lambda pdf: attached(pdf).EF.F)),
        ("no date", partial(drop, "ModDate", details)),
        ("another size", partial(put, "Size", 1, details)),
        ("no description", partial(drop, "Desc", attached)),
        ("two names", partial(put, "F", "other.json", attached)),
    ),
    "attachments associated": (
        ("not related", partial(drop, "AF", root)),
        ("not listed", partial(drop, "Names", root)),
    ),
}
"""By promise: what is done, in a word or two, and how. Harms to bytes are tested by themselves."""
