"""List entries, each with its depth, put back into lists within lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from app.domain.document.prose.nodes import Inlines, ListBlock, ListItem


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: how deep it stands, in which list of the document, and its text."""

    depth: int
    list_number: int
    ordered: bool
    content: Inlines


def list_trees(entries: Sequence[Entry]) -> tuple[ListBlock, ...]:
    """The lists that `entries`, in reading order, stand for.

    An entry deeper than the one above it belongs to that one, by however many levels.
    """
    heads = _heads(entries)
    return tuple(
        ListBlock(tuple(_item(entries, at, end) for at, end in group), entries[group[0][0]].ordered)
        for group in (
            tuple(same) for _, same in groupby(heads, lambda span: entries[span[0]].list_number)
        )
    )


def _heads(entries: Sequence[Entry]) -> list[tuple[int, int]]:
    """The entries on the outermost level, each with the end of what belongs to it."""
    heads: list[int] = []
    level = 0
    for at, entry in enumerate(entries):
        if not heads or entry.depth <= level:
            heads.append(at)
            level = entry.depth
    ends = [*heads[1:], len(entries)]
    return list(zip(heads, ends, strict=False))


def _item(entries: Sequence[Entry], at: int, end: int) -> ListItem:
    return ListItem(entries[at].content, list_trees(entries[at + 1 : end]))
