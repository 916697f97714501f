"""The chosen rows in full: what to know of them, and what is to be done with them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.services.importing.checking import Take
from ui.bridge.words import counted
from ui.dialogs.importing.check_model import CheckModel, sentence
from ui.dialogs.importing.words import way_word
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

HEIGHT_PX = 104


class RowDetail(QWidget):
    """Its buttons are about all rows that are chosen."""

    decided = Signal(object)
    """Carries the `Take` for the chosen rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import_detail")
        self.setFixedHeight(px(HEIGHT_PX))
        self._title = label(self, "", Role.STRONG)
        self._scroll = ScrollBody(self, "import_detail_scroll")
        self._scroll.content.setContentsMargins(0, 0, 0, 0)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setAccessibleName(self.tr("What to know of the chosen row"))
        self._text = label(self._scroll.body, "", Role.PLAIN, wrap=True)
        self._text.setObjectName("import_problems")
        self._scroll.content.addWidget(self._text)
        self._scroll.content.addStretch(1)
        self._buttons: dict[Take, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._title, 1)
        for way in Take:
            made = button(self, f"import_{way.value}", way_word(way), Look.QUIET)
            made.setCheckable(True)
            made.clicked.connect(partial(self._on_clicked, way))
            self._buttons[way] = made
            row.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(row)
        column.addWidget(self._scroll, 1)

    def show_rows(self, model: CheckModel, rows: Sequence[int]) -> None:
        """Show the row, or how many are chosen."""
        candidates = [model.candidate(row) for row in rows]
        ways = {model.way(row) for row in rows}
        for way, shown in self._buttons.items():
            shown.setEnabled(any(way in candidate.ways for candidate in candidates))
            shown.setChecked(ways == {way})
        if len(candidates) == 1:
            draft = candidates[0].draft
            self._title.setText(draft.name or self.tr("No name"))
            said = "\n".join(map(sentence, candidates[0].problems))
            self._text.setText(said or self.tr("Nothing to know: it can be taken over."))
        else:
            said = counted(len(rows), "", self.tr("{n} rows are chosen"))
            self._title.setText(said if rows else self.tr("No row is chosen"))
            self._text.setText("")

    def _on_clicked(self, way: Take) -> None:
        self.decided.emit(way)
