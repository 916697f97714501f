"""Text from people made drawable: nothing invisible, nothing a bundled typeface lacks."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Final

from app.export.typefaces import Face, characters_of, fallback_of

REPLACEMENT: Final = "\ufffd"
"""Drawn for what cannot be drawn: control and bidi characters, missing glyphs."""

_SPACES: Final = re.compile("[\t\x0b\x0c\u1680\u2000-\u200a\u205f\u3000]")
_NEW_LINES: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
_HIDDEN: Final = re.compile("[\xad\u200b-\u200f\u061c\u2060-\u2065\ufe00-\ufe0f\ufeff]")
"""Characters without a shape of their own: joiners, marks, soft hyphens, selectors."""
_HARMFUL: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufdd0-\ufdef"
    "\ue000-\uf8ff\ufff9-\ufffb\ufffe\uffff\U000f0000-\U0010ffff]"
)
"""Controls, direction overrides, lone surrogates, and what has no meaning others would know."""


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring characters drawn in one face."""

    text: str
    face: Face


def clean(text: str) -> str:
    r"""Return `text` composed, with `\\n` as its only control character.

    Direction overrides and controls show as U+FFFD; invisible marks are dropped.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _NEW_LINES.sub("\n", _SPACES.sub(" ", text))
    text = _HARMFUL.sub(REPLACEMENT, _HIDDEN.sub("", text))
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Return `text` cleaned and on one line, its white space folded."""
    return " ".join(clean(text).split())


def spans(text: str, face: Face) -> Iterator[Span]:
    """Divide cleaned `text` into runs of `face` and of the face that stands in for it.

    A letter and the marks on it are never parted, so that these come to stand on it.
    """
    if not text:
        return
    if has_all(text, face):
        yield Span(text, face)
        return
    pieces = (piece for cluster in _clusters(text) for piece in _drawn(cluster, face))
    for chosen, run in groupby(pieces, key=attrgetter("face")):
        yield Span("".join(piece.text for piece in run), chosen)


def has_all(text: str, face: Face) -> bool:
    """Tell whether `face` alone can draw the whole of cleaned `text`, and there is any."""
    return bool(text) and characters_of(face).issuperset(map(ord, text))


def has_plain(text: str, face: Face) -> bool:
    """Tell whether `text`, and there is any, needs no cleaning and is all in `face`."""
    return bool(text) and text.isascii() and text.isprintable() and _has_ascii(face)


@cache
def _has_ascii(face: Face) -> bool:
    return characters_of(face).issuperset(range(0x20, 0x7F))


def missing(text: str) -> frozenset[str]:
    """Return the characters of cleaned `text` that no bundled face can draw."""
    unknown = set(map(ord, text)) - characters_of(Face.REGULAR)
    if unknown:
        unknown -= characters_of(Face.FALLBACK)
    return frozenset(map(chr, unknown)) - {"\n"}


def _clusters(text: str) -> Iterator[str]:
    """Yield every character with the marks that follow it."""
    start = 0
    for at in range(1, len(text)):
        if not _is_mark(text[at]):
            yield text[start:at]
            start = at
    yield text[start:]


@cache
def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


@lru_cache(maxsize=4096)
def _drawn(cluster: str, face: Face) -> tuple[Span, ...]:
    """The face that has all of `cluster` that any has, or else one for each character."""
    for chosen in (face, fallback_of(face), Face.FALLBACK):
        if characters_of(chosen).issuperset(map(ord, cluster)):
            return (Span(cluster, chosen),)
    shown = "".join(REPLACEMENT if missing(character) else character for character in cluster)
    if shown != cluster:
        return _drawn(shown, face)
    return tuple(piece for character in cluster for piece in _drawn(character, face))
