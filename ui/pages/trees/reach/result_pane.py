"""What a simulation found: a headline, limits, the table of calls, and on whom it hangs."""

from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.judgement.reachability.results import Reachability
from app.domain.judgement.reachability.wording import (
    headline,
    limit_words,
    moment_words,
    node_names,
    point_words,
)
from ui.bridge.words import counted
from ui.models.reach_rows import percent, reach_rows
from ui.pages.trees.reach.table import ReachTable
from ui.widgets.banner import announce
from ui.widgets.buttons import button, icon_button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label, set_tone
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

BESIDE_FROM_PX = 400
MOST_POINTS = 200
"""More single points of failure than that are counted, not listed; the files have them all."""
MOST_POINTS_SHOWN = 3
"""Single points of failure that are seen without scrolling."""


class ResultPane(QWidget):
    """Shows one result at a time."""

    chosen = Signal(object, object)
    """Carries the tree and the call of a row that somebody chose."""
    copy_wanted = Signal()
    save_wanted = Signal(str)
    """Carries `csv` or `json`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reach_result")
        self._said = ""
        self._build()
        self._lay_out()
        self.table.call_chosen.connect(self.chosen)
        self.points.itemActivated.connect(self._on_point)
        self._copy.clicked.connect(self.copy_wanted)
        self._csv.clicked.connect(self._on_csv)
        self._json.clicked.connect(self._on_json)

    @property
    def headline(self) -> str:
        """The sentence on top."""
        return self._headline.text()

    def show_result(self, result: Reachability) -> None:
        """Show `result`; a screen reader hears a headline that is another."""
        said = headline(result)
        self._headline.setText(said)
        self._show_picture(result)
        self._below.setText("\n".join((moment_words(result), *_limits(result), *_odds(result))))
        chances = any(tree.odds is not None for tree in result.trees)
        self.table.show_rows(reach_rows(result), chances=chances)
        self._show_points(result)
        for tool in (self._copy, self._csv, self._json):
            tool.setEnabled(bool(result.nodes))
        if said != self._said and self.isVisible():
            announce(self._headline, said)
        self._said = said

    def say(self, text: str, tone: str) -> None:
        """Say what became of a copy, a file or a run; blank says nothing."""
        self._note.setText(text)
        self._note.setVisible(bool(text))
        set_tone(self._note, tone)
        if text:
            announce(self._note, text)

    def _build(self) -> None:
        self._picture = Picture(self, side=22)
        self._headline = label(self, "", Role.H2, wrap=True)
        self._headline.setObjectName("reach_headline")
        self._below = label(self, "", Role.HINT, wrap=True)
        self._below.setObjectName("reach_below")
        self._note = label(self, "", Role.HINT, wrap=True)
        self._note.setObjectName("reach_note")
        self._note.hide()
        self._copy = icon_button(self, "reach_copy", "copy", self.tr("Copy as text"))
        self._csv = self._saving("reach_csv", self.tr("CSV\u2026"), self.tr("Save as CSV"))
        self._json = self._saving("reach_json", self.tr("JSON\u2026"), self.tr("Save as JSON"))
        self._card = Card(self)
        inside = self._card.layout()
        if inside is not None:
            inside.setContentsMargins(px(8), px(4), px(8), px(8))
        self.table = ReachTable(self._card)
        self._card.body.addWidget(self.table)
        self._points_head = label(self, "", Role.H3, wrap=True)
        self._points_head.setObjectName("reach_points_head")
        self.points = QListWidget(self)
        self.points.setObjectName("reach_points")
        self.points.setAccessibleName(self.tr("Single points of failure"))
        self.points.setUniformItemSizes(True)
        self.points.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.points.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        said.setSpacing(px(10))
        said.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self._headline, 1)
        tools = QHBoxLayout()
        tools.setSpacing(px(10))
        for tool in (self._copy, self._csv, self._json):
            tools.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        tools.addStretch(1)
        self._top = top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(px(10))
        top.addLayout(said, 1)
        top.addLayout(tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addWidget(self._below)
        column.addWidget(self._note)
        column.addWidget(self._card, 1)
        column.addWidget(self._points_head)
        column.addWidget(self.points)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(across if self.width() >= px(BESIDE_FROM_PX) else down)

    def _saving(self, name: str, text: str, said: str) -> QPushButton:
        made = button(self, name, text, picture="file-down")
        made.setAccessibleName(said)
        made.setToolTip(said)
        return made

    def _show_picture(self, result: Reachability) -> None:
        if result.unreached:
            picture = ("circle-x", "danger")
        elif any(node.late for node in result.nodes):
            picture = ("clock", "warning")
        else:
            picture = ("circle-check", "success") if result.nodes else ("info", "text2")
        self._picture.show_picture(*picture)

    def _show_points(self, result: Reachability) -> None:
        names = node_names(result)
        self.points.clear()
        for point in result.points[:MOST_POINTS]:
            said = point_words(point, names)
            item = QListWidgetItem(said, self.points)
            item.setData(Qt.ItemDataRole.UserRole, str(point.cut[0]))
            item.setToolTip(f"<p>{escape(said)}</p>")
        count = len(result.points)
        one, many = self.tr("1 single point of failure"), self.tr("{n} single points of failure")
        none = self.tr("No single point of failure: nobody's loss alone cuts anybody off.")
        self._points_head.setText(counted(count, one, many) if count else none)
        self._points_head.setVisible(bool(result.nodes))
        self.points.setVisible(bool(count))
        shown = min(count, MOST_POINTS_SHOWN)
        self.points.setFixedHeight(shown * self.points.sizeHintForRow(0) + px(8) if count else 0)

    @Slot(QListWidgetItem)
    def _on_point(self, item: QListWidgetItem) -> None:
        """Show the first of those who would be cut off."""
        self.table.choose(str(item.data(Qt.ItemDataRole.UserRole)))

    @Slot()
    def _on_csv(self) -> None:
        self.save_wanted.emit("csv")

    @Slot()
    def _on_json(self) -> None:
        self.save_wanted.emit("json")


def _limits(result: Reachability) -> list[str]:
    said = ((tree.name, limit_words(tree)) for tree in result.trees)
    return [f"{name}: {words}" for name, words in said if words]


def _odds(result: Reachability) -> list[str]:
    """For each tree that was run by chance, how likely all are reached."""
    return [
        f"{tree.name}: all are reached in {percent(tree.odds.share)} of {tree.odds.runs} runs "
        f"({percent(tree.odds.low)} to {percent(tree.odds.high)}; exactly {percent(tree.chance)})."
        for tree in result.trees
        if tree.odds is not None
    ]
