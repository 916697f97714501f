"""A text that changed, as lines of the document: passages that went, came, and stay around them."""

from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from app.domain.comparing.excerpts import (
    Gap,
    Piece,
    changes_in,
    excerpt,
    legible,
    opening,
    run_together,
)
from app.domain.comparing.redline import Span, SpanKind
from app.domain.document.inline import plain
from app.domain.document.labels import Labels
from app.domain.document.tree import Deleted, Inline, Inlines, Inserted

WORDS_AROUND: Final = 8
"""Words that stayed, printed on either side of a change."""

LONGEST: Final = 150
"""Words printed of a passage that came or went at once."""

MOST_WORDS: Final = 400
"""Words printed of one text, so that a rewritten section does not fill the annex."""

ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"


def redlined(spans: Sequence[Span], say: Labels) -> tuple[Inlines, ...]:
    """A paragraph for each line, and one that counts the passages left out where some are."""
    pieces = excerpt(spans, WORDS_AROUND, LONGEST)
    printed = opening(pieces, MOST_WORDS)
    left_out = changes_in(pieces) - changes_in(printed)
    further = (plain(say("changes.passages", n=left_out)),) if left_out > 0 else ()
    return (*_lines(printed, say), *further)


def _lines(pieces: Sequence[Piece], say: Labels) -> Iterator[Inlines]:
    """The lines that have something on them."""
    line: list[Inline] = []
    for at, piece in enumerate(pieces, 1):
        first, *others = _texts(piece, begins=not line, ends=at == len(pieces))
        last = line[-1] if line else None
        if isinstance(last, Deleted) and first and run_together(last.text, first):
            line += plain(" ")
        line += _inlines(piece, first, say)
        for text in others:
            if line:
                yield tuple(line)
            line = [*_inlines(piece, text, say)]
    if line:
        yield tuple(line)


def _texts(piece: Piece, *, begins: bool, ends: bool) -> list[str]:
    """What is printed of a piece, on a line each."""
    if isinstance(piece, Gap):
        return [f"{'' if begins else ' '}{ELLIPSIS}{'' if ends else ' '}"]
    return legible(piece).split("\n")


def _inlines(piece: Piece, text: str, say: Labels) -> Inlines:
    if not text or isinstance(piece, Gap):
        return plain(text)
    match piece.kind:
        case SpanKind.SAME:
            return plain(text)
        case SpanKind.ADDED:
            return (Inserted(text, say("changes.inserted", text=text)),)
        case SpanKind.REMOVED:
            return (Deleted(text, say("changes.deleted", text=text)),)
        case _:
            assert_never(piece.kind)
