"""Our colours exchanged for those of a letterhead."""

from collections.abc import Mapping

from app.export.word.oxml import NAMESPACES, Element

_W = f"{{{NAMESPACES['w']}}}"
_PAINTED = (f"{_W}fill", f"{_W}color")
"""Attributes that hold a colour on any element: grounds and borders."""


def repaint(part: Element, inks: Mapping[str, str]) -> None:
    """Exchange the colours below `part`; `inks` maps six digits to six digits."""
    if not inks:
        return
    for element in part.iter(f"{_W}*"):
        names = (*_PAINTED, f"{_W}val") if element.tag == f"{_W}color" else _PAINTED
        for name in names:
            ink = inks.get(element.get(name, ""))
            if ink is not None:
                element.set(name, ink)
