"""Rows that the playbooks suggest, each with its reasons and a tick."""

from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.plan.plan import Plan
from app.services.raci.generating import Proposal, Standing, proposals, standing
from app.services.raci.grouping import Grain
from ui.bridge.words import counted
from ui.dialogs.record.entries.choices import CalmComboBox
from ui.models.raci_reasons import standing_text
from ui.pages.people.raci.proposal_view import ProposalView
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.cards import line
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

WIDTH_PX, HEIGHT_PX, BESIDE_PX = 1040, 700, 60
TICKED = frozenset({Standing.NEW, Standing.MENDS})
"""What is ticked to begin with; nobody needs more told about a row that is whole."""
_AT = Qt.ItemDataRole.UserRole


class GenerateDialog(QDialog):
    """Nothing that people set is changed; the row walked to says what would be added and why."""

    given = Signal(object)
    """Carries the ticked proposals, a tuple."""

    def __init__(self, plan: Plan, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("raci_generate_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Generate from playbooks"))
        room = parent.window().size()
        self.resize(
            min(px(WIDTH_PX), room.width() - px(BESIDE_PX)),
            min(px(HEIGHT_PX), room.height() - px(BESIDE_PX)),
        )
        self._plan = plan
        self._proposals: tuple[Proposal, ...] = ()
        self._build()
        self._lay_out()
        self._connect()
        self._propose()
        self.list.setFocus()

    @property
    def ticked(self) -> tuple[Proposal, ...]:
        """The rows that are to be taken."""
        return tuple(
            self._proposals[item.data(_AT)]
            for item in map(self.list.item, range(self.list.count()))
            if item.checkState() is Qt.CheckState.Checked
        )

    def _build(self) -> None:
        self.grain = CalmComboBox(self)
        self.grain.setObjectName("generate_grain")
        self.grain.setAccessibleName(self.tr("How finely"))
        self.grain.setMinimumContentsLength(34)
        for grain, words in (
            (Grain.PHASE, self.tr("One row for each phase")),
            (Grain.CATEGORY, self.tr("For each phase and category of incident")),
            (Grain.PLAYBOOK, self.tr("For each phase of each playbook")),
        ):
            self.grain.addItem(words, grain)
        self.decisions = QCheckBox(self.tr("Decisions too"), self)
        self.decisions.setObjectName("generate_decisions")
        self.list = QListWidget(self)
        self.list.setObjectName("generate_list")
        self.list.setAccessibleName(self.tr("Proposed rows"))
        self.list.setProperty("plain", "true")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view = ProposalView(self)
        self._close = button(self, "generate_close", self.tr("Cancel"))
        self._add = button(self, "generate_add", "", Look.PRIMARY)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self.grain)
        head.addWidget(self.decisions)
        head.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(px(16))
        middle.addWidget(self.list, 2)
        middle.addWidget(line(self, vertical=True))
        middle.addWidget(self._view, 3)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        said = self.tr("Tick with Space. What you have set in the table stays as it is.")
        foot.addWidget(label(self, said, Role.HINT, wrap=True), 1)
        foot.addWidget(self._close)
        foot.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        column.addWidget(label(self, self.windowTitle(), Role.H1, wrap=True))
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(line(self))
        column.addLayout(foot)

    def _connect(self) -> None:
        self.grain.currentIndexChanged.connect(self._propose)
        self.decisions.toggled.connect(self._propose)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemChanged.connect(self._count)
        self._close.clicked.connect(self.reject)
        self._add.clicked.connect(self._on_add)

    @Slot()
    def _propose(self) -> None:
        grain = self.grain.currentData()
        self._proposals = proposals(self._plan, grain, decisions=self.decisions.isChecked())
        self.list.clear()
        for at, proposal in enumerate(self._proposals):
            self._offer(at, proposal)
        self.list.setCurrentRow(0)
        self._show()
        self._count()

    def _offer(self, at: int, proposal: Proposal) -> None:
        stands = standing(proposal)
        words = self.tr("{0} ({1})").format(proposal.row.activity, standing_text(stands))
        item = QListWidgetItem(words)
        item.setData(_AT, at)
        item.setToolTip(f"<p>{escape(words)}</p>")
        if stands is Standing.COMPLETE:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        else:
            checked = stands in TICKED and (proposal.topic.phase is not None or proposal.present)
            item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    @Slot()
    def _show(self) -> None:
        at = self.list.currentRow()
        known = 0 <= at < len(self._proposals)
        self._view.show_proposal(self._plan, self._proposals[at] if known else None)

    @Slot()
    def _count(self) -> None:
        count = len(self.ticked)
        words = counted(count, self.tr("Add 1 row"), self.tr("Add {n} rows"))
        set_button_text(self._add, words if count else self.tr("Add"))
        self._add.setEnabled(bool(count))

    @Slot()
    def _on_add(self) -> None:
        chosen = self.ticked
        self.accept()
        self.given.emit(chosen)
