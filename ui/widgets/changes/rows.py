"""The rows of a list of changes: heads of kinds and records, and the changes below them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from app.domain.comparing.comparison import Fate
from app.domain.plan.kinds import Kind
from app.services.changes.compared import Changed, Compared


class RowKind(Enum):
    """What a row is."""

    KIND = "kind"
    """Heads all records of one kind."""
    RECORD = "record"
    """Heads the changes of an edited record."""
    CHANGE = "change"
    """One field of an edited record, or a record that came, went or moved."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `record` is None above the records of a kind.

    `field` is blank for a record that came, went or moved.
    """

    kind: RowKind
    of: Kind
    record: Changed | None = None
    field: str = ""

    @property
    def material(self) -> bool:
        """Whether the change is material."""
        return (
            self.kind is RowKind.CHANGE
            and self.record is not None
            and self.field in self.record.material
        )

    @property
    def key(self) -> tuple[RowKind, Kind, str, str]:
        """What tells it from all others, also of a later comparison."""
        return self.kind, self.of, self.record.difference.id if self.record else "", self.field


def rows_of(compared: Compared, *, material: bool = False) -> tuple[Row, ...]:
    """All rows in the plan's order, or those of `material` changes with the heads above them."""
    return tuple(_rows(compared, material=material))


def _rows(compared: Compared, *, material: bool) -> Iterator[Row]:
    above: Kind | None = None
    for record in compared.records:
        kind = record.difference.kind
        fields = [one for one in record.fields if one in record.material or not material]
        if fields and kind is not above:
            above = kind
            yield Row(RowKind.KIND, kind)
        if fields and record.difference.fate is Fate.EDITED:
            yield Row(RowKind.RECORD, kind, record)
        yield from (Row(RowKind.CHANGE, kind, record, field) for field in fields)
