"""A question with a few answers, asked without stopping the program."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class QuestionDialog(QDialog):
    """`answers` are (key, text) pairs, the safe one first; closing the window is the safe one."""

    answered = Signal(str)
    """Carries the key of the answer."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        answers: Sequence[tuple[str, str]],
        details: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("question_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(px(460))
        self._answer = answers[0][0]
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        column.addWidget(label(self, title, Role.H2, wrap=True))
        column.addWidget(label(self, text, Role.BODY, wrap=True))
        if details:
            column.addWidget(self._details(details))
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        for at, (key, words) in enumerate(answers):
            made = button(self, f"answer_{key}", words, Look.PLAIN if at else Look.PRIMARY)
            made.clicked.connect(partial(self._on_answer, key))
            foot.insertWidget(1, made)
        column.addSpacing(px(4))
        column.addLayout(foot)

    @override
    def done(self, result: int, /) -> None:
        """Every way out is an answer."""
        self.answered.emit(self._answer)
        super().done(result)

    def _details(self, details: str) -> QPlainTextEdit:
        made = QPlainTextEdit(details, self)
        made.setObjectName("question_details")
        made.setAccessibleName(self.tr("Details"))
        made.setReadOnly(True)
        made.setMinimumHeight(px(160))
        return made

    def _on_answer(self, key: str) -> None:
        self._answer = key
        self.accept()
