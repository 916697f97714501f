"""The card with the levels of one scale: their table, what to do with them, what is wrong."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from app.domain.judgement.findings import Finding
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from ui.bridge.session import PlanBridge
from ui.models.record_names import table_words
from ui.pages.classification.finding_bar import FindingBar
from ui.pages.classification.level_edits import LevelEdits
from ui.pages.classification.level_table import LevelTable
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label


class LevelsCard(Card):
    """Severities, impacts or urgencies; `title` may follow the scheme."""

    def __init__(
        self, bridge: PlanBridge, kind: Kind, edits: LevelEdits, parent: QWidget, title: str
    ) -> None:
        super().__init__(parent, title)
        self.kind = kind
        self.setObjectName(f"card_{kind.value}")
        self._bridge = bridge
        self._edits = edits
        self.table = LevelTable(bridge, kind, self, title)
        self.bar = FindingBar(bridge, self, f"findings_{kind.value}")
        self._empty = label(self, table_words(kind).empty, Role.HINT, wrap=True)
        self._problem: QLabel = label(self, "", Role.ERROR, wrap=True)
        self._problem.setObjectName(f"problem_{kind.value}")
        self._hint = label(self, self._hint_text(), Role.HINT, wrap=True)
        self._problem.hide()
        self._build_actions()
        for part in (self._empty, self.table, self._problem, self._hint, self.bar):
            self.add(part)
        self._connect()

    @property
    def problem(self) -> str:
        """Why what was typed was not taken; blank when it was."""
        return "" if self._problem.isHidden() else self._problem.text()

    @override
    def set_title(self, title: str) -> None:
        super().set_title(title)
        self.table.setAccessibleName(title)

    def refresh(self, findings: Iterable[Finding]) -> None:
        """Show the levels as they are now, and what is wrong with them."""
        self._problem.hide()
        self.table.refresh()
        some = bool(self.table.levels.rows)
        self.table.setVisible(some)
        self._hint.setVisible(some and not self._bridge.read_only)
        self._empty.setVisible(not some)
        self.bar.show_findings(tuple(findings))
        self._show_actions()

    def reveal(self, key: RecordId, field: str = "") -> bool:
        """Choose a level; False when there is none of that id."""
        return self.table.choose_field(key, field)

    def _build_actions(self) -> None:
        name, tr = self.kind.value, self.tr
        self._up = icon_button(self, f"up_{name}", "arrow-up", tr("Move up"))
        self._down = icon_button(self, f"down_{name}", "arrow-down", tr("Move down"))
        self._edit = icon_button(self, f"edit_{name}", "pencil", tr("Edit"))
        self._remove = icon_button(self, f"remove_{name}", "trash-2", tr("Remove"))
        words = table_words(self.kind).add.rstrip("\u2026")
        self._add = button(self, f"add_{name}", words, Look.LINK, "plus")
        self._chosen_ones = (self._up, self._down, self._edit, self._remove)
        for part in (*self._chosen_ones, self._add):
            self.add_action(part)
            part.setVisible(not self._bridge.read_only)

    def _connect(self) -> None:
        self.table.opened.connect(partial(self._edits.open, self.kind))
        self.table.removed.connect(partial(self._edits.remove, self.kind))
        self.table.chosen.connect(self._on_chosen)
        self.table.levels.refused.connect(self._on_refused)
        self._add.clicked.connect(self._on_add)
        self._edit.clicked.connect(self._on_edit)
        self._remove.clicked.connect(self._on_remove)
        self._up.clicked.connect(partial(self.table.move_chosen, -1))
        self._down.clicked.connect(partial(self.table.move_chosen, 1))
        self.bar.shown.connect(self._on_finding)

    def _hint_text(self) -> str:
        if self.kind is Kind.SEVERITY:
            return self.tr(
                "Type to edit a cell; a time as 30 minutes, or 30 minutes / 1 hour with that out "
                "of hours second. Enter opens a level, Alt+Up and Alt+Down move it."
            )
        if self.kind is Kind.DIMENSION:
            return self.tr(
                "Impact is judged in each of these; the worst counts. Type to edit, Enter opens "
                "a dimension, Alt+Up and Alt+Down move it."
            )
        return self.tr("Type to edit, Enter opens a level, Alt+Up and Alt+Down move it.")

    def _show_actions(self) -> None:
        key = self.table.key
        row, last = self.table.currentIndex().row(), len(self.table.levels.rows) - 1
        for part in self._chosen_ones:
            part.setEnabled(key is not None)
        self._up.setEnabled(key is not None and row > 0)
        self._down.setEnabled(key is not None and row < last)

    @Slot()
    def _on_chosen(self) -> None:
        self._problem.hide()
        self._show_actions()
        if self.table.key is not None:
            self.bar.look_at(self.kind, self.table.key)

    @Slot(str)
    def _on_refused(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.show()
        announce(self, problem)

    @Slot()
    def _on_add(self) -> None:
        self._edits.add(self.kind)

    @Slot()
    def _on_edit(self) -> None:
        if self.table.key is not None:
            self._edits.open(self.kind, self.table.key)

    @Slot()
    def _on_remove(self) -> None:
        if self.table.key is not None:
            self._edits.remove(self.kind, self.table.key)

    @Slot(object)
    def _on_finding(self, finding: Finding) -> None:
        if finding.kind is self.kind:
            self.table.choose_field(finding.record, finding.field)
