"""Writing prose in its stored form: one spelling for every text, safe to read back."""

from collections.abc import Iterable, Iterator
from typing import TypeVar, assert_never

from app.domain.document.prose.inline_writer import write_inlines
from app.domain.document.prose.nodes import (
    Block,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Prose,
    Quote,
    Rule,
    Table,
)
from app.domain.document.prose.normal import normalise

_AnyBlock = TypeVar("_AnyBlock", bound=Block)


def write(prose: Prose) -> str:
    """The stored form of `prose`, without a line end at its end.

    Reading it gives `normalise(prose)`, whatever the texts, names and addresses hold.
    """
    blocks = _alternating(normalise(prose))
    return "\n\n".join(_block(block, alternate=alternate) for block, alternate in blocks)


def _block(block: Block, *, alternate: bool) -> str:
    match block:
        case Paragraph(content):
            return write_inlines(content)
        case Heading(level, content):
            return f"{'#' * level} {_open_ended(write_inlines(content))}"
        case ListBlock():
            return "\n".join(_list(block, alternate=alternate))
        case Quote(paragraphs):
            return "\n>\n".join(_quoted(write_inlines(content)) for content in paragraphs)
        case Table():
            return _table(block)
        case Rule():
            return "---"
        case _:
            assert_never(block)


def _open_ended(title: str) -> str:
    """`title` with its last number signs escaped, where they would only close the heading."""
    core = title.rstrip("#")
    if core == title or not (core == "" or core[-1] in " \t"):
        return title
    return f"{core}\\{title[len(core) :]}"


def _quoted(text: str) -> str:
    return "> " + text.replace("\n", "\n> ")


def _table(table: Table) -> str:
    dashes = "| --- " * len(table.header) + "|"
    return "\n".join((_row(table.header), dashes, *map(_row, table.rows)))


def _row(cells: tuple[Inlines, ...]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(content: Inlines) -> str:
    return write_inlines(content).replace("|", "\\|")


def _alternating(blocks: Iterable[_AnyBlock]) -> Iterator[tuple[_AnyBlock, bool]]:
    """Each block, and whether it is a list that must take the other marker than the one above."""
    above: bool | None = None
    alternate = False
    for block in blocks:
        ordered = block.ordered if isinstance(block, ListBlock) else None
        alternate = ordered is not None and ordered is above and not alternate
        above = ordered
        yield block, alternate


def _list(block: ListBlock, *, alternate: bool) -> Iterator[str]:
    for number, item in enumerate(block.items, start=1):
        marker = _marker(number if block.ordered else None, alternate=alternate)
        margin = " " * (len(marker) + 1)
        first, *others = write_inlines(item.content).split("\n")
        yield f"{marker} {first}" if first else marker
        yield from (margin + line for line in others)
        for nested, other in _alternating(item.nested):
            yield from (margin + line for line in _list(nested, alternate=other))


def _marker(number: int | None, *, alternate: bool) -> str:
    if number is None:
        return "*" if alternate else "-"
    return f"{number}{')' if alternate else '.'}"
