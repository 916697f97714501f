"""The guided questions of one section in a grid of one or two columns."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from app.domain.interview.conditions import Answers, says_something
from app.domain.interview.questions import Question
from ui.bridge.session import PlanBridge
from ui.pages.sections.fields.asking import show_in, who_finds_out
from ui.pages.sections.fields.question_field import QuestionField
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

TWO_COLUMNS_FROM_PX = 520


class QuestionsCard(Card):
    """Asks what the section asks under the present answers."""

    answered = Signal(object, object)
    """Carries the `Question` and its new answer, None when it is open again."""
    proposal_used = Signal(object, object)
    """Carries the `Question` and the proposal that is its answer now."""
    found_out_by = Signal(object, str, object)
    """Carries the `Question`, who finds it out, and the day until when or None."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent, "")
        self._bridge = bridge
        self.setObjectName("questions_card")
        self.set_title(self.tr("Guided questions"))
        self._fields: dict[str, QuestionField] = {}
        self._placed: tuple[tuple[str, ...], int] = ((), 0)
        self.header.insertWidget(0, Picture(self, "clipboard-check", "accent_text"))
        self._count = label(self, "", Role.HINT)
        self._count.setObjectName("questions_count")
        self.add_action(self._count)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(16))
        self.body.addLayout(self._grid)

    def ask(self, questions: Sequence[Question], *, read_only: bool) -> None:
        """Make the inputs of another section."""
        for field in self._fields.values():
            self._grid.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._fields = {str(item.id): QuestionField(self, item) for item in questions}
        self._placed = ((), 0)
        for field in self._fields.values():
            field.hide()
            field.set_read_only(read_only)
            field.answered.connect(self.answered)
            field.proposal_used.connect(self.proposal_used)
            field.unknown.connect(self._on_unknown)

    def show_answers(self, asked: Sequence[Question], answers: Answers) -> None:
        """Show the plan's answers, and of the questions only those `asked` now."""
        for field in self._fields.values():
            show_in(field, self._bridge, answers)
        self._place(tuple(str(item.id) for item in asked))
        done = sum(says_something(answers.get(str(item.id))) for item in asked)
        self._count.setText(self.tr("{0} of {1} answered").format(done, len(asked)))
        self.setVisible(bool(asked))

    def field(self, name: str) -> QuestionField | None:
        """The input of a question; None when the section has no such question."""
        return self._fields.get(name)

    @Slot(object)
    def _on_unknown(self, question: Question) -> None:
        dialog = who_finds_out(self._bridge, question, self.window())
        dialog.given.connect(partial(self.found_out_by.emit, question))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self._placed[0])

    def _place(self, names: tuple[str, ...]) -> None:
        """Lay the questions out; an input that keeps the focus is only moved."""
        columns = 2 if self.width() >= px(TWO_COLUMNS_FROM_PX) else 1
        if (names, columns) != self._placed:
            self._placed = (names, columns)
            self._arrange(names, columns)
        self._align(names, columns)

    def _arrange(self, names: tuple[str, ...], columns: int) -> None:
        for name, field in self._fields.items():
            self._grid.removeWidget(field)
            field.setVisible(name in names)
        for name, (row, column, span) in _cells(names, self._fields, columns).items():
            self._grid.addWidget(self._fields[name], row, column, 1, span)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _align(self, names: tuple[str, ...], columns: int) -> None:
        """Inputs side by side stand on one line, however long their questions are."""
        width = (self.width() - px(2 * 20 + 16)) // 2
        rows: dict[int, list[QuestionField]] = {}
        for name, (row, _, span) in _cells(names, self._fields, columns).items():
            if span < columns:
                rows.setdefault(row, []).append(self._fields[name])
            else:
                self._fields[name].set_title_height(0)
        for fields in rows.values():
            height = max(field.title_height(width) for field in fields)
            for field in fields:
                field.set_title_height(height)


def _cells(
    names: Sequence[str], fields: Mapping[str, QuestionField], columns: int
) -> dict[str, tuple[int, int, int]]:
    """The row, column and width in columns of each question."""
    cells: dict[str, tuple[int, int, int]] = {}
    row = column = 0
    for name in names:
        span = columns if fields[name].wide else 1
        if column + span > columns:
            row, column = row + 1, 0
        cells[name] = (row, column, span)
        column += span
    return cells
