"""One step in full: everything it says, and what is found in it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.findings import Finding
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from ui.bridge.session import PlanBridge
from ui.dialogs.comments.opener import CommentsOpener
from ui.dialogs.record.entries import Entry
from ui.models.record_options import Option
from ui.models.step_branches import way_options
from ui.pages.playbooks.branches_entry import BranchesEntry
from ui.pages.playbooks.found_box import FoundBox
from ui.pages.playbooks.record_form import RecordForm
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

NAMES = (
    "action",
    "phase",
    "role",
    "within",
    "decision",
    "criteria",
    "decided_by",
    "branches",
    "evidence",
    "side_effect",
    "message",
)


class StepCard(QFrame):
    """A form that scrolls under the findings; without a step it says how to begin."""

    given = Signal(object, str, object)
    """Carries the id of the step, a field, and what was entered there."""
    mended = Signal(object)
    """Carries a `Finding` whose quick-fix is wanted."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("step_card")
        self.setProperty("card", "true")
        self._bridge = bridge
        self._head = label(self, "", Role.H2)
        self._scroll = ScrollBody(self, "step_scroll")
        self._scroll.content.setContentsMargins(px(16), px(4), px(16), px(16))
        self._scroll.content.setSpacing(px(12))
        body = self._scroll.body
        self.found = FoundBox(bridge, body)
        self.form = RecordForm(bridge, Kind.STEP, NAMES, body, {"branches": self._branches})
        nothing = self.tr("Choose a step, or press Enter in the list to add one.")
        self._nothing = label(body, nothing, Role.HINT, wrap=True)
        for part in (self._nothing, self.found, self.form):
            self._scroll.content.addWidget(part)
        self._scroll.content.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(14), 0, px(4))
        column.setSpacing(px(8))
        self.comments = CommentsOpener(bridge, "step_comments", self)
        head = QHBoxLayout()
        head.setContentsMargins(px(16), 0, px(16), 0)
        head.addWidget(self._head, 1)
        head.addWidget(self.comments.button)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self.form.given.connect(self.given)
        self.found.mended.connect(self.mended)

    def show_step(self, key: RecordId | None, number: int, findings: Sequence[Finding]) -> None:
        """Show a step with its number in the playbook and what is found in it."""
        self._head.setText(self.tr("Step {0}").format(number) if key is not None else "")
        self._nothing.setVisible(key is None)
        self.comments.show_about(None if key is None else (Kind.STEP, key))
        self.found.show_findings(findings)
        self.form.show_record(key)
        self.form.warn("role", self._unheld(key))

    def _unheld(self, key: RecordId | None) -> str:
        """That nobody can do the step, since nobody holds its role."""
        plan = self._bridge.plan
        step = plan.steps.get(key) if key is not None else None
        role = plan.roles.get(step.role) if step is not None and step.role is not None else None
        if role is None or role.holder in plan.people:
            return ""
        return self.tr("Nobody holds this role yet; name somebody under People & roles.")

    def focus(self, field: str) -> None:
        """Put the cursor into a field."""
        self.form.focus(field)

    def _branches(self, parent: QWidget) -> Entry:
        return BranchesEntry(parent, self._ways)

    def _ways(self) -> tuple[Option, ...]:
        key = self.form.key
        step = self._bridge.plan.steps.get(key) if key is not None else None
        return way_options(self._bridge.plan, step) if step is not None else ()
