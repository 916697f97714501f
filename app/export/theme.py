"""What exported documents look like: one theme, read by every renderer.

Lengths are points (1/72 inch) unless a name says otherwise; colours are `#RRGGBB`.
"""

from dataclasses import dataclass
from typing import Final

from app.domain.document.drawing import Ink
from app.domain.document.tree import Tone

TEXT_FONT: Final = "Inter"
"""Family of all text; the files are in `resources/fonts`."""
FALLBACK_FONT: Final = "DejaVu Sans"
"""Family of the characters `TEXT_FONT` lacks."""

PAGE_WIDTH_MM: Final = 210.0
PAGE_HEIGHT_MM: Final = 297.0
"""A4 upright; wide tables stand on the same sheet turned by 90 degrees."""
MARGIN_LEFT_MM: Final = 23.0
MARGIN_RIGHT_MM: Final = 20.0
MARGIN_TOP_MM: Final = 24.0
MARGIN_BOTTOM_MM: Final = 20.0
HEADER_BASELINE_MM: Final = 15.0
"""Distance of the running header's baseline from the upper edge."""
FOOTER_BASELINE_MM: Final = 12.0
"""Distance of the running footer's baseline from the lower edge."""
COVER_EDGE_MM: Final = 9.0
"""Width of the coloured edge of the cover."""

POINTS_PER_MM: Final = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Typography:
    """Size and surroundings of one kind of text; `weight` is 400, 500, 600 or 700."""

    size: float
    leading: float
    colour: str
    weight: int = 400
    italic: bool = False
    before: float = 0.0
    after: float = 0.0


class Colour:
    """The palette; text colours keep a contrast of 4.5 : 1 or better on white."""

    PAPER: Final = "#FFFFFF"
    INK: Final = "#1B1F24"
    MUTED: Final = "#5A6570"
    RULE: Final = "#C9D1D9"
    TINT: Final = "#F3F6F9"
    BRAND: Final = "#12355B"
    BRAND_SOFT: Final = "#E6EDF5"
    LINK: Final = "#1A5FA8"
    RESTRICTED: Final = "#B3261E"
    OPEN_TEXT: Final = "#7A4A00"
    OPEN_TINT: Final = "#FFE39A"
    CODE_TINT: Final = "#EDF1F5"
    INSERTED: Final = "#1B5E20"
    DELETED: Final = "#9A2018"
    WATERMARK: Final = "#E7EBF0"


BODY: Final = Typography(9.4, 13.0, Colour.INK, after=4.5)
LEAD: Final = Typography(11.2, 16.4, Colour.BRAND, after=9.0)
NOTE: Final = Typography(8.6, 12.6, Colour.MUTED, after=6.0)
QUOTE: Final = Typography(9.4, 13.2, Colour.INK, italic=True, before=2.0, after=5.5)
HEADING_1: Final = Typography(19.0, 24.0, Colour.BRAND, weight=600, before=16.0, after=8.0)
HEADING_2: Final = Typography(12.4, 16.0, Colour.BRAND, weight=600, before=9.0, after=3.0)
HEADING_3: Final = Typography(10.5, 14.0, Colour.INK, weight=600, before=8.0, after=3.0)
LIST_ITEM: Final = Typography(9.4, 12.8, Colour.INK, after=1.5)
CAPTION: Final = Typography(8.4, 11.4, Colour.MUTED, weight=500, before=8.0, after=4.0)
TABLE_HEAD: Final = Typography(8.3, 11.2, Colour.PAPER, weight=600)
TABLE_CELL: Final = Typography(8.5, 11.8, Colour.INK)
FACT_LABEL: Final = Typography(8.8, 12.4, Colour.BRAND, weight=600)
FACT_VALUE: Final = Typography(8.8, 12.4, Colour.INK)
CALLOUT_TITLE: Final = Typography(9.6, 13.4, Colour.INK, weight=600, after=2.0)
CALLOUT_BODY: Final = Typography(9.0, 13.0, Colour.INK, after=3.0)
FORM_TITLE: Final = Typography(10.0, 13.6, Colour.INK, weight=600, before=9.0, after=4.5)
FORM_LABEL: Final = Typography(8.6, 11.8, Colour.INK, weight=500)
FORM_HINT: Final = Typography(7.6, 10.4, Colour.MUTED)
CONTENTS_1: Final = Typography(9.6, 13.4, Colour.BRAND, weight=600, before=3.0)
CONTENTS_2: Final = Typography(9.0, 12.4, Colour.INK)
RUNNING: Final = Typography(7.4, 9.6, Colour.MUTED)
COVER_ORGANISATION: Final = Typography(13.0, 18.0, Colour.MUTED, weight=500, after=10.0)
COVER_TITLE: Final = Typography(36.0, 42.0, Colour.BRAND, weight=600, after=10.0)
COVER_SUBTITLE: Final = Typography(13.0, 19.0, Colour.MUTED)
MASTHEAD_TITLE: Final = Typography(22.0, 27.0, Colour.PAPER, weight=600, before=3.0, after=3.0)
MASTHEAD_TEXT: Final = Typography(8.4, 11.6, Colour.BRAND_SOFT)
MASTHEAD_PADDING_X: Final = 14.0
MASTHEAD_PADDING_Y: Final = 11.0
CALLOUT_LEAD: Final = Typography(16.0, 20.0, Colour.INK, weight=600, after=4.0)
SIGNATURE_LABEL: Final = Typography(10.0, 13.6, Colour.INK, weight=600)
SIGNATURE_TEXT: Final = Typography(8.6, 12.2, Colour.MUTED)

