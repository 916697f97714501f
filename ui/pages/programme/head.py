"""The head of a table of the programme: its name, what it is for, who asks for it, its figures."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.plan.kinds import Kind
from ui.models.record_names import table_words
from ui.pages.programme.asked_for import Demand, demand_text
from ui.pages.programme.figures import Figure, Sense
from ui.pages.programme.tables import ProgrammeTable
from ui.widgets.buttons import Look, button
from ui.widgets.icons import icon
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

_LOOKS = {
    Sense.GOOD: ("circle-check", "success"),
    Sense.WANTING: ("circle-dot", "text2"),
    Sense.LATE: ("hourglass", "warning"),
}


class TableHead(QWidget):
    """`choice` takes the place of the list of tables where there is no room for it."""

    chosen = Signal(object)
    """Carries the `Kind` a person went to."""
    wanted = Signal(object)
    """Carries the ids of the records behind a figure."""
    asked = Signal(str)
    """Carries the key of the first requirement that looks at the table."""

    def __init__(self, parent: QWidget, kinds: Sequence[Kind]) -> None:
        super().__init__(parent)
        self.setObjectName("programme_head")
        self._kinds = tuple(kinds)
        self._demands: tuple[Demand, ...] = ()
        self._figures: tuple[Figure, ...] | None = None
        self._buttons: list[QPushButton] = []
        self.title = label(self, "", Role.H1)
        self.title.setObjectName("programme_title")
        self.choice = QComboBox(self)
        self.choice.setObjectName("programme_choice")
        self.choice.setAccessibleName(self.tr("Table"))
        self.choice.addItems([table_words(kind).many for kind in self._kinds])
        self._purpose = label(self, "", Role.BODY, wrap=True)
        self._purpose.setObjectName("programme_purpose")
        self._asked = label(self, "", Role.HINT, wrap=True)
        self._asked.setObjectName("programme_asked")
        self._show = button(self, "programme_show", self.tr("Show in Coverage"), Look.LINK)
        self._lay_out()
        self.choice.activated.connect(self._on_choice)
        self._show.clicked.connect(self._on_show)

    def show_table(self, table: ProgrammeTable) -> None:
        """Head another table."""
        self.title.setText(table_words(table.kind).many)
        self.choice.setCurrentIndex(self._kinds.index(table.kind))
        self._purpose.setText(table.purpose)

    def show_demands(self, found: tuple[Demand, ...]) -> None:
        """Say which requirements look at the table."""
        self._demands = found
        self._asked.setText(demand_text(found))
        self._asked.setVisible(bool(found))
        self._show.setVisible(bool(found))

    def show_figures(self, found: tuple[Figure, ...]) -> None:
        """Show the figures of the table; pressing one chooses what it counts."""
        if found == self._figures:
            return
        self._figures = found
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [self._button(at, figure) for at, figure in enumerate(found)]
        for at, made in enumerate(self._buttons):
            self._row.insertWidget(at, made)

    def set_narrow(self, *, narrow: bool) -> None:
        """Whether the list of tables has no room."""
        self.title.setVisible(not narrow)
        self.choice.setVisible(narrow)

    def _button(self, at: int, figure: Figure) -> QPushButton:
        picture, tone = _LOOKS[figure.sense]
        made = button(self, f"figure_{at}", figure.text, Look.LINK)
        made.setIcon(icon(picture, tone))
        made.setIconSize(QSize(px(15), px(15)))
        made.setText(f" {made.text()}")
        made.setToolTip(self.tr("Choose these rows"))
        made.clicked.connect(partial(self.wanted.emit, figure.keys))
        return made

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(18))
        self._row.addStretch(1)
        who = QHBoxLayout()
        who.setSpacing(px(8))
        who.addWidget(self._asked, 1)
        who.addWidget(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        for part in (self.title, self.choice, self._purpose):
            column.addWidget(part)
        column.addLayout(who)
        column.addLayout(self._row)

    @Slot(int)
    def _on_choice(self, at: int) -> None:
        self.chosen.emit(self._kinds[at])

    @Slot()
    def _on_show(self) -> None:
        if self._demands:
            self.asked.emit(str(self._demands[0].key))
