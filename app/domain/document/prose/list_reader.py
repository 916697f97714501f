"""Reading lists: which entry a marker opens and which entry a line of text joins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.document.inline import LineBreak
from app.domain.document.prose.inline_reader import read_inlines
from app.domain.document.prose.nodes import Inline, Inlines, ListBlock, ListItem
from app.domain.document.prose.syntax import BLANK, MAX_DEPTH, Start, start_of

_STEP = 2
"""Columns by which an entry stands deeper than the one that holds it."""


def read_lists(lines: Sequence[str], at: int) -> tuple[tuple[ListBlock, ...], int]:
    """The lists from line `at`, which holds a marker, on, and the line after them."""
    outline = _Outline()
    after_gap = False
    while at < len(lines):
        line = lines[at].rstrip(BLANK)
        if line and not outline.takes(line, after_gap=after_gap):
            break
        after_gap = not line
        at += 1
    return outline.lists(), at


def interrupts(line: str) -> bool:
    """Whether the list marker of `line` counts right after running text: `2024.` does not."""
    return _INTERRUPTS.match(line) is not None


@dataclass(slots=True)
class _Item:
    indent: int
    paragraphs: list[list[str]]
    lists: list["_List"] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    marker: str
    items: list[_Item] = field(default_factory=list)


class _Outline:
    """The lists read so far, and the chain of entries that are still open."""

    def __init__(self) -> None:
        self._root = _Item(-_STEP, [])
        self._open = [self._root]
        self._latest = self._root

    def takes(self, line: str, *, after_gap: bool) -> bool:
        """Adds `line`, unless it lies outside these lists."""
        start = start_of(line)
        if start is Start.LIST and self._add_item(line, after_gap=after_gap):
            return True
        loose = after_gap or start not in {None, Start.LIST}
        if loose and _indent(line) < _STEP:
            return False
        text = line.strip(BLANK)
        if loose:
            self._latest.paragraphs.append([text])
        else:
            self._latest.paragraphs[-1].append(text)
        return True

    def lists(self) -> tuple[ListBlock, ...]:
        return _frozen(self._root.lists)

    def _add_item(self, line: str, *, after_gap: bool) -> bool:
        found = _MARKER.fullmatch(line)
        assert found is not None  # noqa: S101 - start_of has seen the marker
        indent, marker = _indent(line), found[1][-1]
        depth = self._depth_for(indent)
        holder = self._open[depth - 1]
        goes_on = bool(holder.lists) and holder.lists[-1].marker == marker
        begins = after_gap or self._latest is self._root or found[1] in _FIRST
        if not (goes_on or begins):
            return False
        if not goes_on:
            holder.lists.append(_List(marker))
        self._latest = _Item(indent, [[found[2] or ""]])
        holder.lists[-1].items.append(self._latest)
        self._open[depth:] = [self._latest]
        return True

    def _depth_for(self, indent: int) -> int:
        depth = len(self._open)
        while indent < self._open[depth - 1].indent + _STEP:
            depth -= 1
        return min(depth, MAX_DEPTH)


def _indent(line: str) -> int:
    margin = line[: len(line) - len(line.lstrip(BLANK))]
    return len(margin.expandtabs(4))


def _frozen(lists: list[_List]) -> tuple[ListBlock, ...]:
    return tuple(
        ListBlock(
            tuple(ListItem(_content(item), _frozen(item.lists)) for item in one.items),
            ordered=one.marker in ".)",
        )
        for one in lists
    )


def _content(item: _Item) -> Inlines:
    content: list[Inline] = []
    for paragraph in item.paragraphs:
        text = read_inlines("\n".join(filter(None, paragraph)))
        if content and text:
            content.append(LineBreak())
        content += text
    return tuple(content)


_MARKER = re.compile(r"[ \t]*+([-*+]|[0-9]++[.)])(?:[ \t]++(.*))?", re.DOTALL)
_FIRST = frozenset({"-", "*", "+", "1.", "1)"})
_INTERRUPTS = re.compile(r"[ \t]*+(?:[-*+]|1[.)])[ \t]++.")
