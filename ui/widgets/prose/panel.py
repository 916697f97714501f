"""The editor with its tools, as a page shows it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from app.domain.document.inline import Mark
from app.domain.document.prose.nodes import Paragraph
from ui.widgets.cards import line
from ui.widgets.prose import blocks, formats, letters, table_edits
from ui.widgets.prose.absent import list_of, table_at
from ui.widgets.prose.editor import ProseEdit
from ui.widgets.prose.insert_menu import InsertMenu
from ui.widgets.prose.insertion import insert_prose
from ui.widgets.prose.link_panel import LinkPanel
from ui.widgets.prose.speaking import ChipSpeaker
from ui.widgets.prose.toolbar import Tool, Toolbar
from ui.widgets.prose.wording import Insertable, Insertables, Wording
from ui.widgets.tokens import px

_MARKS = {Tool.BOLD: Mark.BOLD, Tool.ITALIC: Mark.ITALIC, Tool.STRIKE: Mark.STRIKE}


class ProsePanel(QFrame):
    """A card with the tools above the text."""

    edited = Signal(str)
    """Carries the stored form of the text after an edit by the person."""
    left = Signal()
    """The focus left the text."""
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget, name: str, said: str) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAccessibleName(said)
        self._insertables: Insertables = tuple
        self.tools = Toolbar(self)
        self.editor = ProseEdit(self)
        self.editor.setObjectName(name)
        self.editor.setAccessibleName(said)
        ChipSpeaker(self.editor)
        self._menu = InsertMenu(self)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(20), px(16), px(20), px(16))
        inner.addWidget(self.editor)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.tools)
        box.addWidget(line(self))
        box.addLayout(inner)
        self._doing = self._actions()
        self._connect()

    def _connect(self) -> None:
        self.tools.used.connect(self._on_used)
        self.editor.edited.connect(self.edited)
        self.editor.left.connect(self.left)
        self.editor.cursorPositionChanged.connect(self._show_states)
        self.editor.currentCharFormatChanged.connect(self._show_states)
        self.editor.bold_wanted.connect(partial(self._toggle_mark, Tool.BOLD))
        self.editor.italic_wanted.connect(partial(self._toggle_mark, Tool.ITALIC))
        self._menu.chosen.connect(self._insert)

    def set_plan(self, wording: Wording, insertables: Insertables) -> None:
        """Show chips in these words, offer these things to insert."""
        self._insertables = insertables
        self.editor.set_wording(wording)

    def set_read_only(self, read_only: bool) -> None:
        """Take the tools away and refuse edits."""
        self.editor.setReadOnly(read_only)
        self.tools.setVisible(not read_only)

    @Slot(object)
    def _on_used(self, tool: Tool) -> None:
        self._doing[tool]()
        if tool not in (Tool.INSERT, Tool.LINK, Tool.TABLE):
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_states()

    def _actions(self) -> dict[Tool, Callable[[], object]]:
        return {
            **{tool: partial(self._toggle_mark, tool) for tool in _MARKS},
            Tool.HEADING: partial(self._edit, partial(blocks.toggle_heading, level=2)),
            Tool.SUBHEADING: partial(self._edit, partial(blocks.toggle_heading, level=3)),
            Tool.BULLETS: partial(self._edit, partial(blocks.toggle_list, ordered=False)),
            Tool.NUMBERS: partial(self._edit, partial(blocks.toggle_list, ordered=True)),
            Tool.QUOTE: partial(self._edit, blocks.toggle_quote),
            Tool.TABLE: self._table,
            Tool.LINK: self._ask_link,
            Tool.INSERT: self._offer,
            Tool.UNDO: self.undo_wanted.emit,
            Tool.REDO: self.redo_wanted.emit,
        }

    def _edit(self, edit: Callable[[QTextCursor], None]) -> None:
        cursor = self.editor.textCursor()
        edit(cursor)
        self.editor.setTextCursor(cursor)

    def _toggle_mark(self, tool: Tool) -> None:
        mark, cursor = _MARKS[tool], self.editor.textCursor()
        on = mark not in formats.marks_of(self.editor.currentCharFormat())
        self.editor.mergeCurrentCharFormat(letters.mark_format(cursor, mark, on=on))

    @Slot(object)
    def _insert(self, item: Insertable) -> None:
        self._edit(partial(insert_prose, prose=(Paragraph((item.inline,)),)))
        self.editor.setFocus(Qt.FocusReason.PopupFocusReason)

    def _offer(self) -> None:
        self._menu.open_below(self.tools.button(Tool.INSERT), self._insertables())

    def _table(self) -> None:
        if table_at(self.editor.textCursor()) is None:
            heads = tuple(self.tr("Column {0}").format(number) for number in range(1, 4))
            self._edit(partial(insert_prose, prose=table_edits.new_table(heads)))
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        menu = QMenu(self)
        menu.setObjectName("prose_table_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, edit in (
            (self.tr("Add a row below"), table_edits.add_row),
            (self.tr("Add a column after"), table_edits.add_column),
            (self.tr("Remove this row"), table_edits.remove_row),
            (self.tr("Remove this column"), table_edits.remove_column),
            (self.tr("Remove the table"), table_edits.remove_table),
        ):
            menu.addAction(text).triggered.connect(partial(self._edit, edit))
        button = self.tools.button(Tool.TABLE)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _ask_link(self) -> None:
        cursor = self.editor.textCursor()
        url = letters.link_at(cursor)
        if url and not cursor.hasSelection():
            letters.select_link(cursor)
            self.editor.setTextCursor(cursor)
        panel = LinkPanel(self, url, asks_words=not cursor.hasSelection())
        panel.accepted_link.connect(self._set_link)
        panel.removed.connect(partial(self._edit, letters.remove_link))
        panel.open()

    @Slot(str, str)
    def _set_link(self, url: str, words: str) -> None:
        self._edit(partial(letters.set_link, url=url, words=words))

    @Slot()
    def _show_states(self) -> None:
        cursor = self.editor.textCursor()
        marks = formats.marks_of(self.editor.currentCharFormat())
        form, listed = cursor.blockFormat(), list_of(cursor.block())
        ordered = listed is not None and formats.is_ordered(listed.format().style())
        states = {
            **{tool: mark in marks for tool, mark in _MARKS.items()},
            Tool.HEADING: form.headingLevel() == blocks.HEADING_LEVEL,
            Tool.SUBHEADING: form.headingLevel() > blocks.HEADING_LEVEL,
            Tool.BULLETS: listed is not None and not ordered,
            Tool.NUMBERS: ordered,
            Tool.QUOTE: bool(form.intProperty(formats.QUOTE_LEVEL)),
        }
        self.tools.show_states(frozenset(tool for tool, on in states.items() if on))
