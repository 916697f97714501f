"""One row that the playbooks suggest: its parts and why, and what stays as people set it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.plan.plan import Plan
from app.services.raci.generating import Proposal
from ui.bridge.words import counted
from ui.models.raci_reasons import kept_text, reason_text
from ui.widgets.labels import Role, label, paragraph, set_paragraph
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px


class ProposalView(QWidget):
    """Scrolls where there is more than it has room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = label(self, "", Role.H2, wrap=True)
        self._name.setObjectName("generate_name")
        self._source = label(self, "", Role.HINT, wrap=True)
        self._source.setObjectName("generate_source")
        told = ScrollBody(self, "generate_told")
        told.content.setContentsMargins(0, 0, px(8), 0)
        told.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        told.setAccessibleName(self.tr("Parts and reasons"))
        self._reasons = paragraph(told.body)
        self._reasons.setObjectName("generate_reasons")
        self._kept = paragraph(told.body)
        self._kept.setObjectName("generate_kept")
        for part in (self._reasons, self._kept):
            told.content.addWidget(part)
        told.content.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for part in (self._name, self._source):
            column.addWidget(part)
        column.addWidget(told, 1)

    def show_proposal(self, plan: Plan, proposal: Proposal | None) -> None:
        """Tell of one row; None where the playbooks suggest nothing."""
        if proposal is None:
            self._name.setText(self.tr("The playbooks have no steps with roles of this plan."))
            for part in (self._source, self._reasons, self._kept):
                part.clear()
            return
        self._name.setText(proposal.row.activity)
        steps = counted(len(proposal.topic.steps), self.tr("1 step"), self.tr("{n} steps"))
        books = counted(
            len(proposal.topic.playbooks), self.tr("1 playbook"), self.tr("{n} playbooks")
        )
        self._source.setText(self.tr("From {0} of {1}").format(steps, books))
        told = [reason_text(plan, reason) for reason in proposal.reasons]
        if not told:
            told = [self.tr("The table says all of it already.")]
        set_paragraph(self._reasons, "\n".join(told))
        set_paragraph(self._kept, kept_text(plan, proposal.kept))
