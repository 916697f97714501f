"""Draws a regime of the list: its name, its first limit, whom it tells, and its standing."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from typing_extensions import override

from app.domain.judgement.requirements import Confidence
from app.services.notifying.proposals import Candidate, Standing, first_limit
from ui.models.regime_list import CANDIDATE_ROLE
from ui.models.regime_words import confidence_text, standing_text
from ui.widgets.rows import Row, RowDelegate

ROW_PX = 54


class RegimeDelegate(RowDelegate):
    """A regime from memory says so before anything else."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, ROW_PX, strong=True)

    @override
    def row_of(self, index: QModelIndex | QPersistentModelIndex) -> Row:
        item = index.data(CANDIDATE_ROLE)
        if not isinstance(item, Candidate):
            return Row("")
        below = f"{first_limit(item.regime)} \u00b7 {item.regime.authority}"
        picture, tone = _LOOKS[item.standing]
        if item.regime.confidence is Confidence.MEMORY:
            below = f"{confidence_text('memory')}. {below}"
            picture, tone = "triangle-alert", "warning"
        end = "" if item.standing is Standing.PROPOSED else standing_text(item.standing)
        return Row(item.regime.name, below, end, picture, tone)


_LOOKS = {
    Standing.PROPOSED: ("scale", "accent_text"),
    Standing.ADOPTED: ("circle-check", "success"),
    Standing.REFUSED: ("circle-minus", "text3"),
    Standing.OTHER: ("scale", "text3"),
}
"""The icon and colour of each standing; the words beside it say the same."""
