"""Inputs for the fields of a record, one for each shape."""

from ui.dialogs.record.entries.entry import Entry, NotUsable
from ui.dialogs.record.entries.making import entry_for

__all__ = ["Entry", "NotUsable", "entry_for"]
