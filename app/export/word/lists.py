"""Bulleted and numbered lists, nested, each numbered one counting from 1."""

from collections.abc import Sequence

from app.domain.document.tree import ListBlock
from app.export.theme import AFTER_LIST
from app.export.word.numbering import BULLETS, DEEPEST_LIST_LEVEL, ordered_list
from app.export.word.oxml import Element, w
from app.export.word.page import twips
from app.export.word.paragraphs import paragraph
from app.export.word.runs import runs
from app.export.word.scope import Scope


def list_block(block: ListBlock, scope: Scope, level: int = 0) -> list[Element]:
    """The entries of a list `level` deep, each followed by what is nested under it."""
    shown = min(level, DEEPEST_LIST_LEVEL)
    style = "ListNumber" if block.ordered else "ListBullet"
    number = ordered_list(scope.begin_list(shown)) if block.ordered else BULLETS
    found: list[Element] = []
    for item in block.items:
        mark = w("numPr", w("ilvl", val=shown), w("numId", val=number))
        found.append(paragraph(style, runs(item.content, scope), mark))
        for nested in item.nested:
            found += list_block(nested, scope, level + 1)
    return found


def set_apart(made: Sequence[Element]) -> None:
    """Leave as much room below a list as the PDF does."""
    properties = made[-1].find("{*}pPr") if made else None
    if properties is not None:
        properties.append(w("spacing", after=twips(AFTER_LIST)))
