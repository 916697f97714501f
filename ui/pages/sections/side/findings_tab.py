"""The findings of one section, each with the way to the place where it is mended."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.findings import Finding
from ui.models.findings import WEIGHT_LOOKS, weight_text
from ui.pages.sections.side.tab import SideTab
from ui.widgets.buttons import Look, button
from ui.widgets.cards import line
from ui.widgets.labels import Role, label, paragraph
from ui.widgets.tokens import px


class FindingsTab(SideTab):
    """One row a finding, worst first."""

    wanted = Signal(object)
    """Carries the `Finding` to go to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "findings_tab")
        self._shown: tuple[Finding, ...] | None = None

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show the findings; nothing is redrawn while they stay the same."""
        if findings == self._shown:
            return
        self._shown = findings
        column = self.renew()
        column.addLayout(self.headline(self.tr("Findings of this section"), str(len(findings))))
        if not findings:
            none = self.tr("Nothing to object to in this section.")
            column.addWidget(label(self.rows, none, Role.HINT, wrap=True))
        for at, finding in enumerate(findings):
            if at:
                column.addWidget(line(self.rows))
            self._add(column, finding, at)

    def _add(self, column: QVBoxLayout, finding: Finding, at: int) -> None:
        picture, tone = WEIGHT_LOOKS[finding.weight]
        word = weight_text(finding.weight)
        text = QVBoxLayout()
        text.setSpacing(px(3))
        text.addWidget(paragraph(self.rows, finding.reason, Role.PLAIN))
        text.addWidget(label(self.rows, finding.fix, Role.HINT, wrap=True))
        foot = QHBoxLayout()
        foot.addWidget(label(self.rows, word, Role.HINT), 1)
        jump = button(self.rows, f"finding_{at}", self.tr("Show"), Look.LINK)
        jump.setAccessibleName(self.tr("Show: {0}").format(finding.reason))
        jump.clicked.connect(partial(self.wanted.emit, finding))
        foot.addWidget(jump)
        text.addLayout(foot)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.picture(picture, tone, word), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        column.addLayout(row)
