"""Records of one kind as rows of a table: columns, words, order, filter and edits."""

from ui.models.record_table.columns import Column, columns_of
from ui.models.record_table.model import RecordTableModel

__all__ = ["Column", "RecordTableModel", "columns_of"]
