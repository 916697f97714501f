"""The card that tries the matrix: choose how bad it is, read what follows, keep it as a test."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from app.domain.plan.axes import axes
from app.domain.plan.changes import put
from app.domain.plan.classification import SampleIncident, SeverityLevel
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.severity_order import landing
from app.domain.plan.texts import cleaned
from app.services.classifying.following import following
from app.services.classifying.judging import judged_in
from ui.bridge.session import PlanBridge
from ui.dialogs.record.entries.choices import CalmComboBox
from ui.models.classification_levels import ORIGIN
from ui.models.classification_words import derivation_text, following_lines
from ui.models.record_edits import fresh_id
from ui.models.record_order import in_order
from ui.pages.classification.dimension_boxes import DimensionBoxes
from ui.widgets.banner import announce
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip, Tone
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label, paragraph, set_paragraph
from ui.widgets.swatch import step_of, swatch
from ui.widgets.tokens import px


class TryCard(Card):
    """Nothing is changed by trying; keeping a test adds a sample incident to the plan."""

    kept = Signal(object)
    """Carries the id of the sample that was added."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent, "")
        self.set_title(self.tr("Try the matrix"))
        self.setObjectName("card_try")
        self._bridge = bridge
        self._build()
        self._lay_out()
        self._connect()

    @property
    def level(self) -> SeverityLevel | None:
        """The severity that follows from what is chosen; None where nothing does."""
        impact, urgency = self._impact.currentData(), self._urgency.currentData()
        if impact is None or urgency is None:
            return None
        return landing(self._bridge.plan, impact, urgency)

    @property
    def said(self) -> str:
        """Everything the result says."""
        return f"{self._derived.text()}\n{self._follows.accessibleName()}"

    def refresh(self) -> None:
        """Offer the levels as they are now; what was chosen stays so while it is there."""
        plan, named = self._bridge.plan, axes(self._bridge.plan)
        self._impact_field.set_caption(named.impact)
        self._urgency_field.set_caption(named.urgency)
        for box, kind in (
            (self._impact, Kind.IMPACT),
            (self._urgency, Kind.URGENCY),
            (self._expected, Kind.SEVERITY),
        ):
            _offer(box, in_order(plan, kind), coloured=kind is Kind.SEVERITY)
        self._show()

    def refresh_dimensions(self) -> None:
        """Offer the dimensions of impact as they are now."""
        self._dimensions.refresh()

    def show_sample(self, sample: SampleIncident) -> None:
        """Try what a sample says."""
        known = judged_in(self._bridge.plan, sample) is not None
        self._dimensions.choose(sample.judged if known else ())
        for box, key in (
            (self._impact, sample.impact),
            (self._urgency, sample.urgency),
            (self._expected, sample.expected),
        ):
            box.setCurrentIndex(box.findData(key))
        self._show()

    def _build(self) -> None:
        self._dimensions = DimensionBoxes(self._bridge, self)
        self._impact = self._box("try_impact")
        self._urgency = self._box("try_urgency")
        self._expected = self._box("try_expected")
        self._description = QLineEdit(self)
        self._description.setObjectName("try_description")
        self._description.setMaxLength(500)
        self._keep = button(self, "try_keep", self.tr("Keep as a test"), picture="plus")
        self._impact_field = Field(self, " ", self._impact)
        self._urgency_field = Field(self, " ", self._urgency)
        self._expected_field = Field(self, self.tr("Expected level"), self._expected)
        caption = self.tr("What happened?")
        self._description_field = Field(self, caption, self._description)
        self._result = QFrame(self)
        self._result.setObjectName("try_result")
        self._result.setProperty("panel", "accent")
        self._chip = Chip(self._result)
        self._respond = label(self._result, "", Role.STRONG, wrap=True)
        self._derived = label(self._result, "", Role.PLAIN, wrap=True)
        self._follows = paragraph(self._result)

    def _box(self, name: str) -> QComboBox:
        made = CalmComboBox(self)
        made.setObjectName(name)
        return made

    def _lay_out(self) -> None:
        said = self.tr("Check that a realistic incident lands where you expect.")
        self.add(label(self, said, Role.HINT, wrap=True))
        self.add(self._dimensions)
        self.add(self._impact_field)
        self.add(self._urgency_field)
        column = QVBoxLayout(self._result)
        column.setContentsMargins(px(14), px(12), px(14), px(10))
        column.setSpacing(px(6))
        column.addWidget(self._chip)
        column.addWidget(self._respond)
        column.addWidget(self._derived)
        column.addWidget(self._follows)
        self.add(self._result)
        keeping: tuple[QWidget, ...] = (
            self._description_field,
            self._expected_field,
            self._keep,
        )
        for part in keeping:
            self.add(part)
            part.setVisible(not self._bridge.read_only)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._impact.activated.connect(self._dimensions.clear_choices)
        for box in (self._impact, self._urgency):
            box.activated.connect(self._on_tried)
        self._dimensions.changed.connect(self._on_judged)
        self._keep.clicked.connect(self._on_keep)
        self._description.textEdited.connect(self._on_typed)
        self._description.returnPressed.connect(self._on_keep)

    def _show(self) -> None:
        plan, level = self._bridge.plan, self.level
        impact = plan.impacts.get(self._impact.currentData())
        urgency = plan.urgencies.get(self._urgency.currentData())
        usable = impact is not None and urgency is not None
        self._keep.setEnabled(usable and bool(plan.severities))
        self._chip.setVisible(level is not None)
        self._respond.setVisible(level is not None)
        if impact is None or urgency is None:
            self._derived.setText(self.tr("There is no matrix to try yet."))
        else:
            said = derivation_text(plan, impact, urgency, level, self._dimensions.overall)
            self._derived.setText(said)
        set_paragraph(self._follows, "")
        if level is not None:
            self._chip.show_state(level.name, Tone(f"sev{step_of(level.rank)}"))
            within = level.respond_in_hours
            self._respond.setText(
                self.tr("Respond within {0}").format(within)
                if within is not None
                else self.tr("No time to respond yet")
            )
            set_paragraph(self._follows, "\n".join(following_lines(following(plan, level))))
        self._follows.setVisible(level is not None)

    @Slot()
    def _on_tried(self) -> None:
        self._show()
        level = self.level
        if level is not None and not self._description.text().strip():
            self._expected.setCurrentIndex(self._expected.findData(level.id))
        announce(self, self._derived.text())

    @Slot()
    def _on_judged(self) -> None:
        found = self._dimensions.overall
        if found is not None:
            self._impact.setCurrentIndex(self._impact.findData(found.impact.id))
        self._on_tried()

    @Slot()
    def _on_typed(self) -> None:
        self._description_field.show_problem("")

    @Slot()
    def _on_keep(self) -> None:
        described = " ".join(cleaned(self._description.text()).split())
        if not described:
            problem = self.tr("Say in a few words what happened, then keep it.")
            self._description_field.show_problem(problem)
            self._description.setFocus()
            return
        impact, urgency = self._impact.currentData(), self._urgency.currentData()
        expected = self._expected.currentData()
        if impact is None or urgency is None or expected is None:
            return
        plan = self._bridge.plan
        key = fresh_id(plan, Kind.SAMPLE, described)
        found = self._dimensions.overall
        judged = self._dimensions.judged if found is not None and found.impact.id == impact else ()
        sample = SampleIncident(key, described, impact, urgency, expected, judged)
        self._bridge.apply((put(plan, sample),), self.tr("Add test of the matrix"), ORIGIN)
        self._description.clear()
        self.kept.emit(key)


def _offer(box: QComboBox, levels: Sequence[Any], *, coloured: bool) -> None:
    before: RecordId | None = box.currentData()
    box.clear()
    for level in levels:
        if coloured:
            box.addItem(swatch(level.rank), level.name, level.id)
        else:
            box.addItem(level.name, level.id)
    found = box.findData(before) if before is not None else 0
    box.setCurrentIndex(max(found, 0) if levels else -1)
