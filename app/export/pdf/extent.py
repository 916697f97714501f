"""How many pages a document fills, without making the file."""

from app.domain.document.tree import Document


def extent(document: Document) -> float:
    """Whole pages and the share of the last one that is used, such as 1.5."""
    from app.export.pdf.pagination import paginate
    from app.export.pdf.story import anchors_of, tell
    from app.export.pdf.typesetter import Typesetter

    story = tell(document, Typesetter(anchors_of(document)))
    pages = paginate(story.flows).pages
    if not pages:
        return 0.0
    last = pages[-1]
    lowest = min(placed.top - placed.piece.height for placed in last.placed)
    used = last.sheet.height - last.sheet.top - lowest
    return len(pages) - 1 + used / last.sheet.text_height
