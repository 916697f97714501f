"""Headings, numbered by their styles."""

from app.domain.document.outline import folded, shown_level
from app.domain.document.tree import Heading
from app.export.word.bookmarks import bookmarked
from app.export.word.numbering import ANNEXES, NO_NUMBER
from app.export.word.oxml import Element, w
from app.export.word.paragraphs import paragraph
from app.export.word.runs import text_run
from app.export.word.scope import Scope


def heading(block: Heading, scope: Scope) -> Element:
    """A heading; the contents collect the plain heading styles, not the unlisted ones."""
    style = f"Heading{shown_level(block.level)}{'' if block.in_contents else 'Unlisted'}"
    content = bookmarked(block.anchor, [text_run(folded(block.text))], scope)
    return paragraph(style, content, *_count(block))


def _count(block: Heading) -> list[Element]:
    """Its number where that is not the one of its style."""
    if not block.numbered:
        return [_counted(0, NO_NUMBER)]
    return [_counted(shown_level(block.level) - 1, ANNEXES)] if block.annex else []


def _counted(level: int, count: int) -> Element:
    return w("numPr", w("ilvl", val=level), w("numId", val=count))
