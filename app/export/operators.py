"""Operators of a page's content stream: ISO 32000-1, 8.5 (paths) and 9.4 (text).

ReportLab writes them one number at a time; a plan has a hundred thousand, so they are written
here and handed to its canvas as they are.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import cos, radians, sin
from typing import Final

_PRINTED: Final = frozenset(range(32, 127)) - frozenset(b"()\\")
ESCAPED: Final = tuple(chr(code) if code in _PRINTED else f"\\{code:03o}" for code in range(256))
"""How each byte stands in a literal string."""
_ARC: Final = 1 - 0.5523
"""Where the handles of a quarter of a circle stand, as a share of its radius from the corner."""
PAINTED: Final = {(True, False): "f", (False, True): "S", (True, True): "B", (False, False): "n"}
"""What paints a path, by whether its ground and its edge are painted."""


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


def path(points: Iterable[tuple[float, float]]) -> str:
    """Return straight lines from point to point as a path that is not painted yet."""
    first, *others = (point(x, y) for x, y in points)
    return " ".join((f"{first} m", *(f"{other} l" for other in others)))


def rectangle(left: float, bottom: float, right: float, top: float) -> str:
    """Return a rectangle as a path that is neither filled nor stroked yet."""
    return f"{point(left, bottom)} {point(right - left, top - bottom)} re"


def rounded(left: float, bottom: float, right: float, top: float, radius: float) -> str:
    """Return a rectangle with rounded corners as a path; of half its width it is a circle."""
    near = radius * _ARC
    low, high = bottom + radius, top - radius
    begin, end = left + radius, right - radius
    return (
        f"{point(begin, bottom)} m {point(end, bottom)} l "
        f"{point(right - near, bottom)} {point(right, bottom + near)} {point(right, low)} c "
        f"{point(right, high)} l "
        f"{point(right, top - near)} {point(right - near, top)} {point(end, top)} c "
        f"{point(begin, top)} l "
        f"{point(left + near, top)} {point(left, top - near)} {point(left, high)} c "
        f"{point(left, low)} l "
        f"{point(left, bottom + near)} {point(left + near, bottom)} {point(begin, bottom)} c h"
    )


def turned(degrees: float, x: float, y: float) -> str:
    """Return what moves the origin to a point and turns the axes to the left around it."""
    sine, cosine = sin(radians(degrees)), cos(radians(degrees))
    turn = f"{cosine:.6f} {sine:.6f} {-sine:.6f} {cosine:.6f}"
    return f"{turn} {point(x, y)} cm"


def shown(
    stretches: Sequence[tuple[str, str]], size: float, colour: str, start: tuple[float, float]
) -> str:
    """Return text from `start` on, given as fonts and the escaped codes shown in each."""
    texts = " ".join(f"{_chosen(font, size)} ({codes}) Tj" for font, codes in stretches)
    return f"BT 1 0 0 1 {point(*start)} Tm {fill(colour)} {texts} ET"


def spread(text: str, spacing: float) -> str:
    """Return the text operators `text` with `spacing` points added behind every character."""
    return f"{number(spacing)} Tc {text} 0 Tc"


@lru_cache(maxsize=1024)
def _chosen(font: str, size: float) -> str:
    return f"{font} {number(size)} Tf"


def _rgb(colour: str) -> str:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(number(part) for part in parts)
