"""The body of a document, block by block."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from app.domain.document.outline import folded, heading_numbers
from app.domain.document.tree import (
    Block,
    Callout,
    Contents,
    Document,
    Facts,
    Figure,
    Form,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    SignatureBox,
    Table,
    Voice,
)
from app.export.word.air import aired
from app.export.word.callout import callout
from app.export.word.contents import Entry, contents, entries
from app.export.word.facts import facts
from app.export.word.figure import figure
from app.export.word.form import form
from app.export.word.heading import heading
from app.export.word.lists import list_block, set_apart
from app.export.word.oxml import Element
from app.export.word.page import Sheet
from app.export.word.paragraphs import on_new_page, paragraph, stay_with_next
from app.export.word.runs import runs
from app.export.word.scope import Scope
from app.export.word.signature import signature_box
from app.export.word.tables import table

_VOICES = {
    Voice.BODY: "BodyText",
    Voice.LEAD: "Lead",
    Voice.NOTE: "Note",
    Voice.QUOTE: "Quote",
}


Shown = (
    Heading
    | Paragraph
    | ListBlock
    | Table
    | Facts
    | Figure
    | Callout
    | Form
    | Contents
    | SignatureBox
)
"""Blocks that leave something on the page."""


class Body:
    """Writes blocks as elements, remembering what the whole document must know."""

    def __init__(self, document: Document, scope: Scope) -> None:
        self._scope = scope
        self._listed: tuple[Entry, ...] = entries(document.body, document.wording.annex)
        headings = [block for block in document.body if isinstance(block, Heading)]
        numbers = heading_numbers(headings, document.wording.annex)
        self._titles = iter(
            f"{number} {folded(heading.text)}".strip()
            for number, heading in zip(numbers, headings, strict=True)
        )

    def elements(self, blocks: Iterable[Block], sheet: Sheet) -> list[Element]:
        """The elements of one section, which itself begins on a new page."""
        found: list[Element] = []
        broken = False
        listed = tuple(blocks)
        for place, block in enumerate(listed):
            if isinstance(block, PageBreak):
                broken = True
                continue
            if isinstance(block, Heading):
                self._scope.title = next(self._titles, "")
            made = self._block(block, sheet)
            if not made:
                continue
            if _introduces(listed, place):
                stay_with_next(made[-1])
            starts_page = broken or (isinstance(block, Heading) and block.new_page)
            found += on_new_page(made) if starts_page and found else made
            broken = False
        return aired(found)

    def _block(self, block: Shown, sheet: Sheet) -> list[Element]:
        match block:
            case Heading() | Paragraph() | ListBlock():
                return _running_text(block, self._scope)
            case Contents():
                return contents(self._listed, self._scope)
            case Figure():
                return figure(block, self._scope, sheet)
            case Table() | Facts() | Callout() | Form() | SignatureBox():
                return _framed(block, self._scope, sheet.text_width)
            case _:
                assert_never(block)


def _introduces(blocks: Sequence[Block], place: int) -> bool:
    """Whether the paragraph there leads into a list, or is all between a heading and a table."""
    match blocks[place : place + 2]:
        case [Paragraph(), ListBlock()]:
            return True
        case [Paragraph(), Table()]:
            return place > 0 and isinstance(blocks[place - 1], Heading)
        case _:
            return False


def _running_text(block: Heading | Paragraph | ListBlock, scope: Scope) -> list[Element]:
    match block:
        case Heading():
            return [heading(block, scope)]
        case Paragraph(content, voice):
            return [paragraph(_VOICES[voice], runs(content, scope))]
        case ListBlock():
            made = list_block(block, scope)
            set_apart(made)
            return made
        case _:
            assert_never(block)


def _framed(
    block: Table | Facts | Callout | Form | SignatureBox, scope: Scope, width: int
) -> list[Element]:
    match block:
        case Table():
            return table(block, scope, width)
        case Facts():
            return facts(block, scope, width)
        case Callout():
            return callout(block, scope, width)
        case Form():
            return form(block, width)
        case SignatureBox():
            return signature_box(block, scope)
        case _:
            assert_never(block)
