"""A tree of cards to look at and to move about in."""

from ui.widgets.tree_canvas.canvas import TreeCanvas
from ui.widgets.tree_canvas.face import CanvasCard, Face

__all__ = ["CanvasCard", "Face", "TreeCanvas"]
