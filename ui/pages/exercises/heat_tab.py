"""What was tried out: each part of the plan, how often and when last, quarter by quarter."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.lifecycle.learning.heat import heat
from ui.bridge.words import counted
from ui.models.heat_rows import heat_headings, heat_row
from ui.pages.exercises.heat_delegate import HeatDelegate
from ui.pages.notifications.sources import Sources
from ui.pages.tables.cell_table import CellTable
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

WORDS_WIDTH, QUARTER_WIDTH = 30, 10


class HeatTab(QWidget):
    """Enter goes to the record that is chosen."""

    opened = Signal(str)
    """Carries the `kind/id` of a part that is to be shown."""

    def __init__(self, sources: Sources, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("heat_tab")
        self._sources = sources
        made = heat(sources.bridge.plan, sources.today)
        widths = (WORDS_WIDTH, WORDS_WIDTH, *(QUARTER_WIDTH for _ in made.quarters))
        columns = list(zip(heat_headings(made), widths, strict=True))
        self.table = CellTable(self, "heat_table", self.tr("What was tried out"), columns)
        self.table.setItemDelegate(HeatDelegate(self.table))
        self._said = label(self, "", Role.BODY, wrap=True)
        self._said.setObjectName("heat_said")
        card = Card(self)
        card.body.addWidget(self._said)
        card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(14), 0, 0)
        column.addWidget(card, 1)
        self.table.opened.connect(self.opened)

    @Slot()
    def refresh(self) -> None:
        """Show the map as it is now."""
        made = heat(self._sources.bridge.plan, self._sources.today)
        self.table.show_rows(tuple(heat_row(row, begun=made.begun) for row in made.rows))
        untried = sum(1 for row in made.rows if not row.part.trials)
        if not made.begun:
            self._said.setText(
                self.tr(
                    "Nothing is known to have been tried out yet. Record an exercise or an "
                    "incident, and tick the parts of the plan that were used."
                )
            )
            return
        many = self.tr("{n} of {0} parts were never tried out.")
        one = self.tr("1 of {0} parts was never tried out.")
        none = self.tr("All {0} parts were tried out at least once.")
        text = counted(untried, one, many) if untried else none
        months = self.tr(
            "Long ago is more than {0} months ago. The quarters count exercises and incidents."
        )
        agreed = self._sources.bridge.plan.kept.exercise_every
        self._said.setText(f"{text.format(len(made.rows))} {months.format(agreed)}")
