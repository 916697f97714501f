"""What an item of the agenda is about, to be read by everybody: what changed, or what it says."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.services.changes.compared import Compared
from ui.models.record_facts import Fact
from ui.widgets.changes.passages import NEW_LINE, Mark, Passage, told
from ui.widgets.changes.rows import RowKind, rows_of
from ui.widgets.tokens import colour, px

LINE_HEIGHT_PERCENT = 130.0
LEAST_PX = 40
_TONES: Final = {
    Mark.STRONG: "text",
    Mark.INSERTED: "success",
    Mark.DELETED: "danger",
    Mark.GAP: "text3",
    Mark.LINK: "accent_text",
}


class ShownText(QTextEdit):
    """Scrolls when there is more than fits; all of it is plain text, whatever is in it."""

    def __init__(self, parent: QWidget, name: str, said: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(px(LEAST_PX))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show what a record says, field by field."""
        cursor = self._cleared()
        for fact in facts:
            if fact.label:
                self._line(cursor, (_labelled(fact.label),), gap=False)
            self._line(cursor, ((_one_block(fact.text), QTextCharFormat()),))
        self._begin()

    def show_changes(self, compared: Compared) -> None:
        """Show what changed, what came and went set apart in it; one record needs no heading."""
        cursor = self._cleared()
        heads = {RowKind.KIND} if len(compared.records) > 1 else {RowKind.KIND, RowKind.RECORD}
        for row in rows_of(compared):
            if row.kind in heads:
                continue
            for passage in told(row, compared, whole=False).passages:
                self._line(cursor, _letters(passage))
        self._begin()

    def scroll_by(self, pages: float) -> None:
        """Scroll down by that share of what is seen; up when it is negative."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))

    def _cleared(self) -> QTextCursor:
        self.clear()
        return QTextCursor(self.document())

    def _line(
        self,
        cursor: QTextCursor,
        pieces: Iterable[tuple[str, QTextCharFormat]],
        *,
        gap: bool = True,
    ) -> None:
        form = QTextBlockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        form.setLineHeight(LINE_HEIGHT_PERCENT, proportional)
        form.setBottomMargin(px(12) if gap else 0)
        if cursor.position():
            cursor.insertBlock(form, QTextCharFormat())
        else:
            cursor.setBlockFormat(form)
        for text, letters in pieces:
            cursor.insertText(text, letters)

    def _begin(self) -> None:
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)


def _letters(passage: Passage) -> list[tuple[str, QTextCharFormat]]:
    return [(stretch.text, _look(stretch.mark)) for stretch in passage]


def _look(mark: Mark | None) -> QTextCharFormat:
    """What came is underlined, what went is struck through; colour only helps."""
    made = QTextCharFormat()
    if mark is None:
        return made
    made.setForeground(colour(_TONES[mark]))
    if mark is Mark.STRONG:
        made.setFontWeight(QFont.Weight.DemiBold)
    made.setFontUnderline(mark is Mark.INSERTED)
    made.setFontStrikeOut(mark is Mark.DELETED)
    return made


def _labelled(text: str) -> tuple[str, QTextCharFormat]:
    made = QTextCharFormat()
    made.setForeground(colour("text3"))
    return text, made


def _one_block(text: str) -> str:
    """Lines of a text in one block, so that they stand closer than fields do."""
    return text.strip().replace("\r\n", "\n").replace("\n", NEW_LINE)
