"""Which stars and tildes set marks: each closes the last one still open, or stays literal."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.document.inline import LineBreak, Link, Mark, Text
from app.domain.document.prose.nodes import Inline, Variable


@dataclass(frozen=True, slots=True)
class Delimiter:
    """A run of stars or tildes that may open marks, close them, or both."""

    run: str
    opens: bool
    closes: bool


Token = str | Text | LineBreak | Link | Variable | Delimiter
"""A piece of a line; a bare `str` is literal text whose marks are not known yet."""

RUNS = frozenset({"*", "**", "***", "~~"})
"""The runs that set marks; longer ones, and a single tilde, set nothing."""


_Turn = dict[Mark, int]


def marked(tokens: Sequence[Token]) -> list[Inline]:
    """`tokens` with the marks of the delimiters around them; unpaired ones become text.

    Marks may overlap, as in `**a *b** c*`: they are a set, not a tree.
    """
    turns = _turns(tokens)
    line = _Line()
    for index, token in enumerate(tokens):
        match token:
            case str():
                line.literal.append(token)
            case Delimiter(run):
                line.turn(run, turns.get(index))
            case _:
                line.add(token)
    return line.finished()


def _turns(tokens: Sequence[Token]) -> dict[int, _Turn]:
    """By the index of a delimiter: +1 for each mark it opens, -1 for each it closes."""
    turns: dict[int, _Turn] = {}
    waiting: dict[Mark, list[tuple[int, int]]] = {Mark.STRIKE: [], Mark.BOLD: [], Mark.ITALIC: []}
    written = 0
    for index, token in enumerate(tokens):
        if not isinstance(token, Delimiter):
            written += 1
            continue
        for mark, _ in _PARTS[token.run]:
            openers = waiting[mark]
            if token.closes and openers and openers[-1][1] < written:
                turns.setdefault(openers.pop()[0], {})[mark] = +1
                turns.setdefault(index, {})[mark] = -1
            elif token.opens:
                openers.append((index, written))
            else:
                written += 1
    return turns


class _Line:
    """The runs put together so far, and the marks in force after them."""

    def __init__(self) -> None:
        self.literal: list[str] = []
        self._inlines: list[Inline] = []
        self._depth = {Mark.STRIKE: 0, Mark.BOLD: 0, Mark.ITALIC: 0}
        self._marks: frozenset[Mark] = frozenset()

    def turn(self, run: str, turn: _Turn | None) -> None:
        """Closes marks, then opens marks; the part of `run` that does neither is literal."""
        if turn is None:
            self.literal.append(run)
            return
        self._shift(turn, -1)
        self.literal += (part for mark, part in _PARTS[run] if mark not in turn)
        self._shift(turn, +1)

    def add(self, inline: Inline) -> None:
        self._flush()
        self._inlines.append(_bearing(inline, self._marks) if self._marks else inline)

    def finished(self) -> list[Inline]:
        self._flush()
        return self._inlines

    def _shift(self, turn: _Turn, step: int) -> None:
        changed = [mark for mark, change in turn.items() if change == step]
        if changed:
            self._flush()
            for mark in changed:
                self._depth[mark] += step
            self._marks = frozenset(mark for mark, depth in self._depth.items() if depth)

    def _flush(self) -> None:
        if self.literal:
            self._inlines.append(Text("".join(self.literal), self._marks))
            self.literal.clear()


def _bearing(inline: Inline, marks: frozenset[Mark]) -> Inline:
    match inline:
        case Text(text, own):
            return Text(text, own | marks)
        case Variable(name, own):
            return Variable(name, own | marks)
        case Link(url, content):
            return Link(url, tuple(Text(text.text, text.marks | marks) for text in content))
        case _:
            return inline


_PARTS: dict[str, tuple[tuple[Mark, str], ...]] = {
    "*": ((Mark.ITALIC, "*"),),
    "**": ((Mark.BOLD, "**"),),
    "***": ((Mark.BOLD, "**"), (Mark.ITALIC, "*")),
    "~~": ((Mark.STRIKE, "~~"),),
}
