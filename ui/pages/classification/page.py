"""The page Classification: levels, the matrix, trying it, its tests and the categories."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.judgement.findings import Finding
from app.domain.plan.axes import axes
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.editing import Change
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.pages.classification.head import ClassificationHead
from ui.pages.classification.level_edits import LevelEdits
from ui.pages.classification.levels_card import LevelsCard
from ui.pages.classification.lower_cards import LowerCards
from ui.pages.classification.matrix_card import MatrixCard
from ui.pages.classification.samples_card import SamplesCard
from ui.pages.classification.try_card import TryCard
from ui.pages.page import Page
from ui.widgets.banner import NoticeBanner
from ui.widgets.chips import Tone
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

BESIDE_FROM_PX = 980
"""The width of the page from which the matrix and what tries it stand beside each other."""
TRY_PX = 320
SEEN_MS = 20
"""A turn of the event loop is too short for it: what is asked for then is done before painting."""
CONTEXT_PX = 60
"""So much is seen around what is gone to."""

_CONCERNS: Final = frozenset(
    {
        Kind.SEVERITY,
        Kind.IMPACT,
        Kind.URGENCY,
        Kind.CELL,
        Kind.SAMPLE,
        Kind.DIMENSION,
        Kind.CATEGORY,
        Kind.ROLE,
        Kind.TREE,
        Kind.PLAYBOOK,
        Kind.OBLIGATION,
        Kind.ANSWER,
        Kind.ACCEPTED,
    }
)
"""A change of other records is not seen on this page."""


class ClassificationPage(Page):
    """Refreshes when something it shows changes, or when it is shown after such a change."""

    title = str(QT_TRANSLATE_NOOP("Page", "Classification"))
    icon = "grid-3x3"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        del desk
        self.setObjectName("classification_page")
        self._stale = True
        self._below_shown = False
        self._lost: tuple[str, ...] = ()
        self._wide = True
        self._once_seen = QTimer(self)
        self._once_seen.setSingleShot(True)
        self._once_seen.setInterval(SEEN_MS)
        self._samples: SamplesCard | None = None
        self._lower: LowerCards | None = None
        self._build()
        self._lay_out()
        self._connect()

    @property
    def samples(self) -> SamplesCard:
        """The tests of the matrix, made when they are first needed."""
        if self._samples is None:
            self._samples = SamplesCard(self.bridge, self.edits, self._scroll.body)
            self._samples.tried.connect(self.trying.show_sample)
            self._place_samples()
        return self._samples

    @property
    def lower_half(self) -> LowerCards:
        """What stands below, made when it is first needed."""
        if self._lower is None:
            self._lower = LowerCards(self.bridge, self.edits, self._scroll.body)
            self._lower.fold(wide=self._wide)
            self._lower.categories.navigate.connect(self.navigate)
            for card in self._lower.cards:
                card.bar.every.connect(self._on_every)
            content = self._scroll.content
            content.insertWidget(content.count() - 1, self._lower)
        return self._lower

    @override
    def panes(self) -> tuple[QWidget, ...]:
        lower = self.lower_half
        return (
            self.head,
            self.severities,
            self.matrix,
            self.trying,
            self.samples,
            *lower.cards,
            lower.categories,
        )

    @override
    def reveal(self, kind: Kind, record: RecordId, field: str = "") -> None:
        self._refresh()
        if not self._below_shown:
            self._show_below()
        for card in (self.severities, *self.lower_half.cards):
            if card.kind is kind:
                self._show(card.reveal(record, field), card.table)
        match kind:
            case Kind.CELL:
                self._show(self.matrix.reveal(record), self.matrix.table)
            case Kind.SAMPLE:
                self._show(self.samples.reveal(record), self.samples.table)
            case Kind.CATEGORY:
                categories = self.lower_half.categories
                self._show(categories.reveal(record, field), categories.table.view)
            case _:
                return

    @override
    def chosen_record(self) -> tuple[Kind, RecordId] | None:
        """The row of the table one is at, else the severity that is chosen."""
        lower = self.lower_half
        for card in lower.cards:
            if card.table.hasFocus() and card.table.key is not None:
                return card.kind, card.table.key
        if self.samples.table.hasFocus() and self.samples.table.key:
            return Kind.SAMPLE, RecordId(self.samples.table.key)
        categories = lower.categories.table
        if categories.view.hasFocus() and categories.key is not None:
            return Kind.CATEGORY, categories.key
        level = self.severities.table.key
        return None if level is None else (Kind.SEVERITY, level)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _build(self) -> None:
        self.banner = NoticeBanner(self, "scheme_banner")
        self._scroll = ScrollBody(self, "classification_scroll")
        body = self._scroll.body
        self.edits = LevelEdits(self.bridge, self)
        self.head = ClassificationHead(self.bridge, body)
        levels = self.tr("Severity levels")
        self.severities = LevelsCard(self.bridge, Kind.SEVERITY, self.edits, body, levels)
        self.matrix = MatrixCard(self.bridge, body)
        self.trying = TryCard(self.bridge, body)

    def _lay_out(self) -> None:
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(px(18))
        self._left = QVBoxLayout()
        self._left.setSpacing(px(18))
        self._left.addWidget(self.matrix)
        self._left.addStretch(1)
        self._beside.addLayout(self._left, 1)
        self._beside.addWidget(self.trying, 0, Qt.AlignmentFlag.AlignTop)
        content = self._scroll.content
        content.addWidget(self.head)
        content.addWidget(self.severities)
        content.addLayout(self._beside)
        content.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._scroll)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self._once_seen.timeout.connect(self._show_below)
        self.edits.placed.connect(self.reveal)
        self.trying.kept.connect(self._on_kept)
        self.matrix.table.level_wanted.connect(self.reveal)
        self.head.switching.connect(self._on_switching)
        self.banner.dismissed.connect(self.banner.hide)
        self.banner.acted.connect(self._on_details)
        for bar in (self.matrix.bar, self.severities.bar):
            bar.every.connect(self._on_every)

    def _fold(self) -> None:
        """Where there is no room beside the matrix, what tries it comes before its tests."""
        wide = self.width() >= px(BESIDE_FROM_PX)
        self._wide = wide
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(across if wide else down)
        self._place_samples()
        if self._lower is not None:
            self._lower.fold(wide=wide)
        self.trying.setMinimumWidth(px(TRY_PX) if wide else 0)
        self.trying.setMaximumWidth(px(TRY_PX) if wide else 16_777_215)

    def _place_samples(self) -> None:
        if self._samples is None:
            return
        if self._wide:
            self._left.insertWidget(1, self._samples)
        else:
            self._beside.addWidget(self._samples)

    def _refresh(self) -> None:
        """Once after each change, and only while it can be seen."""
        if not self._stale:
            return
        self._stale = False
        findings = self.bridge.judgement.findings()
        self.head.refresh()
        self.severities.refresh(self._told(Kind.SEVERITY))
        self.matrix.refresh([item for item in findings if _about_matrix(item)])
        self.trying.refresh()
        if self._below_shown:
            self._show_below()
        else:
            self._once_seen.start()

    @Slot()
    def _show_below(self) -> None:
        """What stands below the matrix; at first only once what is above it has been seen."""
        self._once_seen.stop()
        self._below_shown = True
        named = axes(self.bridge.plan)
        self.trying.refresh_dimensions()
        self.samples.refresh(named.impact, named.urgency)
        self.lower_half.refresh(self._told)
        self.lower_half.categories.table.show()

    def _told(self, kind: Kind) -> list[Finding]:
        findings = self.bridge.judgement.findings()
        return [finding for finding in findings if _about_levels(finding, kind)]

    def _show(self, found: bool, table: QWidget) -> None:
        if found:
            self._scroll.ensureWidgetVisible(table, 0, px(CONTEXT_PX))
            table.setFocus()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if _CONCERNS & change.kinds:
            self._stale = True
            if self.isVisible():
                self._refresh()

    @Slot(object)
    def _on_kept(self, sample: RecordId) -> None:
        self.samples.reveal(sample)

    @Slot()
    def _on_switching(self) -> None:
        from ui.pages.classification.switch_dialog import SwitchDialog

        dialog = SwitchDialog(self.bridge, self)
        dialog.switched.connect(self._on_switched)
        dialog.open()

    @Slot(str, object)
    def _on_switched(self, name: str, lost: tuple[str, ...]) -> None:
        self._lost = lost
        said = self.tr("The plan uses the scheme \u201c{0}\u201d now. Undo takes it back.")
        details = self.tr("What did not get through ({0})").format(len(lost)) if lost else ""
        self.banner.show_notice(
            said.format(name), Tone.SUCCESS, action="details", action_text=details
        )
        self._scroll.verticalScrollBar().setValue(0)

    @Slot()
    def _on_details(self) -> None:
        from ui.dialogs.question import QuestionDialog

        heading = self.tr("What did not get through")
        said = self.tr("These things of the old scheme have no place in the new one.")
        answers = (("close", self.tr("Close")),)
        QuestionDialog(self, heading, said, answers, "\n".join(self._lost)).open()

    @Slot(object)
    def _on_every(self, finding: Finding) -> None:
        self.navigate.emit(f"finding:{finding.key}")


def _about_levels(finding: Finding, kind: Kind) -> bool:
    wide = kind is Kind.SEVERITY and finding.code.startswith("severity.")
    return finding.kind is kind or wide


def _about_matrix(finding: Finding) -> bool:
    return finding.kind is Kind.CELL or finding.code.startswith("matrix.")
