"""One question of the interview, with why it is asked and an example beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.interview.questions import Question
from ui.pages.sections.fields.question_field import QuestionField
from ui.widgets.cards import Card, line
from ui.widgets.labels import Role, label, repolish
from ui.widgets.tokens import px

QWIDGETSIZE_MAX = 16_777_215
"""Takes back what the style sheet said of the other way the line ran."""
BESIDE_FROM_PX, BESIDE_WIDE_FROM_PX = 480, 640
"""In a narrower row the reason stands below the question, which may want much width itself."""


class QuestionRow(Card):
    """`field` takes the answer; the rest is to be read."""

    def __init__(self, parent: QWidget, question: Question) -> None:
        super().__init__(parent)
        self.setObjectName(f"row_{question.id}")
        self.setAccessibleName(question.text)
        self.question = question
        self.field = QuestionField(self, question)
        self.field.hide_why()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(px(20))
        self._row.addWidget(self.field, 3)
        aside = self._told(question)
        self._line = line(self, vertical=True)
        self._line.setVisible(aside is not None)
        self._row.addWidget(self._line)
        if aside is not None:
            self._row.addWidget(aside, 2, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = BESIDE_WIDE_FROM_PX if self.field.wide else BESIDE_FROM_PX
        wide = event.size().width() >= px(least)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if wide else down)
        self._row.setSpacing(px(20 if wide else 12))
        way = "vertical" if wide else "horizontal"
        if self._line.property("line") != way:
            self._line.setProperty("line", way)
            self._line.setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX)
            repolish(self._line)

    def _told(self, question: Question) -> QWidget | None:
        """Why it is asked, and an example; None where neither is known."""
        parts = (
            (self.tr("Why we ask"), question.why.strip()),
            (self.tr("For example"), question.example.strip()),
        )
        if not any(text for _, text in parts):
            return None
        made = QFrame(self)
        made.setObjectName(f"why_{question.id}")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        for at, (head, text) in enumerate(part for part in parts if part[1]):
            if at:
                column.addSpacing(px(6))
            column.addWidget(label(made, head, Role.OVERLINE))
            column.addWidget(label(made, text, Role.HINT, wrap=True))
        return made
