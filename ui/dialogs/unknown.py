"""Asks who finds out what nobody can answer yet, and until when."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from app.domain.interview.questions import Question
from app.domain.plan.dates import date_text, parse_date
from app.domain.plan.governance import Action
from app.services.vouching import Flaw
from ui.dialogs.statement import StatementDialog, text_in
from ui.widgets.fields import Field


class UnknownDialog(StatementDialog):
    """Begins with the `action` there is; the day may stay open."""

    given = Signal(str, object)
    """Carries who finds out, and the day until when or None."""

    def __init__(
        self,
        parent: QWidget,
        question: Question,
        names: Sequence[str],
        action: Action | None = None,
    ) -> None:
        super().__init__(
            parent,
            self.tr("Who finds out?"),
            question.text,
            self.tr("Make it an action"),
        )
        self.setObjectName("unknown_dialog")
        self._owner = self.person("owner", self.tr("Person"), names)
        self._owner.setEditText("" if action is None else action.owner)
        self._due = QLineEdit(self)
        self._due.setObjectName("statement_due")
        hint = self.tr("A date such as 18 December 2026; leave it empty if no day is set.")
        self.add("due", Field(self, self.tr("Until when"), self._due, hint))
        if action is not None and action.due is not None:
            self._due.setText(date_text(action.due))
        self._due.textEdited.connect(self.forget_problems)
        self._owner.setFocus()

    @override
    def _on_keep(self) -> None:
        owner, typed = text_in(self._owner), text_in(self._due)
        due = parse_date(typed)
        wrong: dict[str, Flaw] = {}
        if not owner:
            wrong["owner"] = Flaw.BLANK
        if typed and due is None:
            wrong["due"] = Flaw.BLANK
        if wrong:
            self.refuse(wrong, self._sentences())
            return
        self.given.emit(owner, due)
        self.accept()

    def _sentences(self) -> dict[str, str]:
        return {
            "owner": self.tr("Name the person who finds out; nobody does otherwise."),
            "due": self.tr("Enter a date, such as 2026-12-18 or 18 December 2026."),
        }
