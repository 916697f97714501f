"""What is to object to in the record shown, each with what can be done about it here."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.findings import Finding
from ui.models.finding_words import WEIGHT_LOOKS, weight_text
from ui.pages.people.row_box import RowBox
from ui.widgets.buttons import Look, button
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px


class FindingRows(RowBox):
    """The worst first."""

    mended = Signal(object)
    """Carries the `Finding` whose quick-fix is wanted."""
    accepting = Signal(object)
    """Carries the `Finding` that somebody wants to live with."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent, "people_findings", self.tr("Findings"))
        self._read_only = read_only
        self._shown: tuple[tuple[Finding, ...], tuple[str, ...]] | None = None

    def show_findings(self, findings: tuple[Finding, ...], mends: Sequence[str]) -> None:
        """`mends` says of each what its quick-fix does, blank where there is none."""
        if (findings, tuple(mends)) == self._shown:
            return
        self._shown = findings, tuple(mends)
        column = self.renew()
        for at, (finding, mend) in enumerate(zip(findings, mends, strict=True)):
            column.addWidget(self._row(finding, mend, at))
        self.show_rows()

    def _row(self, finding: Finding, mend: str, at: int) -> QWidget:
        picture, tone = WEIGHT_LOOKS[finding.weight]
        frame = QFrame(self.rows)
        frame.setProperty("panel", "warning" if tone == "warning" else "accent")
        if tone == "danger":
            frame.setProperty("panel", "danger")
        shown = Picture(frame, picture, tone)
        shown.setAccessibleName(weight_text(finding.weight))
        shown.setToolTip(weight_text(finding.weight))
        text = QVBoxLayout()
        text.setSpacing(px(3))
        text.addWidget(label(frame, finding.reason, Role.PLAIN, wrap=True))
        text.addWidget(label(frame, finding.fix, Role.BODY, wrap=True))
        if not self._read_only:
            text.addLayout(self._tools(frame, finding, mend, at))
        row = QHBoxLayout(frame)
        row.setContentsMargins(px(10), px(8), px(10), px(8))
        row.setSpacing(px(10))
        row.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        return frame

    def _tools(self, frame: QWidget, finding: Finding, mend: str, at: int) -> QVBoxLayout:
        tools = QVBoxLayout()
        tools.setSpacing(px(2))
        if mend:
            fixing = ElidedButton(frame, f"people_mend_{at}", Look.LINK, "sparkles")
            fixing.show_text(mend)
            fixing.button.clicked.connect(partial(self.mended.emit, finding))
            tools.addWidget(fixing, 0, Qt.AlignmentFlag.AlignLeft)
        words = self.tr("Accept with a reason\u2026")
        accepting = button(frame, f"people_accept_{at}", words, Look.LINK)
        accepting.setAccessibleName(self.tr("Accept: {0}").format(finding.reason))
        accepting.clicked.connect(partial(self.accepting.emit, finding))
        tools.addWidget(accepting, 0, Qt.AlignmentFlag.AlignLeft)
        return tools
