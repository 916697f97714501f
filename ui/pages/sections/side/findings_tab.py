"""The findings of one section, each with the way to the place where it is mended."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.findings import Finding
from ui.models.finding_words import WEIGHT_LOOKS, weight_text
from ui.widgets.buttons import Look, button
from ui.widgets.cards import line
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import Role, label, paragraph
from ui.widgets.side_tab import SideTab
from ui.widgets.tokens import px


class FindingsTab(SideTab):
    """One row a finding, worst first."""

    wanted = Signal(object)
    """Carries the `Finding` to go to."""
    mended = Signal(object)
    """Carries the `Finding` whose quick-fix is wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "findings_tab")
        self._shown: tuple[tuple[Finding, ...], tuple[str, ...]] | None = None

    def show_findings(self, findings: tuple[Finding, ...], mends: Sequence[str]) -> None:
        """Show the findings; nothing is redrawn while they stay the same.

        `mends` says of each what its quick-fix does, blank where there is none.
        """
        if (findings, tuple(mends)) == self._shown:
            return
        self._shown = findings, tuple(mends)
        with self.renewed() as column:
            self._fill(column, findings, mends)

    def _fill(self, column: QVBoxLayout, findings: Sequence[Finding], mends: Sequence[str]) -> None:
        column.addLayout(self.headline(self.tr("Findings of this section"), str(len(findings))))
        if not findings:
            none = self.tr("Nothing to object to in this section.")
            column.addWidget(label(self.rows, none, Role.HINT, wrap=True))
        for at, (finding, mend) in enumerate(zip(findings, mends, strict=True)):
            if at:
                column.addWidget(line(self.rows))
            text = self._add(column, finding, at)
            if mend:
                text.insertWidget(text.count() - 1, self._mend_button(finding, mend, at))

    def _add(self, column: QVBoxLayout, finding: Finding, at: int) -> QVBoxLayout:
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
        return text

    def _mend_button(self, finding: Finding, text: str, at: int) -> ElidedButton:
        made = ElidedButton(self.rows, f"mend_{at}", picture="sparkles")
        made.show_text(text)
        made.button.clicked.connect(partial(self.mended.emit, finding))
        return made
