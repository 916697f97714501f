"""A document read back as section text; what the text cannot hold is left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextFrame, QTextTable

from app.domain.document.inline import LineBreak, Link, Text
from app.domain.document.prose.nodes import (
    Block,
    Heading,
    Inline,
    Inlines,
    Paragraph,
    Prose,
    Quote,
    Rule,
    Table,
)
from app.domain.document.prose.normal import normalise
from ui.widgets.prose import formats
from ui.widgets.prose.absent import frame_at, list_of
from ui.widgets.prose.chips import chip_of
from ui.widgets.prose.list_trees import Entry, list_trees

_LEVELS = (2, 3)


def prose_from(document: QTextDocument) -> Prose:
    """The text in `document`, in normal form; `fill` with it gives the same document."""
    return normalise(prose_as_typed(document))


def prose_as_typed(document: QTextDocument) -> Prose:
    """The text in `document` with its empty lines; enough for writing, which makes it normal."""
    return tuple(_grouped(_pieces(document.rootFrame())))


@dataclass(frozen=True, slots=True)
class _Quoted:
    """One paragraph of the quote `span`."""

    span: int
    content: Inlines


_Piece = Block | Entry | _Quoted


def _pieces(frame: QTextFrame) -> Iterator[_Piece]:
    at = frame.begin()
    while not at.atEnd():
        inner = frame_at(at)
        if isinstance(inner, QTextTable):
            yield _table(inner)
        elif inner is not None:
            yield from _pieces(inner)
        else:
            yield _piece(at.currentBlock())
        at += 1


def _piece(block: QTextBlock) -> _Piece:
    form, listed = block.blockFormat(), list_of(block)
    content = inlines_of(block)
    if listed is not None:
        style = listed.format()
        ordered = formats.is_ordered(style.style())
        return Entry(style.indent(), listed.objectIndex(), ordered, content)
    if form.hasProperty(formats.RULE_WIDTH) and not content:
        return Rule()
    if form.headingLevel():
        return Heading(min(max(form.headingLevel(), _LEVELS[0]), _LEVELS[1]), content)
    if form.intProperty(formats.QUOTE_LEVEL):
        return _Quoted(form.intProperty(formats.Property.SPAN), content)
    return Paragraph(content)


def _grouped(pieces: Iterable[_Piece]) -> Iterator[Block]:
    """Entries side by side become lists, paragraphs of one quote become that quote."""
    entries: list[Entry] = []
    quoted: list[_Quoted] = []
    for piece in pieces:
        if not isinstance(piece, Entry):
            yield from list_trees(entries)
            entries = []
        if not isinstance(piece, _Quoted) or (quoted and quoted[0].span != piece.span):
            yield from _quote(quoted)
            quoted = []
        if isinstance(piece, Entry):
            entries.append(piece)
        elif isinstance(piece, _Quoted):
            quoted.append(piece)
        else:
            yield piece
    yield from list_trees(entries)
    yield from _quote(quoted)


def _quote(quoted: list[_Quoted]) -> Iterable[Quote]:
    return (Quote(tuple(one.content for one in quoted)),) if quoted else ()


def _table(table: QTextTable) -> Table:
    rows = [
        tuple(_cell(table, row, column) for column in range(table.columns()))
        for row in range(table.rows())
    ]
    return Table(rows[0], tuple(rows[1:]))


def _cell(table: QTextTable, row: int, column: int) -> Inlines:
    cell = table.cellAt(row, column)
    found: list[Inline] = []
    at = cell.begin()
    while not at.atEnd():
        block = at.currentBlock()
        if block.isValid():
            found += [Text(" ")] if found else []
            found += inlines_of(block)
        at += 1
    return tuple(found)


def inlines_of(block: QTextBlock) -> Inlines:
    """The run of text in `block`."""
    found: list[Inline] = []
    link: tuple[int, str] | None = None
    label: list[Text] = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        form = fragment.charFormat()
        here = _link_of(form)
        if here != link:
            found += _closed(link, label)
            link, label = here, []
        pieces = _fragment(fragment.text(), form)
        if link is None:
            found += pieces
        else:
            label += [piece for piece in pieces if isinstance(piece, Text)]
        at += 1
    found += _closed(link, label)
    return tuple(found)


def _link_of(form: QTextCharFormat) -> tuple[int, str] | None:
    if not form.isAnchor() or not form.anchorHref() or form.objectType() == formats.CHIP:
        return None
    return form.intProperty(formats.Property.SPAN), form.anchorHref()


def _closed(link: tuple[int, str] | None, label: list[Text]) -> Iterable[Link]:
    return () if link is None else (Link(link[1], tuple(label)),)


def _fragment(text: str, form: QTextCharFormat) -> Iterator[Inline]:
    if form.objectType():
        inline = chip_of(form)
        if inline is not None:
            yield from (inline for _ in text)
        return
    marks = formats.marks_of(form)
    for number, line in enumerate(text.split(formats.BREAK)):
        if number:
            yield LineBreak()
        if line:
            yield Text(line, marks)
