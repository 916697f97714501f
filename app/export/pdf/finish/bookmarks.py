"""The navigation pane."""

from pikepdf import OutlineItem, Pdf

from app.export.pdf.finish.places import destination
from app.export.pdf.string_limit import within_limit
from app.export.pdf.trace import Trace


def add_bookmarks(pdf: Pdf, trace: Trace) -> None:
    """Add one entry for each title, nested by level."""
    with pdf.open_outline() as outline:
        open_entries: list[tuple[int, list[OutlineItem]]] = [(0, outline.root)]
        for bookmark in trace.bookmarks:
            place = bookmark.place
            leading = destination(pdf.pages[place.page].obj, place)
            item = OutlineItem(within_limit(bookmark.title), leading)
            while open_entries[-1][0] >= bookmark.level:
                open_entries.pop()
            open_entries[-1][1].append(item)
            open_entries.append((bookmark.level, item.children))
