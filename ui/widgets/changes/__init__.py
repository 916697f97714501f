"""A list of what changed between two states of a plan."""

from ui.widgets.changes.change_list import ChangeList

__all__ = ["ChangeList"]
