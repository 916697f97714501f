"""Regimes that may bind the organisation: adopt them, or say why they do not bind."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from app.services.notifying.proposals import (
    Candidate,
    Standing,
    adopted_under,
    adoption,
    binding_after_all,
    candidates,
    refusal,
)
from ui.bridge.words import counted
from ui.models.regime_list import RegimeListModel
from ui.pages.notifications.reason_dialog import ReasonDialog
from ui.pages.notifications.regime_card import RegimeCard
from ui.pages.notifications.regime_delegate import RegimeDelegate
from ui.pages.notifications.regime_filter import RegimeFilterBar
from ui.pages.notifications.sources import Sources
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

ORIGIN = "notifications"
_STAY = QItemSelectionModel.SelectionFlag.NoUpdate
SECTOR_QUESTION = "profile.sector"
PLACES_QUESTION = "profile.jurisdictions"


class ProposedTab(QWidget):
    """A filter over a list at the left, the chosen regime in full at the right."""

    shown_duty = Signal(str)
    """Carries the id of an adopted duty to go to."""
    navigate = Signal(str)
    """Carries a target of the window."""

    def __init__(self, sources: Sources, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("proposed_tab")
        self._sources = sources
        self._model = RegimeListModel(self)
        self._build()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show what the plan says of each regime now; what is chosen stays so."""
        chosen = self._chosen_ids()
        self._model.show_candidates(candidates(self._sources.bridge.plan, self._sources.regimes))
        self._filter.show_counts(self._model.candidates)
        self._choose(chosen)

    @Slot()
    def browse(self) -> None:
        """Leave no regime out."""
        self._filter.show_all()

    @property
    def proposals(self) -> int:
        """How many regimes wait for a decision."""
        return self._model.count(Standing.PROPOSED)

    def _build(self) -> None:
        self._filter = RegimeFilterBar(self, self._sector_name)
        self._model.show_only(self._filter.wanted)
        self.list = QListView(self)
        self.list.setObjectName("regime_list")
        self.list.setAccessibleName(self.tr("Regimes"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(RegimeDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hint = label(self, "", Role.HINT, wrap=True)
        self._empty = label(self, "", Role.BODY, wrap=True)
        self._empty.setObjectName("regimes_empty")
        self._profile = button(self, "regimes_profile", self.tr("State them"), Look.LINK)
        self._browse = button(self, "regimes_browse", self.tr("Browse all regimes"), Look.LINK)
        self._card = RegimeCard(self, read_only=self._sources.bridge.read_only)

    def _lay_out(self) -> None:
        card = Card(self)
        card.body.addWidget(self._empty)
        for part in (self._profile, self._browse):
            card.body.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self._hint)
        card.body.addStretch(0)
        self._side = QHBoxLayout()
        self._side.setSpacing(px(16))
        self._side.addWidget(card, 5)
        self._side.addWidget(self._card, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(14), 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._filter)
        column.addLayout(self._side, 1)

    def _connect(self) -> None:
        self._filter.changed.connect(self._on_filter)
        self._model.modelReset.connect(self._on_reset)
        self.list.selectionModel().selectionChanged.connect(self._on_chosen)
        self._card.adopted.connect(self.adopt)
        self._card.refused.connect(self._on_refuse)
        self._card.unrefused.connect(self._on_unrefuse)
        self._card.looked_up.connect(self._on_show_duty)
        self._browse.clicked.connect(self.browse)
        self._profile.clicked.connect(self._on_profile)

    @Slot()
    def adopt(self) -> None:
        """Adopt every chosen regime that is not in the plan yet, as one step."""
        open_ones = [item for item in self._chosen() if item.standing is not Standing.ADOPTED]
        regimes = [item.regime for item in open_ones]
        if not regimes or self._sources.bridge.read_only:
            return
        step = counted(
            len(regimes),
            self.tr("Adopt {0}").format(regimes[0].name),
            self.tr("Adopt {n} regimes"),
        )
        plan = self._sources.bridge.plan
        changes = adoption(plan, regimes, self._sources.today)
        self._sources.bridge.apply(changes, step, ORIGIN)

    @Slot(object)
    def _on_filter(self, wanted: object) -> None:
        del wanted
        self._model.show_only(self._filter.wanted)

    @Slot()
    def _on_reset(self) -> None:
        shown = self._model.rowCount()
        self.list.setVisible(bool(shown))
        self._hint.setVisible(shown > 1)
        self._hint.setText(self.tr("Hold Ctrl or Shift to choose several."))
        self._empty.setVisible(not shown)
        self._empty.setText(self._nothing())
        unstated = not self._sources.bridge.plan.profile.jurisdictions
        proposed = self._filter.wanted.standing is Standing.PROPOSED
        self._profile.setVisible(not shown and proposed and unstated and bool(self._asked_in))
        self._browse.setVisible(not shown)
        self._choose(())

    def _nothing(self) -> str:
        match self._filter.wanted.standing:
            case Standing.PROPOSED if not self._sources.bridge.plan.profile.jurisdictions:
                return self.tr(
                    "Nothing is proposed yet. State where your organisation works, in which "
                    "sector and with which data; regimes that fit then stand here."
                )
            case Standing.PROPOSED:
                return self.tr(
                    "No proposal waits for a decision. Have counsel confirm that the list is "
                    "complete, or browse all regimes."
                )
            case Standing.REFUSED:
                return self.tr("You have not said of any regime that it does not bind you.")
            case _:
                return self.tr("No regime matches. Choose other filters, or clear the words.")

    def _chosen(self) -> tuple[Candidate, ...]:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        found = (self._model.candidate(row) for row in rows)
        return tuple(item for item in found if item is not None)

    def _chosen_ids(self) -> tuple[str, ...]:
        return tuple(item.regime.id for item in self._chosen())

    def _choose(self, regimes: tuple[str, ...]) -> None:
        """Choose `regimes` where they are still shown, else the first that is."""
        model = self.list.selectionModel()
        rows = [row for item in regimes if (row := self._model.row_of(item)) >= 0] or [0]
        whole = QItemSelection()
        for row in rows:
            index = self._model.index(row, 0)
            whole.merge(QItemSelection(index, index), QItemSelectionModel.SelectionFlag.Select)
        model.setCurrentIndex(self._model.index(rows[0], 0), _STAY)
        model.select(whole, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._on_chosen()

    @Slot()
    def _on_chosen(self) -> None:
        self._card.show_chosen(self._chosen())

    @Slot()
    def _on_refuse(self) -> None:
        (item,) = self._chosen()
        dialog = ReasonDialog(
            self,
            self.tr("{0} does not bind us").format(item.regime.name),
            self.tr("Auditors and counsel read why. The regime is then no longer proposed."),
            self.tr("Does not bind us"),
        )
        dialog.given.connect(lambda reason: self._refuse(item, reason))
        dialog.open()

    def _refuse(self, item: Candidate, reason: str) -> None:
        bridge, grounds = self._sources.bridge, self._sources.grounds(reason)
        step = self.tr("{0} does not bind").format(item.regime.name)
        bridge.apply(refusal(bridge.plan, item.regime, grounds), step, ORIGIN)

    @Slot()
    def _on_unrefuse(self) -> None:
        bridge = self._sources.bridge
        (item,) = self._chosen()
        step = self.tr("{0} binds after all").format(item.regime.name)
        bridge.apply(binding_after_all(bridge.plan, item.regime), step, ORIGIN)

    @Slot()
    def _on_show_duty(self) -> None:
        (item,) = self._chosen()
        duty = adopted_under(self._sources.bridge.plan, item.regime)
        if duty is not None:
            self.shown_duty.emit(duty)

    @Slot()
    def _on_profile(self) -> None:
        self.navigate.emit(f"section:{self._asked_in}")

    @property
    def _asked_in(self) -> str:
        """The section that asks where the organisation works; blank when none does."""
        question = self._sources.bridge.template.questions.get(PLACES_QUESTION)
        return "" if question is None else question.section

    def _sector_name(self, sector: str) -> str:
        question = self._sources.bridge.template.questions.get(SECTOR_QUESTION)
        options = question.options if question is not None else ()
        named = {option.value: option.label for option in options}
        return named.get(sector, sector)
