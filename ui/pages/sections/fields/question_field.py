"""A question as it stands on the page: its words, the input, a hint, what is wrong."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.interview.questions import AnswerKind, Question
from app.domain.plan.governance import Action
from app.domain.plan.sections import AnswerValue
from ui.pages.sections.fields.choice_fields import ChoiceField, ChoicesField, YesNoField
from ui.pages.sections.fields.field import AnswerField
from ui.pages.sections.fields.text_fields import LineField, LinesField
from ui.pages.sections.fields.while_open import WhileOpen
from ui.widgets.banner import announce
from ui.widgets.labels import Role, label, repolish
from ui.widgets.tokens import px

_FIELDS: dict[AnswerKind, type[AnswerField]] = {
    AnswerKind.TEXT: LineField,
    AnswerKind.NUMBER: LineField,
    AnswerKind.DURATION: LineField,
    AnswerKind.DATE: LineField,
    AnswerKind.LONG_TEXT: LinesField,
    AnswerKind.LIST: LinesField,
    AnswerKind.CHOICE: ChoiceField,
    AnswerKind.CHOICES: ChoicesField,
    AnswerKind.YES_NO: YesNoField,
}
_WIDE = frozenset({AnswerKind.LONG_TEXT, AnswerKind.CHOICES})


class QuestionField(QWidget):
    """One cell of the grid of guided questions."""

    answered = Signal(object, object)
    """Carries the `Question` and its new answer, None when it is open again."""
    proposal_used = Signal(object, object)
    """Carries the `Question` and the proposal that is its answer now."""
    unknown = Signal(object)
    """Carries the `Question` that nobody can answer yet."""

    def __init__(self, parent: QWidget, question: Question) -> None:
        super().__init__(parent)
        self.setObjectName(f"question_{question.id}")
        self.question = question
        self._field = _FIELDS[question.kind](self, question)
        self._title = label(self, self._title_text(), Role.H3, wrap=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading)
        self._hint = label(self, question.why, Role.HINT, wrap=True)
        self._hint.setVisible(bool(question.why))
        self._error = label(self, "", Role.ERROR, wrap=True)
        self._error.setObjectName(f"error_{question.id}")
        self._error.hide()
        self._proposal: AnswerValue | None = None
        self._open: WhileOpen | None = None
        self._read_only = False
        self._name_input()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        for part in (self._title, self._field, self._error, self._hint):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._field.entered.connect(self._on_entered)
        self._field.refused.connect(self._on_refused)

    @property
    def wide(self) -> bool:
        """Whether it wants the whole width."""
        return self.question.kind in _WIDE

    @property
    def answered_now(self) -> bool:
        """Whether the plan has an answer to show."""
        return self._open is None or self._open.isHidden()

    def hide_why(self) -> None:
        """Somebody else shows why the question is asked; it is still told with the input."""
        self._hint.hide()

    def show_answer(self, value: AnswerValue | None) -> None:
        """Show the plan's answer; an entry that did not fit goes when the answer changed."""
        self._field.show_answer(value)

    def show_open(self, proposal: AnswerValue | None, action: Action | None) -> None:
        """Show what is proposed to the open question, and who finds its answer out."""
        self._proposal = proposal
        below = self._below()
        below.show_proposal(proposal)
        below.show_finder(action)
        below.show()
        self._describe()

    def hide_open(self) -> None:
        """The question is answered."""
        if self._open is not None:
            self._open.hide()
        self._describe()

    def set_read_only(self, read_only: bool) -> None:
        """Refuse or allow entries."""
        self._field.set_read_only(read_only)
        self._read_only = read_only
        if self._open is not None:
            self._open.set_read_only(read_only)

    def take_focus(self) -> None:
        """Put the cursor into the input."""
        self._field.input.setFocus()

    def title_height(self, width: int) -> int:
        """How high the words of the question are at `width` px."""
        return self._title.heightForWidth(width)

    def set_title_height(self, height: int) -> None:
        """Give the words of the question at least that height."""
        self._title.setMinimumHeight(height)

    def _title_text(self) -> str:
        return f"{self.question.text} *" if self.question.required else self.question.text

    def _name_input(self) -> None:
        question = self.question
        required = self.tr("{0} (required)").format(question.text)
        said = required if question.required else question.text
        self._field.setAccessibleName(said)
        target = self._field.input
        if question.kind not in {AnswerKind.CHOICES, AnswerKind.YES_NO}:
            target.setObjectName(str(question.id))
            target.setAccessibleName(said)
            self._title.setBuddy(target)
        target.setAccessibleDescription(question.why)

    def _describe(self) -> None:
        """What is wrong comes first; what is no answer is said to be none."""
        said = "" if self._open is None or self._open.isHidden() else self._open.said
        first = self._error.text() or self.question.why
        self._field.input.setAccessibleDescription(" ".join(filter(None, (first, said))))

    def _below(self) -> WhileOpen:
        """What stands below while the question is open, made when that is first so."""
        if self._open is None:
            self._open = WhileOpen(self, self.question)
            self._open.set_read_only(self._read_only)
            self._open.used.connect(self._on_used)
            self._open.unknown.connect(self._on_unknown)
            self._column.insertWidget(self._column.count() - 1, self._open)
        return self._open

    @Slot()
    def _on_used(self) -> None:
        """The button that was pressed goes; the answer stays at hand."""
        self.proposal_used.emit(self.question, self._proposal)
        self.take_focus()

    @Slot()
    def _on_unknown(self) -> None:
        self.unknown.emit(self.question)

    @Slot(object)
    def _on_entered(self, value: AnswerValue | None) -> None:
        self.answered.emit(self.question, value)

    @Slot(str)
    def _on_refused(self, expected: str) -> None:
        target: QWidget = self._field.input
        shown: QLabel = self._error
        if expected and not shown.isVisible():
            announce(shown, expected)
        shown.setText(expected)
        shown.setVisible(bool(expected))
        state = "true" if expected else "false"
        if target.property("invalid") != state:
            target.setProperty("invalid", state)
            repolish(target)
        self._describe()
