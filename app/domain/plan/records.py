"""An immutable, ordered table of records that shares what an edit leaves alone."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Protocol, TypeVar, overload

from app.domain.plan.ids import RecordId


class HasId(Protocol):
    """Anything a table can hold."""

    @property
    def id(self) -> RecordId:
        """The record's stable name."""


R = TypeVar("R", bound=HasId)
D = TypeVar("D")

BLOCK = 128
"""How many records share a block; it bursts at twice as many."""


class Records(Mapping[RecordId, R]):
    """Records by id, in the order the organisation put them in.

    They are kept in blocks, of which an edit copies one: its cost does not grow with the table.
    """

    __slots__ = ("_blocks", "_homes")

    def __init__(self, records: Iterable[R] = ()) -> None:
        items = [*{record.id: record for record in records}.items()]
        blocks = [dict(items[at : at + BLOCK]) for at in range(0, len(items), BLOCK)]
        self._blocks: tuple[dict[RecordId, R], ...] = tuple(blocks) or ({},)
        self._homes: dict[RecordId, int] = {
            key: home for home, block in enumerate(self._blocks) for key in block
        }

    def __getitem__(self, key: RecordId) -> R:
        return self._blocks[self._homes[key]][key]

    @overload
    def get(self, key: RecordId, default: None = None, /) -> R | None: ...

    @overload
    def get(self, key: RecordId, default: R | D, /) -> R | D: ...

    def get(self, key: RecordId, default: D | None = None, /) -> R | D | None:
        """The record `key`; `default` when there is none."""
        home = self._homes.get(key)
        return default if home is None else self._blocks[home][key]

    def __contains__(self, key: object) -> bool:
        return key in self._homes

    def __iter__(self) -> Iterator[RecordId]:
        return chain.from_iterable(self._blocks)

    def __len__(self) -> int:
        return len(self._homes)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Records):
            return NotImplemented
        return self is other or self.all() == other.all()

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Records({list(self.all())!r})"

    def all(self) -> tuple[R, ...]:
        """The records in order."""
        return tuple(chain.from_iterable(block.values() for block in self._blocks))

    def index(self, key: RecordId) -> int:
        """The place of `key`, counted from 0.

        Raises:
            KeyError: no such record.
        """
        home = self._homes[key]
        before = sum(map(len, self._blocks[:home]))
        return before + list(self._blocks[home]).index(key)

    def put(self, record: R, at: int | None = None) -> "Records[R]":
        """With `record` in place of its namesake, or added at `at` (None: at the end)."""
        home = self._homes.get(record.id)
        if home is not None and (at is None or self.index(record.id) == at):
            return self._sharing(home, self._blocks[home] | {record.id: record}, self._homes)
        rest = self.without(record.id)
        at = len(rest) if at is None else at
        return rest._inserted(record, at)  # noqa: SLF001 - a table like this one

    def without(self, key: RecordId) -> "Records[R]":
        """Without the record `key`; unchanged when there is none."""
        home = self._homes.get(key)
        if home is None:
            return self
        block, homes = dict(self._blocks[home]), dict(self._homes)
        del block[key], homes[key]
        return self._sharing(home, block, homes)

    def _inserted(self, record: R, at: int) -> "Records[R]":
        """With `record`, which is not there yet, at `at`; all is laid anew once a block bursts."""
        home, place = self._spot(at)
        items = list(self._blocks[home].items())
        items.insert(place, (record.id, record))
        changed = self._sharing(home, dict(items), self._homes | {record.id: home})
        return changed if len(items) <= 2 * BLOCK else Records(changed.all())

    def _spot(self, at: int) -> tuple[int, int]:
        """The block that the place `at` lies in, and which place of it that is."""
        for home, block in enumerate(self._blocks):
            if at <= len(block):
                return home, at
            at -= len(block)
        return home, len(block)

    def _sharing(
        self, home: int, block: dict[RecordId, R], homes: dict[RecordId, int]
    ) -> "Records[R]":
        """With another block at `home`; the others are shared, as are `homes`."""
        changed: Records[R] = Records.__new__(Records)
        changed._blocks = (*self._blocks[:home], block, *self._blocks[home + 1 :])
        changed._homes = homes
        return changed
