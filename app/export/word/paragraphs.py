"""Paragraphs and captions."""

from collections.abc import Sequence

from app.domain.document.outline import folded
from app.export.word.bookmarks import bookmarked
from app.export.word.direction import leftward
from app.export.word.fields import field, sequence
from app.export.word.oxml import Element, w
from app.export.word.runs import text_run
from app.export.word.scope import Scope

_AFTER_DIRECTION = ("spacing", "ind", "contextualSpacing", "jc", "outlineLvl")
_BEFORE_PAGE_BREAK = ("pStyle", "keepNext", "keepLines")


def paragraph(style: str, content: Sequence[Element] = (), *properties: Element) -> Element:
    """A paragraph; `properties` stand in the order the schema wants them.

    It runs leftwards when its first word does.
    """
    told = [w("pStyle", val=style), *properties]
    if leftward("".join(str(text) for run in content for text in run.itertext())):
        place = sum(_local(one) not in _AFTER_DIRECTION for one in told)
        told.insert(place, w("bidi"))
    return w("p", w("pPr", *told), *content)


def gap(*, keep: bool = False) -> Element:
    """The sliver between tables: without it Word makes one table of two neighbours.

    One that must `keep` stays on the page of what follows, so that a heading above does too.
    """
    return paragraph("TableGap", (), *([w("keepNext")] if keep else ()))


def caption(kind: str, text: str, anchor: str, scope: Scope) -> Element:
    """A counted caption; `kind` is Table or Figure and names the count inside the file."""
    label = scope.wording.table if kind == "Table" else scope.wording.figure
    number = field(sequence(kind), str(scope.count(kind)))
    said = [text_run(f". {folded(text)}")] if folded(text) else []
    place = [w("keepNext")] if kind == "Table" else [w("keepNext", val=0), w("jc", val="center")]
    content = [text_run(f"{label} "), *number, *said]
    return paragraph("Caption", bookmarked(anchor, content, scope), *place)


def on_new_page(elements: Sequence[Element]) -> list[Element]:
    """The same elements, the first of them at the top of a page."""
    first = elements[0]
    properties = first.find("{*}pPr") if first.tag.endswith("}p") else None
    if properties is None:
        return [*on_new_page([gap()]), *elements]
    place = sum(_local(child) in _BEFORE_PAGE_BREAK for child in properties)
    properties.insert(place, w("pageBreakBefore"))
    return [first, *elements[1:]]


def stay_with_next(made: Element) -> None:
    """Keep a paragraph of `paragraph` on the page of what follows it."""
    properties = made.find("{*}pPr")
    if properties is not None and properties.find("{*}keepNext") is None:
        properties.insert(1, w("keepNext"))


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
