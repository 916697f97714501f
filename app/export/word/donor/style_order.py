"""Where properties of styles stand: Word calls a file damaged when they are out of order."""

from typing import Final

from app.export.word.oxml import Element

_STYLE: Final = (
    "name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority",
    "semiHidden", "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose",
    "personalReply", "rsid", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr",
)  # fmt: skip
_PARAGRAPH: Final = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
    "sectPr", "pPrChange",
)  # fmt: skip


def into_style(style: Element, child: Element) -> None:
    """Put `child` at its place in a style; one of its name that stands there goes."""
    _into(style, child, _STYLE)


def into_paragraph(properties: Element, child: Element) -> None:
    """Put `child` at its place in paragraph properties; one of its name that stands there goes."""
    _into(properties, child, _PARAGRAPH)


def _into(parent: Element, child: Element, order: tuple[str, ...]) -> None:
    for same in parent.findall(child.tag):
        parent.remove(same)
    rank = order.index(_local(child))
    before = sum(_rank(other, order) < rank for other in parent)
    parent.insert(before, child)


def _rank(element: Element, order: tuple[str, ...]) -> int:
    local = _local(element)
    return order.index(local) if local in order else len(order)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
