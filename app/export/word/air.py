"""Room around tables: that of the paragraphs beside them, and a sliver only between two tables."""

from collections.abc import Sequence
from typing import Final

from app.export.word.oxml import NAMESPACES, Element, w

_W: Final = f"{{{NAMESPACES['w']}}}"
AIR: Final = 150
"""Twips between a table and running text."""
SLIVER: Final = "TableGap"
"""Style of the paragraph that Word needs between two tables, or it makes them one."""
_AIRY: Final = ("Heading", "Caption", "TOC", "FormTitle")
"""Beginnings of styles that keep their distance themselves."""
_LATER: Final = ("ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr")
"""Properties that stand behind the spacing of a paragraph."""


def aired(elements: Sequence[Element]) -> list[Element]:
    """The same without empty paragraphs beside text, whose own distance grows instead.

    A reader program announces each empty paragraph. One at the end stays: a section closes there.
    """
    found: list[Element] = []
    last = len(elements) - 1
    for place, element in enumerate(elements):
        before = found[-1] if found else None
        after = elements[place + 1] if place < last else None
        if _empty(element) and before is not None and _empty(before):
            continue
        if _empty(element) and after is not None and (_text(before) or _text(after)):
            if before is not None and _text(before):
                _grow(before, "after")
            if _text(after):
                _grow(after, "before")
        else:
            found.append(element)
    return found


def _empty(element: Element) -> bool:
    return _style(element) == SLIVER and element.find(f"{_W}pPr/{_W}pageBreakBefore") is None


def _text(element: Element | None) -> bool:
    return element is not None and element.tag == f"{_W}p" and _style(element) != SLIVER


def _style(element: Element) -> str:
    named = element.find(f"{_W}pPr/{_W}pStyle")
    return "" if named is None else named.get(f"{_W}val", "")


def _grow(paragraph: Element, side: str) -> None:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None or _style(paragraph).startswith(_AIRY):
        return
    spacing = properties.find(f"{_W}spacing")
    if spacing is None:
        spacing = w("spacing")
        later = sum(str(one.tag).rpartition("}")[2] in _LATER for one in properties)
        properties.insert(len(properties) - later, spacing)
    spacing.set(f"{_W}{side}", str(AIR))
