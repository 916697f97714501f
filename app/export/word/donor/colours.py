"""The colour of an organisation, told from its letterhead, for grounds that bear white letters."""

import re
from typing import Final

from app.export import theme
from app.export.word.oxml import NAMESPACES, Element
from app.export.word.stationery import Leaf

_W: Final = f"{{{NAMESPACES['w']}}}"
_A: Final = f"{{{NAMESPACES['a']}}}"
LEAST_CONTRAST: Final = 5.5
"""Of white letters on the colour; leaves 4.5 for the colour as letters on our tints."""
_DIGITS: Final = re.compile("[0-9A-Fa-f]{6}")
_STEP: Final = 0.92
_SOFT: Final = 0.1
_LEAST_COLOUR: Final = 24
"""Distance between the strongest and the weakest channel below which a colour is a grey."""


def inks(styles: Element | None, palette: Leaf | None) -> dict[str, str]:
    """Our brand colours by those of the letterhead; none when it shows no colour."""
    brand = next((one for one in _candidates(styles, palette) if _coloured(one)), None)
    if brand is None:
        return {}
    while _contrast_on_white(brand) < LEAST_CONTRAST:
        brand = (round(brand[0] * _STEP), round(brand[1] * _STEP), round(brand[2] * _STEP))
    soft = tuple(round(255 - (255 - channel) * _SOFT) for channel in brand)
    return {
        theme.Colour.BRAND.lstrip("#"): _spelt(brand),
        theme.Colour.BRAND_SOFT.lstrip("#"): _spelt(soft),
    }


def _candidates(styles: Element | None, palette: Leaf | None) -> list[tuple[int, int, int]]:
    """The colour of the first headings, then the first accent."""
    found = []
    if styles is not None:
        for style in styles.findall(f"{_W}style"):
            name = style.find(f"{_W}name")
            if name is not None and name.get(f"{_W}val", "").casefold() == "heading 1":
                colour = style.find(f"{_W}rPr/{_W}color")
                found.append("" if colour is None else colour.get(f"{_W}val", ""))
    if palette is not None:
        accent = palette.content.find(f".//{_A}accent1/{_A}srgbClr")
        found.append("" if accent is None else accent.get("val", ""))
    return [_channels(text) for text in found if _DIGITS.fullmatch(text)]


def _channels(text: str) -> tuple[int, int, int]:
    return int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)


def _coloured(channels: tuple[int, int, int]) -> bool:
    return max(channels) - min(channels) >= _LEAST_COLOUR


def _contrast_on_white(channels: tuple[int, int, int]) -> float:
    """WCAG 2.1, relative luminance and contrast ratio."""
    shares = (channel / 255 for channel in channels)
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _spelt(channels: tuple[int, ...]) -> str:
    return "".join(f"{channel:02X}" for channel in channels)
