"""The card with the matrix, its keys and what is wrong with it."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.judgement.findings import Finding
from app.domain.plan.axes import axes
from app.domain.plan.classification import cell_id
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from ui.bridge.session import PlanBridge
from ui.pages.classification.finding_bar import FindingBar
from ui.pages.classification.matrix_table import MatrixTable
from ui.widgets.banner import announce
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label


class MatrixCard(Card):
    """Says what to do first while there is nothing to set."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent, " ")
        self.setObjectName("card_matrix")
        self._bridge = bridge
        self.table = MatrixTable(bridge, self)
        self.bar = FindingBar(bridge, self, "findings_matrix")
        self._keys = label(self, "", Role.HINT)
        self._scales = label(self, "", Role.HINT, wrap=True)
        empty = self.tr("Add levels of both scales below; then a matrix appears here.")
        self._empty = label(self, empty, Role.HINT, wrap=True)
        self._problem = label(self, "", Role.ERROR, wrap=True)
        self._problem.setObjectName("problem_matrix")
        self._problem.hide()
        self.add_action(self._keys)
        for part in (self._scales, self._empty, self.table, self._problem, self.bar):
            self.add(part)
        self.body.addStretch(1)
        self.table.refused.connect(self._on_refused)
        self.table.moved.connect(self._on_moved)
        self.bar.shown.connect(self._on_finding)

    @property
    def problem(self) -> str:
        """What could not be done last; blank when nothing."""
        return "" if self._problem.isHidden() else self._problem.text()

    def refresh(self, findings: Sequence[Finding]) -> None:
        """Show the matrix as it is now; `findings` are those about it or its cells."""
        plan, named = self._bridge.plan, axes(self._bridge.plan)
        self._problem.hide()
        self.set_title(self.tr("{0} by {1}").format(named.impact, named.urgency.lower()))
        said = self.tr("Severity by {0}").format(named.both)
        self.table.setAccessibleName(said)
        shown = self.tr("Down: {0}. Across: {1}. Worst first.")
        self._scales.setText(shown.format(named.impact.lower(), named.urgency.lower()))
        reasons = {item.record: item.reason for item in findings if item.kind is Kind.CELL}
        self.table.matrix.refresh(reasons)
        some = bool(plan.impacts) and bool(plan.urgencies)
        self.table.setVisible(some)
        self._scales.setVisible(some)
        self._empty.setVisible(not some)
        self._keys.setVisible(some and not self._bridge.read_only)
        self._keys.setText(self._keys_text(len(plan.severities)))
        self.table.fit()
        self.bar.show_findings(findings)

    def reveal(self, cell: RecordId) -> bool:
        """Put the cursor into a cell; False when there is none of that id."""
        return self.table.choose(cell)

    def _keys_text(self, levels: int) -> str:
        if levels < 2:
            return self.tr("Arrow keys move, 1 sets the level")
        return self.tr("Arrow keys move, 1 to {0} set the level").format(min(levels, 9))

    @Slot(str)
    def _on_refused(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.show()
        announce(self, problem)

    @Slot()
    def _on_moved(self) -> None:
        self._problem.hide()
        if self.table.place is not None:
            self.bar.look_at(Kind.CELL, cell_id(*self.table.place))

    @Slot(object)
    def _on_finding(self, finding: Finding) -> None:
        if finding.kind is Kind.CELL:
            self.table.choose(finding.record)
