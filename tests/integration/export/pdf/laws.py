"""Laws of layout, checked on the finished file: each returns how it is broken, page by page."""

import re
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as Xml

from tests.integration.export.pdf.conformance.opened import Node, Opened, Place, opened

_WORD: Final = "{http://www.w3.org/1999/xhtml}word"
_PAGE: Final = "{http://www.w3.org/1999/xhtml}page"
_UNFIT: Final = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]")
"""Characters that poppler prints and XML does not have."""
_HEADINGS: Final = {"H1", "H2", "H3"}
_EDGE: Final = 20 * 72 / 25.4 - 1.0
"""The narrowest margin at the sides, in points."""
_COVERED: Final = 0.3
"""Share of a word's box that another may cover: boxes are as high as lines, letters are not."""


@dataclass(frozen=True)
class Word:
    """A word with its box in points from the upper left corner of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covered_by(self, other: "Word") -> float:
        """The share of its box that `other` covers."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        area = (self.right - self.left) * (self.bottom - self.top)
        return across * down / area if across > 0 < down and area else 0.0


@dataclass(frozen=True)
class Sheet:
    """A page as a reader program finds it; lengths are points."""

    width: float
    height: float
    words: tuple[Word, ...]


class Reading:
    """A finished file, read back by poppler and by its own structure."""

    def __init__(self, data: bytes, folder: Path, pdftotext: str) -> None:
        self._path = folder / "read.pdf"
        self._path.write_bytes(data)
        self._pdftotext = pdftotext
        self.file: Opened = opened(data)

    @cached_property
    def sheets(self) -> list[Sheet]:
        """The words of each page where they stand."""
        command = [self._pdftotext, "-bbox", str(self._path), "-"]
        run = subprocess.run(command, capture_output=True, check=True)
        printed = run.stdout.decode("utf-8", "replace")  # poppler writes emoji of titles wrongly
        root = Xml.fromstring(_UNFIT.sub("", printed))
        return [_sheet(page) for page in root.iter(_PAGE)]

    @cached_property
    def pages(self) -> dict[Place, int]:
        """Page numbers, counted from 1, by object."""
        return {page.objgen: number for number, page in enumerate(self.file.pages, 1)}

    @cached_property
    def owners(self) -> dict[tuple[Place, int], Node]:
        """The elements that hold the marks."""
        return {mark: node for node in self.file.nodes for mark in node.marks}

    def pages_of(self, node: Node) -> set[int]:
        """The pages on which content of `node` stands."""
        return {self.pages[page] for each in node.walk() for page, _ in each.marks}

    def content(self) -> Iterator[tuple[int, list[Node]]]:
        """Each page with the elements on it in the order in which they are drawn."""
        for page, strokes in zip(self.file.pages, self.file.strokes, strict=True):
            held = [self.owners[page.objgen, mark] for _, mark in strokes.marks]
            yield self.pages[page.objgen], held


def no_page_blank(reading: Reading) -> Iterator[str]:
    """Every page has content, not only what surrounds it."""
    for number, held in reading.content():
        if not held:
            yield f"page {number} is blank"


def no_heading_last(reading: Reading) -> Iterator[str]:
    """No page ends with a heading, or with the caption of a table that begins on the next."""
    for number, held in reading.content():
        if held and _path(held[-1]) & {*_HEADINGS, "Caption"}:
            yield f"page {number} ends with a {held[-1].tag}"


def rows_whole(reading: Reading) -> Iterator[str]:
    """No row of a table stands on two pages."""
    for node in reading.file.nodes:
        if node.tag == "TR" and len(reading.pages_of(node)) > 1:
            yield f"a row on the pages {sorted(reading.pages_of(node))}"


def inside_margins(reading: Reading) -> Iterator[str]:
    """No word runs into the margins at the sides, or off the page."""
    for number, sheet in enumerate(reading.sheets, 1):
        for word in sheet.words:
            inside = word.left >= _EDGE and word.right <= sheet.width - _EDGE
            if not inside or not 0 < word.top < word.bottom < sheet.height:
                yield f"page {number}: {word.text!r} at {word.left:.0f}, {word.top:.0f}"


def nothing_covered(reading: Reading) -> Iterator[str]:
    """No word is printed over another."""
    for number, sheet in enumerate(reading.sheets, 1):
        nearby: dict[int, list[Word]] = defaultdict(list)
        for word in sheet.words:
            bands = range(int(word.top // 20), int(word.bottom // 20) + 1)
            others = {id(other): other for band in bands for other in nearby[band]}
            for other in others.values():
                if max(word.covered_by(other), other.covered_by(word)) > _COVERED:
                    yield f"page {number}: {word.text!r} over {other.text!r}"
            for band in bands:
                nearby[band].append(word)


LAWS: Final[dict[str, Callable[[Reading], Iterator[str]]]] = {
    "no page blank": no_page_blank,
    "no heading last": no_heading_last,
    "rows whole": rows_whole,
    "inside margins": inside_margins,
    "nothing covered": nothing_covered,
}


def broken_laws(reading: Reading) -> dict[str, list[str]]:
    """The laws that the file breaks, each with how it does."""
    found = {law: list(check(reading)) for law, check in LAWS.items()}
    return {law: how for law, how in found.items() if how}


def _path(node: Node) -> set[str]:
    """The tags of `node` and of what it stands in."""
    tags = set()
    at: Node | None = node
    while at is not None:
        tags.add(at.tag)
        at = at.parent
    return tags


def _sheet(page: Xml.Element) -> Sheet:
    sides = ("xMin", "yMin", "xMax", "yMax")
    words = tuple(
        Word(word.text or "", *(float(word.attrib[side]) for side in sides))
        for word in page.iter(_WORD)
    )
    return Sheet(float(page.attrib["width"]), float(page.attrib["height"]), words)
