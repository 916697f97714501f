"""An immutable, ordered table of records that shares what an edit leaves alone."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from app.domain.plan.ids import RecordId


class HasId(Protocol):
    """Anything a table can hold."""

    @property
    def id(self) -> RecordId:
        """The record's stable name."""


R = TypeVar("R", bound=HasId)


class Records(Mapping[RecordId, R]):
    """Records by id, in the order the organisation put them in."""

    __slots__ = ("_by_id",)

    def __init__(self, records: Iterable[R] = ()) -> None:
        self._by_id: dict[RecordId, R] = {record.id: record for record in records}

    def __getitem__(self, key: RecordId) -> R:
        return self._by_id[key]

    def __iter__(self) -> Iterator[RecordId]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Records):
            return NotImplemented
        return self._by_id == other._by_id and list(self._by_id) == list(other._by_id)

    def __hash__(self) -> int:
        return hash(tuple(self._by_id))

    def __repr__(self) -> str:
        return f"Records({list(self._by_id.values())!r})"

    def all(self) -> tuple[R, ...]:
        """The records in order."""
        return tuple(self._by_id.values())

    def index(self, key: RecordId) -> int:
        """The place of `key`, counted from 0.

        Raises:
            KeyError: no such record.
        """
        for place, known in enumerate(self._by_id):
            if known == key:
                return place
        raise KeyError(key)

    def put(self, record: R, at: int | None = None) -> "Records[R]":
        """With `record` in place of its namesake, or added at `at` (None: at the end)."""
        changed = dict(self._by_id)
        if at is None or (record.id in changed and self.index(record.id) == at):
            changed[record.id] = record
            return _over(changed)
        changed.pop(record.id, None)
        items = list(changed.items())
        items.insert(at, (record.id, record))
        return _over(dict(items))

    def without(self, key: RecordId) -> "Records[R]":
        """Without the record `key`; unchanged when there is none."""
        changed = dict(self._by_id)
        changed.pop(key, None)
        return _over(changed)


def _over(by_id: dict[RecordId, R]) -> Records[R]:
    records: Records[R] = Records()
    records._by_id = by_id  # noqa: SLF001 - the one place that skips re-indexing
    return records
