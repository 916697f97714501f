"""Reading the text of one block: escapes, code, marks, links and variables, in one pass."""

import re
import string
from bisect import bisect_left

from app.domain.document.inline import LineBreak, Link, Mark, Text
from app.domain.document.prose.destination import read_destination
from app.domain.document.prose.emphasis import RUNS, Delimiter, Token, marked
from app.domain.document.prose.nodes import Inline, Inlines, Variable
from app.domain.document.prose.syntax import VARIABLE_NAME

_CODE = frozenset({Mark.CODE})


def read_inlines(source: str) -> Inlines:
    """Any `source` reads as something; lines are expected without blanks at their edges."""
    if _SPECIAL.search(source) is None:
        return (Text(source),) if source else ()
    return tuple(marked(_Scanner(source).tokens()))


class _Scanner:
    """Cuts a source into tokens; looking ahead never covers the same stretch many times."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens: list[Token] = []
        self._brackets: list[int] = []
        self._code = _CodeSpans(source)

    def tokens(self) -> list[Token]:
        source, tokens = self._source, self._tokens
        find = (_SPECIAL if "](" in source else _WITHOUT_LINKS).search
        at = 0
        while special := find(source, at):
            start = special.start()
            if start > at:
                tokens.append(source[at:start])
            at = self._step(special, start)
        if at < len(source):
            tokens.append(source[at:])
        return tokens

    def _step(self, special: re.Match[str], at: int) -> int:
        end = special.end()
        match special[0][0]:
            case "\\":
                escaped = special[0][1]
                self._tokens.append(LineBreak() if escaped == "\n" else escaped)
            case "{":
                self._tokens.append(Variable(special[1]))
            case "`":
                end = self._span(at, end)
            case "[":
                self._brackets.append(len(self._tokens))
                self._tokens.append("[")
            case "]":
                end = self._close(at)
            case _:
                self._tokens.append(self._delimiter(at, end))
        return end

    def _span(self, at: int, start: int) -> int:
        end = self._code.end(start, start - at)
        if end is None:
            self._tokens.append(self._source[at:start])
            return start
        self._tokens.append(Text(_unpadded(self._source[start:end].replace("\n", " ")), _CODE))
        return end + start - at

    def _delimiter(self, at: int, end: int) -> Token:
        run = self._source[at:end]
        opens = end < len(self._source) and not self._source[end].isspace()
        closes = at > 0 and not self._source[at - 1].isspace()
        return Delimiter(run, opens, closes) if run in RUNS and (opens or closes) else run

    def _close(self, at: int) -> int:
        opener = self._brackets.pop() if self._brackets else None
        found = None if opener is None else read_destination(self._source, at + 1)
        if opener is None or found is None or not found[0]:
            self._tokens.append("]")
            return at + 1
        label = _texts(marked(self._tokens[opener + 1 :]))
        self._tokens[opener:] = [Link(found[0], label)]
        self._brackets.clear()
        return found[1]


class _CodeSpans:
    """Where a code span ends: at the next run of as many backticks as opened it."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._runs: dict[int, list[int]] | None = None

    def end(self, start: int, width: int) -> int | None:
        if self._runs is None:
            self._runs = {}
            for run in _BACKTICKS.finditer(self._source):
                self._runs.setdefault(len(run[0]), []).append(run.start())
        runs = self._runs.get(width, [])
        following = bisect_left(runs, start)
        return runs[following] if following < len(runs) else None


def _unpadded(code: str) -> str:
    padded = code[0] == code[-1] == " " and code.strip(" ")
    return code[1:-1] if padded else code


def _texts(label: list[Inline]) -> tuple[Text, ...]:
    return tuple(text for inline in label for text in _as_texts(inline))


def _as_texts(inline: Inline) -> tuple[Text, ...]:
    match inline:
        case Text():
            return (inline,)
        case Variable(name, marks):
            return (Text(f"{{{{{name}}}}}", marks),)
        case _:
            return (Text(" "),)


_ESCAPE = rf"\\[{re.escape(string.punctuation)}\n]"
_VARIABLE = r"\{\{[ \t]*+(" + VARIABLE_NAME.pattern + r")[ \t]*+\}\}"
_WITHOUT_LINKS = re.compile(rf"{_ESCAPE}|`+|\*+|~+|{_VARIABLE}")
_SPECIAL = re.compile(rf"{_WITHOUT_LINKS.pattern}|[\[\]]")
_BACKTICKS = re.compile(r"`+")
