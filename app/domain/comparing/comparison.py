"""The difference between two plans: one entry a record, one line a field."""

from dataclasses import dataclass
from enum import Enum

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind


class Fate(Enum):
    """What became of a record; one that was edited and moved counts as edited."""

    ADDED = "added"
    REMOVED = "removed"
    EDITED = "edited"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field before and after, as data of `record_data`; None where there was no record."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class RecordDifference:
    """What became of one record; `name` is what people call it, in the newer plan if it is there.

    `fields` are those that differ, in the record's own order; of an added or removed record all
    that say something.
    """

    kind: Kind
    id: RecordId
    name: str
    fate: Fate
    fields: tuple[FieldDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences, kind by kind in the plan's order, then as the records stand there."""

    records: tuple[RecordDifference, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.records)