LIST_INDENT: Final = 19.0
"""Indent of each list level; room for a two-digit number."""
AFTER_LIST: Final = 7.0
"""Room between the last entry of a list and what follows."""
TURNED_HEAD: Final = 104.0
"""Length of the lines of column heads that run upwards."""
CELL_PADDING_X: Final = 5.0
CELL_PADDING_Y: Final = 4.2
HAIRLINE: Final = 0.4
CLOSING_RULE: Final = 0.8
"""Width of the rule under the last row of a table."""
BLANK_LINE: Final = 19.0
"""Height of one line to be filled in by hand."""
SIGNATURE_HEIGHT: Final = 58.0
SIGNATURE_WIDTH: Final = 290.0

INKS: Final[dict[Ink, str]] = {
    Ink.PAPER: Colour.PAPER,
    Ink.INK: Colour.INK,
    Ink.MUTED: Colour.MUTED,
    Ink.RULE: "#AEB9C4",
    Ink.BRAND: Colour.BRAND,
    Ink.BRAND_SOFT: Colour.BRAND_SOFT,
    Ink.ON_BRAND: Colour.PAPER,
    Ink.SEVERITY_1: "#B3261E",
    Ink.SEVERITY_2: "#E8710A",
    Ink.SEVERITY_3: "#F2B705",
    Ink.SEVERITY_4: "#2E7D32",
    Ink.ON_SEVERITY_1: "#FFFFFF",
    Ink.ON_SEVERITY_2: "#000000",
    Ink.ON_SEVERITY_3: "#000000",
    Ink.ON_SEVERITY_4: "#FFFFFF",
    Ink.GOOD: "#2E7D32",
    Ink.WARN: "#B26A00",
    Ink.BAD: "#B3261E",
}
"""Colour of every ink of a drawing but `Ink.NONE`, which paints nothing."""


@dataclass(frozen=True, slots=True)
class ToneColours:
    """Colours of a toned cell or callout: its ground, the text on it, and its edge."""

    ground: str
    text: str
    edge: str


TONES: Final[dict[Tone, ToneColours]] = {
    Tone.NEUTRAL: ToneColours(Colour.TINT, Colour.INK, Colour.MUTED),
    Tone.SEVERITY_1: ToneColours("#B3261E", "#FFFFFF", "#B3261E"),
    Tone.SEVERITY_2: ToneColours("#E8710A", "#000000", "#E8710A"),
    Tone.SEVERITY_3: ToneColours("#F2B705", "#000000", "#F2B705"),
    Tone.SEVERITY_4: ToneColours("#2E7D32", "#FFFFFF", "#2E7D32"),
    Tone.GOOD: ToneColours("#E5F2E6", "#1B4D1F", "#2E7D32"),
    Tone.WARN: ToneColours("#FFF3DC", "#5C3A00", "#D98A00"),
    Tone.BAD: ToneColours("#FBE9E7", "#7A1610", "#B3261E"),
    Tone.INFO: ToneColours("#E9F0F8", "#12355B", "#2F6DB0"),
}
"""Colours of every tone; a neutral table cell is not painted at all."""
