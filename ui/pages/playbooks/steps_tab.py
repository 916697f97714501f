"""The steps of the chosen playbook, and the chosen step in a form beside them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.judgement.findings import Finding
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.playbooks import Phase
from ui.bridge.session import PlanBridge
from ui.models.playbook_findings import PlaybookFindings
from ui.pages.playbooks.edits import PlaybookEdits
from ui.pages.playbooks.step_card import StepCard
from ui.pages.playbooks.step_tree import StepTree
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

FORM_PX = 330
BESIDE_FROM_PX = 760
"""The width of the tab from which the form stands beside the steps."""
SEEN_MS = 20
"""The form is made once the steps have been seen, so that they need not wait for it."""


class StepsTab(QWidget):
    """Where there is little room, the form takes the place of the steps while it is open."""

    mended = Signal(object)
    """Carries a `Finding` whose quick-fix is wanted."""

    def __init__(self, bridge: PlanBridge, edits: PlaybookEdits, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._edits = edits
        self._playbook: RecordId | None = None
        self._found = PlaybookFindings()
        self._begun = False
        self._is_beside = True
        self._once_seen = QTimer(self)
        self._once_seen.setSingleShot(True)
        self._once_seen.setInterval(SEEN_MS)
        self.tree = StepTree(bridge, self)
        self.card = StepCard(bridge, self)
        self._build_bar()
        self._lay_out()
        self._connect()

    def refresh(self, playbook: RecordId | None, found: PlaybookFindings) -> None:
        """Show the steps of `playbook` as they are now; what is chosen stays chosen."""
        keys = self.tree.keys if playbook == self._playbook else ()
        self._playbook, self._found = playbook, found
        counts = {step: len(findings) for step, findings in found.of_step.items()}
        self.tree.steps.show_steps(self._bridge.plan, playbook, counts)
        if keys and self.tree.keys != keys:
            self.tree.choose(keys)
        if not self._begun:
            self._begin()
            return
        if self.tree.key is None and playbook is not None:
            self._choose_first()
        self._show_chosen()

    def _begin(self) -> None:
        self._begun = self._playbook is not None
        with QSignalBlocker(self.tree):
            self._choose_first()
        self._once_seen.start()

    def choose(self, keys: Sequence[RecordId], field: str = "") -> bool:
        """Bring steps into view, with the cursor in `field` of the form if it is named."""
        found = self.tree.choose(keys, field)
        if self._once_seen.isActive():
            self._show_chosen()
        if found and field:
            self._show_form(shown=True)
            self.card.focus(field)
        return found

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build_bar(self) -> None:
        self._bar = QWidget(self)
        self.add = button(self._bar, "step_add", self.tr("Add step"), Look.PLAIN, "plus")
        self.up = icon_button(self._bar, "step_up", "arrow-up", self.tr("Move up (Alt+Up)"))
        self.down = icon_button(
            self._bar, "step_down", "arrow-down", self.tr("Move down (Alt+Down)")
        )
        self.copy = icon_button(self._bar, "step_copy", "copy", self.tr("Duplicate (Ctrl+D)"))
        self.gone = icon_button(self._bar, "step_remove", "trash-2", self.tr("Remove (Del)"))
        self.form = button(self._bar, "step_form", self.tr("Details"), Look.QUIET, "panel-right")
        self.form.setCheckable(True)
        self.form.setChecked(True)
        hint = self.tr("Enter adds below \u00b7 F2 edits \u00b7 drag or Alt+arrows to move")
        self._hint = label(self._bar, hint, Role.HINT)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        for part in (self.add, self.up, self.down, self.copy, self.gone):
            part.setEnabled(not self._bridge.read_only)
            row.addWidget(part)
        row.addSpacing(px(6))
        row.addWidget(self._hint)
        row.addStretch(1)
        row.addWidget(self.form)

    def _lay_out(self) -> None:
        self._beside = QHBoxLayout()
        self._beside.setSpacing(px(14))
        framed = QFrame(self)
        framed.setProperty("card", "true")
        inner = QVBoxLayout(framed)
        inner.setContentsMargins(px(2), px(4), px(2), px(4))
        inner.addWidget(self.tree)
        self._framed = framed
        self._beside.addWidget(framed, 1)
        self._beside.addWidget(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(10), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._bar)
        column.addLayout(self._beside, 1)

    def _connect(self) -> None:
        self.tree.asked.connect(self.do)
        self.tree.walked.connect(self._show_chosen)
        self._once_seen.timeout.connect(self._show_chosen)
        self.tree.steps.placed.connect(self._on_placed)
        self.tree.delegate.given.connect(self._on_given)
        self.card.given.connect(self._on_given)
        self.card.mended.connect(self.mended)
        self.form.toggled.connect(self._arrange)
        for made, deed in (
            (self.add, "add"),
            (self.up, "up"),
            (self.down, "down"),
            (self.copy, "duplicate"),
            (self.gone, "remove"),
        ):
            made.clicked.connect(lambda _=False, deed=deed: self.do(deed))

    def _choose_first(self) -> None:
        for phase in range(self.tree.steps.rowCount()):
            group = self.tree.steps.index(phase, 0)
            if self.tree.steps.rowCount(group):
                self.tree.setCurrentIndex(self.tree.steps.index(0, 0, group))
                return

    @Slot(str)
    def do(self, deed: str) -> None:
        """Do to the chosen steps what a key, a button or the menu asks for."""
        keys = self.tree.keys
        match deed:
            case "menu":
                self._menu()
            case "add":
                self._add()
            case "up" | "down" if keys:
                if self._edits.move_steps(keys, -1 if deed == "up" else 1):
                    self.tree.choose(keys)
                    self._say_place()
            case "duplicate" if keys:
                self.tree.choose(self._edits.copy_steps(keys))
            case "remove" if keys:
                self._remove(keys)

    def _add(self) -> None:
        if self._playbook is None:
            return
        made = self._edits.add_step(self._playbook, self.tree.key, self.tree.phase)
        if made is not None and self.tree.choose([made]):
            self.tree.setFocus()
            self.tree.edit_action()

    def _remove(self, keys: Sequence[RecordId]) -> None:
        """Whatever stood below comes to be chosen."""
        below = self.tree.indexBelow(self.tree.steps.row_of(keys[-1]))
        row = self.tree.steps.row(below)
        after = row.step.id if row is not None else None
        if self._edits.remove_steps(keys) and after is not None:
            self.tree.choose([after])

    def _say_place(self) -> None:
        phase = self.tree.phase
        row = self.tree.steps.row(self.tree.currentIndex())
        if phase is not None and row is not None:
            said = str(self.tree.currentIndex().parent().data())
            announce(self.tree, self.tr("Step {0}, {1}").format(row.number, said))

    def _menu(self) -> None:
        menu = QMenu(self)
        for deed, words in (
            ("add", self.tr("Add a step below")),
            ("duplicate", self.tr("Duplicate")),
            ("up", self.tr("Move up")),
            ("down", self.tr("Move down")),
            ("remove", self.tr("Remove")),
        ):
            action = QAction(words, menu)
            action.setEnabled(
                not self._bridge.read_only and (deed == "add" or bool(self.tree.keys))
            )
            action.triggered.connect(lambda _=False, deed=deed: self.do(deed))
            menu.addAction(action)
        place = self.tree.visualRect(self.tree.currentIndex()).bottomLeft()
        menu.popup(self.tree.viewport().mapToGlobal(place + QPoint(px(24), 0)))

    @Slot(object, object, object)
    def _on_placed(self, keys: Sequence[RecordId], phase: Phase, at: int | None) -> None:
        if self._edits.place_steps(keys, phase, at):
            self.tree.choose(keys)

    @Slot(object, str, object)
    def _on_given(self, key: RecordId, field: str, value: object) -> None:
        self._edits.set_field(Kind.STEP, key, field, value)

    @Slot()
    def _show_chosen(self) -> None:
        self._once_seen.stop()
        key = self.tree.key
        findings: Sequence[Finding] = self._found.of_step.get(key, ()) if key is not None else ()
        row = self.tree.steps.row(self.tree.currentIndex())
        self.card.show_step(key, row.number if row is not None else 0, findings)

    def _show_form(self, *, shown: bool) -> None:
        self.form.setChecked(shown)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        beside = self.width() >= px(BESIDE_FROM_PX)
        if beside is not self._is_beside:
            self._is_beside = beside
            with QSignalBlocker(self.form):
                self.form.setChecked(beside)
        shown = self.form.isChecked()
        self.card.setVisible(shown)
        self._framed.setVisible(beside or not shown)
        self.card.setMinimumWidth(px(FORM_PX) if beside else 0)
        self.card.setMaximumWidth(px(FORM_PX) if beside else 16_777_215)
        self._hint.setVisible(self.width() >= px(BESIDE_FROM_PX + 180))
