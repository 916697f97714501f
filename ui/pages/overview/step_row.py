"""One next step: what is wrong, how much it matters, and the ways to deal with it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.findings import Finding
from ui.bridge.session import PlanBridge
from ui.models.finding_words import WEIGHT_LOOKS, place_of
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.elided import ElidedLabel
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px


@dataclass(frozen=True, slots=True)
class Step:
    """A finding in words; `mend` says what its quick-fix does, blank where there is none."""

    finding: Finding
    place: str
    mend: str = ""
    acceptable: bool = True


def step_of(bridge: PlanBridge, finding: Finding) -> Step:
    """What is shown of a finding now; in a plan that cannot be saved nothing can be decided."""
    place = f"{place_of(bridge, finding)} \u00b7 {finding.code}"
    if bridge.read_only:
        return Step(finding, place, acceptable=False)
    remedy = bridge.judgement.remedy(finding)
    return Step(finding, place, "" if remedy is None else remedy.label)


class StepRow(QWidget):
    """Goes to the place, mends at once where that is safe, or asks why it is accepted."""

    navigate = Signal(str)
    """Carries the finding's target."""
    mended = Signal(object)
    """Carries the `Finding` whose quick-fix is wanted."""
    accepting = Signal(object)
    """Carries the `Finding` to accept."""

    def __init__(self, parent: QWidget, step: Step) -> None:
        super().__init__(parent)
        self._finding = step.finding
        self._text = QVBoxLayout()
        self._text.setSpacing(px(2))
        self._text.addWidget(label(self, step.finding.reason, Role.STRONG, wrap=True))
        self._text.addWidget(ElidedLabel(self, step.place, Role.HINT))
        if step.mend:
            self._add_mend(step.mend)
        self._lay_out(step)

    def _lay_out(self, step: Step) -> None:
        picture, tone = WEIGHT_LOOKS[step.finding.weight]
        sign = Picture(self, picture, tone)
        sign.setAccessibleName(step.place)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._text, 1)
        if step.acceptable:
            said = self.tr("Accept with a reason: {0}").format(step.finding.reason)
            accept = icon_button(self, f"accept_{step.finding.key}", "stamp", said)
            accept.setToolTip(self.tr("Accept with a reason\u2026"))
            accept.clicked.connect(self._on_accept)
            row.addWidget(accept, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._open_button(), 0, Qt.AlignmentFlag.AlignVCenter)

    def _add_mend(self, text: str) -> None:
        mend = ElidedButton(self, f"mend_{self._finding.key}", Look.LINK, "sparkles")
        mend.show_text(text)
        mend.button.clicked.connect(self._on_mend)
        row = QHBoxLayout()
        row.addWidget(mend)
        row.addStretch(1)
        self._text.addLayout(row)

    def _open_button(self) -> QWidget:
        made = button(self, f"fix_{self._finding.key}", self.tr("Open"))
        made.setAccessibleName(self.tr("Open: {0}").format(self._finding.reason))
        made.setToolTip(plain_tip(self._finding.fix))
        made.setAccessibleDescription(self._finding.fix)
        made.clicked.connect(self._on_open)
        return made

    @Slot()
    def _on_open(self) -> None:
        self.navigate.emit(f"finding:{self._finding.key}")

    @Slot()
    def _on_mend(self) -> None:
        self.mended.emit(self._finding)

    @Slot()
    def _on_accept(self) -> None:
        self.accepting.emit(self._finding)
