"""What stands below an open question: a proposal, and who finds the answer out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.interview.answer_words import answer_text
from app.domain.interview.questions import Question
from app.domain.plan.dates import date_text
from app.domain.plan.governance import Action
from app.domain.plan.sections import AnswerValue
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

PICTURE_PX = 14


class WhileOpen(QWidget):
    """Hidden once the question is answered."""

    used = Signal()
    """The proposal is to be the answer."""
    unknown = Signal()
    """Nobody can answer yet; somebody is to be named who finds out."""

    def __init__(self, parent: QWidget, question: Question) -> None:
        super().__init__(parent)
        self._question = question
        self._offer = _Row(self, "sparkles", f"proposal_{question.id}")
        self._use = button(self, f"use_{question.id}", self.tr("Use"), Look.LINK)
        self._use.setAccessibleName(self.tr("Use the proposal for: {0}").format(question.text))
        self._offer.finish(self._use)
        self._finder = _Row(self, "user", f"finder_{question.id}")
        self._ask = button(self, f"unknown_{question.id}", "", Look.LINK)
        self._finder.finish(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self._offer)
        column.addWidget(self._finder)
        self._use.clicked.connect(self.used)
        self._ask.clicked.connect(self.unknown)
        self.show_finder(None)
        self.show_proposal(None)

    @property
    def said(self) -> str:
        """All of it, for those who hear the input's description; blank while it is hidden."""
        rows = (self._offer, self._finder)
        return " ".join(row.said for row in rows if row.said and not row.isHidden())

    def show_proposal(self, value: AnswerValue | None) -> None:
        """Show what the template proposes; None where it proposes nothing."""
        words = "" if value is None else self._words(value)
        said = self.tr("A proposal, not an answer: {0}.").format(words)
        self._offer.show_text(self.tr("Proposed: {0}").format(words), said if words else "")
        self._offer.setVisible(bool(words))

    def show_finder(self, action: Action | None) -> None:
        """Show who finds out; None while nobody does."""
        text = "" if action is None else self._finds(action)
        self._finder.show_text(text, text)
        again = self.tr("Change\u2026") if text else self.tr("I don't know yet\u2026")
        set_button_text(self._ask, again)
        self._ask.setAccessibleName(f"{again} {self._question.text}")

    def set_read_only(self, read_only: bool) -> None:
        """Leave nothing to press."""
        self._use.setVisible(not read_only)
        self._ask.setVisible(not read_only)

    def _words(self, value: AnswerValue) -> str:
        if isinstance(value, bool):
            return self.tr("Yes") if value else self.tr("No")
        return answer_text(self._question, value)

    def _finds(self, action: Action) -> str:
        owner = action.owner.strip() or self.tr("Somebody")
        if action.due is None:
            return self.tr("{0} finds out").format(owner)
        return self.tr("{0} finds out until {1}").format(owner, date_text(action.due))


class _Row(QWidget):
    """A picture, words, and something to press behind them."""

    def __init__(self, parent: QWidget, picture: str, name: str) -> None:
        super().__init__(parent)
        self.said = ""
        self._picture = Picture(self, picture, "text3", PICTURE_PX)
        self._text = label(self, "", Role.HINT, wrap=True)
        self._text.setObjectName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(6))
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._text, 1)

    def finish(self, action: QWidget) -> None:
        """Put `action` at the end."""
        place = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        self._row.addWidget(action, 0, place)

    def show_text(self, text: str, said: str) -> None:
        """Show `text`; screen readers say `said`. Without a text only the action is left."""
        self.said = said
        self._text.setText(text)
        self._text.setAccessibleName(said)
        self._picture.setVisible(bool(text))
        self._text.setVisible(bool(text))
