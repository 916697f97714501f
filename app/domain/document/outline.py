"""The skeleton of a document: its headings with their numbers and its tables with their heads."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import zip_longest
from string import ascii_uppercase
from typing import assert_never

from app.domain.document.tree import Document, Heading, Table

DEEPEST_LEVEL = 3
"""Headings below this level are counted as if they stood on it."""


class Count(Enum):
    """How a heading is counted."""

    NONE = "none"
    NUMBERS = "numbers"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class OutlineHeading:
    """One heading; `number` is blank for headings outside the count."""

    level: int
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class OutlineTable:
    """One captioned table; `rows` does not count the row of column heads.

    `number` is the one its caption bears.
    """

    caption: str
    heads: tuple[str, ...]
    rows: int
    number: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What two renderings of one document must have in common."""

    headings: tuple[OutlineHeading, ...]
    tables: tuple[OutlineTable, ...]


def outline(document: Document) -> Outline:
    """The headings and tables of the body, in document order, white space folded."""
    headings = [block for block in document.body if isinstance(block, Heading)]
    numbers = heading_numbers(headings, document.wording.annex)
    tables = [block for block in document.body if isinstance(block, Table)]
    return Outline(
        tuple(
            OutlineHeading(shown_level(heading.level), number, folded(heading.text))
            for heading, number in zip(headings, numbers, strict=True)
        ),
        tuple(_table(number, table) for number, table in enumerate(tables, start=1)),
    )


def differences(
    wanted: Outline, found: Outline, seen: Callable[[str], str] = str
) -> tuple[str, ...]:
    """Where `found` departs from `wanted`, one sentence each; none when they agree.

    `seen` is what readers of `found` see of a text; equal sights are no departure.
    """
    return (
        *_differing("heading", map(_title, wanted.headings), map(_title, found.headings), seen),
        *_differing("table", map(_spelt, wanted.tables), map(_spelt, found.tables), seen),
    )


def heading_numbers(headings: Iterable[Heading], annex: str) -> tuple[str, ...]:
    """The number of each heading, such as "2.1"; both renderers print exactly these.

    `annex` is the word before the letter of an annex.
    """
    return tuple(count_headings(((heading.level, _count(heading)) for heading in headings), annex))


def count_headings(entries: Iterable[tuple[int, Count]], annex: str) -> Iterator[str]:
    """A number for each heading, told by level and count; blank where it is not counted.

    A level that was skipped counts as 1, as word processors have it: 1, then 1.1.1.
    """
    counts = {count: [0] * DEEPEST_LEVEL for count in Count}
    for level, count in entries:
        parts = _next(counts[count], shown_level(level))
        match count:
            case Count.NONE:
                yield ""
            case Count.NUMBERS:
                yield ".".join(map(str, parts))
            case Count.LETTERS:
                yield _lettered(parts, annex)
            case _:
                assert_never(count)


def shown_level(level: int) -> int:
    """The level a heading is shown on, between 1 and the deepest."""
    return min(max(level, 1), DEEPEST_LEVEL)


def folded(text: str) -> str:
    """`text` with every run of white space as one space, as readers compare headings."""
    return " ".join(text.split())


def _count(heading: Heading) -> Count:
    if not heading.numbered:
        return Count.NONE
    return Count.LETTERS if heading.annex else Count.NUMBERS


def _next(counts: list[int], depth: int) -> list[int]:
    counts[: depth - 1] = [max(count, 1) for count in counts[: depth - 1]]
    counts[depth - 1] += 1
    counts[depth:] = [0] * (DEEPEST_LEVEL - depth)
    return counts[:depth]


def _lettered(parts: list[int], annex: str) -> str:
    """Annex A, then A.1; after Z come AA, BB and so on, as word processors have it."""
    first, *further = parts
    repeats, at = divmod(first - 1, len(ascii_uppercase))
    letter = ascii_uppercase[at] * (repeats + 1)
    return ".".join((letter, *map(str, further))) if further else f"{annex} {letter}".strip()


def _title(heading: OutlineHeading) -> str:
    return f"{heading.number} {heading.text}".strip()


def _spelt(table: OutlineTable) -> str:
    return f"{table.number}. {table.caption} ({', '.join(table.heads)}; {table.rows} rows)"


def _differing(
    what: str, wanted: Iterable[str], found: Iterable[str], seen: Callable[[str], str]
) -> Iterator[str]:
    for number, (one, other) in enumerate(zip_longest(wanted, found), start=1):
        if one is None or other is None or seen(one) != seen(other):
            yield f"{what} {number} is {other!r} instead of {one!r}"


def _table(number: int, table: Table) -> OutlineTable:
    heads = tuple(folded(column.title) for column in table.columns)
    return OutlineTable(folded(table.caption), heads, len(table.rows), number)
