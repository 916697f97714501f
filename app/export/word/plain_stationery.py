"""Our own paper, used when no letterhead is given."""

from app.domain.document.tree import Document
from app.export.word.page import TURNED, UPRIGHT
from app.export.word.palette import palette
from app.export.word.running import cover_header, empty_footer, footer, header
from app.export.word.settings import font_table
from app.export.word.stationery import Edges, Leaf, Stationery
from app.export.word.styles import styles


def plain_stationery(document: Document, last_page: int) -> Stationery:
    """Whose plan it is above every page, which version it is below; `last_page` is the PDF's."""
    return Stationery(
        upright=UPRIGHT,
        turned=TURNED,
        cover=Edges(Leaf(cover_header(document)), Leaf(empty_footer())),
        pages=Edges(Leaf(header(document, UPRIGHT, 1)), Leaf(footer(document, UPRIGHT, last_page))),
        turned_pages=Edges(
            Leaf(header(document, TURNED, 2)), Leaf(footer(document, TURNED, last_page))
        ),
        styles=styles(document.metadata.language),
        theme=Leaf(palette()),
        fonts=font_table(),
    )
