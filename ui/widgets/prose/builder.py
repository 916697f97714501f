"""Section text made into a document that can be edited."""

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Final, assert_never

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTableFormat,
)

from app.domain.document.inline import LineBreak, Link, Mark, Text
from app.domain.document.prose.nodes import (
    Block,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Prose,
    Quote,
    Reference,
    Rule,
    Table,
    Variable,
)
from ui.widgets.prose import formats
from ui.widgets.prose.chips import chip_format
from ui.widgets.tokens import colour, px

_SPANS: Final = count(1)
_UNFIT = str.maketrans({"\u2029": " ", "\u2028": " ", "\ufdd0": "\ufffd", "\ufdd1": "\ufffd"})
"""Characters by which a QTextDocument marks its own structure."""


def next_span() -> int:
    """A number for a new link or quote, unlike that of any other in this process."""
    return next(_SPANS)


def fill(document: QTextDocument, prose: Prose) -> None:
    """Replace what `document` holds by `prose`; chips need a `ChipPainter` to be seen."""
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    Builder(cursor).add(prose)
    cursor.endEditBlock()


class Builder:
    """Writes at a cursor, first into the empty block the cursor stands in."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self._fresh = True
        cursor.setBlockFormat(formats.plain_block())
        cursor.setBlockCharFormat(formats.char_format())
        cursor.setCharFormat(formats.char_format())

    def add(self, prose: Prose) -> None:
        """Write the blocks one below the other."""
        for block in prose:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph(content):
                self._line(formats.plain_block(), content)
            case Heading(level, content):
                self._line(formats.heading_block(level), content, level)
            case ListBlock():
                self._list(block, 1)
            case Quote(paragraphs):
                span = next_span()
                for paragraph in paragraphs:
                    self._line(formats.quote_block(span), paragraph)
            case Table(header, rows):
                self._table((header, *rows))
            case Rule():
                self._line(formats.rule_block(), ())
            case _:
                assert_never(block)

    def _line(self, form: QTextBlockFormat, content: Iterable[Inline], heading: int = 0) -> None:
        letters = formats.char_format(heading=heading)
        if self._fresh:
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(letters)
            self._cursor.setCharFormat(letters)
        else:
            self._cursor.insertBlock(form, letters)
        self._fresh = False
        insert_inlines(self._cursor, content, heading)

    def _list(self, block: ListBlock, depth: int) -> None:
        made = None
        for item in block.items:
            self._line(formats.list_block(), item.content)
            if made is None:
                made = self._cursor.createList(formats.list_format(depth, ordered=block.ordered))
            else:
                made.add(self._cursor.block())
            for nested in item.nested:
                self._list(nested, depth + 1)

    def _table(self, rows: Sequence[Sequence[Iterable[Inline]]]) -> None:
        if not self._fresh:
            self._cursor.insertBlock(formats.plain_block(), formats.char_format())
        table = self._cursor.insertTable(len(rows), len(rows[0]), table_format(len(rows[0])))
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                inside = table.cellAt(at, column).firstCursorPosition()
                set_cell(inside, header=at == 0)
                insert_inlines(inside, cell, header=at == 0)
        self._cursor.setPosition(table.lastPosition() + 1)
        self._cursor.setBlockFormat(formats.plain_block())
        self._fresh = True


def insert_inlines(
    cursor: QTextCursor, content: Iterable[Inline], heading: int = 0, *, header: bool = False
) -> None:
    """Write a run of text at `cursor`, in a heading of that level or the head of a table."""
    for inline in content:
        match inline:
            case Text(text, marks):
                cursor.insertText(text.translate(_UNFIT), _letters(marks, heading, header=header))
            case LineBreak():
                cursor.insertText(formats.BREAK, _letters(frozenset(), heading, header=header))
            case Link(url, content_of_link):
                span = next_span()
                for text_of_link in content_of_link:
                    form = formats.link_format(url, span, text_of_link.marks, heading)
                    cursor.insertText(text_of_link.text.translate(_UNFIT), form)
            case Variable() | Reference():
                cursor.insertText(formats.OBJECT, chip_format(inline, heading))
            case _:
                assert_never(inline)
    if cursor.charFormat().isAnchor() or cursor.charFormat().objectType() == formats.CHIP:
        cursor.setCharFormat(_letters(frozenset(), heading, header=header))


def set_cell(cursor: QTextCursor, *, header: bool) -> None:
    """Give the cell around `cursor` the look of a head or a plain cell."""
    block = QTextBlockFormat()
    letters = _letters(frozenset(), 0, header=header)
    cursor.setBlockFormat(block)
    cursor.setBlockCharFormat(letters)
    cursor.setCharFormat(letters)


def table_format(columns: int) -> QTextTableFormat:
    """A table over the whole width with hairlines and a head."""
    made = QTextTableFormat()
    made.setBorder(1)
    made.setBorderCollapse(True)
    made.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(colour("border_strong"))
    made.setCellPadding(px(6))
    made.setCellSpacing(0)
    made.setHeaderRowCount(1)
    made.setTopMargin(px(4))
    made.setBottomMargin(px(10))
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
    made.setColumnWidthConstraints([share] * columns)
    return made


def _letters(marks: frozenset[Mark], heading: int, *, header: bool) -> QTextCharFormat:
    made = formats.char_format(marks, heading)
    if header:
        made.setForeground(colour("text2"))
    return made
