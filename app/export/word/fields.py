"""Fields: text Word computes itself, with the result it had when the file was written."""

from app.export.word.oxml import Element, text_element, w

PAGE = "PAGE"
PAGE_COUNT = "NUMPAGES"
CONTENTS = r'TOC \o "1-2" \h \z'
"""Headings of level 1 and 2 by style, as links, without numbers in web view."""


def page_of(bookmark: str) -> str:
    """The instruction for the page of a bookmark, linked to it."""
    return rf"PAGEREF {bookmark} \h"


def number_of(bookmark: str) -> str:
    """The instruction for the number of the heading that holds a bookmark, linked to it."""
    return rf"REF {bookmark} \w \h"


def sequence(kind: str) -> str:
    """The instruction that counts captions of one kind."""
    return rf"SEQ {kind} \* ARABIC"


def field(instruction: str, cached: str, style: str = "") -> list[Element]:
    """The runs of a field, all of one character style: a renewed result takes it from any.

    Instructions come from this module only, never from a plan.
    """
    made = [*opening(instruction), w("r", text_element("w:t", cached)), closing()]
    if style:
        for run in made:
            run.insert(0, w("rPr", w("rStyle", val=style)))
    return made


def opening(instruction: str) -> list[Element]:
    """The runs before a field's result."""
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", text_element("w:instrText", f" {instruction} ")),
        w("r", w("fldChar", fldCharType="separate")),
    ]


def closing() -> Element:
    """The run after a field's result."""
    return w("r", w("fldChar", fldCharType="end"))
