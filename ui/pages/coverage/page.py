"""The coverage page: frameworks at the left, then their requirements, then one of them in full."""

from collections import Counter

from PySide6.QtCore import QT_TRANSLATE_NOOP, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.judgement.requirements import Framework
from app.domain.plan.assurance import EvidenceRecord
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.editing import Change
from ui.bridge.desk import Desk
from ui.bridge.notices import notice_of
from ui.bridge.session import PlanBridge
from ui.models.framework_list import Covered, covered
from ui.models.framework_shelf import FrameworkShelf
from ui.models.requirement_view import view_of
from ui.pages.coverage.choose_dialog import ChooseFrameworksDialog
from ui.pages.coverage.deciding import Decisions
from ui.pages.coverage.detail_card import DetailCard
from ui.pages.coverage.edits import CoverageEdits
from ui.pages.coverage.empty_card import EmptyCard
from ui.pages.coverage.framework_head import FrameworkHead
from ui.pages.coverage.framework_panel import FrameworkPanel
from ui.pages.coverage.requirement_pane import RequirementPane
from ui.pages.page import Page
from ui.widgets.banner import NoticeBanner
from ui.widgets.tokens import px

WIDE_FROM_PX = 1100
"""The page's width below which everything takes less room."""
TIGHT_BELOW_PX = 860
"""The page's width below which the list of frameworks folds into one that drops down."""


class CoveragePage(Page):
    """Shows the first framework until another is chosen; a page nobody sees does nothing."""

    title = str(QT_TRANSLATE_NOOP("Page", "Coverage"))
    icon = "shield-check"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("coverage_page")
        self._shelf = FrameworkShelf(desk.workshop.library)
        self._edits = CoverageEdits(bridge, desk)
        self._key = ""
        self._build()
        self._lay_out()
        self._decisions = Decisions(bridge, self._edits, self.card, self)
        self._connect()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.empty, self.panel, self.head, self.pane, self.card)

    @override
    def reveal(self, kind: Kind, record: RecordId, field: str = "") -> None:
        """Show the requirement that an attestation or an exclusion is about."""
        if kind not in (Kind.ATTESTATION, Kind.EXCLUSION):
            return
        framework, _, requirement = record.partition("/")
        known = {item.id: item for item in self.bridge.judgement.frameworks}
        if framework not in known:
            return
        self._show_framework(framework)
        self.pane.choose(requirement)
        if self.pane.requirement != requirement:
            self._on_cleared()
            self.pane.choose(requirement)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(WIDE_FROM_PX)
        tight = self.width() < px(TIGHT_BELOW_PX)
        self.panel.set_narrow(narrow=narrow)
        self.panel.setVisible(not tight)
        self.head.set_tight(tight=tight)
        side = px(20 if narrow else 28)
        self._inner.setContentsMargins(side, px(20), side, px(20))

    def refresh(self) -> None:
        """Show the verdicts there are now."""
        found = self._covered()
        self.empty.setVisible(not found)
        self._chosen.setVisible(bool(found))
        self.panel.show_frameworks(found)
        shown = next((item for item in found if item.framework.id == self._key), None)
        if shown is None and found:
            shown = found[0]
        self._key = "" if shown is None else shown.framework.id
        if shown is None:
            self.card.show_view(None)
            return
        self.panel.choose(self._key)
        self.head.switch.show_frameworks(found, self._key)
        self.head.show_framework(shown, self.bridge.plan.profile.baseline)
        self.pane.show_statuses(self.bridge.judgement.coverage(self._key))

    def _build(self) -> None:
        read_only = self.bridge.read_only
        self.banner = NoticeBanner(self, "coverage_banner")
        self.empty = EmptyCard(self, read_only=read_only)
        self._chosen = QWidget(self)
        self.panel = FrameworkPanel(self._chosen, read_only=read_only)
        self.head = FrameworkHead(self._chosen, read_only=read_only)
        self.pane = RequirementPane(self._chosen)
        self.card = DetailCard(self.bridge, self._chosen)

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(px(14))
        cards.addWidget(self.pane, 5)
        cards.addWidget(self.card, 6)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(px(14))
        self._inner.addWidget(self.head)
        self._inner.addLayout(cards, 1)
        row = QHBoxLayout(self._chosen)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addLayout(self._inner, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.empty, 1)
        column.addWidget(self._chosen, 1)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self.empty.wanted.connect(self._on_add)
        self.panel.added.connect(self._on_add)
        self.panel.chosen.connect(self._show_framework)
        self.head.framework_chosen.connect(self._show_framework)
        self.head.added.connect(self._on_add)
        self.head.filtered.connect(self.pane.show_only)
        self.head.removed.connect(self._on_remove)
        self.head.baseline_chosen.connect(self._edits.choose_baseline)
        self.pane.cleared.connect(self._on_cleared)
        self.pane.chosen.connect(self._on_requirement)
        self.card.went.connect(self.navigate)

    def _covered(self) -> tuple[Covered, ...]:
        judgement = self.bridge.judgement
        return tuple(
            covered(item, Counter(one.verdict for one in judgement.coverage(item.id)))
            for item in judgement.frameworks
        )

    def _framework(self) -> Framework | None:
        frameworks = self.bridge.judgement.frameworks
        return next((item for item in frameworks if item.id == self._key), None)

    @Slot(str)
    def _show_framework(self, key: str) -> None:
        if key != self._key:
            self._key = key
            self.pane.restart()
            self.refresh()

    @Slot(str)
    def _on_requirement(self, requirement: str) -> None:
        framework = self._framework()
        if framework is None:
            return
        statuses = self.bridge.judgement.coverage(framework.id)
        found = next((one for one in statuses if one.requirement.id == requirement), None)
        view = None if found is None else view_of(self.bridge, self._shelf, framework, found)
        self.card.show_view(view)
        self._tell_of_failure()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if not self.isVisible():
            return
        self.refresh()
        if not change.origin:
            self._go_to_change(change)

    def _go_to_change(self, change: Change) -> None:
        """After an undo, show the requirement it is about."""
        for one in change.changes:
            if one.kind in (Kind.ATTESTATION, Kind.EXCLUSION):
                self.reveal(one.kind, one.id)
                return
            record = one.after or one.before
            if isinstance(record, EvidenceRecord) and record.requirements:
                self.reveal(Kind.ATTESTATION, record.requirements[-1])
                return

    @Slot()
    def _on_cleared(self) -> None:
        self.head.show_all()
        self.pane.show_only(None)
        self.pane.forget_words()

    @Slot()
    def _on_add(self) -> None:
        chosen = self.bridge.plan.profile.frameworks
        dialog = ChooseFrameworksDialog(self, self._shelf, chosen)
        dialog.given.connect(self._on_added)
        self._tell_of_failure()
        dialog.open()

    @Slot(object)
    def _on_added(self, names: dict[str, str]) -> None:
        """A framework whose file cannot be read is left out, and said so."""
        usable = {key: name for key, name in names.items() if self._shelf.framework(key)}
        if usable:
            self._key = next(iter(usable))
            self._edits.add_frameworks(usable)
        self._tell_of_failure()

    @Slot()
    def _on_remove(self) -> None:
        framework = self._framework()
        if framework is not None:
            self._edits.remove_framework((framework.id, *framework.aliases), framework.name)

    def _tell_of_failure(self) -> None:
        failure = self._shelf.failure
        if failure is not None and not self.banner.isVisible():
            self.banner.show_notice(notice_of(failure).text)
            self._shelf.failure = None
