"""Asks why findings are accepted, by whom, and on which day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from app.domain.judgement.findings import Finding
from app.domain.plan.dates import date_text, parse_date
from app.domain.plan.texts import cleaned
from app.services.accepting import Acceptance, flaws
from ui.dialogs.statement import StatementDialog, text_in
from ui.widgets.fields import Field
from ui.widgets.tokens import px

REASON_PX = 84


class AcceptDialog(StatementDialog):
    """Begins with `person` and today; without a reason nothing is accepted."""

    given = Signal(object)
    """Carries the `Acceptance`."""

    def __init__(
        self,
        parent: QWidget,
        findings: Sequence[Finding],
        person: str,
        today: date,
        names: Sequence[str],
    ) -> None:
        title = self.tr("Accept this finding?")
        text = findings[0].reason
        if len(findings) > 1:
            title = self.tr("Accept {0} findings?").format(len(findings))
            text = self.tr("All of them get the same reason.")
        super().__init__(parent, title, text, self.tr("Accept"))
        self.setObjectName("accept_dialog")
        self._today = today
        self._reason = QPlainTextEdit(self)
        self._reason.setObjectName("statement_reason")
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(px(REASON_PX))
        hint = self.tr("One sentence; it is printed in the plan, where auditors read it.")
        why = self.tr("Why can the plan live with it?")
        self.add("reason", Field(self, why, self._reason, hint, required=True))
        self._reason.textChanged.connect(self.forget_problems)
        self._by = self.person("by", self.tr("Who accepts it"), names)
        self._by.setEditText(person)
        self._on = self.line("on", self.tr("Date"))
        self._on.setText(date_text(today))
        self._reason.setFocus()

    @override
    def _on_keep(self) -> None:
        reason = " ".join(cleaned(self._reason.toPlainText()).split())
        given = Acceptance(reason, text_in(self._by), parse_date(text_in(self._on)))
        wrong = flaws(given, self._today)
        if wrong:
            self.refuse(wrong, self._sentences())
            return
        self.given.emit(given)
        self.accept()

    def _sentences(self) -> dict[str, str]:
        return {
            "reason": self.tr("State the reason; without one the finding stays open."),
            "by": self.tr("Name the person; nobody can be asked otherwise."),
            "on": self.tr("Enter a date, such as 2026-11-30 or 30 November 2026."),
        }
