"""Asks who vouches for a requirement, when, and what they looked at."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from app.domain.plan.assurance import Attestation
from app.domain.plan.dates import date_text, parse_date
from app.domain.plan.texts import cleaned
from app.services.vouching import flaws
from ui.dialogs.statement import StatementDialog, text_in
from ui.models.requirement_view import RequirementView
from ui.widgets.fields import Field
from ui.widgets.tokens import px

NOTE_PX = 84


class AttestDialog(StatementDialog):
    """Begins with the attestation there is, or with `person` and today."""

    given = Signal(object)
    """Carries the `Attestation`."""

    def __init__(
        self,
        parent: QWidget,
        view: RequirementView,
        person: str,
        today: date,
        names: tuple[str, ...],
    ) -> None:
        item = view.status.requirement
        super().__init__(
            parent,
            self.tr("Attest {0}: {1}").format(item.id, item.title),
            self.tr("A named person vouches that this is met. It stands in the plan."),
            self.tr("Attest"),
        )
        self.setObjectName("attest_dialog")
        self._view, self._today = view, today
        before = view.status.vouched.attestation or Attestation(view.key, person, "", today)
        self._by = self.person("by", self.tr("Who attests it"), names)
        self._by.setEditText(before.by)
        self._note = QPlainTextEdit(self)
        self._note.setObjectName("statement_note")
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(px(NOTE_PX))
        self._note.setPlainText(before.note)
        hint = self.tr("What you looked at, and what you saw; one sentence is enough.")
        self.add("note", Field(self, self.tr("Note"), self._note, hint, required=True))
        self._note.textChanged.connect(self.forget_problems)
        self._on = self.line("on", self.tr("Date"))
        self._on.setText(date_text(before.on or today))
        (self._note if before.by else self._by).setFocus()

    @override
    def _on_keep(self) -> None:
        given = Attestation(
            self._view.key,
            text_in(self._by),
            cleaned(self._note.toPlainText()).strip(),
            parse_date(text_in(self._on)),
        )
        wrong = flaws(given, self._today)
        if wrong:
            self.refuse(wrong, self._sentences())
            return
        self.given.emit(given)
        self.accept()

    def _sentences(self) -> dict[str, str]:
        return {
            "by": self.tr("Name the person; nobody can be asked otherwise."),
            "note": self.tr("State what was looked at; one sentence is enough."),
            "on": self.tr("Enter a date, such as 2026-11-30 or 30 November 2026."),
        }
