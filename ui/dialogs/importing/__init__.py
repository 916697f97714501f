"""Import of a table: from a file or the clipboard, through columns and a check, into the plan."""

from ui.dialogs.importing.dialog import ImportDialog

__all__ = ["ImportDialog"]
