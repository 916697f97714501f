"""What changed between two states of a plan: a count, a filter, and the changes one by one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.plan.ids import RecordId
from app.services.changes.compared import Compared
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.changes.model import ChangesModel
from ui.widgets.changes.rows import Row
from ui.widgets.changes.view import ChangesView
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

_ALL, _MATERIAL = 0, 1


class ChangeList(QWidget):
    """Empty until it is given something to show; `opens` says that a record can be gone to."""

    record_chosen = Signal(object, str)
    """Carries the kind and the id of the record whose change was opened."""

    def __init__(self, parent: QWidget, *, opens: bool = True) -> None:
        super().__init__(parent)
        self._opens = opens
        self._compared: Compared | None = None
        self._model = ChangesModel(self)
        self.view = ChangesView(self._model, self)
        self._group = QButtonGroup(self)
        self._all = self._filter(_ALL, "changes_all")
        self._material = self._filter(_MATERIAL, "changes_material")
        self._count = label(self, "", Role.BODY, wrap=True)
        self._count.setObjectName("changes_count")
        self._nothing = label(self, "", Role.BODY, wrap=True)
        self._nothing.setObjectName("changes_nothing")
        self._all.setChecked(True)
        self._lay_out()
        self._group.idClicked.connect(self._on_filter)
        if opens:
            self.view.row_chosen.connect(self._on_chosen)
        self._show_state()

    @property
    def said(self) -> str:
        """How much changed, in a sentence; blank while there is nothing to show."""
        return self._count.text()

    def show_compared(self, compared: Compared) -> None:
        """Show these changes; what was chosen and unfolded stays so where it is still there."""
        if compared == self._compared:
            return
        self._compared = compared
        self._model.show_compared(compared)
        self._show_state()

    def _filter(self, key: int, name: str) -> QPushButton:
        made = button(self, name, "", Look.QUIET)
        made.setCheckable(True)
        self._group.addButton(made, key)
        return made

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(px(4))
        filters.addWidget(self._all)
        filters.addWidget(self._material)
        filters.addSpacing(px(12))
        filters.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(filters)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        column.addStretch(0)

    def _show_state(self) -> None:
        compared = self._compared
        count, material = (0, 0) if compared is None else (compared.count, compared.material)
        set_button_text(self._all, self.tr("All {0}").format(count))
        set_button_text(self._material, self.tr("Material {0}").format(material))
        self._count.setText(self._sum(count, material))
        for shown in (self._all, self._material, self._count):
            shown.setVisible(count > 0)
        empty = self._model.rowCount() == 0
        self.view.setVisible(not empty)
        self._nothing.setVisible(empty and compared is not None)
        self._nothing.setText(
            self.tr("Nothing changed.")
            if not count
            else self.tr("No change is material. Choose All to see the others.")
        )

    def _sum(self, count: int, material: int) -> str:
        """Such as `3 changes in 2 records; material: 1.`; blank where nothing changed."""
        if self._compared is None or not count:
            return ""
        records = len(self._compared.records)
        changes = self.tr("1 change") if count == 1 else self.tr("{0} changes").format(count)
        where = self.tr("1 record") if records == 1 else self.tr("{0} records").format(records)
        text = self.tr("{0} in {1}; material: {2}.").format(changes, where, material)
        return self.tr("{0} Enter opens the record.").format(text) if self._opens else text

    @Slot(int)
    def _on_filter(self, key: int) -> None:
        self._model.show_material(only=key == _MATERIAL)
        self._show_state()

    @Slot(object)
    def _on_chosen(self, row: Row) -> None:
        if row.record is not None:
            difference = row.record.difference
            self.record_chosen.emit(difference.kind, RecordId(difference.id))
