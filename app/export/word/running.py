"""What stands at the head and foot of every page."""

from app.domain.document.tree import Document, Wording
from app.export import theme
from app.export.word.fields import PAGE, PAGE_COUNT, field
from app.export.word.legible import one_line
from app.export.word.oxml import Element, root, w
from app.export.word.page import Sheet
from app.export.word.paragraphs import paragraph
from app.export.word.runs import Face, text_run
from app.export.word.watermark import watermark

_PREFIXES = ("w", "r", "v", "o", "w10")
_LONGEST = 90
RUNNING_FACTS = "Running Facts"
"""Name of the style of our line below the footer of a letterhead."""
_FACTS_STYLE = "RunningFacts"


def header(document: Document, sheet: Sheet, ordinal: int) -> Element:
    """Whose plan this is and with whom it may be shared; `ordinal` differs per header."""
    data = document.metadata
    title = " — ".join(filter(None, (data.organisation, data.title)))
    label = text_run(data.sharing_label, face=Face(strong=True, colour=theme.Colour.RESTRICTED))
    words = [text_run(one_line(title, _LONGEST)), w("r", w("tab")), label]
    mark = watermark(document.watermark, ordinal)
    content = [*words, mark] if mark is not None else words
    return root("w:hdr", _PREFIXES, paragraph("Header", content, _tabs(sheet)))


def cover_header(document: Document) -> Element:
    """Nothing but the watermark; `document` says whether there is one."""
    mark = watermark(document.watermark, 0)
    return root("w:hdr", _PREFIXES, paragraph("HeaderCover", [mark] if mark is not None else []))


def footer(document: Document, sheet: Sheet, pages: int) -> Element:
    """Which version this is and where in it the page stands; `pages` counts the PDF's."""
    counted = _page_of_pages(document.wording, pages)
    content = [text_run(_identity(document)), w("r", w("tab")), *counted]
    return root("w:ftr", _PREFIXES, paragraph("Footer", content, _tabs(sheet)))


def facts_line(document: Document, sheet: Sheet, pages: int) -> Element:
    """One line with all that has to stand on every page, for the foot of a letterhead.

    `pages` counts the PDF's; 0 leaves the page out, where the letterhead tells it already.
    """
    data, wording = document.metadata, document.wording
    label = text_run(data.sharing_label, face=Face(strong=True, colour=theme.Colour.RESTRICTED))
    counted = _page_of_pages(wording, pages) if pages else []
    between = [text_run(" · ")] if counted and data.sharing_label else []
    content = [text_run(_identity(document)), w("r", w("tab")), label, *between, *counted]
    return paragraph(_FACTS_STYLE, content, _tabs(sheet))


def empty_footer() -> Element:
    """The foot of the cover."""
    return root("w:ftr", _PREFIXES, paragraph("HeaderCover"))


def _tabs(sheet: Sheet) -> Element:
    return w("tabs", w("tab", val="right", pos=sheet.text_width))


def _identity(document: Document) -> str:
    data, wording = document.metadata, document.wording
    version = f"{wording.version} {data.version}" if data.version else ""
    pieces = (data.document_id, version, data.dated.isoformat(), data.anchor)
    return one_line(" · ".join(filter(None, pieces)), _LONGEST)


def _page_of_pages(wording: Wording, pages: int) -> list[Element]:
    return [
        text_run(f"{wording.page} "),
        *field(PAGE, "1"),
        text_run(f" {wording.of} "),
        *field(PAGE_COUNT, str(pages)),
    ]
