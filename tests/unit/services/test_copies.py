"""Copies chosen from a shelf that is kept in memory."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typing_extensions import override

from app.services.copies import Copy, CopyState, CopyUnknown, listed, newest_good, numbered
from app.services.history import PlanHistory

MADE = datetime(2026, 11, 30, 9, 5, tzinfo=UTC)


def copy(number: int, state: CopyState = CopyState.VERIFIED) -> Copy:
    return Copy(Path(f"/backups/{number}"), MADE - timedelta(days=number), 1024, state)


@dataclass
class MemoryShelf:
    """Copies that are counted as they are looked at; `folder` is never read."""

    copies: tuple[Copy, ...] = ()
    folder: Path = Path("/backups")
    looked: list[Copy] = field(default_factory=list)

    def made(self) -> tuple[datetime, ...]:
        return tuple(one.made for one in self.copies)

    def each(self) -> Iterator[Copy]:
        for one in self.copies:
            self.looked.append(one)
            yield one

    def history(self, copy: Copy) -> PlanHistory:
        raise NotImplementedError

    def write(self, copy: Copy, path: Path) -> None:
        raise NotImplementedError

    def write_beside(self, copy: Copy) -> Path:
        raise NotImplementedError

    def rescue(self) -> Path:
        raise NotImplementedError


def test_a_copy_is_called_by_its_time():
    assert copy(1).words == "the copy of 29 November 2026, 09:05 UTC"


def test_all_copies_are_listed_with_the_share_done():
    told = []

    found = listed(MemoryShelf((copy(1), copy(2))), lambda share, what: told.append((share, what)))

    assert found == (copy(1), copy(2))
    assert told == [(0.5, copy(1).words), (1.0, copy(2).words)]


def test_an_empty_shelf_is_listed_without_a_word():
    told: list[float] = []

    assert listed(MemoryShelf(), lambda share, _: told.append(share)) == ()
    assert told == []


def test_copies_that_came_meanwhile_do_not_make_more_than_the_whole():
    shares = []

    class Growing(MemoryShelf):
        @override
        def made(self) -> tuple[datetime, ...]:
            return (MADE,)

    listed(Growing((copy(1), copy(2), copy(3))), lambda share, _: shares.append(share))

    assert shares == [1.0, 1.0, 1.0]


def test_the_first_number_is_the_newest_and_no_more_is_looked_at_than_needed():
    shelf = MemoryShelf((copy(1), copy(2), copy(3)))

    assert numbered(shelf, 2) == copy(2)
    assert shelf.looked == [copy(1), copy(2)]


@pytest.mark.parametrize("number", [-1, 0, 3])
def test_another_number_is_refused(number):
    with pytest.raises(
        CopyUnknown, match=f"no backup {number} .*from 1, the newest, to 2"
    ) as found:
        numbered(MemoryShelf((copy(1), copy(2))), number)

    assert found.value.params == {"number": str(number)}


def test_without_a_copy_that_is_said():
    with pytest.raises(CopyUnknown, match="none was made yet"):
        numbered(MemoryShelf(), 1)


def test_the_newest_good_copy_is_the_first_verified_one():
    doubtful, unusable = copy(1, CopyState.DOUBTFUL), copy(2, CopyState.UNUSABLE)
    shelf = MemoryShelf((doubtful, unusable, copy(3), copy(4)))

    assert newest_good(shelf) == copy(3)
    assert copy(4) not in shelf.looked
    assert newest_good(MemoryShelf((doubtful, unusable))) is None
