"""Labels: the one place text becomes visible, and always as plain text."""

import re
from enum import Enum
from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

_ENDLESS: Final = re.compile(r"\S{81,}")
"""A word no narrow label has room for; longer than any digest, which is copied as it stands."""
_STRETCH: Final = re.compile(r"\S{8}")


class Role(Enum):
    """What a text is in the hierarchy of a page; decides size, weight and colour."""

    H1 = "h1"
    H2 = "h2"
    H3 = "h3"
    FIGURE = "figure"
    BODY = "body"
    STRONG = "strong"
    HINT = "hint"
    OVERLINE = "overline"
    ERROR = "error"
    PLAIN = "plain"


class WrappedLabel(QLabel):
    """Breaks even a word without end, which would be as wide as the label must be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = ""

    @override
    def setText(self, text: str) -> None:
        self._whole = text
        plain = self.textFormat() is Qt.TextFormat.PlainText
        super().setText(breakable(text) if plain else text)

    @override
    def text(self) -> str:
        return self._whole


def breakable(text: str) -> str:
    """`text` with places to break a line at in words that have none for too long."""
    return _ENDLESS.sub(lambda found: _STRETCH.sub("\\g<0>\u200b", found[0]), text)


def label(
    parent: QWidget, text: str = "", role: Role = Role.PLAIN, *, wrap: bool = False
) -> QLabel:
    """A label that shows `text` letter by letter, whatever is in it."""
    made = WrappedLabel(parent) if wrap else QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role.value)
    made.setText(text)
    if wrap:
        _wrap(made)
    return made


def paragraph(parent: QWidget, text: str = "", role: Role = Role.BODY) -> QLabel:
    """A wrapped label with the line height that reading takes; `text` is plain text too."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setProperty("role", role.value)
    _wrap(made)
    set_paragraph(made, text)
    return made


def set_paragraph(shown: QLabel, text: str) -> None:
    """Replace the text of a `paragraph`; each line of it becomes a paragraph."""
    lines = (escape(breakable(line)) for line in text.splitlines() if line.strip())
    body = "".join(f'<p style="line-height:140%; margin:0 0 4px 0">{line}</p>' for line in lines)
    shown.setText(body)
    shown.setAccessibleName(text)


def set_tone(widget: QWidget, tone: str) -> None:
    """Give the widget the colour of `tone`: neutral, accent, success, warning, danger or sev1-4."""
    if widget.property("tone") == tone:
        return
    widget.setProperty("tone", tone)
    repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a property that changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _wrap(made: QLabel) -> None:
    made.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
