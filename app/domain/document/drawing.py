"""Display lists: figures as shapes that screen, PDF and SVG draw alike.

Coordinates are in units of 1/72 inch, the origin at the top left, y growing downwards.
"""

from dataclasses import dataclass
from enum import Enum


class Ink(Enum):
    """Named colours; each theme decides what they look like."""

    NONE = "none"
    PAPER = "paper"
    INK = "ink"
    MUTED = "muted"
    RULE = "rule"
    BRAND = "brand"
    BRAND_SOFT = "brand-soft"
    ON_BRAND = "on-brand"
    SEVERITY_1 = "severity-1"
    SEVERITY_2 = "severity-2"
    SEVERITY_3 = "severity-3"
    SEVERITY_4 = "severity-4"
    ON_SEVERITY_1 = "on-severity-1"
    ON_SEVERITY_2 = "on-severity-2"
    ON_SEVERITY_3 = "on-severity-3"
    ON_SEVERITY_4 = "on-severity-4"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


class Anchor(Enum):
    """Where a label's x coordinate lies in its text."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink = Ink.NONE
    stroke: Ink = Ink.NONE
    line_width: float = 0.6
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Path:
    """Straight lines from point to point; `arrow` puts a head on the last one."""

    points: tuple[tuple[float, float], ...]
    stroke: Ink = Ink.RULE
    line_width: float = 0.8
    arrow: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle around (`x`, `y`)."""

    x: float
    y: float
    radius: float
    fill: Ink
    stroke: Ink = Ink.NONE


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; `y` is its baseline and `size` its height in units."""

    x: float
    y: float
    text: str
    size: float = 8.5
    ink: Ink = Ink.INK
    strong: bool = False
    anchor: Anchor = Anchor.START


Shape = Box | Path | Dot | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a canvas of `width` by `height` units, painted in order."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
