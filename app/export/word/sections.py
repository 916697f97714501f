"""Stretches of the body that stand on one kind of sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.document.tree import Block, Heading, PageBreak, Paragraph, Table
from app.export import theme
from app.export.word.oxml import Element, element, w
from app.export.word.page import Margins, Sheet
from app.export.word.paragraphs import gap

_LONGEST_LEAD_IN = 4
"""Blocks from a heading to a wide table that turn the page together with it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring blocks; `wide` ones stand on a turned sheet."""

    wide: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """Relationship ids of the parts printed on the pages of a section; blank ones inherit."""

    header: str
    footer: str
    first_header: str = ""
    first_footer: str = ""
    even_header: str = ""
    even_footer: str = ""


def stretches(body: Sequence[Block]) -> tuple[Stretch, ...]:
    """The body cut where the sheet turns; a heading goes with the wide table it leads to."""
    wide = [isinstance(block, Table) and block.wide for block in body]
    for place, turned in enumerate(wide.copy()):
        if turned:
            start = _lead_in(body, place)
            wide[start:place] = [True] * (place - start)
    found: list[Stretch] = []
    for turned, block in zip(wide, body, strict=True):
        if found and found[-1].wide is turned:
            found[-1] = Stretch(turned, (*found[-1].blocks, block))
        else:
            found.append(Stretch(turned, (block,)))
    return tuple(found)


def section(sheet: Sheet, running: Running, *, edge: bool = False) -> Element:
    """The properties of a section; `edge` paints the coloured edge of the cover."""
    orientation = "landscape" if sheet.landscape else "portrait"
    return w(
        "sectPr",
        *_references(running),
        w("type", val="nextPage"),
        w("pgSz", w=sheet.width, h=sheet.height, orient=orientation),
        _margins(sheet.margins),
        _edge() if edge else None,
        w("titlePg") if running.first_header or running.first_footer else None,
    )


def closed(elements: Sequence[Element], properties: Element) -> list[Element]:
    """`elements` with the section ending at their last paragraph."""
    last = elements[-1] if elements else None
    pair = last.find("{*}pPr") if last is not None and last.tag.endswith("}p") else None
    if pair is None:
        return closed([*elements, gap()], properties)
    pair.append(properties)
    return list(elements)


def _lead_in(body: Sequence[Block], table: int) -> int:
    start = table
    for place in range(table - 1, max(table - 1 - _LONGEST_LEAD_IN, -1), -1):
        match body[place]:
            case Heading():
                start = place
            case Paragraph() if start == table:
                continue
            case PageBreak() if start == place + 1:
                return place
            case _:
                return start
    return start


def _references(running: Running) -> list[Element]:
    kinds = (
        ("headerReference", "default", running.header),
        ("headerReference", "first", running.first_header),
        ("headerReference", "even", running.even_header),
        ("footerReference", "default", running.footer),
        ("footerReference", "first", running.first_footer),
        ("footerReference", "even", running.even_footer),
    )
    return [
        element(f"w:{tag}", {"w:type": kind, "r:id": ident}) for tag, kind, ident in kinds if ident
    ]


def _margins(margins: Margins) -> Element:
    return w(
        "pgMar",
        top=margins.top,
        right=margins.right,
        bottom=margins.bottom,
        left=margins.left,
        header=margins.header,
        footer=margins.footer,
        gutter=0,
    )


def _edge() -> Element:
    colour = theme.Colour.BRAND.lstrip("#")
    line = w("left", val="single", sz=96, space=0, color=colour)
    return w("pgBorders", line, offsetFrom="page", display="firstPage")
