"""Prose as sentences, each text cut up once; a cell of a table is read with its heads."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from app.domain.document.prose.nodes import Block, Inlines, Paragraph, Table
from app.domain.document.prose.text import plain_text
from app.domain.judgement.reading import PARSED_PROSE, parsed

_END: Final = re.compile(r"(?<=[.!?])\s+(?=[\"“(\[{]*[A-Z0-9])")
"""Between two sentences; an abbreviation goes on in lower case."""

Passage = tuple[str, ...]
"""Sentences that stand together: of a paragraph, an entry of a list, or a cell of a table."""


@lru_cache(maxsize=PARSED_PROSE)
def passages_of(source: str) -> tuple[Passage, ...]:
    """The sentences of the prose in `source`, in order; variables stay as they are."""
    return tuple(passage for block in parsed(source) for passage in _passages(block))


@lru_cache(maxsize=PARSED_PROSE)
def sentences_of(source: str) -> tuple[str, ...]:
    """Every sentence of the prose in `source`, one after the other."""
    return tuple(sentence for passage in passages_of(source) for sentence in passage)


def sentences_in(text: str) -> Passage:
    """The sentences of a plain text without line breaks."""
    return tuple(part for part in _END.split(text.strip()) if part)


def _passages(block: Block) -> Iterator[Passage]:
    lines = _cells(block) if isinstance(block, Table) else plain_text((block,)).splitlines()
    yield from filter(None, map(sentences_in, lines))


def _cells(table: Table) -> Iterator[str]:
    """Each cell as `first cell: head cell`, which says what a reader takes from its place."""
    heads = [_words(head) for head in table.header]
    for row in table.rows:
        about, *cells = map(_words, row)
        yield from (
            f"{about}: {head} {cell}" for head, cell in zip(heads[1:], cells, strict=True) if cell
        )


def _words(content: Inlines) -> str:
    return " ".join(plain_text((Paragraph(content),)).split())
