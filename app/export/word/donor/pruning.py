"""Elements taken out of a tree, with or without what they hold."""

from app.export.word.oxml import Element


def remove(element: Element) -> None:
    """Take `element` out, and all below it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put what `element` holds in its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)
