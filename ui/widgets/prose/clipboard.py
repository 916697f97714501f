"""What leaves an editor by copying and comes in by pasting: our text, foreign text, no styles."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

from app.domain.document.inline import Mark, Text
from app.domain.document.prose.nodes import Block, Heading, Paragraph, Prose
from app.domain.document.prose.normal import normalise
from app.domain.document.prose.reader import read
from app.domain.document.prose.text import plain_text
from app.domain.document.prose.writer import write
from app.domain.plan.texts import cleaned
from ui.widgets.prose.reading import prose_from

PROSE_TYPE = "application/x-irplan-prose"
"""The clipboard format that keeps variables and references."""


def copied(cursor: QTextCursor, resolve: Callable[[str], str]) -> QMimeData:
    """The selection, for our editors with its variables, for others with their values."""
    document = QTextDocument()
    QTextCursor(document).insertFragment(cursor.selection())
    prose = prose_from(document)
    data = QMimeData()
    data.setData(PROSE_TYPE, write(prose).encode())
    data.setText(plain_text(prose, resolve))
    return data


def can_paste(data: QMimeData) -> bool:
    """Whether there is text in `data`."""
    return data.hasFormat(PROSE_TYPE) or data.hasHtml() or data.hasText()


def pasted(data: QMimeData) -> Prose:
    """The text in `data`; of foreign styles only what section text knows, and no markup."""
    if data.hasFormat(PROSE_TYPE):
        return read(cleaned(bytes(data.data(PROSE_TYPE).data()).decode("utf-8", "replace")))
    if data.hasHtml():
        document = QTextDocument()
        document.setHtml(cleaned(data.html()))
        return _without_bold_headings(prose_from(document))
    return normalise(tuple(Paragraph((Text(line),)) for line in cleaned(data.text()).split("\n")))


def _without_bold_headings(prose: Prose) -> Prose:
    """Word and browsers make headings bold, which here they are anyway."""
    return tuple(map(_light, prose))


def _light(block: Block) -> Block:
    if not isinstance(block, Heading):
        return block
    return Heading(
        block.level,
        tuple(
            Text(inline.text, inline.marks - {Mark.BOLD}) if isinstance(inline, Text) else inline
            for inline in block.content
        ),
    )
