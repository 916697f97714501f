"""Who changed what is approved, as the revisions tell."""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.lifecycle.matter import LIFE

_LIFE: Final = frozenset(kind.value for kind in LIFE)

Wrote = tuple[int, str, str]
"""The number of a revision, who saved it, and what it changed as stored."""


class Unsaid(ValueError):
    """A revision that does not say what it changed; the message names it."""


def authors(revisions: Iterable[Wrote]) -> tuple[str, ...]:
    """The people behind `revisions` who changed what is approved, each once, in order.

    Raises:
        Unsaid: what a revision changed cannot be read.
    """
    found: dict[str, None] = {}
    for number, actor, changes in revisions:
        if actor not in found and any(kind not in _LIFE for kind in _kinds(number, changes)):
            found[actor] = None
    return tuple(found)


def _kinds(number: int, changes: str) -> Iterator[str]:
    """The tables changed; blank for a statement about the whole plan."""
    try:
        for change in json.loads(changes):
            yield str(change.get("kind", ""))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise Unsaid(f"revision {number} does not say what it changed") from error
