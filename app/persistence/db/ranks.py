"""Ranks: numbers that keep records in order, so that an insertion touches one row."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from app.domain.plan.changes import RecordChange

GAP = 1024.0
"""The distance between neighbours when nothing is known."""


def reordered(order: Iterable[str], changes: Iterable[RecordChange]) -> tuple[list[str], set[str]]:
    """The ids in order after `changes` of one table, and those that are new or stand elsewhere.

    Follows `app.domain.plan.changes.apply`: one change after the other.
    """
    result, moved = list(order), set[str]()
    there = set(result)
    for change in changes:
        key, at = str(change.id), change.after_at
        place = _place(result, change) if key in there else None
        stays = place is not None and at in (None, place)
        if change.after is not None and stays:
            continue
        if place is not None:
            del result[place]
            there.discard(key)
        if change.after is not None:
            result.insert(len(result) if at is None else at, key)
            there.add(key)
            moved.add(key)
    return result, moved & there


def _place(order: list[str], change: RecordChange) -> int:
    """Where the record stands, which is looked for only if it is not where the change says."""
    key, at = str(change.id), change.before_at
    told = at is not None and 0 <= at < len(order) and order[at] == key
    return at if told and at is not None else order.index(key)


def placed(
    order: Sequence[str], ranks: Mapping[str, float], moved: Collection[str]
) -> dict[str, float]:
    """New ranks for `moved`, and for others only where no room was left, given the `order`.

    `ranks` must know all that are not in `moved`.
    """
    changed: dict[str, float] = {}
    run: list[str] = []
    before = 0.0
    for key in order:
        if key in moved:
            run.append(key)
            continue
        if run:
            changed |= _spread(run, before, ranks[key])
            run = []
        before = ranks[key]
    changed |= _spread(run, before, before + GAP * (len(run) + 1))
    if _rise([changed.get(key, ranks.get(key, 0.0)) for key in order]):
        return changed
    return {key: at * GAP for at, key in enumerate(order, start=1)}


def _spread(run: Sequence[str], before: float, after: float) -> dict[str, float]:
    """Ranks for `run` at equal distances between `before` and `after`."""
    step = (after - before) / (len(run) + 1)
    return {key: before + step * at for at, key in enumerate(run, start=1)}


def _rise(ranks: Sequence[float]) -> bool:
    return all(one < other for one, other in pairwise(ranks))
