"""Edits of whole blocks: headings, quotes, lists and how deep they stand."""

from collections.abc import Callable

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextList

from ui.widgets.prose import formats
from ui.widgets.prose.absent import list_of
from ui.widgets.prose.builder import insert_inlines, next_span
from ui.widgets.prose.insertion import leave_list
from ui.widgets.prose.reading import inlines_of

DEEPEST = 6
"""Levels of lists within lists."""

HEADING_LEVEL = 2
"""The larger of the two headings."""


def selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """The blocks the selection touches, or the one the cursor is in."""
    block = cursor.document().findBlock(cursor.selectionStart())
    found = [block]
    while block.position() + block.length() <= cursor.selectionEnd() and block.next().isValid():
        block = block.next()
        found.append(block)
    return found


def toggle_heading(cursor: QTextCursor, level: int) -> None:
    """Make the blocks headings of `level`, or plain text when they are that already."""
    on = cursor.blockFormat().headingLevel() != level
    form = formats.heading_block(level) if on else formats.plain_block()
    _each(cursor, lambda block: restyle(block, form))


def toggle_quote(cursor: QTextCursor) -> None:
    """Make the blocks one quote, or plain text when they are quoted already."""
    on = not cursor.blockFormat().intProperty(formats.QUOTE_LEVEL)
    form = formats.quote_block(next_span()) if on else formats.plain_block()
    _each(cursor, lambda block: restyle(block, form))


def toggle_list(cursor: QTextCursor, *, ordered: bool) -> None:
    """Make the blocks entries of one list, or plain text when they are in such a list already."""
    blocks = selected_blocks(cursor)
    lists = [listed for block in blocks if (listed := list_of(block)) is not None]
    if len(lists) < len(blocks):
        _begin_list(cursor, blocks, ordered=ordered)
    elif all(_is_ordered(listed) is ordered for listed in lists):
        _each(cursor, lambda block: restyle(block, formats.plain_block()))
    else:
        for listed in lists:
            depth = listed.format().indent()
            listed.setFormat(formats.list_format(depth, ordered=ordered))


def indent(cursor: QTextCursor) -> None:
    """Put the list entries one level deeper, under the entry above them."""
    _each(cursor, _deeper)


def outdent(cursor: QTextCursor) -> None:
    """Bring the list entries one level up; those on the first become plain text."""
    _each(cursor, _shallower)


def restyle(block: QTextBlock, form: QTextBlockFormat) -> None:
    """Give `block`, out of any list, the format `form`, and its letters the size for that."""
    content = inlines_of(block)
    level = form.headingLevel()
    cursor = QTextCursor(block)
    leave_list(cursor)
    cursor.setBlockFormat(form)
    cursor.setBlockCharFormat(formats.char_format(heading=level))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    if cursor.hasSelection():
        cursor.removeSelectedText()
    cursor.setCharFormat(formats.char_format(heading=level))
    insert_inlines(cursor, content, level)


def _begin_list(cursor: QTextCursor, blocks: list[QTextBlock], *, ordered: bool) -> None:
    made: QTextList | None = None
    cursor.beginEditBlock()
    for block in blocks:
        restyle(block, formats.list_block())
        inside = QTextCursor(block)
        if made is None:
            made = inside.createList(formats.list_format(1, ordered=ordered))
        else:
            made.add(inside.block())
    cursor.endEditBlock()


def _deeper(block: QTextBlock) -> None:
    listed, above = list_of(block), list_of(block.previous())
    if listed is None or above is None or listed.format().indent() >= DEEPEST:
        return
    depth = listed.format().indent() + 1
    if above.format().indent() < depth - 1:
        return
    _join(block, depth, ordered=_is_ordered(listed))


def _shallower(block: QTextBlock) -> None:
    listed = list_of(block)
    if listed is None:
        return
    depth = listed.format().indent() - 1
    if depth < 1:
        restyle(block, formats.plain_block())
    else:
        _join(block, depth, ordered=_is_ordered(listed))


def _join(block: QTextBlock, depth: int, *, ordered: bool) -> None:
    """Into the list of that depth just above, or into a new one."""
    target = _list_above(block, depth)
    if target is None:
        QTextCursor(block).createList(formats.list_format(depth, ordered=ordered))
    else:
        target.add(block)


def _list_above(block: QTextBlock, depth: int) -> QTextList | None:
    above = block.previous()
    while above.isValid() and (listed := list_of(above)) is not None:
        if listed.format().indent() == depth:
            return listed
        if listed.format().indent() < depth:
            return None
        above = above.previous()
    return None


def _is_ordered(listed: QTextList) -> bool:
    return formats.is_ordered(listed.format().style())


def _each(cursor: QTextCursor, change: Callable[[QTextBlock], None]) -> None:
    cursor.beginEditBlock()
    for number in [block.blockNumber() for block in selected_blocks(cursor)]:
        change(cursor.document().findBlockByNumber(number))
    cursor.endEditBlock()
