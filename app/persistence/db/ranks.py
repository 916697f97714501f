"""Ranks: numbers that keep records in order, so that an insertion touches one row."""

from collections.abc import Iterable, Mapping

GAP = 1024.0
"""The distance between neighbours when nothing is known."""


def placed(order: list[str], ranks: Mapping[str, float], moved: Iterable[str]) -> dict[str, float]:
    """New ranks for `moved`, and for others only where no room was left, given the `order`."""
    changed: dict[str, float] = {}
    known = dict(ranks)
    positions = {key: at for at, key in enumerate(order)}
    for key in sorted(moved, key=positions.__getitem__):
        rank = _between(order, known, positions[key])
        if rank is None:
            return {each: (at + 1) * GAP for at, each in enumerate(order)}
        changed[key] = known[key] = rank
    return changed


def _between(order: list[str], ranks: dict[str, float], at: int) -> float | None:
    before = ranks.get(order[at - 1], 0.0) if at else 0.0
    after = next((ranks[key] for key in order[at + 1 :] if ranks.get(key, 0.0) > before), None)
    if after is None:
        return before + GAP
    middle = (before + after) / 2
    return middle if before < middle < after else None
