"""A table of records while many edits are made to it, one after the other."""

from itertools import islice
from typing import Generic, TypeVar

from app.domain.plan.ids import RecordId
from app.domain.plan.records import BLOCK, HasId, Records

R = TypeVar("R", bound=HasId)


class TableDraft(Generic[R]):
    """Begins as a copy of a table, which stays as it is; `done` makes a table of it.

    An edit costs as much as a block is long and as there are blocks, where one of `Records` notes
    the homes of all records anew. Its own edits do what those of `Records` do.
    """

    __slots__ = ("_blocks", "_homes")

    def __init__(self, table: Records[R]) -> None:
        self._blocks: list[dict[RecordId, R]] = []
        self._homes: dict[RecordId, dict[RecordId, R]] = {}
        records = iter(table.all())
        while block := {record.id: record for record in islice(records, BLOCK)}:
            self._note(block, len(self._blocks))

    def __len__(self) -> int:
        return len(self._homes)

    def get(self, key: RecordId) -> R | None:
        """The record `key`; None when there is none."""
        home = self._homes.get(key)
        return None if home is None else home[key]

    def index(self, key: RecordId) -> int:
        """The place of `key`, counted from 0.

        Raises:
            KeyError: no such record.
        """
        home = self._homes[key]
        if home is self._blocks[-1]:
            after = len(home) - _place(home, key)
            return len(self._homes) - after
        before = 0
        for block in self._blocks:
            if block is home:
                break
            before += len(block)
        return before + _place(home, key)

    def put(self, record: R, at: int | None = None) -> None:
        """Let `record` replace its namesake, or stand at `at` (None: at the end)."""
        home = self._homes.get(record.id)
        if home is not None:
            if at is None or self.index(record.id) == at:
                home[record.id] = record
                return
            self.without(record.id)
        if at is None or at >= len(self._homes):
            self._append(record)
        else:
            self._insert(record, at)

    def without(self, key: RecordId) -> None:
        """Take the record `key` out; nothing happens when there is none."""
        home = self._homes.pop(key, None)
        if home is None:
            return
        del home[key]
        if not home:
            at = next(at for at, block in enumerate(self._blocks) if block is home)
            del self._blocks[at]

    def done(self) -> Records[R]:
        """The table as it is now."""
        return Records(record for block in self._blocks for record in block.values())

    def _append(self, record: R) -> None:
        if not self._blocks or len(self._blocks[-1]) >= BLOCK:
            self._blocks.append({})
        block = self._blocks[-1]
        block[record.id] = record
        self._homes[record.id] = block

    def _insert(self, record: R, at: int) -> None:
        """Before the record at `at`; a block of twice the length is cut in two."""
        number = 0
        while at > len(self._blocks[number]):
            at -= len(self._blocks[number])
            number += 1
        block = self._blocks[number]
        items = list(block.items())
        items.insert(max(at, 0), (record.id, record))
        block.clear()
        self._homes[record.id] = block
        if len(items) > 2 * BLOCK:
            self._note(dict(items[BLOCK:]), number + 1)
            del items[BLOCK:]
        block.update(items)

    def _note(self, block: dict[RecordId, R], number: int) -> None:
        self._blocks.insert(number, block)
        self._homes.update(dict.fromkeys(block, block))


def _place(block: dict[RecordId, R], key: RecordId) -> int:
    """Where `key` stands in `block`; the ends, where most edits are, are looked at first."""
    if next(reversed(block)) == key:
        return len(block) - 1
    return 0 if next(iter(block)) == key else list(block).index(key)
