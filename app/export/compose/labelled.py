"""Facts and lists under a bold label, for what needs no table."""

from collections.abc import Sequence

from app.domain.document.inline import Mark, Text, plain
from app.domain.document.tree import Block, ListBlock, ListItem, Paragraph


def fact(label: str, text: str) -> Paragraph:
    """The label and, on the same line, what it stands for."""
    return Paragraph((Text(f"{label}: ", frozenset({Mark.BOLD})), *plain(text)))


def points(label: str, items: Sequence[str]) -> list[Block]:
    """The label over one bullet an item; nothing when no item says anything."""
    stated = tuple(ListItem(plain(item)) for item in items if item.strip())
    if not stated:
        return []
    return [Paragraph((Text(f"{label}:", frozenset({Mark.BOLD})),)), ListBlock(stated)]
