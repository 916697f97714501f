"""Drawings: vectors for newer readers, pixels for all, words for those who cannot see them."""

from collections.abc import Mapping

from app.domain.document.outline import folded
from app.domain.document.tree import Figure
from app.export.figures.png import png
from app.export.figures.svg import svg
from app.export.word.oxml import NAMESPACES, Element, element, w
from app.export.word.page import EMU_PER_TWIP, Sheet, twips
from app.export.word.paragraphs import caption, paragraph
from app.export.word.scope import Media, Scope

DOTS_PER_INCH = 200
_TALLEST_SHARE = 0.85
"""Share of the page height a figure may take, leaving room for its caption."""
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def figure(block: Figure, scope: Scope, sheet: Sheet) -> list[Element]:
    """The picture, never larger than the page, and its caption."""
    drawing = block.drawing
    media = scope.registrar.picture(png(drawing, DOTS_PER_INCH), svg(drawing).encode("utf-8"))
    size = _fitted(twips(drawing.width), twips(drawing.height), sheet)
    number = scope.count("drawing")
    picture = w("r", w("drawing", _inline(block, number, size, media)))
    return [
        paragraph("Figure", [picture]),
        caption("Figure", block.caption, block.anchor, scope),
    ]


def _fitted(width: int, height: int, sheet: Sheet) -> tuple[int, int]:
    across = sheet.text_width / max(width, 1)
    down = sheet.text_height * _TALLEST_SHARE / max(height, 1)
    scale = min(1.0, across, down) * EMU_PER_TWIP
    return max(round(width * scale), 1), max(round(height * scale), 1)


def _inline(block: Figure, number: int, size: tuple[int, int], media: Media) -> Element:
    extent: dict[str, str | int] = {"cx": size[0], "cy": size[1]}
    described: dict[str, str | int] = {
        "id": number,
        "name": f"Figure {number}",
        "descr": block.alternative,
        "title": folded(block.caption),
    }
    locks = element("a:graphicFrameLocks", {"noChangeAspect": 1})
    data = element("a:graphicData", {"uri": NAMESPACES["pic"]}, _picture(number, extent, media))
    return element(
        "wp:inline",
        {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        element("wp:extent", extent),
        element("wp:docPr", described),
        element("wp:cNvGraphicFramePr", {}, locks),
        element("a:graphic", {}, data),
    )


def _picture(number: int, extent: Mapping[str, str | int], media: Media) -> Element:
    names = element(
        "pic:nvPicPr",
        {},
        element("pic:cNvPr", {"id": number, "name": f"figure{number}.png"}),
        element("pic:cNvPicPr", {}),
    )
    fill = element(
        "pic:blipFill",
        {},
        element("a:blip", {"r:embed": media.png}, _vector(media.svg)),
        element("a:stretch", {}, element("a:fillRect", {})),
    )
    place = element("a:xfrm", {}, element("a:off", {"x": 0, "y": 0}), element("a:ext", extent))
    shape = element("a:prstGeom", {"prst": "rect"}, element("a:avLst", {}))
    return element("pic:pic", {}, names, fill, element("pic:spPr", {}, place, shape))


def _vector(relationship: str) -> Element:
    blip = element("asvg:svgBlip", {"r:embed": relationship})
    return element("a:extLst", {}, element("a:ext", {"uri": _SVG_EXTENSION}, blip))
