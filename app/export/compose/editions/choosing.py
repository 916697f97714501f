"""The document for an audience."""

from collections.abc import Callable
from typing import Final

from app.domain.document.audience import Audience
from app.domain.document.labels import Labels
from app.domain.document.tree import Document
from app.domain.judgement.engine import Judgement
from app.export.compose.editions.auditors import auditors_copy, withheld
from app.export.compose.editions.binder import binder
from app.export.compose.editions.board import board
from app.export.compose.editions.room import Extent
from app.export.compose.editions.source import Source
from app.export.compose.editions.staff_card import staff_card
from app.export.compose.editions.supplier import supplier
from app.export.compose.occasion import Occasion
from app.export.compose.plan_document import composed

Excerpt = Callable[[Source, Extent], Document]

EXCERPTS: Final[dict[Audience, Excerpt]] = {
    Audience.BOARD: board,
    Audience.STAFF: staff_card,
    Audience.RESPONDERS: lambda source, _: binder(source),
    Audience.SUPPLIERS: lambda source, _: supplier(source),
}
"""How each excerpt is made."""


def edition(judgement: Judgement, labels: Labels, occasion: Occasion, extent: Extent) -> Document:
    """The document of the plan for `occasion.audience`, its fixed words said by `labels`.

    `extent` lays out the documents that must not be longer than so many pages.
    """
    audience = occasion.audience
    if audience is Audience.PLAN:
        return composed(judgement, labels, occasion)
    if audience is Audience.AUDITORS:
        return auditors_copy(judgement, labels, occasion)
    if audience.withholds:
        judgement, occasion = withheld(judgement, labels, occasion)
    return EXCERPTS[audience](Source(judgement, labels, occasion), extent)
