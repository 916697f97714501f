"""Decisions besides the agenda, one below the other."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.plan.texts import cleaned
from ui.dialogs.session.edits import SessionEdits
from ui.dialogs.session.stage import set_type, yielding
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.fields import Field
from ui.widgets.labels import label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px


class DecisionsPage(QWidget):
    """A line for each decision, and one to write the next into."""

    def __init__(self, parent: QWidget, edits: SessionEdits) -> None:
        super().__init__(parent)
        self.setObjectName("session_decisions")
        self._edits = edits
        self._shown: tuple[str, ...] = ()
        self._rows: list[QWidget] = []
        self._title = label(self, self.tr("Was anything else decided?"))
        set_type(self._title, "title")
        words = self.tr("What was decided about an item stands with that item already.")
        self._words = label(self, words, wrap=True)
        self._scroll = ScrollBody(self, "decisions_scroll")
        self._scroll.content.setContentsMargins(0, 0, px(8), 0)
        self._scroll.content.setSpacing(px(8))
        self._scroll.content.addStretch(1)
        self._text = QLineEdit(self)
        self._text.setObjectName("decision_text")
        self._field = Field(self, self.tr("Another decision"), self._text)
        self._add = button(self, "decision_add", self.tr("Add"), Look.PLAIN, "plus")
        self._lay_out()
        self._add.clicked.connect(self._on_add)
        self._text.returnPressed.connect(self._on_add)

    @property
    def start(self) -> QWidget:
        """Where the keyboard begins."""
        return self._text

    @property
    def said(self) -> str:
        """What a screen reader hears when the page comes up."""
        return self._title.text()

    def refresh(self) -> None:
        """Show the decisions as they are now."""
        decided = self._edits.session.decisions
        if decided == self._shown:
            return
        self._shown = decided
        for row in self._rows:
            self._scroll.content.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(at, text) for at, text in enumerate(decided)]

    def _row(self, at: int, text: str) -> QWidget:
        row = QFrame(self._scroll.body)
        row.setProperty("card", "true")
        shown = yielding(label(row, f"{at + 1}.  {text}", wrap=True))
        shown.setObjectName(f"decided_{at}")
        gone = icon_button(row, f"decision_remove_{at}", "x", self.tr("Take it out again"))
        gone.clicked.connect(partial(self._edits.remove_decision, at))
        inner = QHBoxLayout(row)
        inner.setContentsMargins(px(12), px(8), px(8), px(8))
        inner.addWidget(shown, 1)
        inner.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll.content.insertWidget(at, row)
        return row

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addWidget(self._field, 1)
        line.addWidget(self._add, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self._scroll, 1)
        column.addLayout(line)

    @Slot()
    def _on_add(self) -> None:
        text = cleaned(self._text.text()).strip()
        if not text:
            self._field.show_problem(self.tr("Write down what was decided."))
            self._text.setFocus()
            return
        self._field.show_problem("")
        self._edits.add_decision(text)
        self._text.clear()
        self._text.setFocus()
