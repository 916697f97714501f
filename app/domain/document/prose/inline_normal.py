"""The one form of every run of text: what can be written, said in the fewest pieces."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeGuard, assert_never

from app.domain.document.inline import LineBreak, Link, Mark, Text
from app.domain.document.prose.destination import linked
from app.domain.document.prose.nodes import Inline, Inlines, Reference, Variable
from app.domain.document.prose.syntax import BLANK, VARIABLE_NAME

_NO_MARKS: frozenset[Mark] = frozenset()
_CODE = frozenset({Mark.CODE})


def normal_inlines(content: Inlines, *, one_line: bool = False) -> Inlines:
    """`content` as it reads back: no blanks at the edge of a line, no mark on an edge blank.

    Line ends inside a text become spaces, and so do line breaks when `one_line`; a trailing
    line break goes; what cannot be a variable, reference or link stays as its text.
    """
    if _is_plain(content):
        return content
    pieces = [piece for inline in content for piece in _cleaned(inline, one_line)]
    return _settled(_trimmed(pieces))


def outer_marks(inline: Inline) -> frozenset[Mark]:
    """The marks that reach over the whole of `inline`; code is never one of them."""
    match inline:
        case Text(marks=marks) | Variable(marks=marks):
            return marks - _CODE
        case Link(content=content) | Reference(content=content) if content:
            return frozenset.intersection(*(text.marks for text in content)) - _CODE
        case _:
            return _NO_MARKS


def _is_plain(content: Inlines) -> bool:
    if len(content) != 1 or not isinstance(content[0], Text):
        return False
    text, marks = content[0].text, content[0].marks
    return bool(text) and not marks and text == text.strip() and not _has_line_end(text)


def _has_line_end(text: str) -> bool:
    return "\n" in text or "\r" in text


def _cleaned(inline: Inline, one_line: bool) -> Iterable[Inline]:
    match inline:
        case Text():
            return (_flat(inline),) if inline.text else ()
        case LineBreak():
            return (Text(" "),) if one_line else (inline,)
        case Variable(name, marks):
            if VARIABLE_NAME.fullmatch(name):
                return (Variable(name, marks - _CODE),)
            return (_flat(Text(f"{{{{{name}}}}}", marks)),)
        case Link(url, content):
            return linked(url, _label(content))
        case Reference(kind, target, content):
            return linked(f"{kind.value}:{target}", _label(content))
        case _:
            assert_never(inline)


def _flat(text: Text) -> Text:
    if not _has_line_end(text.text):
        return text
    return Text(text.text.replace("\r\n", " ").replace("\r", " ").replace("\n", " "), text.marks)


def _label(content: tuple[Text, ...]) -> tuple[Text, ...]:
    if len(content) == 1 and not content[0].marks and content[0].text:
        return (_flat(content[0]),)
    settled = _settled([_flat(text) for text in content if text.text])
    return tuple(piece for piece in settled if isinstance(piece, Text))


def _trimmed(pieces: Iterable[Inline]) -> list[Inline]:
    kept: list[Inline] = []
    for piece in pieces:
        if isinstance(piece, LineBreak):
            _trim_end(kept)
            kept.append(piece)
        elif not _is_soft(piece) or (kept and not isinstance(kept[-1], LineBreak)):
            kept.append(piece)
        elif text := piece.text.lstrip(BLANK):
            kept.append(Text(text, piece.marks))
    _trim_end(kept)
    while kept and isinstance(kept[-1], LineBreak):
        kept.pop()
    return kept


def _trim_end(kept: list[Inline]) -> None:
    while kept and _is_soft(last := kept[-1]):
        kept.pop()
        if text := last.text.rstrip(BLANK):
            kept.append(Text(text, last.marks))
            return


def _is_soft(piece: Inline) -> TypeGuard[Text]:
    return isinstance(piece, Text) and (not piece.marks or Mark.CODE not in piece.marks)


def _settled(pieces: list[Inline]) -> Inlines:
    """A stretch of blanks keeps the marks which all of it and both its neighbours bear."""
    if not any(map(_has_marked_edge, pieces)):
        return _merged(pieces)
    settled: list[Inline] = []
    gap: list[Inline] = []
    before = _NO_MARKS
    for part in _parted(pieces):
        if _is_gap(part):
            gap.append(part)
            continue
        after = outer_marks(part)
        settled += _filled(gap, before & after)
        settled.append(part)
        gap, before = [], after
    settled += _filled(gap, _NO_MARKS)
    return _merged(settled)


def _has_marked_edge(piece: Inline) -> TypeGuard[Text]:
    if not isinstance(piece, Text) or not piece.marks:
        return False
    return (piece.text[0].isspace() or piece.text[-1].isspace()) and _is_soft(piece)


def _parted(pieces: Iterable[Inline]) -> Iterator[Inline]:
    for piece in pieces:
        if not _has_marked_edge(piece) or not (core := piece.text.strip()):
            yield piece
            continue
        text, marks = piece.text, piece.marks
        start = len(text) - len(text.lstrip())
        for part in (text[:start], core, text[start + len(core) :]):
            if part:
                yield Text(part, marks)


def _is_gap(piece: Inline) -> bool:
    return isinstance(piece, LineBreak) or (_is_soft(piece) and not piece.text.strip())


def _filled(gap: list[Inline], marks: frozenset[Mark]) -> Iterator[Inline]:
    texts = [piece for piece in gap if isinstance(piece, Text)]
    shared = marks.intersection(*(text.marks for text in texts))
    for piece in gap:
        yield Text(piece.text, shared) if isinstance(piece, Text) else piece


def _merged(pieces: list[Inline]) -> Inlines:
    merged: list[Inline] = []
    for marks, group in groupby(pieces, _text_marks):
        if marks is None:
            merged += group
        else:
            text = "".join(piece.text for piece in group if isinstance(piece, Text))
            merged.append(Text(text, marks))
    return tuple(merged)


def _text_marks(piece: Inline) -> frozenset[Mark] | None:
    return piece.marks if isinstance(piece, Text) else None
