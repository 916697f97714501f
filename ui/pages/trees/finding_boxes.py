"""What is wrong with a call, each with what to do about it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.findings import Finding
from app.domain.plan.kinds import Kind
from ui.bridge.session import PlanBridge
from ui.models.finding_words import WEIGHT_LOOKS, weight_text
from ui.pages.findings.edits import FindingEdits
from ui.widgets.buttons import Look, button
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px


class FindingBoxes(QWidget):
    """A box for each finding."""

    opened = Signal(object)
    """A finding is to be mended where its record stands; carries the `Finding`."""
    said = Signal(str)
    """Carries a sentence that says what was mended."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._edits = FindingEdits(bridge)
        self._shown: tuple[Finding, ...] = ()
        self._boxes: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these."""
        if tuple(findings) == self._shown:
            return
        self._shown = tuple(findings)
        for box in self._boxes:
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = [self._box(at, finding) for at, finding in enumerate(self._shown)]
        for box in self._boxes:
            self._column.addWidget(box)

    def _box(self, at: int, finding: Finding) -> QWidget:
        box = QFrame(self)
        box.setObjectName(f"tree_finding_{at}")
        box.setProperty("banner", "true")
        box.setProperty("tone", "warning")
        picture, tone = WEIGHT_LOOKS[finding.weight]
        mark = Picture(box, picture, tone)
        mark.setAccessibleName(weight_text(finding.weight))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(mark)
        head.addWidget(label(box, finding.reason, Role.H3, wrap=True), 1)
        column = QVBoxLayout(box)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        column.setSpacing(px(6))
        column.addLayout(head)
        column.addWidget(label(box, finding.fix, Role.BODY, wrap=True))
        for remedy in self._edits.remedies((finding,)):
            made = ElidedButton(box, f"tree_mend_{at}", Look.PLAIN, "sparkles")
            made.show_text(remedy.label)
            made.button.clicked.connect(partial(self._on_mend, finding))
            column.addWidget(made)
        if finding.kind is not Kind.TREE_NODE:
            made_link = button(box, f"tree_go_{at}", self.tr("Go to the place"), Look.LINK)
            made_link.clicked.connect(partial(self.opened.emit, finding))
            column.addWidget(made_link, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _on_mend(self, finding: Finding) -> None:
        text = self._edits.mend((finding,))
        if text:
            self.said.emit(text)
