"""Documents rendered to PDF.

The modules that load ReportLab and pikepdf are imported inside `render`.
"""

from typing import TYPE_CHECKING, Final

from app.domain.document.outline import folded
from app.domain.document.tree import Document
from app.export.pdf.result import PdfResult, PlacedHeading, PlacedTable
from app.export.uncollected import uncollected

if TYPE_CHECKING:
    from app.export.pdf.pagination import Layout
    from app.export.pdf.story import Story
    from app.export.pdf.trace import Trace
    from app.export.pdf.typesetter import Typesetter

MOST_LAYOUTS: Final = 5
"""Layouts after which page numbers printed in running text may be one off."""


def render(document: Document) -> PdfResult:
    """Render `document` as a tagged, archivable PDF; equal documents give equal bytes.

    The file claims PDF/UA-1 and PDF/A-2a, or PDF/A-3a if the document carries attachments.
    """
    with uncollected():
        return _rendered(document)


def _rendered(document: Document) -> PdfResult:
    from app.export.pdf.finish.finishing import finished
    from app.export.pdf.legibility import remarks

    setter, story, layout = _settled(document)
    raw, trace = _drawn(document, setter, story, layout)
    pages = _pages(layout)
    headings = _headings(story, pages)
    unfit = setter.memory.missing or setter.memory.backwards
    return PdfResult(
        data=finished(raw, trace, document),
        pages=len(layout.pages),
        headings=headings,
        tables=_tables(story, pages),
        anchors={name: page for name, page in pages.items() if not name.startswith("\0")},
        missing_glyphs=tuple(sorted(setter.memory.missing)),
        remarks=remarks(document, headings) if unfit else (),
    )


def _settled(document: Document) -> "tuple[Typesetter, Story, Layout]":
    """Lay the document out until the page numbers it prints are the ones it has."""
    from app.export.pdf.pagination import paginate
    from app.export.pdf.story import Teller, anchors_of
    from app.export.pdf.typesetter import Typesetter

    setter = Typesetter(anchors_of(document))
    teller = Teller(document)
    pages, layouts = _pages(paginate(teller.sketch(setter))), 0
    while True:
        setter = setter.knowing(pages)
        story = teller.tell(setter)
        layout = paginate(story.flows)
        pages, layouts = _pages(layout), layouts + 1
        if pages == setter.pages or layouts == MOST_LAYOUTS:
            return setter, story, layout


def _drawn(
    document: Document, setter: "Typesetter", story: "Story", layout: "Layout"
) -> "tuple[bytes, Trace]":
    from app.export.pdf.furniture import Furniture
    from app.export.pdf.pen import Pen

    pen = Pen(story.root)
    furniture = Furniture(document, setter, len(layout.pages))
    for number, page in enumerate(layout.pages):
        pen.begin_page(page.sheet.width, page.sheet.height)
        furniture.draw(pen, number, page.sheet)
        for placed in page.placed:
            placed.piece.draw(pen, placed.x, placed.top)
        pen.end_page()
    return pen.data(), pen.trace


def _pages(layout: "Layout") -> dict[str, int]:
    """Return the page of every name in the document; the first of equal names counts."""
    pages: dict[str, int] = {}
    for number, page in enumerate(layout.pages, start=1):
        for placed in page.placed:
            for name in placed.piece.anchors():
                pages.setdefault(name, number)
    pages.pop("", None)
    return pages


def _headings(story: "Story", pages: dict[str, int]) -> tuple[PlacedHeading, ...]:
    return tuple(
        PlacedHeading(
            title.level,
            title.number,
            folded(title.heading.text),
            title.heading.anchor,
            pages[title.key],
        )
        for title in story.titles
    )


def _tables(story: "Story", pages: dict[str, int]) -> tuple[PlacedTable, ...]:
    from app.export.pdf.story import table_key

    return tuple(
        PlacedTable(
            folded(table.caption),
            tuple(folded(column.title) for column in table.columns),
            len(table.rows),
            table.anchor,
            pages[table_key(index)],
        )
        for index, table in enumerate(story.tables)
    )
