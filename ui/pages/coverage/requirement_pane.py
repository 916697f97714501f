"""The requirements of the chosen framework, to be searched and walked through."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.domain.judgement.coverage import RequirementStatus, Verdict
from app.domain.judgement.requirements import Confidence
from ui.models.requirement_list import LINE_ROLE, RequirementLine, RequirementListModel
from ui.models.verdict_words import VERDICT_LOOKS, brief_of, verdict_word
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.rows import Row, RowDelegate
from ui.widgets.search_field import clearable
from ui.widgets.tokens import px

ROW_PX = 50
STEP_PX = 14
"""How far a requirement is moved in below the one it stands under."""
ROOMY_PX, LITTLE_STEP_PX = 200, 4
"""A list less wide than the first has no room to move anything in further than the second."""
_Index = QModelIndex | QPersistentModelIndex


class RequirementPane(Card):
    """A line to search in over a list that keeps one requirement chosen."""

    chosen = Signal(str)
    """Carries the id of the requirement to show; blank for none."""
    cleared = Signal()
    """No filter is wanted any more."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("requirement_pane")
        self.model = RequirementListModel(self)
        self._verdict: Verdict | None = None
        self._wanted = ""
        self._row = 0
        self._build()
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._words.textChanged.connect(self._on_words)
        self.clear.clicked.connect(self.cleared)

    @property
    def requirement(self) -> str:
        """The id of the one chosen; blank when none is."""
        status = self.model.status(self.list.currentIndex().row())
        return "" if status is None else status.requirement.id

    def show_statuses(self, statuses: Sequence[RequirementStatus]) -> None:
        """Show the verdicts there are now; what is chosen stays so as long as it is shown."""
        self.model.show_statuses(statuses)
        self._settle()

    def show_only(self, verdict: Verdict | None) -> None:
        """Filter by `verdict`; None by none."""
        self._verdict = verdict
        self._refilter()

    def restart(self) -> None:
        """Begin at the top when what was chosen is not there any more."""
        self._row = 0

    def forget_words(self) -> None:
        """Search for nothing."""
        self._words.clear()

    def choose(self, requirement: str) -> None:
        """Choose a requirement, if it is shown, and bring it into view."""
        self._wanted = requirement
        self._settle()
        self._centre()
        QTimer.singleShot(0, self, self._centre)  # a page just shown has no height yet

    def _build(self) -> None:
        self._words = QLineEdit(self)
        self._words.setObjectName("requirement_words")
        self._words.setAccessibleName(self.tr("Search the requirements"))
        self._words.setPlaceholderText(self.tr("Search by number or words"))
        clearable(self._words)
        self.list = QListView(self)
        self.list.setObjectName("requirement_list")
        self.list.setAccessibleName(self.tr("Requirements"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(RequirementDelegate(self.list, ROW_PX, strong=True))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = label(self, "", Role.BODY, wrap=True)
        self._empty.setObjectName("requirements_empty")
        self.clear = button(self, "requirements_all", self.tr("Show all"), Look.LINK)
        margin = px(12)
        self._layout.setContentsMargins(margin, margin, px(6), margin)
        self.body.addWidget(self._words)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)

    def _settle(self) -> None:
        """Keep the one that is wanted chosen; else go to what took its place."""
        shown = self.model.rowCount()
        self.list.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self.clear.setVisible(not shown and bool(self.model.total))
        nothing = self.tr("Nothing here asks for anything in the chosen baseline.")
        none = self.tr("No requirement matches. Choose another state, or clear the words.")
        self._empty.setText(none if self.model.total else nothing)
        row = self.model.row_of(self._wanted)
        if row < 0:
            row = min(self._row, shown - 1)
        index = self.model.index(row, 0)
        if index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        else:
            self._on_current(index)

    @Slot()
    def _centre(self) -> None:
        self.list.scrollTo(self.list.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        status = self.model.status(index.row())
        if status is not None:
            self._wanted, self._row = status.requirement.id, index.row()
        if status is not None or not self.model.rowCount():
            self.chosen.emit("" if status is None else status.requirement.id)

    @Slot()
    def _on_words(self) -> None:
        self._row = 0
        self._refilter()

    def _refilter(self) -> None:
        self.model.show_only(self._verdict, self._words.text())
        self._settle()


class RequirementDelegate(RowDelegate):
    """Requirements below another are moved in."""

    _step = 0

    @override
    def row_of(self, index: _Index) -> Row:
        line = index.data(LINE_ROLE)
        if not isinstance(line, RequirementLine):
            return Row("")
        status = line.status
        picture, tone = VERDICT_LOOKS[status.verdict]
        word, brief = verdict_word(status.verdict), brief_of(status)
        below = f"{word}. {brief}" if brief else word
        memory = status.requirement.confidence is Confidence.MEMORY
        end = self.tr("verify") if memory else ""
        return Row(
            f"{status.requirement.id}  {status.requirement.title}", below, end, picture, tone
        )

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(LINE_ROLE)
        step = px(STEP_PX if option.rect.width() >= px(ROOMY_PX) else LITTLE_STEP_PX)
        self._step = step * line.depth if isinstance(line, RequirementLine) else 0
        super().paint(painter, option, index)

    @override
    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, *, selected: bool
    ) -> None:
        inner = QStyleOptionViewItem(option)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        left, right = (0, -self._step) if mirrored else (self._step, 0)
        inner.rect = option.rect.adjusted(left, 0, right, 0)
        super()._paint_row(painter, inner, row, selected=selected)
