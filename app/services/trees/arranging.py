"""Where the cards of a communication tree stand: tidy, and moved by hand where somebody did so."""

from collections.abc import Mapping
from typing import Final

from app.domain.document.tidy_tree import Place, Spacing, places
from app.domain.plan.ids import RecordId
from app.services.trees.forest import Forest

CARDS: Final = Spacing(
    width=196.0, height=66.0, beside=28.0, below=62.0, between=22.0, indent=28.0, stack_from=2
)
"""The sizes of cards and of the gaps between them, in layout units: px at 100 %."""

FARTHEST: Final = 20_000
"""No card stands further from its tidy place than this, whatever a file says, in layout units."""

_ROOT: Final = "\0"
"""Stands over several roots while the tree is laid out; no call can be called so."""


def arranged(forest: Forest, spacing: Spacing = CARDS) -> dict[RecordId, Place]:
    """The upper left corner of every card, in layout units, with what was moved by hand."""
    tidy = tidily(forest, spacing)
    moved: dict[RecordId, tuple[float, float]] = {}
    placed: dict[RecordId, Place] = {}
    for key in forest.in_order():
        right, down = _moved(forest, key, moved)
        moved[key] = right, down
        place = tidy[key]
        placed[key] = Place(place.x + right, place.y + down, place.stacked)
    return placed


def tidily(forest: Forest, spacing: Spacing = CARDS) -> dict[RecordId, Place]:
    """The upper left corner of every card as if none had been moved."""
    if not forest.nodes:
        return {}
    children: dict[str, tuple[RecordId, ...]] = {str(key): at for key, at in forest.below.items()}
    if len(forest.roots) == 1:
        return {RecordId(key): at for key, at in places(forest.roots[0], children, spacing).items()}
    placed = places(_ROOT, {**children, _ROOT: forest.roots}, spacing)
    del placed[_ROOT]
    lift = spacing.height + spacing.below
    return {RecordId(key): Place(at.x, at.y - lift, at.stacked) for key, at in placed.items()}


def _moved(
    forest: Forest, key: RecordId, moved: Mapping[RecordId, tuple[float, float]]
) -> tuple[float, float]:
    """How far `key` stands from its tidy place: as far as its parent, and its own way more."""
    parent = forest.parent(key)
    right, down = (0.0, 0.0) if parent is None else moved[parent]
    own = forest.nodes[key].offset
    if own is None:
        return right, down
    return right + within_reach(own[0]), down + within_reach(own[1])


def within_reach(distance: float) -> int:
    """`distance` in whole layout units, no further than `FARTHEST`."""
    return round(min(max(distance, -FARTHEST), FARTHEST))
