"""The table of contents: ready to read, and refreshed by Word on demand."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.document.outline import folded, heading_numbers, shown_level
from app.domain.document.tree import Block, Heading
from app.export.word.fields import CONTENTS, closing, field, opening, page_of
from app.export.word.oxml import Element, w
from app.export.word.page import twips
from app.export.word.paragraphs import paragraph
from app.export.word.runs import text_run
from app.export.word.scope import Scope

DEEPEST_LISTED = 2
_ANNEX_TITLE = 60.0
"""Where the titles of annexes begin, in points."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents; `number` may be blank, and is longer in front of an annex."""

    level: int
    number: str
    text: str
    anchor: str
    annex: bool = False


def entries(body: Iterable[Block], annex: str) -> tuple[Entry, ...]:
    """The headings the contents list, with the numbers they carry in the text.

    `annex` is the word before the letter of one.
    """
    headings = [block for block in body if isinstance(block, Heading)]
    numbers = heading_numbers(headings, annex)
    return tuple(
        Entry(
            shown_level(heading.level),
            number,
            folded(heading.text),
            heading.anchor,
            heading.annex,
        )
        for heading, number in zip(headings, numbers, strict=True)
        if heading.in_contents and heading.level <= DEEPEST_LISTED
    )


def contents(listed: tuple[Entry, ...], scope: Scope) -> list[Element]:
    """Title and entries inside a field, in the container Word offers "Update table" on."""
    title = paragraph("TOCHeading", [text_run(scope.wording.contents)])
    if not listed:
        return [title]
    lines = [_line(entry, scope) for entry in listed]
    lines[0][1:1] = opening(CONTENTS)
    lines[-1].append(closing())
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return [title, w("sdt", w("sdtPr", gallery), w("sdtContent", *lines))]


def _line(entry: Entry, scope: Scope) -> Element:
    bookmark = scope.bookmarks.get(entry.anchor, "")
    number = [text_run(entry.number), w("r", w("tab"))] if entry.number else []
    words = [*number, text_run(entry.text), w("r", w("tab"))]
    if not bookmark:
        return paragraph(f"TOC{entry.level}", words, *_tabs(entry))
    page = field(page_of(bookmark), scope.page(entry.anchor))
    line = w("hyperlink", *words, *page, anchor=bookmark, history="1")
    return paragraph(f"TOC{entry.level}", [line], *_tabs(entry))


def _tabs(entry: Entry) -> list[Element]:
    """Where the title of an annex begins: its number is too long for the stop of the style."""
    if not entry.annex or entry.level > 1 or not entry.number:
        return []
    return [w("tabs", w("tab", val="left", pos=twips(_ANNEX_TITLE)))]
