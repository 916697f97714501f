"""Inputs for several values: parts with fields of their own, or simple ones in order."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.dialogs.record.entries.entry import Entry, NotUsable
from ui.dialogs.record.entries.rows import RowsEntry
from ui.models.record_form import FieldForm, blank_values, part_form
from ui.models.record_shapes import SpanShape, TextShape

MakeEntry = Callable[[QWidget, FieldForm], Entry]
"""Makes the input for a field."""


class PartsEntry(RowsEntry):
    """A row for each part; rows that say nothing are left out."""

    def __init__(self, parent: QWidget, part: type[Any], make: MakeEntry) -> None:
        self._part = part
        self._fields = part_form(part)
        self._make_entry = make
        super().__init__(parent, self._inputs, [field.label for field in self._fields])

    @override
    def show_value(self, value: Any) -> None:
        self.clear()
        for part in value:
            row = self.append()
            for field, entry in zip(self._fields, row, strict=True):
                entry.show_value(getattr(part, field.name))

    @override
    def value(self) -> Any:
        return tuple(
            self._read(at, row) for at, row in enumerate(self.rows) if not self._says_nothing(row)
        )

    def _inputs(self, parent: QWidget) -> list[Entry]:
        blank = blank_values(self._part)
        made = []
        for field in self._fields:
            entry = self._make_entry(parent, field)
            if field.name in blank:
                entry.show_value(blank[field.name])
            made.append(entry)
        return made

    def _read(self, at: int, row: tuple[Entry, ...]) -> Any:  # noqa: ANN401 - the part
        values = {}
        for field, entry in zip(self._fields, row, strict=True):
            try:
                values[field.name] = _filled(field, entry)
            except NotUsable as problem:
                entry.mark(invalid=True)
                said = f"{field.label} {at + 1}: {problem}"
                raise NotUsable(said) from problem
            entry.mark(invalid=False)
        return self._part(**values)

    def _says_nothing(self, row: tuple[Entry, ...]) -> bool:
        written = [
            entry
            for field, entry in zip(self._fields, row, strict=True)
            if isinstance(field.shape, TextShape | SpanShape)
        ]
        return all(_is_blank(entry) for entry in written)


class ListEntry(RowsEntry):
    """A row for each value; the same one is kept once."""

    def __init__(self, parent: QWidget, make: Callable[[QWidget], Entry]) -> None:
        super().__init__(parent, lambda row_parent: (make(row_parent),), ("",))

    @override
    def show_value(self, value: Any) -> None:
        self.clear()
        for item in value:
            self.append()[0].show_value(item)

    @override
    def value(self) -> Any:
        chosen = (row[0].value() for row in self.rows)
        return tuple(dict.fromkeys(item for item in chosen if item is not None))


def _filled(field: FieldForm, entry: Entry) -> Any:  # noqa: ANN401 - each shape has its own type
    value = entry.value()
    if field.required and value in ("", None):
        raise NotUsable(entry.tr("Fill this in, or remove the row."))
    return value


def _is_blank(entry: Entry) -> bool:
    try:
        return entry.value() in ("", None)
    except NotUsable:
        return False
