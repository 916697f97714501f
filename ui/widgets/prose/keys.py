"""What the structural keys do: a new paragraph, the start of a block, letters beside a chip."""

from collections.abc import Callable

from PySide6.QtGui import QTextCursor, QTextTable

from ui.widgets.prose import formats
from ui.widgets.prose.absent import list_of, table_at
from ui.widgets.prose.blocks import outdent, restyle

Edit = Callable[[QTextCursor], None]
"""Something done at a cursor."""


def new_paragraph(cursor: QTextCursor) -> None:
    """What Enter does: go on as before, or leave a list or quote from its empty last line."""
    table = table_at(cursor)
    if table is not None:
        _next_row(cursor, table)
        return
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if not cursor.block().text() and _is_set_apart(cursor):
        leave(cursor)
    elif cursor.blockFormat().headingLevel() or _is_rule(cursor):
        _plain_below(cursor)
    else:
        cursor.insertBlock()
    cursor.endEditBlock()


def leave(cursor: QTextCursor) -> bool:
    """Take one step back towards plain text; False when the block is plain already."""
    if table_at(cursor) is not None:
        return False
    if list_of(cursor.block()) is not None:
        outdent(cursor)
        return True
    if _is_set_apart(cursor):
        at = cursor.position()
        restyle(cursor.block(), formats.plain_block())
        cursor.setPosition(at)
        return True
    return False


def before_letters(cursor: QTextCursor) -> None:
    """Make letters typed next stand outside a link that ends here, and below a rule."""
    if _is_rule(cursor):
        _plain_below(cursor)
    form = cursor.charFormat()
    if form.isAnchor() and not _goes_on(cursor, form.intProperty(formats.Property.SPAN)):
        level = cursor.blockFormat().headingLevel()
        cursor.setCharFormat(formats.char_format(formats.marks_of(form), level))


def _goes_on(cursor: QTextCursor, span: int) -> bool:
    if cursor.atBlockEnd():
        return False
    after = QTextCursor(cursor)
    after.clearSelection()
    after.movePosition(QTextCursor.MoveOperation.NextCharacter)
    form = after.charFormat()
    return form.isAnchor() and form.intProperty(formats.Property.SPAN) == span


def _plain_below(cursor: QTextCursor) -> None:
    tail_moves = not cursor.atBlockEnd()
    cursor.insertBlock(formats.plain_block(), formats.char_format())
    if tail_moves:
        at = cursor.position()
        restyle(cursor.block(), formats.plain_block())
        cursor.setPosition(at)


def _next_row(cursor: QTextCursor, table: QTextTable) -> None:
    cell = table.cellAt(cursor)
    below = table.cellAt(cell.row() + 1, cell.column())
    if below.isValid():
        cursor.setPosition(below.firstPosition())
    else:
        cursor.setPosition(table.lastPosition() + 1)


def _is_set_apart(cursor: QTextCursor) -> bool:
    form = cursor.blockFormat()
    return bool(
        list_of(cursor.block()) is not None
        or form.headingLevel()
        or form.intProperty(formats.QUOTE_LEVEL)
        or _is_rule(cursor)
    )


def _is_rule(cursor: QTextCursor) -> bool:
    return cursor.blockFormat().hasProperty(formats.RULE_WIDTH)
