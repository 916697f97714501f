"""The pages on which places stand, as a reader wants to see them listed."""

import sys
from collections.abc import Callable, Iterable


def listed(anchors: Iterable[str], page: Callable[[str], str]) -> list[tuple[str, str]]:
    """Each page once, in ascending order, with the first of `anchors` that stands on it.

    `page` gives the number of an anchor's page; a sign that is no number comes last.
    """
    first: dict[str, str] = {}
    for anchor in anchors:
        first.setdefault(page(anchor), anchor)
    return sorted(first.items(), key=lambda item: _size(item[0]))


def _size(page: str) -> int:
    return int(page) if page.isdecimal() else sys.maxsize
