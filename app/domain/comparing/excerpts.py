"""A redline cut down to what changed, with some words around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from app.domain.comparing.redline import Span, SpanKind

PILCROW: Final = "\N{PILCROW SIGN}"


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of text that is left out; `words` is how many there are, at least 1."""

    words: int


Piece = Span | Gap


def excerpt(spans: Sequence[Span], around: int, longest: int) -> tuple[Piece, ...]:
    """`spans` with long stretches that stayed cut to `around` words next to each change.

    No stretch is cut to save fewer words than it leaves. Of what changed at once the first
    `longest` words are kept. A text that stayed as a whole becomes one gap.
    """
    last = len(spans) - 1
    return tuple(
        piece
        for at, span in enumerate(spans)
        for piece in (
            _middle_out(span, around * (at > 0), around * (at < last))
            if span.kind is SpanKind.SAME
            else _end_off(span, longest)
        )
    )


def opening(pieces: Sequence[Piece], words: int) -> tuple[Piece, ...]:
    """The first pieces that together have no more than `words` words, but at least one piece.

    None is cut in two, so that no passage is told by half; a gap counts nothing.
    """
    taken, left = 0, words
    for piece in pieces:
        left -= _count(piece)
        if left < 0:
            break
        taken += 1
    return tuple(pieces[: max(taken, 1)])


def changes_in(pieces: Sequence[Piece]) -> int:
    """How many passages among `pieces` went or came; one that was replaced counts once."""
    changed = [isinstance(piece, Span) and piece.kind is not SpanKind.SAME for piece in pieces]
    return sum(now and not before for before, now in zip([False, *changed], changed, strict=False))


def legible(span: Span) -> str:
    """The text of a span; ends of paragraphs that came or went alone become signs to be seen."""
    hidden = span.kind is not SpanKind.SAME and not span.text.strip()
    return span.text.replace("\n", PILCROW) if hidden else span.text


def run_together(went: str, behind: str) -> bool:
    """Whether the last word that went and the first of what stands behind it read as one."""
    return went[-1].isalnum() and behind[0].isalnum()


def _end_off(span: Span, longest: int) -> Iterator[Piece]:
    """A passage that changed, cut after its first words."""
    left_out = _count(span) - longest
    if left_out <= 0:
        yield span
        return
    yield Span(span.kind, span.text[: _nth_end(span.text, longest)])
    yield Gap(left_out)


def _middle_out(span: Span, before: int, behind: int) -> Iterator[Piece]:
    """A stretch that stayed, cut to its first words, behind a change, and its last ones."""
    count = _count(span)
    left_out = count - before - behind
    if left_out <= before + behind:
        yield span
        return
    begins = _nth_end(span.text, before)
    ends = _nth_start(span.text, count - behind)
    if begins:
        yield Span(SpanKind.SAME, span.text[:begins])
    yield Gap(left_out)
    if ends < len(span.text):
        yield Span(SpanKind.SAME, span.text[ends:])


def _nth_end(text: str, nth: int) -> int:
    """Where the word `nth` ends, counted from 1; the beginning of the text for 0."""
    found = next(islice(_WORD.finditer(text), nth - 1, None), None) if nth else None
    return found.end() if found else 0


def _nth_start(text: str, at: int) -> int:
    """Where the word `at` begins, counted from 0; the end of the text beyond the last."""
    found = next(islice(_WORD.finditer(text), at, None), None)
    return found.start() if found else len(text)


def _count(piece: Piece) -> int:
    return sum(1 for _ in _WORD.finditer(piece.text)) if isinstance(piece, Span) else 0


_WORD = re.compile(r"\S+")
