"""Reading a stored section text: every string is some prose, in time linear in its length."""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from app.domain.document.inline import LineBreak, Mark, Text
from app.domain.document.prose.inline_reader import read_inlines
from app.domain.document.prose.list_reader import interrupts, read_lists
from app.domain.document.prose.nodes import (
    Block,
    Heading,
    Inline,
    Inlines,
    Paragraph,
    Prose,
    Quote,
    Rule,
)
from app.domain.document.prose.normal import normalise
from app.domain.document.prose.syntax import BLANK, Start, start_of
from app.domain.document.prose.table_reader import opens_table, read_table


def read(source: str) -> Prose:
    """The prose in `source`, in normal form; what is not in the language reads as text.

    HTML, images and entities are text. A fenced block is a paragraph of code, line by line.
    """
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return normalise(tuple(_blocks(lines)))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        if not lines[at].strip(BLANK):
            at += 1
            continue
        blocks, at = _next_blocks(lines, at)
        yield from blocks


def _next_blocks(lines: Sequence[str], at: int) -> tuple[Sequence[Block], int]:
    match start_of(lines[at]):
        case Start.HEADING:
            return (_heading(lines[at]),), at + 1
        case Start.RULE:
            return (Rule(),), at + 1
        case Start.LIST:
            return read_lists(lines, at)
        case Start.QUOTE:
            quote, after = _quote(lines, at)
            return (quote,), after
        case Start.FENCE:
            code, after = _fenced(lines, at)
            return (code,), after
        case None:
            return _table_or_paragraph(lines, at)
        case start:
            assert_never(start)


def _table_or_paragraph(lines: Sequence[str], at: int) -> tuple[Sequence[Block], int]:
    if opens_table(lines, at):
        table, after = read_table(lines, at)
        return (table,), after
    end = at + 1
    while end < len(lines) and _goes_on(lines[end]) and not opens_table(lines, end):
        end += 1
    return (Paragraph(_text(lines[at:end])),), end


def _goes_on(line: str) -> bool:
    """Whether `line` continues the running text above it."""
    if _ORDINARY.match(line):
        return True
    if not line.strip(BLANK):
        return False
    start = start_of(line)
    return start is None or (start is Start.LIST and not interrupts(line))


def _text(lines: Sequence[str]) -> Inlines:
    return read_inlines("\n".join([line.strip(BLANK) for line in lines]))


def _heading(line: str) -> Heading:
    text = line.strip(BLANK)
    title = text.lstrip("#")
    open_end = title.rstrip("#")
    if not open_end or open_end[-1] in BLANK:
        title = open_end
    return Heading(len(text) - len(text.lstrip("#")), read_inlines(title.strip(BLANK)))


def _quote(lines: Sequence[str], at: int) -> tuple[Quote, int]:
    paragraphs: list[list[str]] = [[]]
    while at < len(lines):
        marker = _QUOTED.match(lines[at])
        if marker is None and not (paragraphs[-1] and _goes_on(lines[at])):
            break
        inner = lines[at][marker.end() :] if marker else lines[at]
        if not _goes_on(inner):
            paragraphs.append([])
        if inner:
            paragraphs[-1].append(inner)
        at += 1
    return Quote(tuple(map(_text, filter(None, paragraphs)))), at


def _fenced(lines: Sequence[str], at: int) -> tuple[Paragraph, int]:
    fence = _FENCE.match(lines[at])
    assert fence is not None  # noqa: S101 - start_of has seen the fence
    margin, mark = len(fence[1]), fence[2]
    code: list[Inline] = []
    for after in range(at + 1, len(lines)):
        line = lines[after]
        if _closes(line, mark):
            return Paragraph(tuple(code)), after + 1
        shown = line[min(margin, len(line) - len(line.lstrip(BLANK))) :]
        code += (Text(shown, _CODE), LineBreak())
    return Paragraph(tuple(code)), len(lines)


def _closes(line: str, mark: str) -> bool:
    text = line.strip(BLANK)
    return text.startswith(mark) and not text.strip(mark[0])


_ORDINARY = re.compile(r"[ \t]*+[^ \t#>`~*_+0-9-]")
_CODE = frozenset({Mark.CODE})
_QUOTED = re.compile(r"[ \t]*+>[> \t]*+")
_FENCE = re.compile(r"([ \t]*+)(`{3,}+|~{3,}+)")
