"""The notifications page: proposals, adopted duties, clocks and decisions in four tabs."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.obligations import NotificationDecision
from app.services.editing import Change
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.pages.notifications.adopted_tab import AdoptedTab
from ui.pages.notifications.clocks_tab import ClocksTab
from ui.pages.notifications.decisions_tab import DecisionsTab
from ui.pages.notifications.proposed_tab import ProposedTab
from ui.pages.notifications.sources import Sources
from ui.pages.page import Page
from ui.widgets.labels import Role, label
from ui.widgets.tabs import page_tabs
from ui.widgets.tokens import px


class NotificationsPage(Page):
    """A change of the plan refreshes the tab that is seen; the others when they are turned to."""

    title = str(QT_TRANSLATE_NOOP("Page", "Notifications"))
    icon = "bell"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("notifications_page")
        self._build(Sources(bridge, desk))
        self._lay_out()
        self._connect()
        self._refresh_counts()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.tabs.tabBar(), self.tabs.currentWidget())

    @override
    def reveal(self, kind: Kind, record: RecordId, field: str = "") -> None:
        if kind is Kind.OBLIGATION:
            self.show_duty(record)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    @Slot(str)
    def show_duty(self, duty: str) -> None:
        """Turn to an adopted duty."""
        self.tabs.setCurrentWidget(self.adopted)
        self.adopted.choose(duty)

    def _build(self, sources: Sources) -> None:
        self.tabs = page_tabs(self, "notification_tabs", self.tr("Notifications"))
        self.proposed = ProposedTab(sources, self.tabs)
        self.adopted = AdoptedTab(sources, self.tabs)
        self.clocks = ClocksTab(sources, self.tabs)
        self.decisions = DecisionsTab(sources, self.tabs)
        self._tabs = (self.proposed, self.adopted, self.clocks, self.decisions)
        for tab in self._tabs:
            self.tabs.addTab(tab, "")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(22), px(32), px(22))
        column.setSpacing(px(4))
        column.addWidget(label(self, self.tr("Notifications"), Role.H1))
        said = self.tr("Whom you have to tell of an incident, and by when. Not legal advice.")
        column.addWidget(label(self, said, Role.BODY, wrap=True))
        column.addSpacing(px(6))
        column.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self.tabs.currentChanged.connect(self._refresh)
        self.proposed.shown_duty.connect(self.show_duty)
        self.proposed.navigate.connect(self.navigate)
        for tab in (self.adopted, self.clocks):
            tab.proposals_wanted.connect(self._on_proposals)
        self.decisions.adopted_wanted.connect(self._on_proposals)
        self.clocks.decided.connect(self._on_decided)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        del change
        if self.isVisible():
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        if not self.isVisible():
            return
        tab = self._tabs[self.tabs.currentIndex()]
        if tab is not self.proposed:
            tab.refresh()
        self._refresh_counts()

    def _refresh_counts(self) -> None:
        """The proposals are looked at for their number, whichever tab is seen."""
        self.proposed.refresh()
        plan = self.bridge.plan
        words = (
            (self.tr("Proposed"), self.proposed.proposals),
            (self.tr("Adopted"), len(plan.obligations)),
            (self.tr("Clocks"), 0),
            (self.tr("Decisions"), len(plan.decisions)),
        )
        for at, (title, count) in enumerate(words):
            self.tabs.setTabText(at, f"{title} {count}" if count else title)

    @Slot()
    def _on_proposals(self) -> None:
        self.tabs.setCurrentWidget(self.proposed)

    @Slot(object)
    def _on_decided(self, decision: NotificationDecision) -> None:
        self.tabs.setCurrentWidget(self.decisions)
        self.decisions.begin(decision)
