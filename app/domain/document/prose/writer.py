"""Writing prose in its stored form: one spelling for every text, safe to read back."""

from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

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


def write(prose: Prose) -> str:
    """The stored form of `prose`, without a line end at its end.

    Reading it gives `normalise(prose)`, whatever the texts, names and addresses hold.
    """
    written: list[str] = []
    for is_list, blocks in groupby(normalise(prose), lambda block: isinstance(block, ListBlock)):
        if is_list:
            lists = tuple(block for block in blocks if isinstance(block, ListBlock))
            written += ("\n".join(lines) for lines in _lists(lists))
        else:
            written += map(_block, blocks)
    return "\n\n".join(written)


def _block(block: Block) -> str:
    match block:
        case Paragraph(content):
            return write_inlines(content)
        case Heading(level, content):
            return f"{'#' * level} {_open_ended(write_inlines(content))}"
        case ListBlock():
            return "\n".join(*_lists((block,)))
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


def _lists(lists: tuple[ListBlock, ...]) -> Iterator[Iterator[str]]:
    """The lines of each list; of two alike side by side, the second takes the other marker."""
    alternate = False
    ordered: bool | None = None
    for block in lists:
        alternate = block.ordered is ordered and not alternate
        ordered = block.ordered
        yield _list(block, alternate=alternate)


def _list(block: ListBlock, *, alternate: bool) -> Iterator[str]:
    for number, item in enumerate(block.items, start=1):
        marker = _marker(number if block.ordered else None, alternate=alternate)
        margin = " " * (len(marker) + 1)
        first, *others = write_inlines(item.content).split("\n")
        yield f"{marker} {first}" if first else marker
        yield from (margin + line for line in others)
        for lines in _lists(item.nested):
            yield from (margin + line for line in lines)


def _marker(number: int | None, *, alternate: bool) -> str:
    if number is None:
        return "*" if alternate else "-"
    return f"{number}{')' if alternate else '.'}"
