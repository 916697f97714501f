"""Prose in the document: variables filled, references led to where they point."""

from collections.abc import Callable
from typing import assert_never

from app.domain.document.inline import LineBreak, Link, Text
from app.domain.document.prose import nodes
from app.domain.document.prose.reader import read
from app.domain.document.prose.targets import target_name
from app.domain.document.tree import (
    Block,
    Cell,
    Column,
    CrossReference,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    ListItem,
    OpenPoint,
    PageOf,
    Paragraph,
    Table,
    Voice,
)
from app.domain.plan.plan import Plan
from app.domain.plan.variables import variable_text

SHALLOWEST = 3
"""Headings inside a section stand below the section's own, of level 2."""


class ProseComposer:
    """Turns the prose of one plan into blocks of the document.

    `question` says in words what an open variable waits for; `anchored` says whether the
    document has a place of that name.
    """

    def __init__(
        self, plan: Plan, question: Callable[[str], str], anchored: Callable[[str], bool]
    ) -> None:
        self._plan = plan
        self._question = question
        self._anchored = anchored

    def blocks(self, source: str, anchor: str, title: str) -> tuple[Block, ...]:
        """The blocks of `source`; `anchor` keeps its headings' anchors apart from others.

        Tables in it take the nearest heading above them, or else `title`, as their caption.
        """
        made: list[Block] = []
        for number, block in enumerate(read(source)):
            made.append(self._block(block, f"{anchor}.{number}", title))
            if isinstance(block, nodes.Heading):
                title = self._plain(block.content)
        return tuple(made)

    def _block(self, block: nodes.Block, anchor: str, title: str) -> Block:
        match block:
            case nodes.Paragraph(content):
                return Paragraph(self._inlines(content))
            case nodes.Heading(_, content):
                return Heading(
                    SHALLOWEST, self._plain(content), anchor, numbered=False, in_contents=False
                )
            case nodes.ListBlock():
                return self._list(block)
            case nodes.Quote(paragraphs):
                joined: list[Inline] = []
                for paragraph in paragraphs:
                    joined += [LineBreak()] if joined else []
                    joined += self._inlines(paragraph)
                return Paragraph(tuple(joined), Voice.QUOTE)
            case nodes.Table(header, rows):
                return self._table(title, header, rows)
            case nodes.Rule():
                return Paragraph(())
            case _:
                assert_never(block)

    def _list(self, block: nodes.ListBlock) -> ListBlock:
        items = tuple(
            ListItem(self._inlines(item.content), tuple(self._list(inner) for inner in item.nested))
            for item in block.items
        )
        return ListBlock(items, block.ordered)

    def _table(
        self,
        title: str,
        header: tuple[nodes.Inlines, ...],
        rows: tuple[tuple[nodes.Inlines, ...], ...],
    ) -> Table:
        columns = tuple(Column(self._plain(cell)) for cell in header)
        cells = tuple(tuple(Cell((self._inlines(cell),)) for cell in row) for row in rows)
        return Table(title, columns, cells)

    def _plain(self, content: nodes.Inlines) -> str:
        return "".join(_words(item) for item in self._inlines(content))

    def _inlines(self, content: nodes.Inlines) -> Inlines:
        return tuple(self._inline(item) for item in content)

    def _inline(self, item: nodes.Inline) -> Inline:
        match item:
            case Text() | LineBreak() | Link():
                return item
            case nodes.Variable(name, marks):
                value = variable_text(self._plan, name)
                return OpenPoint(self._question(name)) if value is None else Text(value, marks)
            case nodes.Reference():
                return self._reference(item)
            case _:
                assert_never(item)

    def _reference(self, reference: nodes.Reference) -> Inline:
        label = target_name(self._plan, reference) or "".join(run.text for run in reference.content)
        anchor = f"{reference.kind.value}:{reference.target}"
        return CrossReference(anchor, label) if self._anchored(anchor) else Text(label)


def _words(item: Inline) -> str:
    """What stands where no markup can, as in headings."""
    match item:
        case Text(text) | CrossReference(_, text) | OpenPoint(text):
            return text
        case Link(_, content):
            return "".join(run.text for run in content)
        case LineBreak() | PageOf():
            return " "
        case _:
            assert_never(item)
