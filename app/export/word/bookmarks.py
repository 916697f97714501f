"""Bookmarks, which references and page fields lead to."""

from collections.abc import Sequence

from app.export.word.oxml import Element, w
from app.export.word.scope import Scope


def bookmarked(anchor: str, content: Sequence[Element], scope: Scope) -> list[Element]:
    """`content` inside the bookmark of `anchor`, bare when there is none to set.

    Without content the bookmark is a point in the text and prints nothing.
    """
    name = scope.place(anchor)
    if not name:
        return list(content)
    number = scope.count("bookmark")
    start = w("bookmarkStart", id=number, name=name)
    return [start, *content, w("bookmarkEnd", id=number)]
