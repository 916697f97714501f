"""Dialogs in which the records of the plan are added, edited, copied and removed."""

from ui.dialogs.record.editor import RecordEditor

__all__ = ["RecordEditor"]
