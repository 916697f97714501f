"""The page Playbooks: all of them at the left, the chosen one in three tabs."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.judgement.findings import Finding
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.services.editing import Change
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.dialogs.comments.opener import CommentsOpener
from ui.dialogs.question import QuestionDialog
from ui.models.playbook_context import duty_words, floor_words
from ui.models.playbook_findings import PlaybookFindings, playbook_findings
from ui.pages.page import Page
from ui.pages.playbooks.edits import PlaybookEdits
from ui.pages.playbooks.empty_card import EmptyCard
from ui.pages.playbooks.facts_tab import FactsTab
from ui.pages.playbooks.flow_tab import FlowTab
from ui.pages.playbooks.playbook_panel import PlaybookPanel
from ui.pages.playbooks.steps_tab import StepsTab
from ui.widgets.labels import Role, label
from ui.widgets.tabs import page_tabs
from ui.widgets.tokens import px

PANEL_PX, NARROW_PANEL_PX = 272, 216
WIDE_FROM_PX = 1080
"""The page's width below which everything takes less room."""
REMOVE = "remove"
_SEEN = frozenset(
    {
        Kind.PLAYBOOK,
        Kind.STEP,
        Kind.ROLE,
        Kind.MESSAGE,
        Kind.SEVERITY,
        Kind.CATEGORY,
        Kind.OBLIGATION,
        Kind.PERSON,
        Kind.ACCEPTED,
    }
)
"""Changes of other records are not seen here."""


