"""The card with the sample incidents: tests of the matrix that stay in the plan."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.services.classifying.sampling import Outcome, verdict, verdicts
from ui.bridge.session import PlanBridge
from ui.models.classification_edits import field_changed
from ui.models.classification_levels import ORIGIN
from ui.models.classification_rows import sample_rows
from ui.models.record_names import table_words
from ui.pages.classification.level_edits import LevelEdits
from ui.pages.classification.word_table import WordTable
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip, Tone
from ui.widgets.labels import Role, label


class SamplesCard(Card):
    """Each row says in words whether the sample lands where it is expected."""

    tried = Signal(object)
    """Carries the `SampleIncident` that was chosen."""

    def __init__(self, bridge: PlanBridge, edits: LevelEdits, parent: QWidget) -> None:
        super().__init__(parent, "")
        self.set_title(self.tr("Tests of the matrix"))
        self.setObjectName("card_samples")
        self._bridge = bridge
        self._edits = edits
        columns = (
            (self.tr("Result"), 26),
            (self.tr("What happened"), 44),
            ("", 12),
            ("", 12),
            (self.tr("Expected"), 14),
        )
        said = self.tr("Tests of the matrix")
        self.table = WordTable(self, "classification_samples", said, columns)
        self._state = Chip(self)
        self._state.setObjectName("samples_state")
        self._empty = label(self, table_words(Kind.SAMPLE).empty, Role.HINT, wrap=True)
        self._build_actions()
        self.add(self._empty)
        self.add(self.table)
        self._connect()

    @property
    def state(self) -> str:
        """How all samples come out, in words."""
        return self._state.text()

    def refresh(self, impact: str, urgency: str) -> None:
        """Judge the samples again; the scales are called `impact` and `urgency`."""
        self.table.rename(2, impact)
        self.table.rename(3, urgency)
        self.table.show_rows(sample_rows(self._bridge.plan))
        found = verdicts(self._bridge.plan)
        self.table.setVisible(bool(found))
        self._empty.setVisible(not found)
        failed = sum(item.outcome is not Outcome.PASSES for item in found)
        self._state.setVisible(bool(found))
        if failed:
            said = self.tr("{0} of {1} not as expected").format(failed, len(found))
            self._state.show_state(said, Tone.DANGER)
        else:
            said = self.tr("All {0} as expected").format(len(found))
            self._state.show_state(said, Tone.SUCCESS)
        self._show_actions()

    def reveal(self, key: RecordId) -> bool:
        """Choose a sample; False when there is none of that id."""
        return self.table.choose(key)

    def _build_actions(self) -> None:
        tr = self.tr
        accept = tr("Expect what it lands on")
        self._accept = button(self, "sample_accept", accept, Look.LINK, "check")
        self._edit = icon_button(self, "sample_edit", "pencil", tr("Edit test"))
        self._remove = icon_button(self, "sample_remove", "trash-2", tr("Remove test"))
        add = table_words(Kind.SAMPLE).add.rstrip("\u2026")
        self._add = button(self, "sample_add", add, Look.LINK, "plus")
        self.header.insertWidget(1, self._state)
        for part in (self._accept, self._edit, self._remove, self._add):
            self.add_action(part)
            part.setVisible(not self._bridge.read_only)

    def _connect(self) -> None:
        self.table.opened.connect(self._on_opened)
        self.table.removed.connect(self._on_removed)
        self.table.chosen.connect(self._on_chosen)
        self._add.clicked.connect(partial(self._edits.add, Kind.SAMPLE))
        self._edit.clicked.connect(self._on_edit)
        self._remove.clicked.connect(self._on_remove)
        self._accept.clicked.connect(self._on_accept)

    def _show_actions(self) -> None:
        sample = self._bridge.plan.samples.get(RecordId(self.table.key))
        self._edit.setEnabled(sample is not None)
        self._remove.setEnabled(sample is not None)
        elsewhere = (
            sample is not None and verdict(self._bridge.plan, sample).outcome is Outcome.ELSEWHERE
        )
        self._accept.setVisible(elsewhere and not self._bridge.read_only)

    @Slot()
    def _on_chosen(self) -> None:
        self._show_actions()
        sample = self._bridge.plan.samples.get(RecordId(self.table.key))
        if sample is not None:
            self.tried.emit(sample)

    @Slot(str)
    def _on_opened(self, key: str) -> None:
        self._edits.open(Kind.SAMPLE, RecordId(key))

    @Slot(str)
    def _on_removed(self, key: str) -> None:
        self._edits.remove(Kind.SAMPLE, RecordId(key))

    @Slot()
    def _on_edit(self) -> None:
        self._on_opened(self.table.key)

    @Slot()
    def _on_remove(self) -> None:
        self._on_removed(self.table.key)

    @Slot()
    def _on_accept(self) -> None:
        plan, key = self._bridge.plan, RecordId(self.table.key)
        sample = plan.samples.get(key)
        landed = None if sample is None else verdict(plan, sample).landed
        if landed is not None:
            changes = field_changed(plan, Kind.SAMPLE, key, {"expected": landed.id})
            self._bridge.apply(changes, self.tr("Expect {0}").format(landed.name), ORIGIN)
