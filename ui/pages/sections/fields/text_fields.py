"""Inputs one types into: a line, and texts or lists of several lines."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.interview.questions import AnswerDoesNotFit, AnswerKind, Question, fit
from app.domain.plan.dates import parse_date
from app.domain.plan.sections import AnswerValue
from app.domain.plan.texts import cleaned
from ui.pages.sections.fields.dates import date_text
from ui.pages.sections.fields.field import AnswerField
from ui.widgets.growing_text import GrowingText
from ui.widgets.tips import plain_tip


class LineField(AnswerField):
    """A line for a text, a number, a span of time or a date."""

    def __init__(self, parent: QWidget, question: Question) -> None:
        super().__init__(parent, question)
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(_example(self, question))
        self._line.setToolTip(plain_tip(_example(self, question)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._line)
        self._line.textEdited.connect(self._on_edited)

    @property
    @override
    def input(self) -> QWidget:
        return self._line

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)

    @override
    def display(self, value: AnswerValue | None) -> None:
        self._line.setText(date_text(value))
        self._line.setCursorPosition(0)

    @Slot(str)
    def _on_edited(self, typed: str) -> None:
        text = cleaned(typed)
        if not text.strip():
            self.enter(None)
            self.refused.emit("")
            return
        try:
            self.enter(fit(self.question, _raw(self.question.kind, text)))
        except AnswerDoesNotFit:
            self.refused.emit(self._expected())
        else:
            self.refused.emit("")

    def _expected(self) -> str:
        match self.question.kind:
            case AnswerKind.NUMBER:
                return self.tr("Enter a whole number, such as 12. The last number stays in force.")
            case AnswerKind.DURATION:
                return self.tr(
                    "Enter a span of time, such as 30 minutes, 4 hours or 3 working days."
                )
            case AnswerKind.DATE:
                return self.tr("Enter a date, such as 2026-11-30 or 30 November 2026.")
            case _:
                return self.tr("This text cannot be kept.")


class LinesField(AnswerField):
    """Several lines: a long text, or a list with an item on each line."""

    def __init__(self, parent: QWidget, question: Question) -> None:
        super().__init__(parent, question)
        self._listing = question.kind is AnswerKind.LIST
        self._text = GrowingText(self)
        self._text.setUndoRedoEnabled(False)
        self._text.setPlaceholderText(_example(self, question))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._text)
        self._showing = False
        self._text.textChanged.connect(self._on_changed)

    @property
    @override
    def input(self) -> QWidget:
        return self._text

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._text.setReadOnly(read_only)

    @override
    def display(self, value: AnswerValue | None) -> None:
        self._showing = True
        lines = "\n".join(value) if isinstance(value, tuple) else date_text(value)
        self._text.setPlainText(lines)
        self._showing = False

    @Slot()
    def _on_changed(self) -> None:
        if self._showing:
            return
        text = cleaned(self._text.toPlainText())
        if not text.strip():
            self.enter(None)
        elif self._listing:
            self.enter(tuple(item.strip() for item in text.split("\n") if item.strip()))
        else:
            self.enter(text)


def _raw(kind: AnswerKind, text: str) -> object:
    """Typed text in the form `fit` expects; unfit text stays text, which it refuses."""
    match kind:
        case AnswerKind.NUMBER:
            digits = text.strip()
            return int(digits) if digits.isascii() and digits.isdigit() else text
        case AnswerKind.DATE:
            return parse_date(text) or text
        case _:
            return text


def _example(widget: QWidget, question: Question) -> str:
    if question.example:
        return widget.tr("e.g. {0}").format(question.example)
    if question.kind is AnswerKind.LIST:
        return widget.tr("One on each line")
    return ""