class PlaybooksPage(Page):
    """A page nobody sees does nothing."""

    title = str(QT_TRANSLATE_NOOP("Page", "Playbooks"))
    icon = "workflow"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("playbooks_page")
        self._desk = desk
        self._edits = PlaybookEdits(bridge)
        self._found = PlaybookFindings()
        self._seen: Plan | None = None
        self.dialog: QDialog | None = None
        self._build()
        self._lay_out()
        self._connect()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        if not self.bridge.plan.playbooks:
            return (self.empty,)
        return (self.panel, self.tabs.tabBar(), self.tabs.currentWidget())

    @override
    def reveal(self, kind: Kind, record: RecordId, field: str = "") -> None:
        plan = self.bridge.plan
        if kind is Kind.PLAYBOOK and record in plan.playbooks:
            self.refresh()
            self.panel.choose(record)
            if field in plan.steps:
                self._show_step(RecordId(field), "")
            elif field:
                self.tabs.setCurrentWidget(self.facts)
                self.facts.focus(field)
        elif kind is Kind.STEP and record in plan.steps:
            self.refresh()
            self.panel.choose(plan.steps[record].playbook)
            self._show_step(record, field)

    @override
    def chosen_record(self) -> tuple[Kind, RecordId] | None:
        step, playbook = self.steps.tree.key, self.panel.key
        if step is not None and self.tabs.currentWidget() is self.steps:
            return Kind.STEP, step
        return None if playbook is None else (Kind.PLAYBOOK, playbook)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._seen is not self.bridge.plan:
            self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= px(WIDE_FROM_PX)
        self.panel.setFixedWidth(px(PANEL_PX if wide else NARROW_PANEL_PX))
        side = px(24 if wide else 16)
        self._inner.setContentsMargins(side, px(18), side, px(16))
        self._duties.setVisible(wide)

    def refresh(self) -> None:
        """Show the playbooks as they are now."""
        plan = self._seen = self.bridge.plan
        self._found = playbook_findings(plan, self.bridge.judgement.findings())
        self._stack.setCurrentIndex(1 if plan.playbooks else 0)
        self.panel.show_playbooks(plan, self._found)
        with QSignalBlocker(self.panel):  # what is chosen is shown once
            self.panel.choose_first()
        self._refresh_chosen()

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        self.empty = EmptyCard(self._stack, read_only=self.bridge.read_only)
        self._whole = QWidget(self._stack)
        self.panel = PlaybookPanel(self._whole, read_only=self.bridge.read_only)
        self._name = label(self._whole, "", Role.H1, wrap=True)
        self.comments = CommentsOpener(
            self.bridge, "playbook_comments", self._whole, once_said=True
        )
        self._floor = label(self._whole, "", Role.BODY, wrap=True)
        self._duties = label(self._whole, "", Role.HINT, wrap=True)
        self.tabs = page_tabs(self._whole, "playbook_tabs", self.tr("Playbook"))
        self.steps = StepsTab(self.bridge, self._edits, self.tabs)
        self.flow = FlowTab(self._desk, self.tabs)
        self.facts = FactsTab(self.bridge, self.tabs)
        self.tabs.addTab(self.steps, self.tr("Steps"))
        self.tabs.addTab(self.flow, self.tr("Flow"))
        self.tabs.addTab(self.facts, self.tr("About"))

    def _lay_out(self) -> None:
        self._inner = QVBoxLayout()
        self._inner.setSpacing(px(3))
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.comments.button, 0, Qt.AlignmentFlag.AlignTop)
        self._inner.addLayout(head)
        for part in (self._floor, self._duties):
            self._inner.addWidget(part)
        self._inner.addSpacing(px(6))
        self._inner.addWidget(self.tabs, 1)
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addLayout(self._inner, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self.panel.chosen.connect(self._refresh_chosen)
        self.panel.asked.connect(self.do)
        self.empty.asked.connect(self.do)
        self.tabs.currentChanged.connect(self._refresh_chosen)
        self.flow.chosen.connect(self._on_card)
        self.facts.given.connect(self._on_fact)
        self.steps.mended.connect(self._on_mend)
        for opener in (self.comments, self.steps.card.comments):
            opener.wanted.connect(self.navigate)
        self.facts.mended.connect(self._on_mend)

    @Slot()
    def _refresh_chosen(self) -> None:
        """Only the tab that is seen is filled."""
        plan, key = self.bridge.plan, self.panel.key
        playbook = plan.playbooks.get(key) if key is not None else None
        self._name.setText(playbook.name if playbook is not None else "")
        self.comments.show_about(None if key is None else (Kind.PLAYBOOK, key))
        self._floor.setText(floor_words(plan, playbook) if playbook is not None else "")
        self._duties.setText(duty_words(plan))
        self._name_tabs(key)
        shown = self.tabs.currentWidget()
        if shown is self.facts:
            self.facts.refresh(key, self._found.only_of(key) if key is not None else ())
        else:
            self.steps.refresh(key, self._found)
        if shown is self.flow:
            self.flow.refresh(plan, key, self.steps.tree.key)

    def _name_tabs(self, key: RecordId | None) -> None:
        of_facts = len(self._found.only_of(key)) if key is not None else 0
        of_steps = (self._found.count(key) if key is not None else 0) - of_facts
        one, many = self.tr("1 finding"), self.tr("{n} findings")
        for tab, title, found in (
            (self.steps, self.tr("Steps"), of_steps),
            (self.facts, self.tr("About"), of_facts),
        ):
            words = f"{title} \u00b7 {counted(found, one, many)}" if found else title
            self.tabs.setTabText(self.tabs.indexOf(tab), words)

    def _show_step(self, step: RecordId, field: str) -> None:
        self.tabs.setCurrentWidget(self.steps)
        self._refresh_chosen()
        self.steps.choose([step], field)

    @Slot(str)
    def do(self, deed: str) -> None:
        """Do to the chosen playbook what a key or a button asks for."""
        key = self.panel.key
        match deed:
            case "library":
                self._open_library()
            case "blank":
                self._show_new(self._edits.add_blank())
            case "duplicate" if key is not None:
                self._show_new(self._edits.copy(key))
            case "remove" if key is not None:
                self._ask_to_remove(key)

    def _show_new(self, key: RecordId | None) -> None:
        """A new playbook is named first."""
        if key is not None and self.panel.choose(key):
            self.tabs.setCurrentWidget(self.facts)
            self.facts.focus("name")

    def _open_library(self) -> None:
        if self.bridge.read_only:
            return
        from ui.pages.playbooks.library_dialog import LibraryDialog  # few open it

        dialog = LibraryDialog(self.bridge, self._desk, self)
        dialog.given.connect(self._on_adopted)
        self._open(dialog)

    @Slot(object)
    def _on_adopted(self, keys: tuple[RecordId, ...]) -> None:
        self._edits.adopt(keys)
        if keys:
            self.panel.choose(keys[0])
            self.tabs.setCurrentWidget(self.steps)

    def _ask_to_remove(self, key: RecordId) -> None:
        if self.bridge.read_only:
            return
        plan = self.bridge.plan
        count = sum(step.playbook == key for step in plan.steps.values())
        steps = counted(count, self.tr("its step"), self.tr("its {n} steps"))
        question = QuestionDialog(
            self,
            self.tr("Remove {0}?").format(plan.playbooks[key].name),
            self.tr("The playbook goes with {0}. This can be undone.").format(steps),
            (("keep", self.tr("Cancel")), (REMOVE, self.tr("Remove"))),
        )
        question.answered.connect(self._on_remove)
        self._open(question)

    @Slot(str)
    def _on_remove(self, answer: str) -> None:
        key = self.panel.key
        if answer == REMOVE and key is not None:
            self._edits.remove(key)

    @Slot(object, str, object)
    def _on_fact(self, key: RecordId, field: str, value: object) -> None:
        self._edits.set_field(Kind.PLAYBOOK, key, field, value)

    @Slot(object)
    def _on_card(self, step: RecordId) -> None:
        self.steps.choose([step])

    @Slot(object)
    def _on_mend(self, finding: Finding) -> None:
        remedy = self.bridge.judgement.remedy(finding)
        if remedy is not None and not self.bridge.read_only:
            self.bridge.apply(remedy.changes, remedy.label, "playbooks")

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if not self.isVisible() or not change.kinds & _SEEN:
            return
        self.refresh()
        if not change.origin:
            self._go_to_change(change)

    def _go_to_change(self, change: Change) -> None:
        """After an undo, show the step or playbook it is about."""
        for one in change.changes:
            if one.kind in (Kind.STEP, Kind.PLAYBOOK) and one.after is not None:
                self.reveal(one.kind, one.id)
                return

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
