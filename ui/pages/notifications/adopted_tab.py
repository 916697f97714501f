"""The duties the plan has adopted, as a table; edited in the dialog for records."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.services.notifying.adopted import Adopted, adopted, keeping, taking_over
from ui.dialogs.record import RecordEditor
from ui.models.duty_rows import duty_headings, duty_row
from ui.pages.notifications.drift_panel import DriftPanel
from ui.pages.notifications.reason_dialog import ReasonDialog
from ui.pages.notifications.register_card import lay_out_register
from ui.pages.notifications.sources import Sources
from ui.pages.tables.cell_table import CellTable
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label

ORIGIN = "notifications"
WEIGHTS = (30, 32, 14, 14, 14)


class AdoptedTab(QWidget):
    """Enter or Edit opens the chosen duty; Delete or Give up takes it out of the plan."""

    proposals_wanted = Signal()
    """There is nothing here yet; proposals are to be looked at."""

    def __init__(self, sources: Sources, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("adopted_tab")
        self._sources = sources
        self._items: tuple[Adopted, ...] = ()
        self.editor = RecordEditor(sources.bridge, self)
        self._build()
        lay_out_register(
            self,
            (self._edit, self._give_up),
            self._add,
            (self._drift, self._empty, self._look),
            self.table,
        )
        self._connect()

    @property
    def count(self) -> int:
        """How many duties there are."""
        return len(self._items)

    def refresh(self) -> None:
        """Show the duties as they are now."""
        plan = self._sources.bridge.plan
        self._items = adopted(plan, self._sources.regimes)
        self.table.show_rows(tuple(duty_row(plan, item) for item in self._items))
        some = bool(self._items)
        self.table.setVisible(some)
        self._edit.setVisible(some)
        self._give_up.setVisible(some and not self._sources.bridge.read_only)
        self._empty.setVisible(not some)
        self._look.setVisible(not some)
        self._on_chosen()

    def choose(self, duty: str) -> None:
        """Choose a duty and give its row the focus."""
        if self.table.choose(duty):
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        read_only = self._sources.bridge.read_only
        columns = list(zip(duty_headings(), WEIGHTS, strict=True))
        self.table = CellTable(self, "duties_table", self.tr("Duties to notify"), columns)
        self._drift = DriftPanel(self, read_only=read_only)
        words = self.tr("Show\u2026") if read_only else self.tr("Edit\u2026")
        self._edit = button(self, "duty_edit", words, Look.PLAIN, "eye" if read_only else "pencil")
        self._give_up = button(self, "duty_give_up", self.tr("Give up"), Look.PLAIN, "trash-2")
        self._add = button(self, "duty_add", self.tr("Add your own duty\u2026"), Look.LINK, "plus")
        self._add.setVisible(not read_only)
        self._empty = label(
            self,
            self.tr(
                "No duty is adopted yet. Adopt the regimes that bind your organisation, and add "
                "those from your contracts."
            ),
            Role.BODY,
            wrap=True,
        )
        self._empty.setObjectName("duties_empty")
        self._look = button(self, "duties_proposals", self.tr("Look at the proposals"), Look.LINK)

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_edit)
        self.table.removed.connect(self._on_give_up)
        self._edit.clicked.connect(self._on_edit)
        self._give_up.clicked.connect(self._on_give_up)
        self._add.clicked.connect(self._on_add)
        self._look.clicked.connect(self.proposals_wanted)
        self._drift.taken_over.connect(self._on_take_over)
        self._drift.kept.connect(self._on_keep)
        self.editor.placed.connect(self._on_placed)

    @property
    def _chosen(self) -> Adopted | None:
        return next((item for item in self._items if item.duty.id == self.table.key), None)

    @Slot()
    def _on_chosen(self) -> None:
        item = self._chosen
        self._edit.setEnabled(item is not None)
        self._give_up.setEnabled(item is not None)
        self._drift.show_drift(item)

    @Slot()
    def _on_edit(self) -> None:
        item = self._chosen
        if item is not None:
            self.editor.edit(Kind.OBLIGATION, item.duty.id)

    @Slot()
    def _on_give_up(self) -> None:
        item = self._chosen
        if item is not None:
            self.editor.remove(Kind.OBLIGATION, item.duty.id)

    @Slot()
    def _on_add(self) -> None:
        self.editor.add(Kind.OBLIGATION)

    @Slot()
    def _on_take_over(self) -> None:
        item, bridge = self._chosen, self._sources.bridge
        if item is not None and item.regime is not None:
            step = self.tr("Take over the terms of {0}").format(item.regime.name)
            bridge.apply(taking_over(bridge.plan, item.duty, item.regime), step, ORIGIN)

    @Slot()
    def _on_keep(self) -> None:
        item = self._chosen
        if item is None:
            return
        dialog = ReasonDialog(
            self,
            self.tr("Keep the terms of {0}").format(item.duty.name),
            self.tr("The plan then says why it differs from the pack. A later pack asks again."),
            self.tr("Keep ours"),
        )
        dialog.given.connect(lambda reason: self._keep(item, reason))
        dialog.open()

    def _keep(self, item: Adopted, reason: str) -> None:
        bridge, grounds = self._sources.bridge, self._sources.grounds(reason)
        if item.regime is not None:
            changes = keeping(bridge.plan, item.duty.id, item.regime, grounds)
            bridge.apply(changes, self.tr("Keep the terms of {0}").format(item.duty.name), ORIGIN)

    @Slot(object, object)
    def _on_placed(self, kind: Kind, record: RecordId) -> None:
        if kind is Kind.OBLIGATION:
            self.choose(record)
