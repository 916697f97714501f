"""All that we promise of a PDF, by name: what PDF/UA-1, PDF/A and we ourselves ask for."""

from collections.abc import Callable, Iterator
from typing import Final

from tests.integration.export.pdf.conformance import (
    annotations,
    attachments,
    catalogue,
    content,
    descriptions,
    fonts,
    structure,
)
from tests.integration.export.pdf.conformance.opened import Opened, opened

Check = Callable[[Opened], Iterator[str]]

PROMISES: Final[dict[str, Check]] = {
    "header and end": catalogue.header,
    "stream ends": catalogue.stream_ends,
    "not encrypted": catalogue.unencrypted,
    "tagged": catalogue.tagged,
    "language": catalogue.language,
    "title shown": catalogue.title_shown,
    "output intent": catalogue.colours_known,
    "no other colours": catalogue.no_other_colours,
    "within limits": catalogue.within_limits,
    "opaque": catalogue.opaque,
    "passive": catalogue.passive,
    "bookmarks": catalogue.bookmarks_lead,
    "packet": descriptions.packet,
    "archive claim": descriptions.archive_claim,
    "access claim": descriptions.access_claim,
    "said twice": descriptions.said_twice,
    "fonts inside": fonts.embedded,
    "fonts to text": fonts.lead_back,
    "fonts drawable": fonts.drawable,
    "font widths": fonts.widths_true,
    "marks balanced": content.balanced,
    "all marked": content.all_marked,
    "marks owned": content.marks_owned,
    "marks held": content.marks_held,
    "annotations printed": annotations.printed,
    "annotations worded": annotations.worded,
    "annotations owned": annotations.owned,
    "annotations placed": annotations.placed,
    "tab order": annotations.tabbed,
    "links lead": annotations.lead_somewhere,
    "structure rooted": structure.rooted,
    "structure nested": structure.nested,
    "headings descend": structure.headings_descend,
    "figures told": structure.figures_told,
    "heads scoped": structure.heads_scoped,
    "tables even": structure.tables_even,
    "lists told": structure.lists_told,
    "nothing empty": structure.nothing_empty,
    "attachments described": attachments.described,
    "attachments associated": attachments.associated,
}


def broken(data: bytes) -> dict[str, list[str]]:
    """The promises that `data` breaks, each with how it does."""
    file = opened(data)
    try:
        found = {name: list(check(file)) for name, check in PROMISES.items()}
    finally:
        file.pdf.close()
    return {name: words for name, words in found.items() if words}
