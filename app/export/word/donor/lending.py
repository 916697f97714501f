"""A document of ours on the paper of a letterhead."""

import copy
from collections.abc import Iterator
from itertools import count
from typing import Final

from app.domain.document.tree import Document
from app.export import theme
from app.export.word.donor.colours import inks
from app.export.word.donor.fields import instructions
from app.export.word.donor.geometry import turned
from app.export.word.donor.pruning import remove
from app.export.word.donor.reading import Donor
from app.export.word.donor.style_sheet import merged
from app.export.word.fields import PAGE, PAGE_COUNT
from app.export.word.oxml import NAMESPACES, Element, root
from app.export.word.page import Sheet
from app.export.word.palette import palette
from app.export.word.paragraphs import paragraph
from app.export.word.repainting import repaint
from app.export.word.running import RUNNING_FACTS, facts_line
from app.export.word.settings import font_table
from app.export.word.stationery import Edges, Leaf, Stationery
from app.export.word.style import Kind, paragraph_style
from app.export.word.styles import styles
from app.export.word.watermark import watermark

_W: Final = f"{{{NAMESPACES['w']}}}"
_STYLED: Final = ("pStyle", "rStyle", "tblStyle")
_FIRST_PICTURE: Final = 100_000
"""Number of the letterhead's first picture, beyond all figures of a plan."""
_PREFIXES: Final = ("w", "r", "v", "o", "w10")


def lent_stationery(donor: Donor, document: Document, last_page: int) -> Stationery:
    """The letterhead's sheets, styles, header and footer around `document`.

    What has to stand on every page is a line below the letterhead's own footer.
    """
    lying = turned(donor.upright)
    colours = inks(donor.styles, donor.theme)
    ours = styles(document.metadata.language, donor.upright.text_width)
    repaint(ours, colours)
    sheet, idents = (ours, {}) if donor.styles is None else merged(ours, donor.styles, _used(donor))
    sheet.append(paragraph_style(Kind(RUNNING_FACTS), theme.RUNNING))
    dresser = _Dresser(donor, document, last_page, idents)
    return Stationery(
        upright=donor.upright,
        turned=lying,
        cover=dresser.cover(),
        pages=dresser.pages(donor.upright, 1),
        turned_pages=dresser.pages(lying, 2),
        styles=sheet,
        theme=donor.theme or Leaf(palette()),
        fonts=donor.fonts if donor.fonts is not None else font_table(),
        painted=False,
        inks=colours,
    )


class _Dresser:
    """Makes headers and footers of the letterhead's for this document."""

    def __init__(
        self, donor: Donor, document: Document, last_page: int, idents: dict[str, str]
    ) -> None:
        self._donor = donor
        self._document = document
        self._last_page = last_page
        self._idents = idents
        self._pictures = count()

    def cover(self) -> Edges:
        """Those of the letterhead's first page, where it has one of its own."""
        return Edges(self._header("first", 0), self._own("first", "footer") or _blank("ftr"))

    def pages(self, sheet: Sheet, ordinal: int) -> Edges:
        """Those of all other pages, with our line on each."""
        even = any(kind == "even" for kind, _ in self._donor.edges)
        return Edges(
            self._header("default", ordinal),
            self._footer("default", sheet),
            self._header("even", ordinal + 2) if even else None,
            self._footer("even", sheet) if even else None,
        )

    def _header(self, kind: str, ordinal: int) -> Leaf:
        leaf = self._own(kind, "header") or _blank("hdr")
        mark = watermark(self._document.watermark, ordinal)
        first = leaf.content.find(f"{_W}p")
        if mark is None:
            return leaf
        if first is None:
            leaf.content.append(paragraph("HeaderCover", [mark]))
        else:
            first.append(mark)
        return leaf

    def _footer(self, kind: str, sheet: Sheet) -> Leaf:
        leaf = self._own(kind, "footer") or Leaf(root("w:ftr", _PREFIXES))
        counted = {PAGE, PAGE_COUNT} <= instructions(leaf.content)
        pages = 0 if counted else self._last_page
        leaf.content.append(facts_line(self._document, sheet, pages))
        return leaf

    def _own(self, kind: str, place: str) -> Leaf | None:
        """A copy of the letterhead's; a kind it lacks takes the one of all pages."""
        edges = self._donor.edges
        leaf = edges.get((kind, place)) or edges.get(("default", place))
        if leaf is None:
            return None
        content = copy.deepcopy(leaf.content)
        for element in list(_styled(content)):
            ident = self._idents.get(element.get(f"{_W}val", ""))
            if ident is None:
                remove(element)
            else:
                element.set(f"{_W}val", ident)
        self._describe(content)
        return Leaf(content, leaf.images, leaf.links)

    def _describe(self, content: Element) -> None:
        """Words for pictures that have none, so that nobody hears a file name; ids of their own."""
        for element in content.iter(f"{{{NAMESPACES['wp']}}}docPr"):
            element.set("id", str(_FIRST_PICTURE + next(self._pictures)))
            if not element.get("descr") and not element.get("title"):
                element.set("descr", self._document.metadata.organisation)


def _used(donor: Donor) -> list[str]:
    return [
        element.get(f"{_W}val", "")
        for leaf in donor.edges.values()
        for element in _styled(leaf.content)
    ]


def _styled(content: Element) -> Iterator[Element]:
    return content.iter(*(f"{_W}{name}" for name in _STYLED))


def _blank(tag: str) -> Leaf:
    return Leaf(root(f"w:{tag}", _PREFIXES, paragraph("HeaderCover")))
