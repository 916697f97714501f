"""The writing surface: grows with its text, tells of every edit, leaves undo to the plan."""

from html import escape
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget
from typing_extensions import override

from app.domain.document.prose.nodes import Reference, Variable
from app.domain.document.prose.reader import read
from app.domain.document.prose.writer import write
from ui.widgets.prose import blocks, clipboard, formats, keys
from ui.widgets.prose.absent import list_of, table_at
from ui.widgets.prose.builder import fill
from ui.widgets.prose.chips import ChipPainter, chip_of, chip_text
from ui.widgets.prose.insertion import insert_prose
from ui.widgets.prose.reading import prose_as_typed
from ui.widgets.prose.wording import Wording
from ui.widgets.tokens import colour, px

LEAST_HEIGHT = 140
_OURS = (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C, Qt.Key.Key_I, Qt.Key.Key_V, Qt.Key.Key_X)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ProseEdit(QTextEdit):
    """Shows stored section text and edits it; its own undo is off."""

    edited = Signal(str)
    """Carries the stored form after an edit by the person."""
    left = Signal()
    """The focus went elsewhere."""
    bold_wanted = Signal()
    italic_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("bare", "true")
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.chips = ChipPainter(self.document())
        self._source = ""
        self._loading = False
        self._fitting = False
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_text_changed)
        self._load("")

    @property
    def source(self) -> str:
        """The stored form of what is shown."""
        return self._source

    def set_wording(self, wording: Wording) -> None:
        """Show chips in the words of `wording`."""
        self.chips.wording = wording
        self.refresh_chips()

    def open_source(self, source: str) -> None:
        """Begin another text, with the cursor at its start."""
        self._load(source)
        self._move_to(0)

    def show_source(self, source: str) -> None:
        """Show the text after an edit elsewhere; the cursor goes to the end of what differs."""
        if source == self._source:
            return
        before = self.document().toRawText()
        self._load(source)
        self._place_cursor(before)

    @Slot()
    def refresh_chips(self) -> None:
        """Draw the chips anew, since what they stand for has changed."""
        self._loading = True
        self.document().markContentsDirty(0, self.document().characterCount())
        self._loading = False
        self.viewport().update()

    def chip_at_cursor(self) -> Variable | Reference | None:
        """The chip just before the cursor."""
        return chip_of(self.textCursor().charFormat())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly() or not self._structural(event):
            if event.text() and event.text().isprintable():
                self._settle()
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self._settle()
        super().inputMethodEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._leaves(event):
                event.ignore()
                return True
            if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._explain(event)
            return True
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_source"):
            self._recolour()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().intProperty(formats.QUOTE_LEVEL):
                self._paint_quote_bar(painter, block)
            block = block.next()
        painter.end()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() in {"edit-undo", "edit-redo"}:
                menu.removeAction(action)
        menu.popup(event.globalPos())

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        return clipboard.copied(self.textCursor(), self._value)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return clipboard.can_paste(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.isReadOnly():
            return
        self._settle()
        cursor = self.textCursor()
        insert_prose(cursor, clipboard.pasted(source))
        self.setTextCursor(cursor)

    def _structural(self, event: QKeyEvent) -> bool:
        """Handle the keys that change blocks; False leaves the key to Qt."""
        key, held = event.key(), event.modifiers()
        control = held == Qt.KeyboardModifier.ControlModifier
        if key in _ENTER and not held & ~Qt.KeyboardModifier.KeypadModifier:
            return self._change(keys.new_paragraph)
        if key == Qt.Key.Key_Backspace and not held and self._at_block_start():
            cursor = self.textCursor()
            done = keys.leave(cursor)
            self.setTextCursor(cursor)
            return done
        if control and key == Qt.Key.Key_B:
            self.bold_wanted.emit()
        elif control and key == Qt.Key.Key_I:
            self.italic_wanted.emit()
        else:
            return self._tab(event)
        return True

    def _tab(self, event: QKeyEvent) -> bool:
        """Tab deepens a list entry from its start and moves between cells, else it moves on."""
        cursor = self.textCursor()
        back = event.key() == Qt.Key.Key_Backtab
        if event.key() != Qt.Key.Key_Tab and not back:
            return False
        if table_at(cursor) is not None:
            step = QTextCursor.MoveOperation
            moved = cursor.movePosition(step.PreviousCell if back else step.NextCell)
            self.setTextCursor(cursor)
            return moved
        if list_of(cursor.block()) is not None and cursor.atBlockStart():
            return self._change(blocks.outdent if back else blocks.indent)
        return False

    def _change(self, edit: keys.Edit) -> bool:
        cursor = self.textCursor()
        edit(cursor)
        self.setTextCursor(cursor)
        return True

    def _settle(self) -> None:
        if not self.isReadOnly():
            cursor = self.textCursor()
            keys.before_letters(cursor)
            self.setTextCursor(cursor)

    def _at_block_start(self) -> bool:
        cursor = self.textCursor()
        return cursor.atBlockStart() and not cursor.hasSelection()

    def _leaves(self, event: QKeyEvent) -> bool:
        """Whether a key belongs to the window: undo, redo, and Ctrl with a letter not ours."""
        keys = QKeySequence.StandardKey
        if event.matches(keys.Undo) or event.matches(keys.Redo):
            return True
        letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return control and letter and event.key() not in _OURS

    def _load(self, source: str) -> None:
        self._loading = True
        self._source = source
        fill(self.document(), read(source))
        self._loading = False

    def _recolour(self) -> None:
        """Show the text in the colours of now; blanks just typed, which it cannot end in, stay."""
        cursor = self.textCursor()
        at, before = cursor.position(), cursor.block().text()[: cursor.positionInBlock()]
        blanks = before[len(before.rstrip(" ")) :]
        self._load(self._source)
        self._move_to(at - len(blanks))
        cursor = self.textCursor()
        cursor.movePosition(
            QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(blanks)
        )
        if cursor.selectedText() == blanks:
            self._move_to(at)
            return
        self._loading = True
        self.textCursor().insertText(blanks)
        self._loading = False

    def _place_cursor(self, before: str) -> None:
        after = self.document().toRawText()
        shared = 0
        for old, new in zip(reversed(before), reversed(after), strict=False):
            if old != new:
                break
            shared += 1
        self._move_to(max(0, len(after) - shared))

    def _move_to(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    @Slot()
    def _on_text_changed(self) -> None:
        if self._loading:
            return
        source = write(prose_as_typed(self.document()))
        if source != self._source:
            self._source = source
            self.edited.emit(source)

    @Slot()
    def _fit(self) -> None:
        """Be as high as the text; asking for its last block makes Qt lay all of it out."""
        if self._fitting:
            return
        self._fitting = True
        self.document().documentLayout().blockBoundingRect(self.document().lastBlock())
        height = self.document().size().height()
        self.setFixedHeight(max(px(LEAST_HEIGHT), ceil(height) + px(8)))
        self._fitting = False

    def _paint_quote_bar(self, painter: QPainter, block: QTextBlock) -> None:
        room = self.document().documentLayout().blockBoundingRect(block)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.viewport().width() - px(7) if mirrored else px(4)
        bar = QRectF(left, room.top(), px(3), room.height())
        painter.fillRect(bar, colour("border_strong"))

    def _value(self, name: str) -> str:
        return chip_text(Variable(name), self.chips.wording)[0]

    def _explain(self, event: QHelpEvent) -> None:
        """Say what the chip under the pointer stands for, and what it answers."""
        cursor = self.cursorForPosition(event.pos())
        inline = chip_of(cursor.charFormat())
        if not isinstance(inline, Variable):
            QToolTip.hideText()
            return
        value, settled = chip_text(inline, self.chips.wording)
        question = self.chips.wording.question(inline.name) or inline.name
        lines = (question, value) if settled else (question,)
        QToolTip.showText(
            event.globalPos(), "".join(f"<p>{escape(one)}</p>" for one in lines), self
        )
