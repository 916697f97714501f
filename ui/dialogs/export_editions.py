"""Which editions of the plan are wanted, each with a line on whom it is for."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from app.domain.document.audience import Audience
from ui.models.edition_words import edition_name, edition_said
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

COLUMNS = 2


class EditionsBox(QWidget):
    """The whole plan unless somebody says otherwise; several are exported one after the other."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._boxes = {audience: self._box(audience) for audience in Audience}
        self._boxes[Audience.PLAN].setChecked(True)
        self._problem = label(self, self.tr("Choose at least one edition."), Role.ERROR)
        self._problem.setObjectName("export_no_edition")
        self._problem.hide()
        self._lay_out()
        for box in self._boxes.values():
            box.toggled.connect(self._on_toggled)

    @property
    def chosen(self) -> tuple[Audience, ...]:
        """What is asked for, in the order of the list."""
        return tuple(audience for audience, box in self._boxes.items() if box.isChecked())

    def complete(self) -> bool:
        """Whether there is any; that there is none is said."""
        self._problem.setVisible(not self.chosen)
        return bool(self.chosen)

    @Slot()
    def _on_toggled(self) -> None:
        if self.chosen:
            self._problem.hide()
        self.changed.emit()

    def _box(self, audience: Audience) -> QCheckBox:
        made = QCheckBox(edition_name(audience), self)
        made.setObjectName(f"export_edition_{audience.value}")
        made.setAccessibleDescription(edition_said(audience))
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(20))
        grid.setVerticalSpacing(px(8))
        for at, (audience, box) in enumerate(self._boxes.items()):
            cell = QVBoxLayout()
            cell.setSpacing(px(2))
            cell.addWidget(box)
            said = label(self, edition_said(audience), Role.HINT, wrap=True)
            said.setContentsMargins(px(26), 0, 0, 0)
            cell.addWidget(said)
            grid.addLayout(cell, at // COLUMNS, at % COLUMNS, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at % COLUMNS, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(grid)
        column.addWidget(self._problem)
