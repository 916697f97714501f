"""The two sheets of a document, upright and turned, measured in Word's units."""

from dataclasses import dataclass

from app.export import theme

TWIPS_PER_POINT = 20
EMU_PER_TWIP = 635


def twips(points: float) -> int:
    """A length of the theme in twips."""
    return round(points * TWIPS_PER_POINT)


def millimetres(length: float) -> int:
    """Millimetres in twips."""
    return twips(length * theme.POINTS_PER_MM)


@dataclass(frozen=True, slots=True)
class Margins:
    """Distances from the edges of the sheet in twips; `header` and `footer` those of their text.

    A `top` or `bottom` below zero holds its place whatever stands in the header or footer.
    """

    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int


_OURS = Margins(
    top=millimetres(theme.MARGIN_TOP_MM),
    right=millimetres(theme.MARGIN_RIGHT_MM),
    bottom=millimetres(theme.MARGIN_BOTTOM_MM),
    left=millimetres(theme.MARGIN_LEFT_MM),
    header=millimetres(theme.HEADER_BASELINE_MM) - twips(theme.RUNNING.leading),
    footer=millimetres(theme.FOOTER_BASELINE_MM),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of paper in twips (1/1440 inch)."""

    width: int
    height: int
    landscape: bool = False
    margins: Margins = _OURS

    @property
    def text_width(self) -> int:
        """Width between the margins."""
        return self.width - self.margins.left - self.margins.right

    @property
    def text_height(self) -> int:
        """Height between the margins."""
        return self.height - abs(self.margins.top) - abs(self.margins.bottom)


UPRIGHT = Sheet(millimetres(theme.PAGE_WIDTH_MM), millimetres(theme.PAGE_HEIGHT_MM))
TURNED = Sheet(UPRIGHT.height, UPRIGHT.width, landscape=True)
