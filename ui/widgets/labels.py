"""Labels: the one place text becomes visible, and always as plain text."""

from enum import Enum
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


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


def label(
    parent: QWidget, text: str = "", role: Role = Role.PLAIN, *, wrap: bool = False
) -> QLabel:
    """A label that shows `text` letter by letter, whatever is in it."""
    made = QLabel(parent)
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
    lines = (escape(line) for line in text.splitlines() if line.strip())
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
