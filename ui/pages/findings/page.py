"""All findings of the plan, to be filtered, mended, or accepted with a reason."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QModelIndex, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.governance import AcceptedFinding
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.editing import Change
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.models.finding_words import section_of
from ui.models.findings import FindingFilter, FindingsModel
from ui.pages.findings.actions import FindingActions
from ui.pages.findings.detail_card import DetailCard
from ui.pages.findings.done_notice import DoneNotice
from ui.pages.findings.filter_bar import FilterBar
from ui.pages.findings.finding_list import FindingList
from ui.pages.page import Page
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

DETAIL_PX = 340
BESIDE_FROM_PX = 780
"""The page's width from which the chosen finding stands beside the list."""


class FindingsPage(Page):
    """A filter over a list, and the chosen finding beside it."""

    title = str(QT_TRANSLATE_NOOP("Page", "Findings"))
    icon = "list-checks"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("findings_page")
        self._model = FindingsModel(bridge, self)
        self._actions = FindingActions(bridge, desk, self)
        self._build()
        self._lay_out()
        self._connect()
        self._show_counts()
        self._show_chosen()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._model.refresh()
        self._show_chosen()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= px(BESIDE_FROM_PX)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._middle.setDirection(across if beside else down)
        self._detail.setMinimumWidth(px(DETAIL_PX) if beside else 0)
        self._detail.setMaximumWidth(px(DETAIL_PX) if beside else _ANY_WIDTH)

    @Slot()
    def mend_chosen(self) -> None:
        """Apply the quick-fixes of what is chosen in the list."""
        if self.list.chosen:
            self._actions.mend(self.list.chosen)

    @Slot()
    def accept_chosen(self) -> None:
        """Ask why what is chosen in the list is accepted."""
        if self.list.chosen:
            self._actions.ask_to_accept(self.list.chosen)

    @Slot()
    def take_back_chosen(self) -> None:
        """Let what is chosen among the accepted be open again."""
        if self.list.chosen:
            self._actions.take_back(self.list.chosen)

    @override
    def chosen_record(self) -> tuple[Kind, RecordId] | None:
        """What the chosen finding is about."""
        chosen = self.list.chosen
        return (chosen[0].kind, chosen[0].record) if chosen else None

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self._notice, self._filter, self.list, self._detail)

    def _build(self) -> None:
        self._summary = label(self, "", Role.BODY, wrap=True)
        self._notice = DoneNotice(self.bridge, self)
        self._filter = FilterBar(self)
        self._card = Card(self)
        self.list = FindingList(self._model, self._card)
        self._detail = DetailCard(self, read_only=self.bridge.read_only)
        self._nothing = label(self._card, "", Role.BODY, wrap=True)
        self._nothing.setObjectName("findings_nothing")

    def _lay_out(self) -> None:
        self._card.body.addWidget(self._filter)
        self._card.body.addWidget(self._nothing)
        self._card.body.addWidget(self.list, 1)
        self._card.body.addStretch(0)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(px(16))
        self._middle.addWidget(self._card, 3)
        self._middle.addWidget(self._detail, 2)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(32), px(26), px(32), px(26))
        inner.setSpacing(px(4))
        inner.addWidget(label(self, self.tr("Findings"), Role.H1))
        inner.addWidget(self._summary)
        inner.addSpacing(px(12))
        inner.addLayout(self._middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addLayout(inner, 1)

    def _connect(self) -> None:
        self._filter.changed.connect(self._on_filter)
        self._model.modelReset.connect(self._show_counts)
        self.bridge.changed.connect(self._on_changed)
        self.list.settled.connect(self._show_chosen)
        self.list.activated.connect(self._on_taken)
        self._actions.done.connect(self._on_done)
        self._notice.acted.connect(self.list.setFocus)
        self._detail.mended.connect(self.mend_chosen)
        self._detail.accepting.connect(self.accept_chosen)
        self._detail.taken_back.connect(self.take_back_chosen)
        self._detail.opened.connect(self._on_opened)
        self._detail.widened.connect(self._on_widened)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        """A page nobody sees waits until it is shown."""
        del change
        if self.isVisible():
            self._model.refresh()
            self._show_chosen()

    @Slot()
    def _show_counts(self) -> None:
        self._filter.show_counts(
            self._model, [(key, self._title(key)) for key in self._model.sections]
        )
        self._summary.setText(self._sum())
        empty = self._model.rowCount() == 0
        self.list.setVisible(not empty)
        self._detail.setVisible(not empty)
        self._nothing.setVisible(empty)
        self._nothing.setText(self._why_empty())

    def _sum(self) -> str:
        if not self._model.total:
            return self.tr("Nobody would object to anything that is not accepted.")
        return counted(
            self._model.total,
            self.tr("1 thing somebody would object to. Mend it, or accept it with a reason."),
            self.tr(
                "{n} things an auditor, a lawyer or a responder would object to. "
                "Mend each, or accept it with a reason."
            ),
        )

    def _why_empty(self) -> str:
        wanted = self._filter.filter
        if wanted.accepted and not self._model.accepted:
            return self.tr("Nobody has accepted a finding.")
        if not wanted.accepted and not self._model.total:
            return self.tr("Nothing left to mend.")
        return self.tr("No finding matches. Choose All and every section, or clear the words.")

    def _title(self, section: str) -> str:
        return self.bridge.plan.sections[RecordId(section)].title

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self.list.chosen
        if not chosen:
            self._detail.show_nothing()
            return
        first = chosen[0]
        accepted = self.bridge.plan.accepted.get(first.key)
        if len(chosen) > 1:
            remedies = self._actions.remedies(chosen)
            self._detail.show_several(chosen, remedies, accepted=accepted is not None)
        elif isinstance(accepted, AcceptedFinding):
            self._detail.show_accepted(first, section_of(self.bridge, first), accepted)
        else:
            remedies = self._actions.remedies(chosen)
            alike = len(self._model.alike(first))
            self._detail.show_finding(first, section_of(self.bridge, first), remedies, alike)

    @Slot(object)
    def _on_filter(self, wanted: FindingFilter) -> None:
        self._model.show_only(wanted)

    @Slot(str)
    def _on_done(self, text: str) -> None:
        """What was chosen is gone, and with it the button that was pressed."""
        self._notice.tell(text)
        self.list.setFocus()

    @Slot()
    def _on_opened(self) -> None:
        chosen = self.list.chosen
        if chosen:
            self.navigate.emit(f"finding:{chosen[0].key}")

    @Slot()
    def _on_widened(self) -> None:
        chosen = self.list.chosen
        if chosen:
            self.list.choose_rows(self._model.alike(chosen[0]))
            self.list.setFocus()

    @Slot(QModelIndex)
    def _on_taken(self, index: QModelIndex) -> None:
        finding = self._model.finding(index.row())
        if finding is not None:
            self.navigate.emit(f"finding:{finding.key}")


_ANY_WIDTH = 16_777_215
"""What Qt calls no limit."""
