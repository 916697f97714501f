"""One finding: what was found, about which record, the text proposed, its owner and its day."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from app.domain.plan.dates import date_text, parse_date
from app.domain.plan.plan import Plan
from app.domain.plan.texts import cleaned
from app.services.learning.found import Found
from app.services.vouching import Flaw
from ui.dialogs.fitting import fit_height
from ui.dialogs.statement import StatementDialog, text_in
from ui.models.part_words import lesson_options
from ui.pages.exercises.recording.name_box import name_box
from ui.widgets.fields import Field
from ui.widgets.tokens import px

TEXT_PX = 66


class FindingDialog(StatementDialog):
    """Begins with a finding, or with a blank one."""

    given = Signal(object)
    """Carries the `Found`."""

    def __init__(self, parent: QWidget, plan: Plan, before: Found) -> None:
        super().__init__(
            parent,
            self.tr("Finding"),
            self.tr("It becomes a lesson, which waits until somebody decides on it."),
            self.tr("Keep"),
        )
        self.setObjectName("finding_dialog")
        self._options = lesson_options(plan)
        self._text = self._long("text", self.tr("What was found"), before.text, required=True)
        self._about = self._about_box(before.about)
        hint = self.tr("In the words in which the plan is to say it; you see the change first.")
        self._proposal = self._long("proposal", self.tr("Proposed text"), before.proposal, hint)
        self._owner = name_box(self, "statement_owner", plan)
        self._owner.setEditText(before.owner)
        self.add("owner", Field(self, self.tr("Who decides or sees to it"), self._owner))
        self._due = QLineEdit("" if before.due is None else date_text(before.due), self)
        self._due.setObjectName("statement_due")
        self._due.textEdited.connect(self.forget_problems)
        day = self.tr("Such as 30 November 2026.")
        self.add("due", Field(self, self.tr("By which day"), self._due, day))
        self._text.setFocus()

    def _long(
        self, name: str, caption: str, text: str, hint: str = "", *, required: bool = False
    ) -> QPlainTextEdit:
        entry = QPlainTextEdit(self)
        entry.setObjectName(f"statement_{name}")
        entry.setTabChangesFocus(True)
        entry.setFixedHeight(px(TEXT_PX))
        entry.setPlainText(text)
        entry.textChanged.connect(self.forget_problems)
        self.add(name, Field(self, caption, entry, hint, required=required))
        return entry

    def _about_box(self, about: str) -> QComboBox:
        entry = QComboBox(self)
        entry.setObjectName("statement_about")
        line = QLineEdit(entry)
        line.setAccessibleName(self.tr("About"))
        entry.setLineEdit(line)
        entry.addItems([option.text for option in self._options])
        completer = QCompleter([option.text for option in self._options], entry)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        entry.setCompleter(completer)
        keys = [option.value for option in self._options]
        entry.setCurrentIndex(keys.index(about) if about in keys else 0)
        entry.editTextChanged.connect(self.forget_problems)
        hint = self.tr("Type a word of its name to find the section, role or playbook.")
        self.add("about", Field(self, self.tr("About"), entry, hint))
        return entry

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    @override
    def _on_keep(self) -> None:
        text = cleaned(self._text.toPlainText()).strip()
        about, due = self._chosen(), parse_date(text_in(self._due))
        flawed = {
            "text": not text,
            "about": about is None,
            "due": due is None and bool(text_in(self._due)),
        }
        wrong = {name: Flaw.BLANK for name, found in flawed.items() if found}
        if wrong or about is None:
            self.refuse(wrong, self._sentences())
            return
        proposal = cleaned(self._proposal.toPlainText()).strip()
        self.given.emit(Found(text, about, proposal, text_in(self._owner), due))
        self.accept()

    def _chosen(self) -> str | None:
        """The key of the record that is named; None when none of the plan is."""
        typed = text_in(self._about)
        found = (str(option.value) for option in self._options if option.text == typed)
        return next(found, None) if typed else ""

    def _sentences(self) -> dict[str, str]:
        return {
            "text": self.tr("Say what was found; one sentence is enough."),
            "about": self.tr("Choose a record from the list, or leave this blank."),
            "due": self.tr("Enter a date, such as 2026-11-30 or 30 November 2026."),
        }
