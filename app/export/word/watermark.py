"""Words printed across every page, drawn the way Word draws its own."""

from app.export import theme
from app.export.word.legible import one_line
from app.export.word.oxml import Element, element, w

_LONGEST = 60
_HEIGHT_PT, _WIDEST_PT = 90, 480
_WIDTH_PER_CHARACTER_PT = 62
_FIRST_SHAPE_ID = 2049


def watermark(text: str, ordinal: int) -> Element | None:
    """The run to put into a header, or None without text; `ordinal` differs per header."""
    words = one_line(text, _LONGEST)
    if not words:
        return None
    no_proof = w("rPr", w("noProof"))
    return w("r", no_proof, w("pict", _shape_type(), _shape(words, ordinal)))


def _shape_type() -> Element:
    path = {
        "textpathok": "t",
        "o:connecttype": "custom",
        "o:connectlocs": "@9,0;@10,10800;@11,21600;@12,10800",
        "o:connectangles": "270,180,90,0",
    }
    attributes = {
        "id": "_x0000_t136",
        "coordsize": "21600,21600",
        "o:spt": "136",
        "adj": "10800",
        "path": "m@7,l@8,m@5,21600l@6,21600e",
    }
    return element(
        "v:shapetype",
        attributes,
        element("v:formulas", {}, *(element("v:f", {"eqn": line}) for line in _FORMULAS)),
        element("v:path", path),
        element("v:textpath", {"on": "t", "fitshape": "t"}),
    )


def _shape(words: str, ordinal: int) -> Element:
    width = min(max(len(words), 3) * _WIDTH_PER_CHARACTER_PT, _WIDEST_PT)
    height = min(_HEIGHT_PT, round(width / len(words) * 1.15))
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;"
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    attributes = {
        "id": f"PowerPlusWaterMarkObject{ordinal}",
        "o:spid": f"_x0000_s{_FIRST_SHAPE_ID + ordinal}",
        "type": "#_x0000_t136",
        "alt": "",
        "style": style,
        "o:allowincell": "f",
        "fillcolor": _FILL,
        "stroked": "f",
    }
    lettering = {"style": f'font-family:"{theme.TEXT_FONT}";font-size:1pt', "string": words}
    return element(
        "v:shape",
        attributes,
        element("v:textpath", lettering),
        element("w10:wrap", {"anchorx": "margin", "anchory": "margin"}),
    )


_FILL = theme.Colour.WATERMARK
_FORMULAS = (
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
    "mid @7 @8",
    "mid @6 @7",
    "sum @6 0 @5",
)
"""How lettering fills its box: constants of the shape type Word ships."""
