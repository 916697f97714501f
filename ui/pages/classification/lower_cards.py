"""The lower half of the page: the scales of the matrix, dimensions of impact and categories."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.findings import Finding
from app.domain.plan.axes import axes
from app.domain.plan.kinds import Kind
from ui.bridge.session import PlanBridge
from ui.models.record_names import table_words
from ui.pages.classification.categories_card import CategoriesCard
from ui.pages.classification.level_edits import LevelEdits
from ui.pages.classification.levels_card import LevelsCard
from ui.widgets.tokens import px

Told = Callable[[Kind], list[Finding]]
"""The findings about records of a kind."""


class LowerCards(QWidget):
    """Made once the upper half has been seen."""

    def __init__(self, bridge: PlanBridge, edits: LevelEdits, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.impacts = LevelsCard(bridge, Kind.IMPACT, edits, self, " ")
        self.urgencies = LevelsCard(bridge, Kind.URGENCY, edits, self, " ")
        harms = table_words(Kind.DIMENSION).many
        self.dimensions = LevelsCard(bridge, Kind.DIMENSION, edits, self, harms)
        self.categories = CategoriesCard(bridge, self)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(px(18))
        self._pair.addWidget(self.impacts, 1)
        self._pair.addWidget(self.urgencies, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(18))
        column.addLayout(self._pair)
        column.addWidget(self.dimensions)
        column.addWidget(self.categories)

    @property
    def cards(self) -> tuple[LevelsCard, ...]:
        """The cards of levels."""
        return (self.impacts, self.urgencies, self.dimensions)

    def refresh(self, told: Told) -> None:
        """Show the plan as it is now; the scales are called as its scheme calls them."""
        named = axes(self._bridge.plan)
        self.impacts.set_title(self.tr("{0}: the rows").format(named.impact))
        self.urgencies.set_title(self.tr("{0}: the columns").format(named.urgency))
        for card in self.cards:
            card.refresh(told(card.kind))

    def fold(self, *, wide: bool) -> None:
        """Put the two scales beside each other where there is room, else one below the other."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(across if wide else down)
