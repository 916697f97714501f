"""Labels and what they say, one pair under the other."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.models.verify_words import Fact
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

LABEL_PX = 128
BREAK = "\u200b"
"""Where a long word may be broken."""


def fact_list(parent: QWidget, facts: Sequence[Fact]) -> QWidget:
    """The facts as two columns; text can be selected, and long words break."""
    holder = QWidget(parent)
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(12))
    grid.setVerticalSpacing(px(6))
    grid.setColumnMinimumWidth(0, px(LABEL_PX))
    grid.setColumnStretch(1, 1)
    for row, (name, value) in enumerate(facts):
        head = label(holder, name, Role.HINT, wrap=True)
        grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
        shown = label(holder, breakable(value), wrap=True)
        shown.setAccessibleName(f"{name}: {value}")
        flags = Qt.TextInteractionFlag
        shown.setTextInteractionFlags(flags.TextSelectableByMouse)
        grid.addWidget(shown, row, 1)
    return holder


def remark(parent: QWidget, picture: str, tone: str, text: str) -> QHBoxLayout:
    """A sentence behind an icon."""
    row = QHBoxLayout()
    row.setSpacing(px(8))
    row.addWidget(Picture(parent, picture, tone), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(parent, breakable(text), wrap=True), 1)
    return row


def breakable(text: str) -> str:
    """`text` with places to break in words that no column holds: digests and fingerprints."""
    return " ".join(_broken(word) for word in text.split(" "))


def _broken(word: str) -> str:
    if len(word) <= 32:
        return word
    if ":" in word:
        return word.replace(":", f":{BREAK}")
    return BREAK.join(_parts(word, 8))


def _parts(word: str, length: int) -> Iterable[str]:
    return (word[at : at + length] for at in range(0, len(word), length))
