"""Two versions of a text as one: what stayed, what went and what came, word by word."""

import re
import string
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby, takewhile
from typing import Final

WORDS_MOST: Final = 1_000_000
"""The most of the one text's words times the other's that are compared word by word."""

PAIRS_MOST: Final = 20_000
"""How many pairs of equal words there may be; 1,000 words each of plain English have some 15,000.

Both bound the time: a comparison goes over all of them for each passage that stayed.
"""


class SpanKind(Enum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text that is never empty."""

    kind: SpanKind
    text: str


def redline(before: str, after: str) -> tuple[Span, ...]:
    """What leads from `before` to `after`; no two neighbours are of one kind.

    What stayed and went gives `before`, what stayed and came gives `after`, to the letter. Texts
    of over some 1,000 words from their first to their last difference (`WORDS_MOST`,
    `PAIRS_MOST`) are compared line by line, and word by word only in between lines that stayed;
    passages too long even so, in words or in lines, are taken out and put in as a whole.
    """
    return tuple(_spans(_merged(_by_words(before, after, _by_lines))))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A passage of both texts; either may be empty."""

    same: bool
    before: str
    after: str


_Entry = tuple[str, str]
"""A word or a line, which is compared, and the blank behind it, which is not."""

_Way = Callable[[str, str], Iterable[_Piece]]
"""How two passages are compared."""


def _by_words(before: str, after: str, too_much: _Way) -> Iterator[_Piece]:
    return _aligned(_WORD.findall(before), _WORD.findall(after), too_much)


def _by_lines(before: str, after: str) -> Iterator[_Piece]:
    for piece in _aligned(_LINE.findall(before), _LINE.findall(after), _whole):
        if piece.same:
            yield piece
        else:
            yield from _by_words(piece.before, piece.after, _whole)


def _whole(before: str, after: str) -> Iterator[_Piece]:
    yield _Piece(False, before, after)


def _aligned(old: list[_Entry], new: list[_Entry], too_much: _Way) -> Iterator[_Piece]:
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    old_end, new_end = len(old) - tail, len(new) - tail
    yield from _kept(old[:head], new[:head])
    if _is_much(old[head:old_end], new[head:new_end]):
        yield from too_much(_text(old[head:old_end]), _text(new[head:new_end]))
    else:
        yield from _matched(old[head:old_end], new[head:new_end])
    yield from _kept(old[old_end:], new[new_end:])


def _alike(old: list[_Entry], new: list[_Entry]) -> int:
    """How many entries at the start are the same but for the blanks."""
    pairs = zip(old, new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0][0] == pair[1][0], pairs))


def _is_much(old: list[_Entry], new: list[_Entry]) -> bool:
    if len(old) * len(new) > WORDS_MOST:
        return True
    count = Counter(word for word, _ in new)
    return sum(count[word] for word, _ in old) > PAIRS_MOST


def _matched(old: list[_Entry], new: list[_Entry]) -> Iterator[_Piece]:
    words = [word for word, _ in old], [word for word, _ in new]
    matcher = SequenceMatcher(None, *words, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            yield from _kept(old[old_from:old_to], new[new_from:new_to])
        else:
            yield from _replaced(old[old_from:old_to], new[new_from:new_to])


def _kept(old: list[_Entry], new: list[_Entry]) -> Iterator[_Piece]:
    """Entries that stayed, with what became of the blanks behind them."""
    for (word, before), (_, after) in zip(old, new, strict=True):
        yield _Piece(True, word, word)
        yield _Piece(before == after, before, after)


def _replaced(old: list[_Entry], new: list[_Entry]) -> Iterator[_Piece]:
    """Entries that went and came; the blank behind them stays where it is the same."""
    blank = old[-1][1] if old and new and old[-1][1] == new[-1][1] else ""
    yield _Piece(False, _text(old).removesuffix(blank), _text(new).removesuffix(blank))
    yield _Piece(True, blank, blank)


def _text(entries: list[_Entry]) -> str:
    return "".join(map("".join, entries))


def _merged(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """Without empty pieces; by turns such that stayed and such that did not."""
    said = (piece for piece in pieces if piece.before or piece.after)
    for same, run in groupby(said, lambda piece: piece.same):
        joined = list(run)
        before = "".join(piece.before for piece in joined)
        yield _Piece(same, before, "".join(piece.after for piece in joined))


def _spans(pieces: Iterable[_Piece]) -> Iterator[Span]:
    for piece in pieces:
        if piece.same:
            yield Span(SpanKind.SAME, piece.before)
            continue
        if piece.before:
            yield Span(SpanKind.REMOVED, piece.before)
        if piece.after:
            yield Span(SpanKind.ADDED, piece.after)


_PUNCTUATION = re.escape(string.punctuation) + "\u00ab\u00bb\u2010-\u201f\u2026"
_LETTERS = rf"[^\s{_PUNCTUATION}]+"
_WORD = re.compile(rf"(?=[\s\S])({_LETTERS}(?:['\u2019.,:/_@-]{_LETTERS})*|[{_PUNCTUATION}]|)(\s*)")
"""A word such as `don't`, `72-hour` or `1.5`, or a mark on its own, none only at the start."""
_LINE = re.compile(r"(?=[\s\S])([^\n]*)(\n*)")
