"""Tables as Word wants them: one grid, fixed widths, cells that always hold a paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.export.word.oxml import Element, w
from app.export.word.paragraphs import paragraph

_LEAST_SHARE = 0.02
"""No column is narrower than this share of the table, whatever its weight says."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a table is for: read aloud instead of seen, and whether its edges head it."""

    style: str
    title: str = ""
    description: str = ""
    head_row: bool = False
    head_column: bool = False


def table(purpose: Purpose, widths: Sequence[int], rows: Sequence[Element]) -> Element:
    """A table of fixed column `widths` in twips."""
    properties = w(
        "tblPr",
        w("tblStyle", val=purpose.style),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        _look(purpose),
        w("tblCaption", val=purpose.title) if purpose.title else None,
        w("tblDescription", val=purpose.description) if purpose.description else None,
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, *rows)


def row(
    cells: Sequence[Element], *, head: bool = False, whole: bool = True, height: int = 0
) -> Element:
    """A row; `head` repeats it on every page, `whole` keeps it on one.

    `height` is the least it has, in twips; 0 leaves it to the content.
    """
    properties = [
        w("cantSplit") if whole else None,
        w("trHeight", val=height, hRule="atLeast") if height else None,
        w("tblHeader") if head else None,
    ]
    kept = w("trPr", *properties) if whole or head or height else None
    return w("tr", kept, *cells)


def cell(
    width: int,
    content: Sequence[Element],
    *,
    fill: str = "",
    span: int = 1,
    style: str = "",
    turned: bool = False,
) -> Element:
    """A cell; `fill` is its colour, blank for none; `style` is that of its empty paragraph.

    The text of a `turned` cell runs upwards.
    """
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=span) if span > 1 else None,
        w("shd", val="clear", color="auto", fill=fill.lstrip("#")) if fill else None,
        w("textDirection", val="btLr") if turned else None,
    )
    return w("tc", properties, *(content or [paragraph(style or "TableText")]))


def shares(width: int, weights: Sequence[float]) -> list[int]:
    """`width` split by `weights`, to the twip."""
    total = sum(max(weight, 0.0) for weight in weights)
    wanted = [max(weight / total if total else 1.0, _LEAST_SHARE) for weight in weights]
    edges = [round(width * sum(wanted[:count]) / sum(wanted)) for count in range(len(wanted) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _look(purpose: Purpose) -> Element:
    row_flag, column_flag = int(purpose.head_row), int(purpose.head_column)
    value = 0x0600 | row_flag << 5 | column_flag << 7
    return w(
        "tblLook",
        val=f"{value:04X}",
        firstRow=row_flag,
        lastRow=0,
        firstColumn=column_flag,
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )
