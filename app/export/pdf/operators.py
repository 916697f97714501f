"""Operators of a page's content stream: ISO 32000-1, 8.5 (paths) and 9.4 (text).

ReportLab writes them one number at a time; a plan has a hundred thousand, so they are written
here and handed to its canvas as they are.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_PRINTED: Final = frozenset(range(32, 127)) - frozenset(b"()\\")
ESCAPED: Final = tuple(chr(code) if code in _PRINTED else f"\\{code:03o}" for code in range(256))
"""How each byte stands in a literal string."""


def number(value: float) -> str:
    """Return `value` to a thousandth of a point, never with an exponent."""
    return f"{round(value, 3):.7g}"


def point(x: float, y: float) -> str:
    """Return two coordinates."""
    return f"{round(x, 3):.7g} {round(y, 3):.7g}"


@lru_cache(maxsize=256)
def fill(colour: str) -> str:
    """Return what makes `#rrggbb` the colour of areas and text."""
    return f"{_rgb(colour)} rg"


@lru_cache(maxsize=256)
def stroke(colour: str) -> str:
    """Return what makes `#rrggbb` the colour of lines."""
    return f"{_rgb(colour)} RG"


def line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float) -> str:
    """Return a straight line."""
    return f"{stroke(colour)} {number(width)} w {point(x1, y1)} m {point(x2, y2)} l S"


def rectangle(left: float, bottom: float, right: float, top: float) -> str:
    """Return a rectangle as a path that is neither filled nor stroked yet."""
    return f"{point(left, bottom)} {point(right - left, top - bottom)} re"


def shown(
    stretches: Sequence[tuple[str, str]], size: float, colour: str, start: tuple[float, float]
) -> str:
    """Return text from `start` on, given as fonts and the escaped codes shown in each."""
    size_of = number(size)
    texts = " ".join(f"{font} {size_of} Tf ({codes}) Tj" for font, codes in stretches)
    return f"BT 1 0 0 1 {point(*start)} Tm {fill(colour)} {texts} ET"


def spread(text: str, spacing: float) -> str:
    """Return the text operators `text` with `spacing` points added behind every character."""
    return f"{number(spacing)} Tc {text} 0 Tc"


def _rgb(colour: str) -> str:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(number(part) for part in parts)
