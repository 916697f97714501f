"""Which parts of the plan were used, to be ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.plan.plan import Plan
from ui.models.part_words import part_options
from ui.pages.exercises.recording.tick_list import TickList


class PartsStep(TickList):
    """`chosen` are records as `kind/id`; those that are gone from the plan stay in it."""

    def __init__(self, parent: QWidget, plan: Plan, before: Sequence[str]) -> None:
        said = QCoreApplication.translate("PartsStep", "Parts of the plan that were used")
        search = QCoreApplication.translate("PartsStep", "Search sections, playbooks, roles")
        super().__init__(parent, "parts_list", said, search=search)
        options = part_options(plan)
        known = {option.value for option in options}
        self._gone = tuple(key for key in before if key not in known)
        self.show_entries(options, set(before))

    @property
    def chosen(self) -> tuple[str, ...]:
        """What was used."""
        return (*self.ticked, *self._gone)
