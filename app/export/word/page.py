"""The two sheets of a document, upright and turned, measured in Word's units."""

from dataclasses import dataclass

from app.export import theme

TWIPS_PER_POINT = 20
EMU_PER_TWIP = 635


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of paper in twips (1/1440 inch)."""

    width: int
    height: int
    landscape: bool = False

    @property
    def text_width(self) -> int:
        """Width between the margins."""
        return self.width - MARGIN_LEFT - MARGIN_RIGHT

    @property
    def text_height(self) -> int:
        """Height between the margins."""
        return self.height - MARGIN_TOP - MARGIN_BOTTOM


def twips(points: float) -> int:
    """A length of the theme in twips."""
    return round(points * TWIPS_PER_POINT)


def millimetres(length: float) -> int:
    """Millimetres in twips."""
    return twips(length * theme.POINTS_PER_MM)


MARGIN_LEFT = millimetres(theme.MARGIN_LEFT_MM)
MARGIN_RIGHT = millimetres(theme.MARGIN_RIGHT_MM)
MARGIN_TOP = millimetres(theme.MARGIN_TOP_MM)
MARGIN_BOTTOM = millimetres(theme.MARGIN_BOTTOM_MM)

UPRIGHT = Sheet(millimetres(theme.PAGE_WIDTH_MM), millimetres(theme.PAGE_HEIGHT_MM))
TURNED = Sheet(UPRIGHT.height, UPRIGHT.width, landscape=True)
