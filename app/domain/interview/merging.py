"""A text that follows its default from one wording to the next and keeps what people wrote."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_BREAK = "\n\n"
"""Parts two paragraphs, lists or tables."""


def merged_text(old: str, new: str, present: str) -> str:
    """`present`, once drafted as `old`, with what changes from `old` to `new`.

    Paragraphs that people have changed stay as they are; default paragraphs that fall away are
    taken out where they still stand word for word, new ones come behind the one they follow.
    """
    if present.strip() == old.strip():
        return new
    before, after = _paragraphs(old), _paragraphs(new)
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    moves = [
        _Move(before[old_from:old_to], after[new_from:new_to], before[:old_from])
        for tag, old_from, old_to, new_from, new_to in steps
        if tag != "equal"
    ]
    kept: list[str | _Move] = list(_paragraphs(present))
    for move in moves:
        kept = _without(kept, move)
    for move in reversed(moves):
        kept = _with(kept, move)
    return _BREAK.join(part for part in kept if isinstance(part, str))


@dataclass(frozen=True, eq=False)
class _Move:
    """Paragraphs that go and that come, and all that stood before them."""

    gone: Sequence[str]
    come: Sequence[str]
    earlier: Sequence[str]


def _without(kept: list[str | _Move], move: _Move) -> list[str | _Move]:
    """`kept` without what goes; the move itself marks the place where it stood."""
    places = [kept.index(text) for text in move.gone if text in kept]
    if not places:
        return kept
    first = min(places)
    left = [part for part in kept if part not in move.gone]
    return [*left[:first], move, *left[first:]]


def _with(kept: list[str | _Move], move: _Move) -> list[str | _Move]:
    at = kept.index(move) if move in kept else _behind(kept, move.earlier)
    added = [text for text in move.come if text not in kept]
    return [*kept[:at], *added, *kept[at:]]


def _behind(kept: list[str | _Move], earlier: Sequence[str]) -> int:
    """Behind the last of the `earlier` paragraphs that is still there, or else at the end."""
    for text in reversed(earlier):
        if text in kept:
            return kept.index(text) + 1
    return len(kept) if earlier else 0


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split(_BREAK) if part.strip()]
