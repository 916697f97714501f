"""The table of contents: ready to read, and refreshed by Word on demand."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.document.outline import folded, heading_numbers, shown_level
from app.domain.document.tree import Block, Heading
from app.export.word.fields import CONTENTS, closing, field, opening, page_of
from app.export.word.oxml import Element, w
from app.export.word.paragraphs import paragraph
from app.export.word.runs import text_run
from app.export.word.scope import Scope

DEEPEST_LISTED = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents; `number` may be blank."""

    level: int
    number: str
    text: str
    anchor: str


def entries(body: Iterable[Block]) -> tuple[Entry, ...]:
    """The headings the contents list, with the numbers they carry in the text."""
    headings = [block for block in body if isinstance(block, Heading)]
    return tuple(
        Entry(shown_level(heading.level), number, folded(heading.text), heading.anchor)
        for heading, number in zip(headings, heading_numbers(headings), strict=True)
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
        return paragraph(f"TOC{entry.level}", words)
    page = field(page_of(bookmark), scope.page(entry.anchor))
    line = w("hyperlink", *words, *page, anchor=bookmark, history="1")
    return paragraph(f"TOC{entry.level}", [line])
