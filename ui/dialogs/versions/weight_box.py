"""Whether the changes are material: what is proposed and why, and the way to decide otherwise."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.comparing.weighing import weigh
from app.services.approving.proposing import Proposal
from ui.bridge.words import counted
from ui.dialogs.statement import text_in
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

SHOWN = 5
"""So many reasons are listed; the rest is counted."""


class WeightBox(QWidget):
    """The number follows from the choice; another than the proposed one needs a reason."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._proposal: Proposal | None = None
        self._told = label(self, "", Role.BODY, wrap=True)
        self._told.setObjectName("submit_proposed")
        self._material = self._choice("submit_material", self.tr("Material: a new major version"))
        self._minor = self._choice("submit_minor", self.tr("Not material: a new minor version"))
        group = QButtonGroup(self)
        group.addButton(self._material)
        group.addButton(self._minor)
        self._number = label(self, "", Role.STRONG, wrap=True)
        self._number.setObjectName("submit_number")
        self._reason = QLineEdit(self)
        self._reason.setObjectName("submit_overruled")
        caption = self.tr("Why it is weighed otherwise than proposed")
        self._field = Field(self, caption, self._reason, required=True)
        self._lay_out()
        self._material.toggled.connect(self._show_state)
        self._reason.textEdited.connect(self._on_edited)

    @property
    def material(self) -> bool:
        """What was chosen."""
        return self._material.isChecked()

    @property
    def number(self) -> str:
        """The number that follows from it; blank before anything is proposed."""
        return "" if self._proposal is None else self._proposal.number(material=self.material)

    @property
    def overruled(self) -> str:
        """Why another weight than the proposed one was chosen; blank when it was not."""
        return text_in(self._reason) if self._differs() else ""

    def show_proposal(self, proposal: Proposal) -> None:
        """Start with what is proposed."""
        self._proposal = proposal
        (self._material if proposal.material else self._minor).setChecked(True)
        first = proposal.comparison is None
        self._minor.setEnabled(not first)
        self._told.setText(self._said(proposal))
        self._show_state()

    def complete(self) -> bool:
        """Whether a decision against the proposal has its reason; that it has none is said."""
        missing = self._differs() and not self.overruled
        said = self.tr("Say why the changes are weighed otherwise; one sentence is enough.")
        self._field.show_problem(said if missing else "")
        if missing:
            self._reason.setFocus()
        return not missing

    def _choice(self, name: str, text: str) -> QRadioButton:
        made = QRadioButton(text, self)
        made.setObjectName(name)
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(18))
        row.addWidget(self._material)
        row.addWidget(self._minor)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._told)
        column.addLayout(row)
        column.addWidget(self._field)
        column.addWidget(self._number)

    def _differs(self) -> bool:
        return self._proposal is not None and self.material is not self._proposal.material

    def _said(self, proposal: Proposal) -> str:
        if proposal.comparison is None:
            return self.tr("The first version that is approved here is always material.")
        reasons = weigh(proposal.comparison).reasons
        if not reasons:
            return self.tr("Proposed: not material. No change since the last version is material.")
        shown = [self.tr("Proposed: material, because of these changes:")]
        shown += [f"\u2022 {reason}" for reason in reasons[:SHOWN]]
        left = len(reasons) - SHOWN
        if left > 0:
            one, many = self.tr("\u2022 and 1 more"), self.tr("\u2022 and {n} more")
            shown.append(counted(left, one, many))
        return "\n".join(shown)

    @Slot()
    def _show_state(self) -> None:
        self._field.setVisible(self._differs())
        self._number.setText(self.tr("It becomes version {0}.").format(self.number))
        self._number.setVisible(bool(self.number))
        self.changed.emit()

    @Slot()
    def _on_edited(self) -> None:
        if self._field.problem:
            self._field.show_problem("")
