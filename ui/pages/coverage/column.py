"""A column of captions, paragraphs and rows, from which what is said of a requirement is made."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.widgets.buttons import Look, button
from ui.widgets.cards import line
from ui.widgets.labels import Role, label, paragraph, set_tone
from ui.widgets.picture import Picture
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px

MOST_LETTERS = 240
"""A longer quote is cut; the whole stands where it comes from."""
TITLE_LETTERS = 28
"""The letters of a title that fit into a link."""
LONG_WORD = re.compile(r"\S{20}(?=\S)")
"""A word that is longer may be broken anywhere, so that it never sticks out."""
BREAK = "\u200b"


class Column(QWidget):
    """Filled from the top down, and thrown away as a whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(px(6))

    def caption(self, text: str) -> None:
        """Begin a part."""
        self.body.addSpacing(px(8))
        self.body.addWidget(line(self))
        self.body.addSpacing(px(6))
        self.body.addWidget(label(self, text, Role.H3, wrap=True))
        self.body.addSpacing(px(2))

    def text(self, text: str, role: Role = Role.BODY) -> None:
        """Add paragraphs, one for each line of `text`."""
        shown = paragraph(self, breakable(text), role)
        shown.setAccessibleName(text)
        self.body.addWidget(shown)

    def row(self, look: tuple[str, str], said: str, actions: Sequence[QWidget] = ()) -> QVBoxLayout:
        """Add a row behind an icon, which `said` tells in words; the result takes its lines."""
        picture = Picture(self, *look, side=16)
        picture.setAccessibleName(said)
        picture.setToolTip(plain_tip(said))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for action in actions:
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        return words

    def line(self, words: QVBoxLayout, text: str, role: Role = Role.HINT, tone: str = "") -> None:
        """Add a line to a row."""
        shown = self.words(text, role)
        if tone:
            set_tone(shown, tone)
        words.addWidget(shown)

    def words(self, text: str, role: Role = Role.HINT) -> QLabel:
        """A label that wraps whatever stands in it."""
        shown = label(self, breakable(text), role, wrap=True)
        shown.setAccessibleName(text)
        return shown

    def link(self, name: str, text: str, said: str, do: Callable[[], object]) -> QPushButton:
        """A link that does something; `said` tells apart those that read the same."""
        made = button(self, name, text, Look.LINK)
        made.setAccessibleName(said)
        made.clicked.connect(lambda *_: do())
        return made


def breakable(text: str) -> str:
    """`text` with places to break its longest words at."""
    return LONG_WORD.sub(lambda word: word[0] + BREAK, text)


def cut(text: str, most: int = MOST_LETTERS) -> str:
    """`text` on one line, with `most` letters of it."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[: most - 1].rstrip()}\u2026"
