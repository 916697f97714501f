"""Prose in the document: variables filled, references led to where they point."""

from collections.abc import Callable, Iterator
from typing import assert_never

from app.domain.document.inline import LineBreak, Link, Text
from app.domain.document.outline import folded
from app.domain.document.prose import nodes
from app.domain.document.prose.reader import read
from app.domain.document.prose.targets import target_name
from app.domain.document.prose.text import plain_text
from app.domain.document.tree import (
    Anchor,
    Block,
    Cell,
    Column,
    CrossReference,
    Deleted,
    Heading,
    Inline,
    Inlines,
    Inserted,
    ListBlock,
    ListItem,
    OpenPoint,
    PageOf,
    Paragraph,
    Table,
    Voice,
)
from app.domain.plan.variables import ORGANISATION, variable_text, variable_value
from app.export.compose.place_names import answer_place, sentence_place
from app.export.compose.scribe import Scribe

UNSTATED = "…"
"""Stands for an open variable in the sentences that are sought."""

SHALLOWEST = 3
"""Headings inside a section stand below the section's own, of level 2."""


class ProseComposer:
    """Turns the prose of one plan into blocks of the document.

    `question` says in words what an open variable waits for; `anchored` says whether the
    document has a place of that name.
    """

    def __init__(
        self, scribe: Scribe, question: Callable[[str], str], anchored: Callable[[str], bool]
    ) -> None:
        self._plan = scribe.plan
        self._say = scribe.say
        self._question = question
        self._anchored = anchored

    def blocks(
        self, source: str, anchor: str, title: str, sought: tuple[str, ...] = ()
    ) -> tuple[Block, ...]:
        """The blocks of `source`; `anchor` keeps the places in it apart from others.

        Tables in it take the nearest heading above them, or else `title`, as their caption.
        Where an answer is printed and where a sentence of those `sought` stands is a place.
        """
        return tuple(_Text(self, anchor, sought).blocks(source, title))

    def value(self, name: str) -> str | None:
        """What is stated for a variable, in the document's words; None while nothing is."""
        if name == ORGANISATION:
            return self.judged(name)
        value = variable_value(self._plan, name)
        return None if value is None else self._say.answer(value).strip() or None

    def judged(self, name: str) -> str | None:
        """What is stated for a variable, in the words of the judgement, whose quotes are sought."""
        return variable_text(self._plan, name)

    def variable(self, variable: nodes.Variable) -> Inline:
        """The value of a variable, or the question it waits for."""
        value = self.value(variable.name)
        if value is None:
            return OpenPoint(self._question(variable.name))
        return Text(value, variable.marks)

    def reference(self, reference: nodes.Reference) -> Inline:
        """The name of a record, leading to its place if the document has one."""
        said = "".join(run.text for run in reference.content)
        label = target_name(self._plan, reference) or said
        anchor = f"{reference.kind.value}:{reference.target}"
        return CrossReference(anchor, label) if self._anchored(anchor) else Text(label)


class _Text:
    """One text on its way into the document; `name` begins the names of its places."""

    def __init__(self, composer: ProseComposer, name: str, sought: tuple[str, ...]) -> None:
        self._composer = composer
        self._name = name
        self._sought = dict(enumerate(map(folded, sought)))

    def blocks(self, source: str, title: str) -> Iterator[Block]:
        for number, block in enumerate(read(source)):
            yield self._block(block, f"{self._name}.{number}", title)
            if isinstance(block, nodes.Heading):
                title = self._plain(block.content)

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
        return "".join(_words(self._inline(item)) for item in content)

    def _inlines(self, content: nodes.Inlines) -> Inlines:
        made: list[Inline] = [*self._sentences(content)]
        for item in content:
            if isinstance(item, nodes.Variable):
                made.append(Anchor(answer_place(self._name, item.name)))
            made.append(self._inline(item))
        return tuple(made)

    def _sentences(self, content: nodes.Inlines) -> Iterator[Anchor]:
        """A place for each sentence sought that stands in `content`, where it does first."""
        if not self._sought:
            return
        words = folded(plain_text((nodes.Paragraph(content),), self._value))
        for at in [at for at, sentence in self._sought.items() if sentence in words]:
            del self._sought[at]
            yield Anchor(sentence_place(self._name, at))

    def _value(self, name: str) -> str:
        return self._composer.judged(name) or UNSTATED

    def _inline(self, item: nodes.Inline) -> Inline:
        match item:
            case Text() | LineBreak() | Link():
                return item
            case nodes.Variable():
                return self._composer.variable(item)
            case nodes.Reference():
                return self._composer.reference(item)
            case _:
                assert_never(item)


def _words(item: Inline) -> str:
    """What stands where no markup can, as in headings."""
    match item:
        case Text(text) | CrossReference(_, text) | OpenPoint(text):
            return text
        case Inserted(text) | Deleted(text):
            return text
        case Link(_, content):
            return "".join(run.text for run in content)
        case LineBreak() | PageOf():
            return " "
        case Anchor():
            return ""
        case _:
            assert_never(item)
