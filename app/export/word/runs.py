"""Runs of text, links and references inside a paragraph."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from app.domain.document.inline import LineBreak, Link, Mark, Text
from app.domain.document.tree import (
    Anchor,
    CrossReference,
    Deleted,
    Inline,
    Inserted,
    OpenPoint,
    PageOf,
)
from app.export.page_numbers import listed
from app.export.word.bookmarks import bookmarked
from app.export.word.direction import leftward, pieces
from app.export.word.fields import field, number_of, page_of
from app.export.word.legible import legible
from app.export.word.links import target
from app.export.word.oxml import Element, element, text_element, w
from app.export.word.scope import Scope

_PIECES = re.compile(r"[^\n\t]{1,30000}|\n|\t")
"""Word and XML readers dislike text nodes of megabytes, so long text comes in pieces."""
_MARKS = {Mark.BOLD: ("b", "bCs"), Mark.ITALIC: ("i", "iCs"), Mark.STRIKE: ("strike",)}


@dataclass(frozen=True, slots=True)
class Face:
    """What a place adds to all its text; a blank `colour` keeps that of the style."""

    strong: bool = False
    colour: str = ""


PLAIN = Face()
TO = "\N{EN DASH}"
"""Between the first and the last of several pages."""


def runs(content: Iterable[Inline], scope: Scope, face: Face = PLAIN) -> list[Element]:
    """The runs of a paragraph, fields and links included."""
    return [run for inline in content for run in _runs(inline, scope, face)]


def text_run(
    text: str, marks: frozenset[Mark] = frozenset(), face: Face = PLAIN, style: str = ""
) -> Element:
    """One run of literal text; newlines and tabs become Word's own."""
    properties = _properties(marks, face, style, leftward(text))
    return w("r", properties, *map(_piece, _PIECES.findall(legible(text))))


def _runs(inline: Inline, scope: Scope, face: Face) -> list[Element]:
    match inline:
        case Text() | LineBreak() | OpenPoint() | Inserted() | Deleted():
            return _literal(inline, face, scope)
        case Link(url, content):
            return _link(url, content, scope, face)
        case Anchor(name):
            return bookmarked(name, (), scope)
        case CrossReference(anchor, text, counted):
            return _reference(scope.bookmarks.get(anchor, ""), text, face, counted)
        case PageOf():
            return _pages(inline, scope)
        case _:
            assert_never(inline)


def _literal(
    inline: Text | LineBreak | OpenPoint | Inserted | Deleted, face: Face, scope: Scope
) -> list[Element]:
    match inline:
        case Text(text, marks):
            return [text_run(piece, marks, face) for piece in pieces(text)] if text else []
        case LineBreak():
            return [w("r", w("br"))]
        case OpenPoint(text):
            open_point = text_run(text, face=Face(face.strong), style="OpenPoint")
            return _commented(open_point, scope.remark(text))
        case Inserted(text) | Deleted(text):
            style = "InsertedText" if isinstance(inline, Inserted) else "DeletedText"
            return [text_run(text, face=Face(face.strong), style=style)]
        case _:
            assert_never(inline)


def _commented(run: Element, number: int | None) -> list[Element]:
    """`run` inside the range of comment `number`; bare without one."""
    if number is None:
        return [run]
    mark = w("rPr", w("rStyle", val="CommentReference"))
    return [
        w("commentRangeStart", id=number),
        run,
        w("commentRangeEnd", id=number),
        w("r", mark, w("commentReference", id=number)),
    ]


def _link(url: str, content: tuple[Text, ...], scope: Scope, face: Face) -> list[Element]:
    address = target(url)
    if not address:
        return [text_run(part.text, part.marks, face) for part in content]
    inside = [text_run(part.text, part.marks, face, "Hyperlink") for part in content]
    reference = {"r:id": scope.registrar.link(address), "w:history": "1"}
    return [element("w:hyperlink", reference, *inside)]


def _reference(bookmark: str, text: str, face: Face, counted: bool) -> list[Element]:
    if not bookmark:
        return [text_run(text, face=face)]
    if counted:
        return field(number_of(bookmark), text, "Hyperlink")
    inside = text_run(text, face=face, style="Hyperlink")
    return [w("hyperlink", inside, anchor=bookmark, history="1")]


def _pages(inline: PageOf, scope: Scope) -> list[Element]:
    """The first and the last page: pages end elsewhere in Word, so one between may be no other."""
    (_, first), *_, (_, last) = [*listed(inline.anchors, scope.page)] * 2
    further = [text_run(TO), *_page(last, scope)] if last != first else []
    return [*_page(first, scope), *further]


def _page(anchor: str, scope: Scope) -> list[Element]:
    bookmark = scope.bookmarks.get(anchor, "")
    page = scope.page(anchor)
    return field(page_of(bookmark), page) if bookmark else [text_run(page)]


def _properties(marks: frozenset[Mark], face: Face, style: str, turned: bool) -> Element | None:
    """`turned` text runs leftwards; Word takes its bold and italic from properties of their own."""
    named = style or ("Code" if Mark.CODE in marks else "")
    shown = marks | {Mark.BOLD} if face.strong else marks
    tags = (tag for mark, pair in _MARKS.items() if mark in shown for tag in pair[: 1 + turned])
    properties = [
        w("rStyle", val=named) if named else None,
        *map(w, tags),
        w("color", val=face.colour.lstrip("#")) if face.colour else None,
        w("rtl") if turned else None,
    ]
    return w("rPr", *properties) if any(part is not None for part in properties) else None


def _piece(piece: str) -> Element:
    match piece:
        case "\n":
            return w("br")
        case "\t":
            return w("tab")
        case _:
            return text_element("w:t", piece)
