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

    @property
    def proposed(self) -> ProposedTab:
        """The regimes that may bind."""
        return self._proposed.content()

    @property
    def adopted(self) -> AdoptedTab:
        """The duties of the plan."""
        return self._adopted.content()

    @property
    def clocks(self) -> ClocksTab:
        """The clock calculator."""
        return self._clocks.content()

    @property
    def decisions(self) -> DecisionsTab:
        """The register of decisions."""
        return self._decisions.content()

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
        self._sources = sources
        self.tabs = page_tabs(self, "notification_tabs", self.tr("Notifications"))
        self._proposed = self.tabs.add_late(self._make_proposed)
        self._adopted = self.tabs.add_late(self._make_adopted)
        self._clocks = self.tabs.add_late(self._make_clocks)
        self._decisions = self.tabs.add_late(self._make_decisions)

    def _make_proposed(self, parent: QWidget) -> ProposedTab:
        made = ProposedTab(self._sources, parent)
        made.shown_duty.connect(self.show_duty)
        made.navigate.connect(self.navigate)
        return made

    def _make_adopted(self, parent: QWidget) -> AdoptedTab:
        made = AdoptedTab(self._sources, parent)
        made.proposals_wanted.connect(self._on_proposals)
        return made

    def _make_clocks(self, parent: QWidget) -> ClocksTab:
        made = ClocksTab(self._sources, parent)
        made.proposals_wanted.connect(self._on_proposals)
        made.decided.connect(self._on_decided)
        return made

    def _make_decisions(self, parent: QWidget) -> DecisionsTab:
        made = DecisionsTab(self._sources, parent)
        made.adopted_wanted.connect(self._on_proposals)
        return made

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

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        del change
        if self.isVisible():
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        if not self.isVisible():
            return
        tabs = (self._proposed, self._adopted, self._clocks, self._decisions)
        tab = tabs[self.tabs.currentIndex()].content()
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
