"""Text and lists under a bold label, for what needs no table."""

from collections.abc import Sequence

from app.domain.document.inline import Mark, Text, plain
from app.domain.document.tree import Block, Inlines, ListBlock, ListItem, Paragraph


def labelled(lead: str, told: Inlines) -> Inlines:
    """`told` behind its label; empty when nothing is told."""
    return (*plain(f"{lead} ", Mark.BOLD), *told) if told else ()


def fact(lead: str, text: str) -> Paragraph:
    """The label and, on the same line, what it stands for."""
    return Paragraph(labelled(lead, plain(text)))


def points(lead: str, items: Sequence[str]) -> list[Block]:
    """The label over one bullet an item; nothing when no item says anything."""
    stated = tuple(ListItem(plain(item)) for item in items if item.strip())
    if not stated:
        return []
    return [Paragraph((Text(lead, frozenset({Mark.BOLD})),)), ListBlock(stated)]
