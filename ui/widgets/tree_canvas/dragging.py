"""What the mouse drags on the canvas: the canvas itself, a card with its branch, or a new line."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QGraphicsPathItem

from ui.widgets.tokens import colour
from ui.widgets.tree_canvas.board import Board


@dataclass(slots=True)
class Pan:
    """The canvas is moved under the pointer."""

    last: QPoint


@dataclass(slots=True)
class Carry:
    """A card is moved with all below it, once the pointer has left the spot it was pressed on."""

    board: Board
    key: str
    pressed: QPoint
    start: QPointF
    branch: tuple[str, ...] = ()
    by: QPointF = field(default_factory=QPointF)
    target: str = ""

    def go_to(self, spot: QPoint, point: QPointF) -> None:
        """The pointer is at `spot` of the view, `point` of the scene."""
        far = (spot - self.pressed).manhattanLength() >= QApplication.startDragDistance()
        if not self.branch and not far:
            return
        self.branch = self.branch or self.board.branch(self.key)
        self.by = point - self.start
        self.board.shift(self.branch, self.by)
        self.target = self.board.card_at(point, frozenset(self.branch))
        self.board.aim(self.target)

    def end(self) -> None:
        """Put the card back where it stands; the plan says where that is."""
        if self.branch:
            self.board.shift(self.branch, QPointF())
        self.board.aim("")


@dataclass(slots=True)
class Pull:
    """A line is pulled from the handle of a card to the one that is to hang under it."""

    board: Board
    key: str
    line: QGraphicsPathItem
    target: str = ""

    @classmethod
    def begun(cls, board: Board, key: str) -> "Pull":
        """A line that begins at the card `key`."""
        line = QGraphicsPathItem()
        line.setPen(QPen(colour("accent"), 2, Qt.PenStyle.DashLine))
        line.setZValue(3)
        board.addItem(line)
        return cls(board, key, line)

    def go_to(self, point: QPointF) -> None:
        """The pointer is at `point` of the scene."""
        item = self.board.item(self.key)
        if item is None:
            return
        path = QPainterPath(QPointF(item.box.center().x(), item.box.bottom()))
        path.lineTo(point)
        self.line.setPath(path)
        self.target = self.board.card_at(point, frozenset({self.key}))
        self.board.aim(self.target)

    def end(self) -> None:
        """Take the line away."""
        self.board.removeItem(self.line)
        self.board.aim("")
