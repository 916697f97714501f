"""The page of versions, in two tabs: the versions, and the audit trail."""

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.services.editing import Change
from ui.bridge.desk import Desk
from ui.bridge.notices import notice_of
from ui.bridge.session import PlanBridge
from ui.dialogs.versions.acting import Acting
from ui.models.version_standing import recalled_text
from ui.pages.audit.tab import AuditTab
from ui.pages.page import Page
from ui.pages.versions.doors import VersionDoors
from ui.pages.versions.recalled import recall_in
from ui.pages.versions.restoring import Restoring
from ui.pages.versions.tab import VersionsTab
from ui.widgets.banner import NoticeBanner
from ui.widgets.buttons import Look, button
from ui.widgets.chips import Tone
from ui.widgets.labels import Role, label
from ui.widgets.scroll import CARDS_WIDEST_PX
from ui.widgets.tabs import page_tabs
from ui.widgets.tokens import px


class VersionsPage(Page):
    """A page nobody sees reads and audits nothing."""

    title = str(QT_TRANSLATE_NOOP("Page", "Versions"))
    icon = "badge-check"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("versions_page")
        acting = Acting(bridge, desk)
        self.doors = VersionDoors(acting, self)
        self.restoring = Restoring(acting, self)
        self._build(desk)
        self._lay_out()
        self._connect()

    @property
    def busy(self) -> bool:
        """Whether anything is still read or audited."""
        return self.versions.busy or self.audit.busy

    @override
    def panes(self) -> tuple[QWidget, ...]:
        shown = self.audit if self.tabs.currentWidget() is self.audit else self.versions
        return (self.banner, self.tabs.tabBar(), *shown.panes())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _build(self, desk: Desk) -> None:
        self.banner = NoticeBanner(self, "versions_banner")
        self.tabs = page_tabs(self, "version_tabs", self.tr("Versions"))
        self.versions = VersionsTab(self.doors, self.restoring, self.tabs)
        self.audit = AuditTab(desk, self.tabs)
        self.tabs.addTab(self.versions, self.tr("Versions"))
        self.tabs.addTab(self.audit, self.tr("Audit trail"))

    def _lay_out(self) -> None:
        body = QWidget(self)
        body.setProperty("ground", "none")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(px(32), px(22), px(22), px(8))
        inner.setSpacing(px(4))
        body.setMaximumWidth(px(CARDS_WIDEST_PX + 54))
        words = self.tr("Evidence for an auditor\u2026")
        self.evidence = button(self, "versions_evidence", words, Look.PLAIN, "archive")
        head = QHBoxLayout()
        head.addWidget(label(self, self.tr("Versions"), Role.H1), 1)
        head.addWidget(self.evidence)
        inner.addLayout(head)
        said = self.tr("Who reviewed and approved which state of the plan, and how that is known.")
        inner.addWidget(label(self, said, Role.BODY, wrap=True))
        inner.addSpacing(px(6))
        inner.addWidget(self.tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(body, 1)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self.bridge.saved.connect(self._on_saved)
        self.tabs.currentChanged.connect(self._refresh)
        for done in (self.doors.told, self.restoring.done, self.audit.told):
            done.connect(self._on_told)
        for failed in (self.versions.failed, self.restoring.failed, self.audit.failed):
            failed.connect(self._on_failed)
        self.doors.navigate.connect(self.navigate)
        self.evidence.clicked.connect(partial(self.navigate.emit, "evidence"))

    @Slot()
    def _refresh(self) -> None:
        if self.isVisible():
            shown = self.audit if self.tabs.currentWidget() is self.audit else self.versions
            shown.refresh()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        recalled = recall_in(change)
        if recalled is not None:
            self.banner.show_notice(recalled_text(recalled), Tone.WARNING)
        self._refresh_versions()

    def _refresh_versions(self) -> None:
        if self.isVisible() and self.tabs.currentWidget() is self.versions:
            self.versions.refresh()

    @Slot(object)
    def _on_saved(self, receipt: object) -> None:
        del receipt
        self.audit.outdate()

    @Slot(str)
    def _on_told(self, text: str) -> None:
        self.banner.show_notice(text, Tone.SUCCESS)

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        self.banner.show_notice(notice_of(error).text, Tone.DANGER)
