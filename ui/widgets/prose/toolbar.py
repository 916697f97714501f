"""The row of tools above an editor; it shows what holds at the cursor."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from ui.widgets.buttons import icon_button
from ui.widgets.cards import line
from ui.widgets.tokens import px
from ui.widgets.wrapping_row import WrappingRow

QT_TRANSLATE_NOOP = cast("Callable[[str, str], str]", QtCore.QT_TRANSLATE_NOOP)
"""Marks a text for translation; the binding does not say that it gives it back."""


class Tool(Enum):
    """What can be done; the value is the object name of its button."""

    HEADING = "prose_heading"
    SUBHEADING = "prose_subheading"
    BOLD = "prose_bold"
    ITALIC = "prose_italic"
    STRIKE = "prose_strike"
    BULLETS = "prose_bullets"
    NUMBERS = "prose_numbers"
    QUOTE = "prose_quote"
    TABLE = "prose_table"
    LINK = "prose_link"
    INSERT = "prose_insert"
    UNDO = "prose_undo"
    REDO = "prose_redo"


_LOOKS: Mapping[Tool, tuple[str, str]] = {
    Tool.HEADING: ("heading-2", QT_TRANSLATE_NOOP("Toolbar", "Heading")),
    Tool.SUBHEADING: ("heading-3", QT_TRANSLATE_NOOP("Toolbar", "Smaller heading")),
    Tool.BOLD: ("bold", QT_TRANSLATE_NOOP("Toolbar", "Bold (Ctrl+B)")),
    Tool.ITALIC: ("italic", QT_TRANSLATE_NOOP("Toolbar", "Italic (Ctrl+I)")),
    Tool.STRIKE: ("strikethrough", QT_TRANSLATE_NOOP("Toolbar", "Strike through")),
    Tool.BULLETS: ("list", QT_TRANSLATE_NOOP("Toolbar", "Bulleted list")),
    Tool.NUMBERS: ("list-ordered", QT_TRANSLATE_NOOP("Toolbar", "Numbered list")),
    Tool.QUOTE: ("quote", QT_TRANSLATE_NOOP("Toolbar", "Quotation")),
    Tool.TABLE: ("table-2", QT_TRANSLATE_NOOP("Toolbar", "Table")),
    Tool.LINK: ("link", QT_TRANSLATE_NOOP("Toolbar", "Link")),
    Tool.INSERT: ("braces", QT_TRANSLATE_NOOP("Toolbar", "Insert an answer or a record")),
    Tool.UNDO: ("undo-2", QT_TRANSLATE_NOOP("Toolbar", "Undo (Ctrl+Z)")),
    Tool.REDO: ("redo-2", QT_TRANSLATE_NOOP("Toolbar", "Redo (Ctrl+Y)")),
}
_GROUPS = (
    (Tool.HEADING, Tool.SUBHEADING, Tool.BOLD, Tool.ITALIC, Tool.STRIKE),
    (Tool.BULLETS, Tool.NUMBERS, Tool.QUOTE, Tool.TABLE),
    (Tool.LINK, Tool.INSERT),
)
_STATES = frozenset(
    {
        Tool.HEADING,
        Tool.SUBHEADING,
        Tool.BOLD,
        Tool.ITALIC,
        Tool.STRIKE,
        Tool.BULLETS,
        Tool.NUMBERS,
        Tool.QUOTE,
    }
)
"""The tools that are on or off at the cursor."""


class Toolbar(QWidget):
    """Thirteen buttons, each with a name and a tooltip."""

    used = Signal(object)
    """Carries the `Tool`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("prose_toolbar")
        self.setAccessibleName(self.tr("Text tools"))
        self._buttons: dict[Tool, QToolButton] = {}
        row = WrappingRow(self, px(2))
        row.setContentsMargins(px(12), px(6), px(12), px(6))
        for at, group in enumerate(_GROUPS):
            if at:
                row.add_gap(px(4))
                row.addWidget(line(self, vertical=True))
                row.add_gap(px(4))
            for tool in group:
                row.addWidget(self._button(tool))
        row.push()
        row.addWidget(self._button(Tool.UNDO))
        row.addWidget(self._button(Tool.REDO))

    def button(self, tool: Tool) -> QToolButton:
        """The button of `tool`, to hang a menu below."""
        return self._buttons[tool]

    def show_states(self, on: frozenset[Tool]) -> None:
        """Show which tools hold at the cursor."""
        for tool in _STATES:
            shown = self._buttons[tool]
            shown.blockSignals(True)
            shown.setChecked(tool in on)
            shown.blockSignals(False)

    def _button(self, tool: Tool) -> QToolButton:
        picture, said = _LOOKS[tool]
        made = icon_button(self, tool.value, picture, self.tr(said))
        self._buttons[tool] = made
        if tool in _STATES:
            made.setCheckable(True)
            made.toggled.connect(self._on_used)
        else:
            made.clicked.connect(self._on_used)
        return made

    def _on_used(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.used.emit(Tool(sender.objectName()))
