"""What stands in the way of a final export, each with the way to where it is mended."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.domain.judgement.findings import Finding
from ui.bridge.words import counted
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

SHOWN = 5
"""So many findings are listed; the findings page has all."""


class Blockers(QFrame):
    """A panel with the first findings that block; blank `heading` stands for a final export."""

    wanted = Signal(str)
    """Carries a navigation target."""

    def __init__(self, parent: QWidget, findings: Sequence[Finding], heading: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("export_blockers")
        self.setProperty("panel", "warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(12), px(14), px(12))
        column.setSpacing(px(8))
        text = heading or counted(
            len(findings),
            self.tr("1 finding blocks a final export."),
            self.tr("{n} findings block a final export."),
        )
        column.addWidget(label(self, text, Role.STRONG, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop
        for at, finding in enumerate(findings[:SHOWN]):
            grid.addWidget(label(self, finding.reason, Role.PLAIN, wrap=True), at, 0)
            grid.addWidget(self._link(finding, at), at, 1, top)
        column.addLayout(grid)
        more = button(self, "blockers_all", self.tr("View all findings"), Look.LINK)
        more.clicked.connect(partial(self.wanted.emit, "findings"))
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _link(self, finding: Finding, at: int) -> QWidget:
        made = button(self, f"blocker_{at}", self.tr("Mend"), Look.LINK)
        made.setAccessibleName(self.tr("Mend: {0}").format(finding.reason))
        made.clicked.connect(partial(self.wanted.emit, f"finding:{finding.key}"))
        return made
