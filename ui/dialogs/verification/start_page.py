"""How a verification round begins: over whom, and who calls."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QRadioButton, QVBoxLayout, QWidget

from app.domain.plan.plan import Plan
from app.domain.plan.texts import cleaned
from app.services.people.rounds import Round
from app.services.reviewing.finding import resting
from ui.bridge.words import counted
from ui.dialogs.verification.words import progress_text
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class StartPage(QWidget):
    """Offers to go on with a round that was left."""

    changed = Signal()
    """Something else is chosen."""

    def __init__(self, parent: QWidget, plan: Plan, due: int, left: Round | None) -> None:
        super().__init__(parent)
        self.setObjectName("round_start")
        every, total = plan.kept.verify_every, len(plan.people)
        said = self.tr(
            "You call one person after the other, correct what is wrong, and tick who was reached. "
            "Whoever is called first in an incident comes first."
        )
        some = self.tr("Those not verified in the last {0} days: {1}").format(every, due)
        self._go_on = QRadioButton(self)
        self._go_on.setObjectName("round_go_on")
        self._due = QRadioButton(some, self)
        self._due.setObjectName("round_due")
        self._due.setEnabled(due > 0)
        everybody = counted(total, self.tr("Everybody: 1"), self.tr("Everybody: {n}"))
        self._all = QRadioButton(everybody, self)
        self._all.setObjectName("round_all")
        self.by = QLineEdit(self)
        self.by.setObjectName("round_by")
        hint = self.tr("Stands beside the date in every record that is verified.")
        self._by = Field(self, self.tr("Who calls"), self.by, hint, required=True)
        self._lay_out(said, self._noted(plan))
        self._offer(left, due)

    def _lay_out(self, said: str, noted: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(label(self, said, Role.BODY, wrap=True))
        for choice in (self._go_on, self._due, self._all):
            column.addWidget(choice)
            choice.toggled.connect(self._on_changed)
        column.addSpacing(px(8))
        column.addWidget(self._by)
        column.addWidget(label(self, noted, Role.HINT, wrap=True))
        column.addStretch(1)

    @property
    def goes_on(self) -> bool:
        """Whether the round that was left is to go on."""
        return self._go_on.isChecked()

    @property
    def everybody(self) -> bool:
        """Whether those are called too whose contacts are fresh."""
        return self._all.isChecked()

    @property
    def name(self) -> str:
        """Who calls; blank while that is not said."""
        return " ".join(cleaned(self.by.text()).split())

    def ask_name(self) -> None:
        """Say that a name is needed."""
        self._by.show_problem(self.tr("Say who calls; the record names them."))
        self.by.setFocus()

    def _offer(self, left: Round | None, due: int) -> None:
        resumable = left is not None and left.done > 0 and not left.finished
        self._go_on.setVisible(resumable)
        if left is not None and resumable:
            self._go_on.setText(self.tr("Go on: {0}").format(progress_text(left)))
        first = self._go_on if resumable else self._due if due else self._all
        first.setChecked(True)

    def _noted(self, plan: Plan) -> str:
        session = resting(plan)
        if session is None:
            return ""
        said = self.tr("The calls are noted in the review session \u201c{0}\u201d as well.")
        return said.format(session.title)

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
