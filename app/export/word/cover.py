"""The first page."""

from app.domain.document.inline import plain
from app.domain.document.tree import Cover, Facts
from app.export.word.facts import facts
from app.export.word.masthead import masthead
from app.export.word.oxml import Element
from app.export.word.paragraphs import paragraph
from app.export.word.runs import text_run
from app.export.word.scope import Scope

_FACTS_SHARE = 0.75


def cover(block: Cover, scope: Scope, width: int) -> list[Element]:
    """Who, what, and the facts that identify the document; a masthead when it is compact."""
    if block.compact:
        return masthead(block, width)
    pairs = Facts(tuple((label, plain(value)) for label, value in block.facts))
    return [
        paragraph("CoverOrganisation", [text_run(block.organisation)]),
        paragraph("Title", [text_run(block.title)]),
        paragraph("Subtitle", [text_run(block.subtitle)]),
        *facts(pairs, scope, round(width * _FACTS_SHARE)),
    ]
