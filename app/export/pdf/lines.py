"""Runs of text broken into lines, in time proportional to the text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from app.export.pdf.trace import Element, Target
from app.export.typefaces import Face, width, widths_of

_TOKENS: Final = re.compile(r"\n| +|[^ \n]+")
_GOOD_BREAKS: Final = frozenset("/.-_?&=@:,;\\|")
"""Characters after which an overlong word is cut rather than anywhere."""
_LATEST_CUT: Final = 0.6
"""Share of a line that must be full before a good break is taken."""


class LinkRun(NamedTuple):
    """What a clickable run leads to; `element` is its node in the structure tree."""

    target: Target
    description: str
    element: Element
    underlined: bool


class Run(NamedTuple):
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

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing to it but its letters."""
        return (
            not (self.tint or self.strike or self.underline)
            and self.link is None
            and self.span is None
        )

    def saying(self, text: str, face: Face) -> "Run":
        """Return a run of the same look with other characters."""
        return Run(text, face, *self[2:])

    def continues(self, before: "Run") -> bool:
        """Whether it could be one with the run before: they look alike and have no ground."""
        return (
            self.link is None
            and self.span is None
            and before.link is None
            and before.span is None
            and self.face is before.face
            and self.colour == before.colour
            and not self.tint
            and not before.tint
            and self.strike == before.strike
            and self.size == before.size
        )


class PlacedRun(NamedTuple):
    """A run, or a part of one, `x` points from the start of its line."""

    text: str
    x: float
    width: float
    run: Run

    @property
    def size(self) -> float:
        """The size of the text."""
        return self.run.size


class Line(NamedTuple):
    """One line of text."""

    runs: tuple[PlacedRun, ...]
    width: float


class Part(NamedTuple):
    """Characters of one run that no line break parts, with their width in points."""

    text: str
    width: float
    run: Run


class Word(NamedTuple):
    """What stands between spaces, a single space, or, without parts, a forced new line."""

    parts: tuple[Part, ...]
    width: float = 0.0
    is_space: bool = False


_NEW_LINE: Final = Word(())


@dataclass(slots=True)
class _Filling:
    """The line being filled."""

    room: float
    parts: list[Part] = field(default_factory=list)
    width: float = 0.0

    def fits(self, extra: float) -> bool:
        return self.width + extra <= self.room + 1e-6

    def add(self, word: Word, space: Part | None) -> bool:
        """Put `word`, and the `space` before it, if both fit."""
        wanted = word.width if space is None else space.width + word.width
        if not self.fits(wanted):
            return False
        if space is not None:
            self.parts.append(space)
        self.parts.extend(word.parts)
        self.width += wanted
        return True

    def put(self, part: Part) -> None:
        self.parts.append(part)
        self.width += part.width

    def take(self) -> Line:
        line = Line(tuple(_merged(self.parts)), self.width)
        self.parts, self.width = [], 0.0
        return line


def broken(runs: Sequence[Run], room: float) -> tuple[Line, ...]:
    """Break `runs` into lines no wider than `room`; spaces at line ends are dropped."""
    return filled(words_of(runs), room)


def filled(words: Iterable[Word], room: float) -> tuple[Line, ...]:
    """Deal `words` out to lines no wider than `room`; spaces at line ends are dropped."""
    return tuple(_lines(words, max(room, 1.0)))


def single(runs: Sequence[Run]) -> Line:
    """Set `runs` on one line, however wide it gets."""
    filling = _Filling(float("inf"))
    for run in runs:
        filling.put(Part(run.text, width(run.text, run.face, run.size), run))
    return filling.take()


def widest(runs: Iterable[Run]) -> float:
    """Return the width of the widest stretch without a space."""
    best = growing = 0.0
    for run in runs:
        widths, size = widths_of(run.face), run.size
        first, *others = run.text.replace("\n", " ").split(" ")
        growing += widths[first] * size
        for word in others:
            best = max(best, growing)
            growing = widths[word] * size
    return max(best, growing)


def words_of(runs: Sequence[Run]) -> tuple[Word, ...]:
    """Divide `runs` into words, single spaces between them, and forced new lines."""
    return tuple(_words(runs))


def _lines(words: Iterable[Word], room: float) -> Iterator[Line]:
    filling = _Filling(room)
    space: Part | None = None
    for word in words:
        if word.is_space:
            space = word.parts[0] if filling.parts else None
            continue
        if not word.parts:
            yield filling.take()
        elif not filling.add(word, space):
            yield from _overflowing(word, filling)
        space = None
    if filling.parts:
        yield filling.take()


def _overflowing(word: Word, filling: _Filling) -> Iterator[Line]:
    """Put `word` on a new line, and on as many more as it takes."""
    if filling.parts:
        yield filling.take()
    if not filling.add(word, None):
        for part in word.parts:
            yield from _cut(part, filling)


def _cut(part: Part, filling: _Filling) -> Iterator[Line]:
    """Put an overlong part on as many lines as it takes."""
    text = part.text
    while text:
        count, taken = _fitting(text, part.run, filling.room - filling.width)
        if count == 0 and filling.parts:
            yield filling.take()
            continue
        count = max(count, 1)
        filling.put(
            Part(text[:count], taken or width(text[0], part.run.face, part.run.size), part.run)
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


def _words(runs: Sequence[Run]) -> Iterator[Word]:
    parts: list[Part] = []
    for run in runs:
        widths, size = widths_of(run.face), run.size
        blank = Part(" ", widths[" "] * size, run)
        space = Word((blank,), blank.width, is_space=True)
        for found in _TOKENS.findall(run.text):
            if found[0] not in " \n":
                parts.append(Part(found, widths[found] * size, run))
                continue
            if parts:
                yield _word(parts)
                parts = []
            yield _NEW_LINE if found == "\n" else space
    if parts:
        yield _word(parts)


def _word(parts: Sequence[Part]) -> Word:
    if len(parts) == 1:
        return Word((parts[0],), parts[0].width)
    return Word(tuple(parts), sum(part.width for part in parts))


def _merged(parts: Iterable[Part]) -> Iterator[PlacedRun]:
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
