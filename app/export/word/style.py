"""One style definition: of paragraphs, characters or tables."""

from dataclasses import dataclass

from app.export import theme
from app.export.theme import Typography
from app.export.word.oxml import Element, w
from app.export.word.page import twips

BOLD_FROM_WEIGHT = 600
"""Word knows regular and bold; lighter weights would need fonts readers may not have."""

_BUILT_IN = frozenset(
    (
        "Normal", "Normal Table", "heading 1", "heading 2", "heading 3", "toc 1", "toc 2",
        "TOC Heading", "Body Text", "Quote", "List Bullet", "List Number", "caption", "Title",
        "Subtitle", "header", "footer", "Hyperlink", "annotation text", "annotation reference",
    )
)  # fmt: skip
"""Names Word knows; it ignores a style that claims one of them as its own invention."""
_ORDER = (
    "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs",
    "spacing", "ind", "contextualSpacing", "jc", "outlineLvl",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """Who a style is: blank `ident` is the name without blanks, blank `after` itself."""

    name: str
    ident: str = ""
    base: str = "Normal"
    after: str = ""
    default: bool = False


def paragraph_style(kind: Kind, face: Typography, *properties: Element) -> Element:
    """A paragraph style; `properties` may come in any order."""
    flow = sorted((*properties, _spacing(face)), key=_place)
    made = _style("paragraph", kind)
    made.extend([w("pPr", *flow), w("rPr", *_letters(face))])
    return made


def character_style(kind: Kind, *properties: Element) -> Element:
    """A character style; `properties` stand in the order the schema wants them."""
    made = _style("character", Kind(kind.name, kind.ident, "DefaultParagraphFont"))
    made.append(w("rPr", *properties))
    return made


def table_style(kind: Kind, *borders: Element) -> Element:
    """A table style with the padding of the theme; `borders` in schema order."""
    across, down = twips(theme.CELL_PADDING_X), twips(theme.CELL_PADDING_Y)
    sides = (("top", down), ("left", across), ("bottom", down), ("right", across))
    made = _style("table", kind if kind.default else Kind(kind.name, base="TableNormal"))
    made.append(
        w(
            "tblPr",
            w("tblInd", w=0, type="dxa"),
            w("tblBorders", *borders) if borders else None,
            w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in sides)),
        )
    )
    return made


def _style(sort: str, kind: Kind) -> Element:
    flags = {"default": kind.default, "customStyle": kind.name not in _BUILT_IN}
    return w(
        "style",
        w("name", val=kind.name),
        w("basedOn", val=kind.base) if kind.base else None,
        w("next", val=kind.after) if kind.after else None,
        None if kind.default else w("qFormat"),
        type=sort,
        styleId=kind.ident or _ident(kind.name),
        **{name: 1 for name, wanted in flags.items() if wanted},
    )


def _ident(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def _place(properties: Element) -> int:
    return _ORDER.index(properties.tag.rpartition("}")[2])


def _spacing(face: Typography) -> Element:
    return w(
        "spacing",
        before=twips(face.before),
        after=twips(face.after),
        line=twips(face.leading),
        lineRule="atLeast",
    )


def _letters(face: Typography) -> list[Element]:
    size = round(face.size * 2)
    bold = int(face.weight >= BOLD_FROM_WEIGHT)
    return [
        w("b", val=bold),
        w("bCs", val=bold),
        w("i", val=int(face.italic)),
        w("iCs", val=int(face.italic)),
        w("color", val=face.colour.lstrip("#")),
        w("sz", val=size),
        w("szCs", val=size),
    ]
