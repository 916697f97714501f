"""Inputs one types into: a line, a day, a span of time, several lines."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.plan.dates import parse_date
from app.domain.plan.durations import parse_duration
from app.domain.plan.texts import cleaned
from ui.dialogs.record.entries.entry import Entry, NotUsable
from ui.models.record_moments import moment_typed, typed_moment
from ui.models.record_typing import typed_text
from ui.widgets.growing_text import GrowingText

MOST_LINES = 12
"""A longer text scrolls in its input."""
MOST = 999
"""The greatest rank, or number of lines, one can enter."""


class LineEntry(Entry):
    """A line of text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self._given: Any = ""
        self._shown = ""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        self.line.textEdited.connect(self.edited)

    @property
    @override
    def input(self) -> QWidget:
        return self.line

    @override
    def show_value(self, value: Any) -> None:
        self._given, self._shown = value, self.written(value)
        self.line.setText(self._shown)
        self.line.setCursorPosition(0)

    @override
    def value(self) -> Any:
        """What was shown comes back as it was, to the letter."""
        typed = self.line.text()
        return self._given if typed == self._shown else self.read(cleaned(typed).strip())

    def written(self, value: Any) -> str:  # noqa: ANN401 - each shape has its own type
        """How `value` stands in the line."""
        return str(value)

    def read(self, text: str) -> Any:  # noqa: ANN401 - each shape has its own type
        """The value written in `text`."""
        return text


class DayEntry(LineEntry):
    """A day, written in figures or words."""

    @override
    def written(self, value: Any) -> str:
        return typed_text(value)

    @override
    def read(self, text: str) -> Any:
        if not text:
            return None
        day = parse_date(text)
        if day is None:
            raise NotUsable(self.tr("Enter a date, such as 2026-11-30 or 30 November 2026."))
        return day


class MomentEntry(LineEntry):
    """A day with a time on it, read on the clocks of `zone` (IANA) unless an offset is typed."""

    def __init__(self, parent: QWidget, zone: str) -> None:
        super().__init__(parent)
        self._zone = zone

    @override
    def written(self, value: Any) -> str:
        return typed_moment(value, self._zone)

    @override
    def read(self, text: str) -> Any:
        if not text:
            return None
        try:
            moment = moment_typed(text, self._zone)
        except IrplanError as error:
            raise NotUsable(error.message) from error
        if moment is None:
            raise NotUsable(self.tr("Enter a day and a time, such as 2026-11-30 16:40."))
        return moment


class SpanEntry(LineEntry):
    """A span of time in words."""

    @override
    def written(self, value: Any) -> str:
        return typed_text(value)

    @override
    def read(self, text: str) -> Any:
        if not text:
            return None
        span = parse_duration(text)
        if span is None:
            raise NotUsable(
                self.tr("Enter a span of time, such as 30 minutes, 4 hours or 3 working days.")
            )
        return span


class NumberEntry(LineEntry):
    """A whole number from 1, or none where `optional`."""

    def __init__(self, parent: QWidget, *, optional: bool) -> None:
        super().__init__(parent)
        self._optional = optional

    @override
    def written(self, value: Any) -> str:
        return typed_text(value)

    @override
    def read(self, text: str) -> Any:
        if not text and self._optional:
            return None
        number = int(text) if text.isascii() and text.isdigit() else 0
        if not 1 <= number <= MOST:
            raise NotUsable(self.tr("Enter a whole number from 1 to {0}.").format(MOST))
        return number


class LinesEntry(Entry):
    """Several lines: one text, or where `listing` an item on each line."""

    def __init__(self, parent: QWidget, *, listing: bool) -> None:
        super().__init__(parent)
        self._listing = listing
        self._given: Any = () if listing else ""
        self._shown = ""
        self._text = GrowingText(self, MOST_LINES)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._text)
        self._text.textChanged.connect(self._on_changed)

    @property
    @override
    def input(self) -> QWidget:
        return self._text

    @override
    def show_value(self, value: Any) -> None:
        self._given = value
        self._shown = "\n".join(value) if isinstance(value, tuple) else str(value)
        self._text.setPlainText(self._shown)

    @override
    def value(self) -> Any:
        typed = self._text.toPlainText()
        if typed == self._shown:
            return self._given
        text = cleaned(typed).strip()
        if self._listing:
            return tuple(item.strip() for item in text.split("\n") if item.strip())
        return text

    @Slot()
    def _on_changed(self) -> None:
        if self._text.toPlainText() != self._shown:
            self.edited.emit()
