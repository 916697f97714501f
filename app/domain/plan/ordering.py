"""Which entries of a list need not be moved to reach another order."""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def unmoved(old: Sequence[T], new: Iterable[T]) -> frozenset[T]:
    """As many entries of both as possible that stand in the same order in `old` and `new`."""
    place = {entry: at for at, entry in enumerate(old)}
    shared = [entry for entry in new if entry in place]
    return frozenset(old[at] for at in _longest_rise([place[entry] for entry in shared]))


def _longest_rise(places: Sequence[int]) -> list[int]:
    """A longest rising selection of `places`, last first, by patience sorting."""
    tops: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        pile = bisect_left(tops, place)
        before[place] = tops[pile - 1] if pile else None
        tops[pile : pile + 1] = [place]
    rise = tops[-1:]
    while rise and (behind := before[rise[-1]]) is not None:
        rise.append(behind)
    return rise
