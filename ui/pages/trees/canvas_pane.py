"""The canvas with the buttons that float over it, and what it says while a tree is empty."""

from PySide6.QtCore import QEvent, QRect, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from ui.pages.trees.commands import Commands
from ui.pages.trees.edits import TreeEdits
from ui.pages.trees.shown import ShownTree
from ui.pages.trees.toolbar import CanvasBar
from ui.widgets.tokens import px
from ui.widgets.tree_canvas import TreeCanvas

_GAP_PX = 20


class CanvasPane(QWidget):
    """Shows one tree; opens each so that it can be read."""

    def __init__(self, edits: TreeEdits, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self._edits = edits
        self._read_only = read_only
        self._opened = ""
        self.bar: CanvasBar | None = None
        self.canvas = TreeCanvas(self, "tree_canvas")
        self.canvas.setAccessibleName(
            self.tr("Canvas of the tree; the tab Outline says the same in rows.")
        )
        self.canvas.moved.connect(self._on_moved)
        self.canvas.hung.connect(self._on_hung)

    def set_commands(self, commands: Commands) -> None:
        """Put buttons for `commands` over the canvas."""
        self.bar = CanvasBar(self, commands)
        self._place_bar()
        self.canvas.zoomed.connect(self.bar.show_zoom)
        for key, do in (
            ("zoom_in", self.canvas.zoom_in),
            ("zoom_out", self.canvas.zoom_out),
            ("whole", self.canvas.zoom_whole),
            ("fit", self.canvas.fit),
        ):
            commands.connect_to(key, do)

    def show_tree(self, shown: ShownTree, key: RecordId | None) -> None:
        """Show `shown` with the call `key` chosen; another tree than before is opened up."""
        self.canvas.show_cards(shown.cards, editable=not self._read_only)
        if shown.tree != self._opened and shown.cards:
            self._opened = shown.tree
            self.canvas.open_up()
        self.canvas.choose(key or "", reveal=False)

    def choose(self, key: RecordId | None) -> None:
        """Mark the card of a call and bring it into view."""
        self.canvas.choose(key or "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.canvas.setGeometry(self.rect())
        self._place_bar()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_bar()

    def _place_bar(self) -> None:
        """Over the corner at which reading begins."""
        if self.bar is None:
            return
        self.bar.adjustSize()
        place = QRect(px(_GAP_PX), px(_GAP_PX), self.bar.width(), self.bar.height())
        self.bar.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    @Slot(str, float, float)
    def _on_moved(self, key: str, right: float, down: float) -> None:
        self._edits.move(RecordId(key), right, down)

    @Slot(str, str)
    def _on_hung(self, key: str, parent: str) -> None:
        self._edits.hang(RecordId(key), RecordId(parent))
