"""Section text put into the middle of a document that is being edited."""

from PySide6.QtGui import QTextBlockFormat, QTextCursor

from app.domain.document.inline import Text
from app.domain.document.prose.nodes import Inlines, Paragraph, Prose
from app.domain.document.prose.walk import lines
from ui.widgets.prose import formats
from ui.widgets.prose.absent import list_of, table_at
from ui.widgets.prose.builder import Builder, insert_inlines


def insert_prose(cursor: QTextCursor, prose: Prose) -> None:
    """Put `prose` in place of the selection; inside a table it becomes one line."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if len(prose) == 1 and isinstance(prose[0], Paragraph):
        insert_inlines(cursor, prose[0].content, cursor.blockFormat().headingLevel())
    elif table_at(cursor) is not None:
        insert_inlines(cursor, _one_line(prose))
    elif prose:
        _insert_blocks(cursor, prose)
    cursor.endEditBlock()


def _insert_blocks(cursor: QTextCursor, prose: Prose) -> None:
    """Part the block at the cursor and write between its two halves."""
    kept = QTextBlockFormat(cursor.blockFormat())
    if not cursor.atBlockStart():
        cursor.insertBlock()
    if not cursor.atBlockEnd():
        cursor.insertBlock(kept)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    leave_list(cursor)
    Builder(cursor).add(prose)


def leave_list(cursor: QTextCursor) -> None:
    """Take the block at the cursor out of its list, if it is in one."""
    listed = list_of(cursor.block())
    if listed is not None:
        listed.remove(cursor.block())
        cursor.setBlockFormat(formats.plain_block())


def _one_line(prose: Prose) -> Inlines:
    space = Text(" ")
    runs = [cell for line in lines(prose) for cell in line]
    return tuple(inline for run in runs for inline in (*run, space))[:-1]
