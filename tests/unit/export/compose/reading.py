"""Blocks of the document as plain words, so that a test can say what it expects."""

from collections.abc import Iterable

from app.domain.document.inline import LineBreak, Link, Text
from app.domain.document.tree import (
    Anchor,
    Block,
    Callout,
    Cell,
    CrossReference,
    Deleted,
    Facts,
    Form,
    Heading,
    Inlines,
    Inserted,
    ListBlock,
    OpenPoint,
    PageOf,
    Paragraph,
    SignatureBox,
    Table,
)

GAP = "[not stated]"
"""How `words` shows the gap that stands where nothing is stated."""


def words(content: Inlines) -> str:  # noqa: C901, PLR0912
    """What a reader sees, with open points in brackets and pages as a number sign."""
    shown = []
    for item in content:
        match item:
            case Text(text) | CrossReference(_, text):
                shown.append(text)
            case Inserted(text):
                shown.append(f"[+{text}+]")
            case Deleted(text):
                shown.append(f"[-{text}-]")
            case OpenPoint(text):
                shown.append(f"[{text}]")
            case Link(_, runs):
                shown += [run.text for run in runs]
            case LineBreak():
                shown.append("\n")
            case PageOf():
                shown.append("#")
            case Anchor():
                pass
    return "".join(shown)


def cell_words(cell: Cell) -> str:
    return "\n".join(words(paragraph) for paragraph in cell.paragraphs)


def heads(table: Table) -> list[str]:
    return [column.title for column in table.columns]


def rows(table: Table) -> list[tuple[str, ...]]:
    return [tuple(cell_words(cell) for cell in row) for row in table.rows]


def column(table: Table, head: str) -> list[str]:
    at = heads(table).index(head)
    return [row[at] for row in rows(table)]


def tables(blocks: Iterable[Block]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def only_table(blocks: Iterable[Block]) -> Table:
    (found,) = tables(blocks)
    return found


def captioned(blocks: Iterable[Block], caption: str) -> Table:
    (found,) = [table for table in tables(blocks) if table.caption == caption]
    return found


def headings(blocks: Iterable[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Heading)]


def lines(blocks: Iterable[Block]) -> list[str]:
    """Every block in words, table rows with bars between the cells."""
    return [line for block in blocks for line in _lines(block)]


def _lines(block: Block) -> list[str]:  # noqa: C901, PLR0911, PLR0912
    match block:
        case Heading():
            return [block.text]
        case Paragraph():
            return [words(block.content)]
        case ListBlock():
            return [
                line for item in block.items for line in (words(item.content), *lines(item.nested))
            ]
        case Table():
            return [
                block.caption,
                *(" | ".join(row) for row in (tuple(heads(block)), *rows(block))),
            ]
        case Facts():
            return [f"{label}: {words(value)}" for label, value in block.rows]
        case Callout():
            return [block.title, *lines(block.content)]
        case Form():
            return [f"{field.label} {field.hint}".strip() for field in block.fields]
        case SignatureBox():
            return [f"{block.label} {block.meaning} {block.signer}".strip()]
        case _:
            return []
