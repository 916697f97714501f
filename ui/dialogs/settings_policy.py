"""What the plan agrees about its dates: a form over its one record of upkeep."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.domain.plan.texts import cleaned
from app.domain.plan.upkeep import Upkeep
from ui.bridge.session import PlanBridge
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

MOST_DAYS = 3650
MOST_MONTHS = 240


class PolicyTab(QWidget):
    """Shows the plan as it is when the dialog is opened; `upkeep` gives what was entered."""

    def __init__(self, bridge: PlanBridge, knows: Callable[[str], bool], parent: QWidget) -> None:
        """`knows` says whether the public holidays of a region are known."""
        super().__init__(parent)
        self.setObjectName("policy_tab")
        self._bridge = bridge
        self._knows = knows
        kept = bridge.plan.kept
        self._start = self._number("policy_start", kept.start_before, MOST_DAYS)
        self._warn = self._number("policy_warn", kept.warn_before, MOST_DAYS)
        self._verify = self._number("policy_verify", kept.verify_every, MOST_DAYS, "never")
        self._exercise = self._number("policy_exercise", kept.exercise_every, MOST_MONTHS, "never")
        self._kept = self._number("policy_kept", kept.kept_for or 0, MOST_MONTHS, "for good")
        self._working = QCheckBox(self.tr("Move dates off weekends and public holidays"), self)
        self._working.setObjectName("policy_working")
        self._working.setChecked(kept.working_days)
        self._region = QLineEdit(kept.region, self)
        self._region.setObjectName("policy_region")
        self._region_field = self._build_region()
        self._lay_out()
        self._region.editingFinished.connect(self._on_region)
        self.setEnabled(not bridge.read_only)

    def upkeep(self) -> Upkeep:
        """The record with what was entered, and all else as it stands in the plan."""
        return replace(
            self._bridge.plan.kept,
            start_before=self._start.value(),
            warn_before=self._warn.value(),
            verify_every=self._verify.value(),
            exercise_every=self._exercise.value(),
            kept_for=self._kept.value() or None,
            working_days=self._working.isChecked(),
            region=self._code,
        )

    @property
    def _code(self) -> str:
        return " ".join(cleaned(self._region.text()).split()).upper()

    @Slot()
    def _on_region(self) -> None:
        """Told, not refused: dates then move off weekends alone."""
        unknown = bool(self._code) and not self._knows(self._code)
        text = self.tr("Its holidays are not known: dates move off weekends only.")
        self._region_field.show_problem(text if unknown else "")

    def _build_region(self) -> Field:
        hint = self.tr("Such as GB-SCT or DE-BY; blank for the first jurisdiction.")
        return Field(self, self.tr("Whose public holidays"), self._region, hint)

    def _number(self, name: str, value: int, most: int, at_none: str = "") -> QSpinBox:
        made = QSpinBox(self)
        made.setObjectName(name)
        made.setRange(0, most)
        made.setValue(value)
        made.lineEdit().setTextMargins(px(8), 0, 0, 0)  # the style leaves none beside arrows
        if at_none:
            words = {"never": self.tr("never"), "for good": self.tr("for good")}
            made.setSpecialValueText(words[at_none])
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(12))
        start = self.tr("Days before the reviewed plan must be effective.")
        warn = self.tr("Days before anything is due.")
        fields = (
            Field(self, self.tr("Start the review"), self._start, start),
            Field(self, self.tr("Warn"), self._warn, warn),
            Field(self, self.tr("Verify each contact every"), self._verify, self.tr("Days.")),
            Field(self, self.tr("Hold an exercise every"), self._exercise, self.tr("Months.")),
            Field(self, self.tr("Keep superseded versions"), self._kept, self.tr("Months.")),
            self._region_field,
        )
        for at, field in enumerate(fields):
            grid.addWidget(field, at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at % 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(14), 0, 0)
        column.setSpacing(px(12))
        said = self.tr("Part of the plan: everybody who works with it is reminded alike.")
        if self._bridge.read_only:
            said = self.tr("This plan is open to read only.")
        column.addWidget(label(self, said, Role.BODY, wrap=True))
        column.addLayout(grid)
        column.addWidget(self._working)
        column.addStretch(1)
