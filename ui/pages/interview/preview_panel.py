"""The panel beside the interview: what the answers make of the plan, while one answers."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.services.interviewing.outcome import Duty, Fate, Outcome, Piece
from app.services.interviewing.passages import Passage
from app.services.interviewing.walk import RESULT
from ui.bridge.words import counted
from ui.pages.interview.marked_text import marked_label
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.side_tab import SideTab
from ui.widgets.tokens import px

WIDTH_PX = 320
"""Its width where there is room."""
MOST_PIECES = 10
MOST_DUTIES = 5
MOST_LEFT_OUT = 4
"""Longer lists are cut; the rest is counted."""

_SIGNS = {
    Fate.STAYS: ("check", "success"),
    Fate.COMES: ("plus", "accent_text"),
    Fate.GOES: ("minus", "warning"),
}


def _foremost(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """All of them; of too many, those that come or go before those that stay."""
    if len(pieces) <= MOST_PIECES:
        return pieces
    return sorted(pieces, key=lambda item: item.fate is Fate.STAYS)[:MOST_PIECES]


class PreviewPanel(QFrame):
    """Redrawn only when something it shows differs."""

    went = Signal(str)
    """Carries the stop of the interview to go to."""
    navigate = Signal(str)
    """Carries the target of a section, or of the notifications."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("interview_preview")
        self.setAccessibleName(self.tr("What your answers produce"))
        self.setProperty("bar", "side")
        self._shown: tuple[tuple[Passage, ...], Outcome] | None = None
        self._tab = SideTab(self, "preview_tab")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._tab)

    def forget(self) -> None:
        """Draw anew when next told to, for the colours have changed."""
        self._shown = None

    def show_outcome(self, passages: tuple[Passage, ...], outcome: Outcome, *, more: bool) -> None:
        """Show what the last answer changed, with `more` places unnamed, and what all make.

        An `outcome` in which nothing waits says nothing of it.
        """
        if (passages, outcome) == self._shown:
            return
        self._shown = passages, outcome
        with self._tab.renewed() as column:
            self._waiting(column, outcome.waiting)
            self._words(column, passages, more=more)
            self._sections(column, outcome)
            self._pieces(column, self.tr("Playbooks"), outcome.playbooks)
            self._pieces(column, self.tr("Severity levels"), outcome.levels)
            self._duties(column, outcome.duties)

    def _waiting(self, column: QVBoxLayout, waiting: int) -> None:
        if not waiting:
            return
        made = QFrame(self._tab.rows)
        made.setProperty("panel", "accent")
        inner = QVBoxLayout(made)
        inner.setContentsMargins(px(12), px(10), px(12), px(10))
        inner.setSpacing(px(4))
        one = self.tr("1 more change waits for your agreement.")
        many = self.tr("{n} more changes wait for your agreement.")
        inner.addWidget(label(made, counted(waiting, one, many), Role.PLAIN, wrap=True))
        look = button(made, "preview_waiting", self.tr("Look at them"), Look.LINK)
        look.clicked.connect(partial(self.went.emit, RESULT))
        inner.addWidget(look, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(made)

    def _words(self, column: QVBoxLayout, passages: Sequence[Passage], *, more: bool) -> None:
        rows = self._tab.rows
        column.addLayout(self._tab.headline(self.tr("What your last answer changed")))
        if not passages:
            text = self.tr("Answer a question and read here how the plan says it.")
            column.addWidget(label(rows, text, Role.HINT, wrap=True))
        for passage in passages:
            jump = button(rows, f"passage_{passage.section}", passage.title, Look.LINK)
            jump.setAccessibleName(self.tr("Go to section {0}").format(passage.title))
            jump.clicked.connect(partial(self.navigate.emit, f"section:{passage.section}"))
            column.addWidget(jump, 0, Qt.AlignmentFlag.AlignLeading)
            column.addWidget(marked_label(rows, passage.pieces))
        if more:
            text = self.tr("Other places read differently too.")
            column.addWidget(label(rows, text, Role.HINT, wrap=True))

    def _sections(self, column: QVBoxLayout, outcome: Outcome) -> None:
        column.addSpacing(px(8))
        total = outcome.sections + len(outcome.left_out)
        counts = self.tr("{0} of {1} apply").format(outcome.sections, total)
        column.addLayout(self._tab.headline(self.tr("Sections"), counts))
        for item in outcome.left_out[:MOST_LEFT_OUT]:
            column.addLayout(self._row("circle-minus", "text3", item.title, item.reason))
        self._more(column, len(outcome.left_out) - MOST_LEFT_OUT)

    def _pieces(self, column: QVBoxLayout, title: str, pieces: Sequence[Piece]) -> None:
        column.addSpacing(px(8))
        coming = sum(item.fate is not Fate.GOES for item in pieces)
        column.addLayout(self._tab.headline(title, str(coming)))
        if not pieces:
            text = self.tr("None yet; your answers propose them.")
            column.addWidget(label(self._tab.rows, text, Role.HINT, wrap=True))
        words = {
            Fate.STAYS: "",
            Fate.COMES: self.tr("comes in once you agree"),
            Fate.GOES: self.tr("goes once you agree"),
        }
        for item in _foremost(pieces):
            column.addLayout(self._row(*_SIGNS[item.fate], item.name, words[item.fate]))
        self._more(column, len(pieces) - MOST_PIECES)

    def _duties(self, column: QVBoxLayout, duties: Sequence[Duty]) -> None:
        column.addSpacing(px(8))
        title = self.tr("Notification regimes that may bind you")
        column.addLayout(self._tab.headline(title, str(len(duties))))
        for item in duties[:MOST_DUTIES]:
            sign = ("check", "success") if item.adopted else ("scale", "text3")
            words = self.tr("adopted") if item.adopted else self.tr("proposed")
            column.addLayout(self._row(*sign, item.name, words))
        self._more(column, len(duties) - MOST_DUTIES)
        look = button(
            self._tab.rows, "preview_duties", self.tr("Decide in Notifications"), Look.LINK
        )
        look.clicked.connect(partial(self.navigate.emit, "notifications"))
        look.setVisible(bool(duties))
        column.addWidget(look, 0, Qt.AlignmentFlag.AlignLeading)

    def _more(self, column: QVBoxLayout, count: int) -> None:
        if count > 0:
            text = counted(count, self.tr("and 1 more"), self.tr("and {n} more"))
            column.addWidget(label(self._tab.rows, text, Role.HINT))

    def _row(self, sign: str, tone: str, text: str, below: str) -> QHBoxLayout:
        rows = self._tab.rows
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(rows, text, Role.PLAIN, wrap=True))
        if below:
            words.addWidget(label(rows, below, Role.HINT, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._tab.picture(sign, tone, below), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row
