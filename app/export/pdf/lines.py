"""Runs of text broken into lines, in time proportional to the text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.export.pdf.trace import Element, Target
from app.export.typefaces import Face, width

_TOKENS: Final = re.compile(r"\n| +|[^ \n]+")
_GOOD_BREAKS: Final = frozenset("/.-_?&=@:,;\\|")
"""Characters after which an overlong word is cut rather than anywhere."""
_LATEST_CUT: Final = 0.6
"""Share of a line that must be full before a good break is taken."""


@dataclass(frozen=True, slots=True)
class LinkRun:
    """What a clickable run leads to; `element` is its node in the structure tree."""

    target: Target
    description: str
    element: Element
    underlined: bool


@dataclass(frozen=True, slots=True)
class Run:
    r"""Characters of one look, all of them in `face`; `\\n` forces a new line."""

    text: str
    face: Face
    size: float
    colour: str
    tint: str = ""
    strike: bool = False
    link: LinkRun | None = None
    underline: bool = False
    span: Element | None = None
    """Its node in the structure tree, where it is more than a part of its paragraph."""


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """A run, or a part of one, `x` points from the start of its line."""

    text: str
    x: float
    width: float
    run: Run

    @property
    def size(self) -> float:
        """The size of the text."""
        return self.run.size


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text."""

    runs: tuple[PlacedRun, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    width: float
    run: Run


@dataclass(slots=True)
class _Filling:
    """The line being filled."""

    room: float
    parts: list[_Part] = field(default_factory=list)
    width: float = 0.0

    def fits(self, extra: float) -> bool:
        return self.width + extra <= self.room + 1e-6

    def put(self, part: _Part) -> None:
        self.parts.append(part)
        self.width += part.width

    def take(self) -> Line:
        line = Line(tuple(_merged(self.parts)), self.width)
        self.parts, self.width = [], 0.0
        return line


def broken(runs: Sequence[Run], room: float) -> tuple[Line, ...]:
    """Break `runs` into lines no wider than `room`; spaces at line ends are dropped."""
    return tuple(_lines(runs, max(room, 1.0)))


def single(runs: Sequence[Run]) -> Line:
    """Set `runs` on one line, however wide it gets."""
    filling = _Filling(float("inf"))
    for run in runs:
        filling.put(_Part(run.text, width(run.text, run.face, run.size), run))
    return filling.take()


def widest_word(runs: Sequence[Run]) -> float:
    """Return the width of the widest stretch without a space."""
    words = (word for word in _words(runs) if word is not None)
    return max(
        (sum(part.width for part in word if part.text != " ") for word in words), default=0.0
    )


def _lines(runs: Sequence[Run], room: float) -> Iterator[Line]:
    filling = _Filling(room)
    space: _Part | None = None
    for word in _words(runs):
        if word is None:
            yield filling.take()
            space = None
        elif word[0].text == " ":
            space = word[0] if filling.parts else None
        else:
            yield from _add(word, space, filling)
            space = None
    if filling.parts:
        yield filling.take()


def _add(word: list[_Part], space: _Part | None, filling: _Filling) -> Iterator[Line]:
    total = sum(part.width for part in word)
    gap = space.width if space is not None else 0.0
    if filling.parts and not filling.fits(gap + total):
        yield filling.take()
    elif space is not None:
        filling.put(space)
    if filling.fits(total):
        for part in word:
            filling.put(part)
        return
    for part in word:
        yield from _cut(part, filling)


def _cut(part: _Part, filling: _Filling) -> Iterator[Line]:
    """Put an overlong part on as many lines as it takes."""
    text = part.text
    while text:
        count, taken = _fitting(text, part.run, filling.room - filling.width)
        if count == 0 and filling.parts:
            yield filling.take()
            continue
        count = max(count, 1)
        filling.put(
            _Part(text[:count], taken or width(text[0], part.run.face, part.run.size), part.run)
        )
        text = text[count:]
        if text:
            yield filling.take()


def _fitting(text: str, run: Run, room: float) -> tuple[int, float]:
    """Return how many characters of `text` fit `room`, at a good break if there is one."""
    used = 0.0
    best = (0, 0.0)
    for count, character in enumerate(text):
        step = width(character, run.face, run.size)
        if used + step > room:
            return best if best[1] > room * _LATEST_CUT else (count, used)
        used += step
        if character in _GOOD_BREAKS:
            best = (count + 1, used)
    return len(text), used


def _words(runs: Sequence[Run]) -> Iterator[list[_Part] | None]:
    """Yield words, single spaces between them, and None for each forced new line."""
    word: list[_Part] = []
    for run in runs:
        for match in _TOKENS.finditer(run.text):
            found = match.group()
            if found[0] not in " \n":
                word.append(_Part(found, width(found, run.face, run.size), run))
                continue
            if word:
                yield word
                word = []
            yield None if found == "\n" else [_Part(" ", width(" ", run.face, run.size), run)]
    if word:
        yield word


def _merged(parts: Iterable[_Part]) -> Iterator[PlacedRun]:
    """Join neighbouring parts of the same run and give every one its place."""
    x = 0.0
    texts: list[str] = []
    start = 0.0
    current: Run | None = None
    for part in parts:
        if current is not None and part.run is not current:
            yield PlacedRun("".join(texts), start, x - start, current)
            texts, start = [], x
        current = part.run
        texts.append(part.text)
        x += part.width
    if current is not None:
        yield PlacedRun("".join(texts), start, x - start, current)
