"""The card about a section that does not apply: asks for the reason, shows it, takes it back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.plan.texts import cleaned
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class ExemptCard(Card):
    """Hidden unless the section is, or is to be, marked not applicable."""

    exempted = Signal(str)
    """Carries the reason."""
    applied = Signal()
    """The section applies after all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "")
        self.setObjectName("exempt_card")
        self._reason = QLineEdit(self)
        self._reason.setObjectName("exempt_reason")
        self._reason.setPlaceholderText(self.tr("e.g. The organisation takes no card payments."))
        self._text = label(
            self,
            self.tr("The section is printed with this reason in place of its text."),
            Role.BODY,
            wrap=True,
        )
        hint = self.tr("Auditors read the reason; one sentence is enough.")
        self._field = Field(
            self, self.tr("Why does this section not apply?"), self._reason, hint, required=True
        )
        self._keep = button(self, "exempt_confirm", self.tr("Mark not applicable"), Look.PRIMARY)
        self._cancel = button(self, "exempt_cancel", self.tr("Cancel"))
        self._undo = button(self, "exempt_undo", self.tr("The section applies after all"))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for part in (self._keep, self._cancel, self._undo):
            row.addWidget(part)
        row.addStretch(1)
        self.add(self._text)
        self.add(self._field)
        self.body.addLayout(row)
        self._stated = ""
        self._keep.clicked.connect(self._on_keep)
        self._reason.returnPressed.connect(self._on_keep)
        self._reason.textEdited.connect(self._on_edited)
        self._cancel.clicked.connect(self.hide)
        self._undo.clicked.connect(self.applied)
        self.hide()

    @property
    def asking(self) -> bool:
        """Whether a reason is being asked for."""
        return self.isVisible() and self._keep.isVisible()

    def show_reason(self, reason: str, *, read_only: bool) -> None:
        """Show the reason in force; a blank one hides the card."""
        if reason == self._stated and self.isVisible() is bool(reason):
            return
        self._stated = reason
        if self._reason.text() != reason:
            self._reason.setText(reason)
        self._reason.setReadOnly(read_only)
        self._show_as(asking=False)
        self._undo.setEnabled(not read_only)
        self.setVisible(bool(reason))

    def ask(self) -> None:
        """Ask for a reason."""
        self._reason.clear()
        self._field.show_problem("")
        self._show_as(asking=True)
        self.show()
        self._reason.setFocus()

    def _show_as(self, *, asking: bool) -> None:
        title = self.tr("Mark not applicable") if asking else self.tr("Not applicable")
        self.set_title(title)
        self._keep.setVisible(asking)
        self._cancel.setVisible(asking)
        self._undo.setVisible(not asking)

    @Slot()
    def _on_keep(self) -> None:
        reason = cleaned(self._reason.text()).strip()
        if not reason:
            self._field.show_problem(self.tr("State the reason; without one the section stays."))
            return
        self.exempted.emit(reason)

    @Slot()
    def _on_edited(self) -> None:
        """A reason in force is reworded as one types; an emptied one is not applied."""
        if self._undo.isVisible():
            reason = cleaned(self._reason.text()).strip()
            problem = "" if reason else self.tr("State the reason, or let the section apply.")
            self._field.show_problem(problem)
            if reason:
                self._stated = reason
                self.exempted.emit(reason)
        elif self._field.problem:
            self._field.show_problem("")
