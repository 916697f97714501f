"""What to do next: the worst findings, each with a way to mend it."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.findings import Finding
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.models.findings import WEIGHT_LOOKS, place_of
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.cards import Card, line
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

MOST_STEPS = 6
"""A longer list is not a next step; the rest is on the page of findings."""


class NextSteps(Card):
    """Rebuilt only when its findings changed."""

    navigate = Signal(str)
    """Carries a finding's target, or `findings`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("next_steps")
        self.set_title(self.tr("Next steps"))
        self._shown: tuple[Finding, ...] | None = None
        self._all = button(self, "view_all_findings", self.tr("View all"), Look.LINK)
        self._all.clicked.connect(partial(self.navigate.emit, "findings"))
        self.add_action(self._all)
        self._rows: list[QWidget] = []
        self.body.setSpacing(px(10))

    def show_steps(self, bridge: PlanBridge) -> None:
        """Show the worst findings there are now."""
        found = bridge.judgement.findings()
        self._all.setVisible(len(found) > MOST_STEPS)
        set_button_text(self._all, self.tr("View all {0}").format(len(found)))
        worst = found[:MOST_STEPS]
        if worst == self._shown:
            return
        self._shown = worst
        self._clear()
        for finding in worst:
            self._add_row(bridge, finding)
        if not worst:
            self._add(_nothing_left(self, self.tr("Nothing left to mend. Export the plan.")))
        self.body.addStretch(1)
        self.setAccessibleDescription(
            counted(len(found), self.tr("1 finding"), self.tr("{n} findings"))
        )

    def _add_row(self, bridge: PlanBridge, finding: Finding) -> None:
        if self._rows:
            self._add(line(self))
        row = StepRow(self, finding, place_of(bridge, finding))
        row.navigate.connect(self.navigate)
        self._add(row)

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self.body.addWidget(widget)

    def _clear(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows.clear()
        while self.body.count():
            self.body.takeAt(0)


class StepRow(QWidget):
    """One finding: what is wrong, what to do, and a button that goes there."""

    navigate = Signal(str)
    """Carries the finding's target."""

    def __init__(self, parent: QWidget, finding: Finding, place: str) -> None:
        super().__init__(parent)
        self._target = f"finding:{finding.key}"
        picture, tone = WEIGHT_LOOKS[finding.weight]
        sign = Picture(self, picture, tone)
        sign.setAccessibleName(place)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(label(self, finding.reason, Role.STRONG, wrap=True))
        words.addWidget(label(self, place, Role.HINT, wrap=True))
        fix = button(self, f"fix_{finding.key}", self.tr("Fix"))
        fix.setAccessibleName(self.tr("Fix: {0}").format(finding.reason))
        fix.setToolTip(finding.fix)
        fix.setAccessibleDescription(finding.fix)
        fix.clicked.connect(self._on_fix)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(fix, 0, Qt.AlignmentFlag.AlignVCenter)

    @Slot()
    def _on_fix(self) -> None:
        self.navigate.emit(self._target)


def _nothing_left(parent: QWidget, text: str) -> QWidget:
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, px(8), 0, px(8))
    row.setSpacing(px(12))
    row.addWidget(Picture(made, "circle-check", "success"))
    row.addWidget(label(made, text, Role.BODY, wrap=True), 1)
    return made
