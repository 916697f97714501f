"""What to do next: the worst findings, each with the ways to deal with it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.pages.overview.step_row import Step, StepRow, step_of
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.cards import Card, line
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

MOST_STEPS = 6
"""A longer list is not a next step; the rest is on the page of findings."""


class NextSteps(Card):
    """Rebuilt only when its steps changed."""

    navigate = Signal(str)
    """Carries a finding's target, or `findings`."""
    mended = Signal(object)
    """Carries the `Finding` whose quick-fix is wanted."""
    accepting = Signal(object)
    """Carries the `Finding` to accept."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("next_steps")
        self.set_title(self.tr("Next steps"))
        self._shown: tuple[Step, ...] | None = None
        self._all = button(self, "view_all_findings", self.tr("View all"), Look.LINK)
        self._all.clicked.connect(partial(self.navigate.emit, "findings"))
        self.add_action(self._all)
        self._rows: list[QWidget] = []
        self.body.setSpacing(px(10))

    def show_steps(self, bridge: PlanBridge) -> None:
        """Show the worst findings there are now."""
        found = bridge.judgement.findings()
        accepted = bridge.judgement.findings(accepted=True)
        self._all.setVisible(len(found) > MOST_STEPS or bool(accepted))
        set_button_text(self._all, self.tr("View all {0}").format(len(found) + len(accepted)))
        steps = tuple(step_of(bridge, finding) for finding in found[:MOST_STEPS])
        if steps == self._shown:
            return
        self._shown = steps
        self._clear()
        for step in steps:
            self._add_row(step)
        if not steps:
            self._add(_nothing_left(self, self.tr("Nothing left to mend. Export the plan.")))
        self.body.addStretch(1)
        self.setAccessibleDescription(
            counted(len(found), self.tr("1 finding"), self.tr("{n} findings"))
        )

    def _add_row(self, step: Step) -> None:
        if self._rows:
            self._add(line(self))
        row = StepRow(self, step)
        row.navigate.connect(self.navigate)
        row.mended.connect(self.mended)
        row.accepting.connect(self.accepting)
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


def _nothing_left(parent: QWidget, text: str) -> QWidget:
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, px(8), 0, px(8))
    row.setSpacing(px(12))
    row.addWidget(Picture(made, "circle-check", "success"))
    row.addWidget(label(made, text, Role.BODY, wrap=True), 1)
    return made
