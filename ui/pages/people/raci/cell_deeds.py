"""What is done with the chosen cells: parts given, copied and pasted."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from app.domain.plan.roles import Raci
from ui.bridge.session import PlanBridge
from ui.models.raci_block import block_text, pasted
from ui.pages.people.raci.edits import RaciEdits
from ui.pages.people.raci.part_view import PartView

MOST_WORDS, LONGEST = 3, 40
"""So many words that name no part are told, and so much of each."""


class CellDeeds(QObject):
    """Does what the keys of the parts ask for."""

    refused = Signal(str)
    """Carries what could not be done."""

    def __init__(
        self, bridge: PlanBridge, edits: RaciEdits, view: PartView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._edits, self._view = bridge, edits, view
        view.part_given.connect(self.give)
        view.cycled.connect(self._on_cycled)
        view.block_copied.connect(self._on_copied)
        view.block_cut.connect(self._on_cut)
        view.block_pasted.connect(self._on_pasted)

    @Slot(object, bool)
    def give(self, part: Raci | None, more: bool) -> None:
        """Give the chosen cells a part, or none; `more` adds it or takes it off."""
        self._edits.give(self._view.places(), part, more=more)

    @Slot()
    def _on_cycled(self) -> None:
        place = self._view.table.place(self._view.currentIndex())
        if place is not None:
            self._edits.cycle(place)

    @Slot()
    def _on_copied(self) -> None:
        block = self._view.block()
        if block:
            QGuiApplication.clipboard().setText(block_text(self._bridge.plan, block))

    @Slot()
    def _on_cut(self) -> None:
        self._on_copied()
        self.give(None, more=False)

    @Slot()
    def _on_pasted(self) -> None:
        text = QGuiApplication.clipboard().text()
        found = pasted(text, self._view.block(), self._view.room())
        self._edits.paste(found.chosen)
        if found.unknown:
            said = self.tr("No part is called \u201c{0}\u201d; those cells are left.")
            words = "\u201d, \u201c".join(word[:LONGEST] for word in found.unknown[:MOST_WORDS])
            self.refused.emit(said.format(words))
