"""What every input for an answer does."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.interview.questions import Question
from app.domain.plan.sections import AnswerValue


class AnswerField(QWidget):
    """An input for one question; the plan's answer comes in by `show_answer`.

    What a person enters goes out by `entered`, None for an input emptied; text that is no
    answer stays in the input and goes out by `refused`, with what is expected instead.
    """

    entered = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget, question: Question) -> None:
        super().__init__(parent)
        self.question = question
        self._value: AnswerValue | None = None

    def show_answer(self, value: AnswerValue | None) -> None:
        """Show the plan's answer, unless it is what was last entered or shown."""
        if value != self._value:
            self._value = value
            self.display(value)

    def display(self, value: AnswerValue | None) -> None:
        """Put `value` into the input without telling anybody."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        """Refuse or allow entries."""
        self.setEnabled(not read_only)

    def enter(self, value: AnswerValue | None) -> None:
        """Tell of an answer a person has entered."""
        if value != self._value:
            self._value = value
            self.entered.emit(value)

    @property
    def input(self) -> QWidget:
        """The widget that takes the focus and is marked when an entry does not fit."""
        raise NotImplementedError
