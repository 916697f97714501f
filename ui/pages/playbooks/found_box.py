"""What is found in a step or a playbook, each with its quick-fix beside it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.findings import Finding
from ui.bridge.session import PlanBridge
from ui.models.finding_words import WEIGHT_LOOKS, weight_text
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

MOST = 6
"""More findings than these are only counted; the page of findings shows all."""


class FoundBox(QWidget):
    """Takes no room while nothing is found."""

    mended = Signal(object)
    """Carries the `Finding` to mend."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("playbook_found")
        self._bridge = bridge
        self._shown: tuple[Finding, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is found now."""
        wanted = tuple(findings)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for finding in wanted[:MOST]:
            self._column.addWidget(self._row(finding))
        if len(wanted) > MOST:
            more = self.tr("And {0} more among the findings.").format(len(wanted) - MOST)
            self._column.addWidget(label(self, more, Role.HINT, wrap=True))
        self.setVisible(bool(wanted))

    def _row(self, finding: Finding) -> QFrame:
        made = QFrame(self)
        made.setProperty("panel", "warning")
        made.setAccessibleName(f"{finding.reason} {finding.fix}")
        picture, tone = WEIGHT_LOOKS[finding.weight]
        row = QHBoxLayout(made)
        row.setContentsMargins(px(10), px(8), px(10), px(8))
        row.setSpacing(px(8))
        row.addWidget(Picture(made, picture, tone), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(label(made, finding.reason, Role.PLAIN, wrap=True))
        said = f"{finding.fix} ({weight_text(finding.weight)})"
        column.addWidget(label(made, said, Role.HINT, wrap=True))
        remedy = None if self._bridge.read_only else self._bridge.judgement.remedy(finding)
        if remedy is not None:
            mend = button(made, "found_mend", remedy.label, Look.LINK, "sparkles")
            mend.clicked.connect(partial(self.mended.emit, finding))
            column.addWidget(mend, 0, Qt.AlignmentFlag.AlignLeading)
        row.addLayout(column, 1)
        return made
