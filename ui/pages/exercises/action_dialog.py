"""Hands a lesson on to an action: who does it, by when."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.plan.dates import date_text, parse_date
from app.domain.plan.lessons import Lesson
from app.domain.plan.plan import Plan
from app.services.learning.deciding import action_for
from app.services.vouching import Flaw
from ui.dialogs.statement import StatementDialog, text_in


class ActionDialog(StatementDialog):
    """An action without an owner and a day would not be done."""

    given = Signal(object)
    """Carries the `Action`."""

    def __init__(self, parent: QWidget, plan: Plan, lesson: Lesson) -> None:
        super().__init__(
            parent,
            QCoreApplication.translate("ActionDialog", "Make an action of this lesson"),
            lesson.text,
            QCoreApplication.translate("ActionDialog", "Make the action"),
        )
        self.setObjectName("action_dialog")
        self._lesson = lesson
        names = [person.name for person in plan.people.values()]
        self._owner = self.person("owner", self.tr("Who does it"), names)
        self._owner.setEditText(lesson.owner)
        hint = self.tr("Such as 30 November 2026.")
        self._due = self.line("due", self.tr("By which day"), hint)
        self._due.setText("" if lesson.due is None else date_text(lesson.due))
        self._owner.setFocus()

    @override
    def _on_keep(self) -> None:
        owner, due = text_in(self._owner), parse_date(text_in(self._due))
        wrong = {} if owner else {"owner": Flaw.BLANK}
        if due is None:
            wrong["due"] = Flaw.BLANK
        if wrong:
            self.refuse(
                wrong,
                {
                    "owner": self.tr("Name who does it."),
                    "due": self.tr("Enter a date, such as 2026-11-30 or 30 November 2026."),
                },
            )
            return
        self.given.emit(action_for(self._lesson, owner, due))
        self.accept()
