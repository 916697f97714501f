"""The theme part: our colours and family in Word's own pickers."""

from app.export import theme
from app.export.word.oxml import Element, element, root

_NAME = "Plan"
_COLOURS = (
    ("dk1", theme.Colour.INK),
    ("lt1", theme.Colour.PAPER),
    ("dk2", theme.Colour.BRAND),
    ("lt2", theme.Colour.TINT),
    ("accent1", theme.Colour.BRAND),
    ("accent2", theme.Colour.LINK),
    ("accent3", theme.Colour.MUTED),
    ("accent4", theme.Colour.OPEN_TEXT),
    ("accent5", theme.Colour.RESTRICTED),
    ("accent6", theme.Colour.RULE),
    ("hlink", theme.Colour.LINK),
    ("folHlink", theme.Colour.LINK),
)
_LINE_WIDTHS_EMU = (6350, 12700, 19050)


def palette() -> Element:
    """The smallest theme the schema accepts."""
    elements = element("a:themeElements", {}, _colours(), _fonts(), _formats())
    made = root("a:theme", ("a",), elements)
    made.set("name", _NAME)
    return made


def _colours() -> Element:
    named = (
        element(f"a:{slot}", {}, element("a:srgbClr", {"val": colour.lstrip("#")}))
        for slot, colour in _COLOURS
    )
    return element("a:clrScheme", {"name": _NAME}, *named)


def _fonts() -> Element:
    return element(
        "a:fontScheme", {"name": _NAME}, *(_font(slot) for slot in ("majorFont", "minorFont"))
    )


def _font(slot: str) -> Element:
    faces = (("latin", theme.TEXT_FONT), ("ea", ""), ("cs", ""))
    return element(f"a:{slot}", {}, *(element(f"a:{n}", {"typeface": face}) for n, face in faces))


def _formats() -> Element:
    lines = (element("a:ln", {"w": width}, _fill()) for width in _LINE_WIDTHS_EMU)
    effects = (element("a:effectStyle", {}, element("a:effectLst", {})) for _ in range(3))
    return element(
        "a:fmtScheme",
        {"name": _NAME},
        element("a:fillStyleLst", {}, *(_fill() for _ in range(3))),
        element("a:lnStyleLst", {}, *lines),
        element("a:effectStyleLst", {}, *effects),
        element("a:bgFillStyleLst", {}, *(_fill() for _ in range(3))),
    )


def _fill() -> Element:
    return element("a:solidFill", {}, element("a:schemeClr", {"val": "phClr"}))
