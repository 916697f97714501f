"""Labels: the one place text becomes visible, and always as plain text."""

import re
from enum import Enum
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.tokens import px

_ENDLESS: Final = re.compile(r"\S{81,}")
"""A word no narrow label has room for; longer than any digest, which is copied as it stands."""
_STRETCH: Final = re.compile(r"\S{8}")
MEASURE_PX: Final = 760
"""The longest line of words that eyes follow back to the next one."""
_ONE_LINE: Final = 1.5
"""A text up to so many measures long stays on one line where there is room: nothing follows."""


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


_HEADINGS: Final = frozenset({Role.H1, Role.H2, Role.FIGURE})


class MeasuredLabel(QLabel):
    """Lines no longer than one can read, however wide the label is; the rest of it stays free."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._spare = 0
        self._hints = QSize(), QSize()
        self._heights: dict[int, int] = {}
        """By width: layouts ask for the same few widths again and again."""

    @override
    def setText(self, text: str) -> None:
        self._heights.clear()
        self._leave_free(0)
        super().setText(text)
        self._measure()

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()
        super().resizeEvent(event)

    @override
    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = super().heightForWidth(width - self._spare_of(width) + self._spare)
            self._heights[width] = height
        return height

    @override
    def sizeHint(self) -> QSize:
        return self._hints[0] if self._spare else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._hints[1] if self._spare else super().minimumSizeHint()

    def _measure(self) -> None:
        self._leave_free(self._spare_of(self.width()))

    def _leave_free(self, spare: int) -> None:
        """What it asks for is what it asks for with nothing left free."""
        if spare == self._spare:
            return
        if not self._spare:
            self._hints = super().sizeHint(), super().minimumSizeHint()
        self._heights.clear()
        self._spare = spare
        mirrored = self.isRightToLeft()
        self.setContentsMargins(spare if mirrored else 0, 0, 0 if mirrored else spare, 0)

    def _spare_of(self, width: int) -> int:
        centred = bool(self.alignment() & Qt.AlignmentFlag.AlignHCenter)
        return 0 if centred else max(width - px(MEASURE_PX), 0)


class WrappedLabel(MeasuredLabel):
    """Breaks even a word without end, which would be as wide as the label must be."""

    def __init__(self, parent: QWidget, *, heading: bool = False) -> None:
        super().__init__(parent)
        self._heading = heading
        self._whole = ""

    @override
    def _spare_of(self, width: int) -> int:
        spare = 0 if self._heading else super()._spare_of(width)
        return spare if spare and self._goes_on() else 0

    def _goes_on(self) -> bool:
        """Whether it takes more than what may stand on one line."""
        return self.fontMetrics().horizontalAdvance(self._whole) > _ONE_LINE * px(MEASURE_PX)

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
    made = WrappedLabel(parent, heading=role in _HEADINGS) if wrap else QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role.value)
    made.setText(text)
    _align(made)
    if wrap:
        _wrap(made)
    return made


def paragraph(parent: QWidget, text: str = "", role: Role = Role.BODY) -> QLabel:
    """A wrapped label with the line height that reading takes; `text` is plain text too."""
    made = MeasuredLabel(parent)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setProperty("role", role.value)
    _align(made)
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


def _align(made: QLabel) -> None:
    """At the side where the page is begun to be read; else its letters would say at which."""
    if made.isRightToLeft():
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        made.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)


def _wrap(made: QLabel) -> None:
    made.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
