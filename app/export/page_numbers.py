"""The pages on which places stand, as a reader wants to see them listed."""

import sys
from collections.abc import Callable, Iterable, Mapping

from app.domain.document.tree import Block, Heading


def listed(anchors: Iterable[str], page: Callable[[str], str]) -> list[tuple[str, str]]:
    """Each page once, in ascending order, with the first of `anchors` that stands on it.

    `page` gives the number of an anchor's page; a sign that is no number comes last.
    """
    first: dict[str, str] = {}
    for anchor in anchors:
        first.setdefault(page(anchor), anchor)
    return sorted(first.items(), key=lambda item: _size(item[0]))


def core_pages(body: Iterable[Block], page_of: Mapping[str, int], pages: int) -> int:
    """How many pages stand before the first annex, the cover included; all without an annex.

    `page_of` maps the anchors of `body` to pages, of which the document has `pages`.
    """
    annexes = (block for block in body if isinstance(block, Heading) and block.annex)
    first = next(annexes, None)
    return pages if first is None else page_of[first.anchor] - 1


def _size(page: str) -> int:
    return int(page) if page.isdecimal() else sys.maxsize
