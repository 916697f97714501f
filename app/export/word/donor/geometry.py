"""Sheets and margins of a letterhead."""

from typing import Final

from app.export.word.oxml import NAMESPACES, Element
from app.export.word.page import UPRIGHT, Margins, Sheet, millimetres

_W: Final = f"{{{NAMESPACES['w']}}}"
LEAST_TEXT_WIDTH: Final = millimetres(120)
LEAST_TEXT_HEIGHT: Final = millimetres(120)
_LONGEST_SIDE: Final = 31_680
"""Twips of the largest sheet Word knows."""

NARROW: Final = (
    "The pages of the letterhead leave too little room for tables, so the usual sheet and margins "
    "are used."
)


def sheet(properties: Element) -> Sheet | None:
    """The sheet a section is printed on; None when no plan fits on it."""
    size = properties.find(f"{_W}pgSz")
    width, height = _length(size, "w", UPRIGHT.width), _length(size, "h", UPRIGHT.height)
    usual = UPRIGHT.margins
    edges = properties.find(f"{_W}pgMar")
    gutter = max(_length(edges, "gutter", 0), 0)
    margins = Margins(
        top=_length(edges, "top", usual.top),
        right=_length(edges, "right", usual.right),
        bottom=_length(edges, "bottom", usual.bottom),
        left=_length(edges, "left", usual.left) + gutter,
        header=max(_length(edges, "header", usual.header), 0),
        footer=max(_length(edges, "footer", usual.footer), 0),
    )
    found = Sheet(width, height, landscape=width > height, margins=margins)
    return found if _roomy(found) else None


def turned(upright: Sheet) -> Sheet:
    """The same sheet on its side; the margins stay with the edges of the page as it is read."""
    if upright.landscape:
        return upright
    return Sheet(upright.height, upright.width, landscape=True, margins=upright.margins)


def _roomy(found: Sheet) -> bool:
    lying = turned(found)
    return (
        max(found.width, found.height) <= _LONGEST_SIDE
        and min(found.margins.left, found.margins.right) >= 0
        and found.text_width >= LEAST_TEXT_WIDTH
        and min(found.text_height, lying.text_height) >= LEAST_TEXT_HEIGHT
    )


def _length(element: Element | None, name: str, otherwise: int) -> int:
    """Twips; `otherwise` where nothing or no number stands."""
    try:
        return otherwise if element is None else int(element.get(f"{_W}{name}", str(otherwise)))
    except ValueError:
        return otherwise
