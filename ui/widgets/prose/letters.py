"""Edits of letters: marks on and off, links set and taken away."""

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from app.domain.document.inline import Link, Mark, Text
from ui.widgets.prose import formats
from ui.widgets.prose.builder import insert_inlines, next_span


def mark_format(cursor: QTextCursor, mark: Mark, *, on: bool) -> QTextCharFormat:
    """What to merge into letters at `cursor` to set `mark` or take it off."""
    made = QTextCharFormat()
    match mark:
        case Mark.BOLD:
            plain = QFont.Weight.DemiBold if cursor.blockFormat().headingLevel() else None
            made.setFontWeight(QFont.Weight.Bold if on else plain or QFont.Weight.Normal)
        case Mark.ITALIC:
            made.setFontItalic(on)
        case Mark.STRIKE:
            made.setFontStrikeOut(on)
        case Mark.CODE:
            made.setFontFixedPitch(on)
    return made


def link_at(cursor: QTextCursor) -> str:
    """The address of the link around the cursor; blank when there is none."""
    form = cursor.charFormat()
    return form.anchorHref() if form.isAnchor() else ""


def select_link(cursor: QTextCursor) -> None:
    """Select the whole link around the cursor."""
    span = cursor.charFormat().intProperty(formats.Property.SPAN)
    block = cursor.block()
    start = end = cursor.position() - block.position()
    text = block.text()
    while start > 0 and _span_before(cursor, block.position() + start) == span:
        start -= 1
    while end < len(text) and _span_before(cursor, block.position() + end + 1) == span:
        end += 1
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)


def set_link(cursor: QTextCursor, url: str, words: str) -> None:
    """Make the selection a link to `url`; `words` are written where nothing is selected."""
    level = cursor.blockFormat().headingLevel()
    if not cursor.hasSelection():
        insert_inlines(cursor, (Link(url, (Text(words or url),)),), level)
        return
    form = QTextCharFormat()
    link = formats.link_format(url, next_span(), frozenset(), level)
    form.setAnchor(True)
    form.setAnchorHref(url)
    form.setProperty(formats.Property.SPAN, link.intProperty(formats.Property.SPAN))
    form.setForeground(link.foreground())
    form.setFontUnderline(True)
    cursor.mergeCharFormat(form)


def remove_link(cursor: QTextCursor) -> None:
    """Leave the words of the selected link as plain words."""
    level = cursor.blockFormat().headingLevel()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    for position in range(start, end):
        letter = QTextCursor(cursor.document())
        letter.setPosition(position)
        letter.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        form = letter.charFormat()
        if form.isAnchor():
            letter.setCharFormat(formats.char_format(formats.marks_of(form), level))


def _span_before(cursor: QTextCursor, position: int) -> int:
    probe = QTextCursor(cursor.document())
    probe.setPosition(position)
    form = probe.charFormat()
    return form.intProperty(formats.Property.SPAN) if form.isAnchor() else -1
