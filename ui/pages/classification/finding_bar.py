"""One finding at a time, in place: what is wrong, the quick-fix, and the way to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.findings import Finding
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from ui.bridge.session import PlanBridge
from ui.pages.findings.edits import FindingEdits
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px


class FindingBar(QFrame):
    """Hidden while there is nothing to mend; keeps its place in the list where it can."""

    shown = Signal(object)
    """Carries the `Finding` that somebody has turned to."""
    every = Signal(object)
    """All findings are wanted, beginning with the `Finding` it carries."""

    def __init__(self, bridge: PlanBridge, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("panel", "warning")
        self._edits = FindingEdits(bridge)
        self._findings: tuple[Finding, ...] = ()
        self._at = 0
        self._picture = Picture(self, "triangle-alert", "warning")
        self._text = label(self, "", Role.PLAIN, wrap=True)
        self._text.setObjectName(f"{name}_text")
        self._count = label(self, "", Role.HINT)
        self._mend = ElidedButton(self, f"{name}_mend")
        self._back = icon_button(self, f"{name}_back", "chevron-left", self.tr("Finding before"))
        self._next = icon_button(self, f"{name}_next", "chevron-right", self.tr("Next finding"))
        self._all = button(self, f"{name}_all", self.tr("Show in findings"), Look.LINK)
        self._lay_out()
        self._back.clicked.connect(self._on_back)
        self._next.clicked.connect(self._on_next)
        self._mend.button.clicked.connect(self._on_mend)
        self._all.clicked.connect(self._on_all)
        self.hide()

    @property
    def finding(self) -> Finding | None:
        """What is shown; None while nothing is."""
        return self._findings[self._at] if self._findings else None

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show one of `findings`: the one shown before, if it is still there."""
        before = self.finding
        self._findings = tuple(findings)
        keys = [finding.key for finding in self._findings]
        if before is not None and before.key in keys:
            self._at = keys.index(before.key)
        else:
            self._at = min(self._at, max(len(keys) - 1, 0))
        self._show()

    def look_at(self, kind: Kind, record: RecordId) -> None:
        """Show the finding about a record, if there is one."""
        for at, finding in enumerate(self._findings):
            if (finding.kind, finding.record) == (kind, record):
                self._at = at
                self._show()
                return

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self._mend)
        foot.addWidget(self._all)
        foot.addStretch(1)
        for part in (self._count, self._back, self._next):
            foot.addWidget(part)
        words = QVBoxLayout()
        words.setSpacing(px(6))
        words.addWidget(self._text)
        words.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(10), px(12), px(8))
        row.setSpacing(px(10))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def _show(self) -> None:
        finding = self.finding
        self.setVisible(finding is not None)
        if finding is None:
            return
        self._text.setText(f"{finding.reason} {finding.fix}")
        self.setAccessibleName(self._text.text())
        many = len(self._findings) > 1
        said = self.tr("{0} of {1}").format(self._at + 1, len(self._findings))
        self._count.setText(said if many else "")
        self._back.setVisible(many)
        self._next.setVisible(many)
        remedies = self._edits.remedies((finding,))
        self._mend.setVisible(bool(remedies))
        if remedies:
            self._mend.show_text(remedies[0].label)

    def _turn(self, step: int) -> None:
        self._at = (self._at + step) % len(self._findings)
        self._show()
        announce(self, self._text.text())
        self.shown.emit(self.finding)

    @Slot()
    def _on_back(self) -> None:
        self._turn(-1)

    @Slot()
    def _on_next(self) -> None:
        self._turn(1)

    @Slot()
    def _on_mend(self) -> None:
        finding = self.finding
        if finding is not None:
            announce(self, self._edits.mend((finding,)))

    @Slot()
    def _on_all(self) -> None:
        self.every.emit(self.finding)
