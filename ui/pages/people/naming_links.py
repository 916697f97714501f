"""Where the record shown is named, each a link that leads there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.plan.plan import Kind, Plan
from app.services.people.naming import Naming
from ui.models.people_words import naming_text
from ui.pages.people.row_box import RowBox
from ui.widgets.buttons import Look
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import Role, label

MOST = 14
"""So many links are shown; the rest are counted."""

_PICTURES = {
    Kind.ROLE: "users",
    Kind.TREE_NODE: "network",
    Kind.OBLIGATION: "bell",
    Kind.SECTION: "file-text",
    Kind.STEP: "workflow",
    Kind.SEVERITY: "gauge",
    Kind.RACI: "table-2",
}


class NamingLinks(RowBox):
    """A link for each record that names the one shown."""

    wanted = Signal(str)
    """Carries the target to go to."""

    def __init__(self, parent: QWidget) -> None:
        none = self.tr("Named nowhere in the plan.")
        super().__init__(parent, "people_namings", self.tr("Where named"), none)
        self._shown: list[tuple[str, str, str]] | None = None

    def show_namings(self, plan: Plan, namings: Sequence[Naming]) -> None:
        """Show where a record is named; the same words for the same page stand once."""
        rows = list(
            dict.fromkeys(
                (naming_text(plan, one), _target(one), _PICTURES.get(one.kind, "link"))
                for one in namings
            )
        )
        if rows == self._shown:
            return
        self._shown = rows
        column = self.renew()
        for at, (text, target, picture) in enumerate(rows[:MOST]):
            made = ElidedButton(self.rows, f"naming_{at}", Look.LINK, picture)
            made.show_text(text)
            made.button.clicked.connect(partial(self._on_wanted, target))
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        if len(rows) > MOST:
            more = self.tr("and {0} more places").format(len(rows) - MOST)
            column.addWidget(label(self.rows, more, Role.HINT))
        self.show_rows()

    def _on_wanted(self, target: str) -> None:
        self.wanted.emit(target)


def _target(naming: Naming) -> str:
    if naming.kind is Kind.SECTION:
        return f"section:{naming.id}"
    return f"record:{naming.kind.value}:{naming.id}"
