"""The panel at the side: three tabs about the section on the page."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.interview.template import Guidance
from app.domain.judgement.findings import Finding
from ui.bridge.session import PlanBridge
from ui.pages.sections.side.findings_tab import FindingsTab
from ui.pages.sections.side.guidance_tab import GuidanceTab
from ui.pages.sections.side.requirements_tab import RequirementsTab
from ui.widgets.tabs import page_tabs
from ui.widgets.tokens import px

WIDTH_PX = 320


class SidePanel(QFrame):
    """Refreshes the tab that is seen; the others when they are turned to."""

    wanted = Signal(object)
    """Carries the `Finding` to go to."""
    mended = Signal(object)
    """Carries the `Finding` whose quick-fix is wanted."""
    navigate = Signal(str)
    """Carries the target of a requirement to show in full."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("side_panel")
        self.setProperty("bar", "side")
        self.setFixedWidth(px(WIDTH_PX))
        self._bridge = bridge
        self._key = ""
        self.tabs = page_tabs(self, "side_tabs", self.tr("About this section"))
        self._guidance = self.tabs.add_late(GuidanceTab, self.tr("Guidance"))
        self._requirements = self.tabs.add_late(self._make_requirements, self.tr("Requirements"))
        self._findings = self.tabs.add_late(self._make_findings, self.tr("Findings"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, px(8), 0, 0)
        column.addWidget(self.tabs)
        self.tabs.currentChanged.connect(self._on_tab)

    def show_section(self, key: str) -> None:
        """Tell of another section."""
        self._key = key
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is said of the section now."""
        if not self._key:
            return
        found = self._of_section()
        title = self.tr("Findings")
        self.tabs.setTabText(2, f"{title} {len(found)}" if found else title)
        if not self.isVisible():
            return
        match self.tabs.currentIndex():
            case 0:
                known = self._bridge.template.by_key.get(self._key)
                self._guidance.content().show_guidance(
                    Guidance() if known is None else known.guidance
                )
            case 1:
                statuses = self._bridge.judgement.requirements_of(self._key)
                self._requirements.content().show_requirements(self._key, statuses)
            case _:
                mends = [self._mend(item) for item in found]
                self._findings.content().show_findings(found, mends)

    def _make_requirements(self, parent: QWidget) -> RequirementsTab:
        made = RequirementsTab(parent)
        made.wanted.connect(self.navigate)
        return made

    def _make_findings(self, parent: QWidget) -> FindingsTab:
        made = FindingsTab(parent)
        made.wanted.connect(self.wanted)
        made.mended.connect(self.mended)
        return made

    def _of_section(self) -> tuple[Finding, ...]:
        found = self._bridge.judgement.findings()
        return tuple(finding for finding in found if finding.section == self._key)

    def _mend(self, finding: Finding) -> str:
        """What the quick-fix of a finding does; blank when a person must mend it."""
        if self._bridge.read_only:
            return ""
        remedy = self._bridge.judgement.remedy(finding)
        return "" if remedy is None else remedy.label

    @Slot()
    def _on_tab(self) -> None:
        self.refresh()
