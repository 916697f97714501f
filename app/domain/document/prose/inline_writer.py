"""Writing the text of one block: marks open and close where the set of marks changes."""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from app.domain.document.inline import LineBreak, Link, Mark, Text
from app.domain.document.prose.destination import write_destination
from app.domain.document.prose.escape import escaped
from app.domain.document.prose.inline_normal import outer_marks
from app.domain.document.prose.nodes import Inline, Inlines, Reference, Variable

_RUNS = {Mark.STRIKE: "~~", Mark.BOLD: "**", Mark.ITALIC: "*"}


def write_inlines(content: Inlines) -> str:
    """The stored form of `content`, which is in normal form; a line break ends a line."""
    if not content:
        return ""
    pen = _Pen(at_line_start=True)
    for inline, marks in _with_marks(content):
        pen.turn_to(marks)
        pen.put(inline)
    pen.turn_to(frozenset())
    return pen.written()


class _Pen:
    """Writes runs one after the other and knows which marks are open."""

    def __init__(self, *, at_line_start: bool) -> None:
        self._out: list[str] = []
        self._open: list[Mark] = []
        self._at_line_start = at_line_start

    def written(self) -> str:
        return "".join(self._out)

    def turn_to(self, marks: frozenset[Mark]) -> None:
        """Closes the marks that end here, the last opened first, and opens the new ones."""
        if not marks and not self._open:
            return
        closing = [mark for mark in reversed(self._open) if mark not in marks]
        opening = [mark for mark in _RUNS if mark in marks and mark not in self._open]
        self._add("".join(_RUNS[mark] for mark in (*closing, *opening)))
        self._open = [mark for mark in self._open if mark in marks] + opening

    def put(self, inline: Inline) -> None:
        match inline:
            case Text(text, marks) if Mark.CODE in marks:
                self._add(_code(text))
            case Text(text):
                self._add(escaped(text, at_line_start=self._at_line_start))
            case Variable(name):
                self._add(f"{{{{{name}}}}}")
            case Link(url, content):
                self._link(content, url)
            case Reference(kind, target, content):
                self._link(content, f"{kind.value}:{target}")
            case LineBreak():
                self._add("\\\n")
                self._at_line_start = True
            case _:
                assert_never(inline)

    def _add(self, written: str) -> None:
        if written:
            self._out.append(written)
            self._at_line_start = False

    def _link(self, content: tuple[Text, ...], url: str) -> None:
        if self._out and self._out[-1].endswith("!"):  # elsewhere, "![" opens an image
            self._out[-1] = self._out[-1][:-1] + "\\!"
        self._add(f"[{_label(content)}]{write_destination(url)}")


def _with_marks(content: Inlines) -> Iterator[tuple[Inline, frozenset[Mark]]]:
    """Each run with its marks; a line break has those of the runs on both its sides."""
    before: frozenset[Mark] = frozenset()
    for inline, after in zip(content, _marks_ahead(content), strict=True):
        before = before & after if isinstance(inline, LineBreak) else after
        yield inline, before


def _marks_ahead(content: Inlines) -> Iterable[frozenset[Mark]]:
    ahead: list[frozenset[Mark]] = []
    for inline in reversed(content):
        is_break = isinstance(inline, LineBreak)
        ahead.append(ahead[-1] if is_break and ahead else outer_marks(inline))
    return reversed(ahead)


def _label(content: tuple[Text, ...]) -> str:
    outside = outer_marks(Link("", content))
    pen = _Pen(at_line_start=False)
    for text in content:
        pen.turn_to(outer_marks(text) - outside)
        pen.put(text)
    pen.turn_to(frozenset())
    return pen.written()


def _code(text: str) -> str:
    used = set(map(len, _BACKTICKS.findall(text)))
    fence = "`" * next(width for width in range(1, len(used) + 2) if width not in used)
    ends = {text[0], text[-1]}
    padding = " " if "`" in ends or (ends == {" "} and text.strip(" ")) else ""
    return f"{fence}{padding}{text}{padding}{fence}"


_BACKTICKS = re.compile(r"`+")
