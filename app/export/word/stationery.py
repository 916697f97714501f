"""The paper a document is printed on: sheets, style sheet, and what stands on every page."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.export.word.oxml import Element
from app.export.word.page import Sheet


@dataclass(frozen=True, slots=True)
class Image:
    """The bytes of a picture; `ending` is that of its file, without the dot."""

    data: bytes = field(repr=False)
    media_type: str
    ending: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part of the package: its root, and what its relationships lead to, by their ids."""

    content: Element
    images: Mapping[str, Image] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edges:
    """Head and foot of the pages of a section; those of `even` pages are None where all agree."""

    header: Leaf
    footer: Leaf
    even_header: Leaf | None = None
    even_footer: Leaf | None = None


@dataclass(frozen=True, slots=True)
class Stationery:
    """Everything around the text. `painted` covers bear our coloured edge.

    `inks` replaces colours of ours, six digits each, where the letterhead has its own.
    """

    upright: Sheet
    turned: Sheet
    cover: Edges
    pages: Edges
    turned_pages: Edges
    styles: Element
    theme: Leaf
    fonts: Element
    painted: bool = True
    inks: Mapping[str, str] = field(default_factory=dict)

    @property
    def mirrored(self) -> bool:
        """Whether even pages have a head or foot of their own."""
        edges = (self.pages, self.turned_pages)
        return any(edge.even_header is not None or edge.even_footer is not None for edge in edges)
