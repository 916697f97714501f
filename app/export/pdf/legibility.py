"""What a PDF cannot show as it was written, and where it stands."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from app.domain.document.tree import Block, Document, Heading
from app.export.characters import clean, missing
from app.export.pdf.result import PlacedHeading

_MOST_NAMED: Final = 8
"""Characters that one remark names."""
_NO_GLYPH: Final = (
    "{place}: no bundled typeface has {signs}; the PDF shows \ufffd instead, the Word file has it."
)
_BACKWARDS: Final = (
    "{place}: the PDF sets the letters {signs} from left to right; read this in the Word file."
)
_BEFORE: Final = "Cover and running heads"


def runs_backwards(text: str) -> bool:
    """Whether any of `text` is written from right to left."""
    return not text.isascii() and bool(_backwards(text))


def remarks(document: Document, headings: Sequence[PlacedHeading]) -> tuple[str, ...]:
    """One sentence for each heading under which something cannot be shown, in order.

    `headings` are those of the body, as they were placed.
    """
    found = tuple(_under(document, headings))
    return (
        *_sentences(found, _NO_GLYPH, lambda text: missing(clean(text))),
        *_sentences(found, _BACKWARDS, _backwards),
    )


def _under(document: Document, headings: Sequence[PlacedHeading]) -> Iterator[tuple[str, str]]:
    """The name of each place with all that is said there."""
    waiting = iter(headings)
    place = _BEFORE
    yield place, repr((document.cover, document.metadata, document.wording))
    blocks: list[Block] = []
    for block in document.body:
        if isinstance(block, Heading):
            yield place, repr(blocks)
            heading = next(waiting)
            title = f"{heading.number} {heading.text}".strip()
            place, blocks = f"“{title}” (page {heading.page})", []
        blocks.append(block)
    yield place, repr(blocks)


def _sentences(
    places: Sequence[tuple[str, str]], sentence: str, pick: Callable[[str], frozenset[str]]
) -> Iterator[str]:
    signs: dict[str, set[str]] = defaultdict(set)
    for place, text in places:
        signs[place] |= {sign for sign in pick(text) if sign.isprintable()}
    for place, unfit in signs.items():
        if unfit:
            yield sentence.format(place=place, signs=_named(sorted(unfit)))


def _backwards(text: str) -> frozenset[str]:
    return frozenset(c for c in set(text) if unicodedata.bidirectional(c) in {"R", "AL"})


def _named(signs: Sequence[str]) -> str:
    named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in signs[:_MOST_NAMED])
    more = len(signs) - _MOST_NAMED
    return f"{named} and {more} more" if more > 0 else named
