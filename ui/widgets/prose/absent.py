"""Places where Qt gives nothing although its stubs promise something."""

from typing import cast

from PySide6.QtGui import QTextBlock, QTextCursor, QTextFrame, QTextList, QTextTable


def list_of(block: QTextBlock) -> QTextList | None:
    """The list `block` is an entry of."""
    return cast("QTextList | None", block.textList())


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """The table the cursor stands in."""
    return cast("QTextTable | None", cursor.currentTable())


def frame_at(place: QTextFrame.iterator) -> QTextFrame | None:
    """The frame at a place of another frame; None where a block stands there."""
    return cast("QTextFrame | None", place.currentFrame())
