"""The card with the categories of incidents."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from ui.bridge.session import PlanBridge
from ui.models.record_names import table_words
from ui.pages.tables.record_grid import RecordGrid
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

HEIGHT_PX = 420


class CategoriesCard(Card):
    """The table is made when it is first needed, since the page is seen from its top."""

    navigate = Signal(str)
    """Carries a target to go to."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent, table_words(Kind.CATEGORY).many)
        self.setObjectName("card_categories")
        self._bridge = bridge
        self._grid: RecordGrid | None = None
        said = self.tr("What kind an incident is; playbooks are found by it.")
        self.add(label(self, said, Role.HINT, wrap=True))

    @property
    def table(self) -> RecordGrid:
        """The table of the categories."""
        if self._grid is None:
            columns = ("name", "meaning", "reference")
            self._grid = RecordGrid(self._bridge, Kind.CATEGORY, self, columns)
            self._grid.setFixedHeight(px(HEIGHT_PX))
            self._grid.comments.wanted.connect(self.navigate)
            self.add(self._grid)
        return self._grid

    def reveal(self, key: RecordId, field: str = "") -> bool:
        """Choose a category; False when there is none of that id."""
        return self.table.choose(key, field)
