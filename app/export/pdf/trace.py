"""What drawing leaves behind for the finishing steps: structure, links, fields and places."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

ROOT_TAG: Final = "Document"

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the lower left corner of the page."""


class Mark(NamedTuple):
    """One marked stretch of a page's content; `page` counts from 0."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Element:
    """A node of the structure tree that readers and screen readers follow.

    `tag` is a standard structure type of ISO 32000-1, 14.8.4.
    """

    tag: str
    kids: "list[Element | Mark]" = field(default_factory=list)
    alternative: str = ""
    scope: str = ""
    """`Column` or `Row`, for table heads."""
    list_numbering: str = ""
    """`Disc` or `Decimal`, for lists."""
    column_span: int = 1
    bounds: Rectangle | None = None

    def add(self, tag: str) -> "Element":
        """Append a child."""
        child = Element(tag)
        self.kids.append(child)
        return child

    def walk(self) -> "Iterator[Element]":
        """Yield this element and all below it, parents first."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))


@dataclass(frozen=True, slots=True)
class WebTarget:
    """An address outside the document."""

    url: str


@dataclass(frozen=True, slots=True)
class AnchorTarget:
    """A place inside the document."""

    anchor: str


Target = WebTarget | AnchorTarget


class LinkArea(NamedTuple):
    """A clickable rectangle; `description` is what screen readers announce."""

    page: int
    area: Rectangle
    target: Target
    description: str
    element: Element


@dataclass(frozen=True, slots=True)
class FieldArea:
    """An empty signature field."""

    page: int
    area: Rectangle
    name: str
    description: str
    element: Element


class PlacedAnchor(NamedTuple):
    """Where an anchor stands; `top` is measured from the lower edge of the page."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One entry of the navigation pane."""

    level: int
    title: str
    place: PlacedAnchor


@dataclass(slots=True)
class Trace:
    """Everything drawn so far, in drawing order."""

    root: Element
    marks: list[list[Element]] = field(default_factory=list)
    """For every page the element of each mark, by the number of the mark."""
    links: list[LinkArea] = field(default_factory=list)
    fields: list[FieldArea] = field(default_factory=list)
    anchors: dict[str, PlacedAnchor] = field(default_factory=dict)
    bookmarks: list[Bookmark] = field(default_factory=list)
