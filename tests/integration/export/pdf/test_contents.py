from typing import Any

from app.domain.document.tree import Heading
from app.export.pdf.contents import contents_flows
from app.export.pdf.headings import titles
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter

BODY = (
    Heading(1, "One", "a"),
    Heading(2, "Two", "b"),
    Heading(3, "Three", "c"),
    Heading(1, "Hidden", "d", in_contents=False),
)


def entries(pages=None) -> Any:
    found = titles(BODY, "Annex")
    setter = Typesetter(frozenset(title.key for title in found), pages)
    return found, list(contents_flows(found, setter, 400, Element("Document")))


def text(line):
    return "".join(placed.text for placed in line.runs)


def test_two_levels_of_willing_titles_are_listed():
    _, flows = entries()

    assert [text(flow.piece.title.lines[0]) for flow in flows] == ["One", "Two"]


def test_pages_are_printed_once_they_are_known():
    found = titles(BODY, "Annex")

    _, flows = entries({title.key: 3 + n for n, title in enumerate(found)})

    assert [text(flow.piece.page) for flow in flows] == ["3", "4"]


def test_an_entry_is_as_high_before_pages_are_known():
    _, before = entries()
    _, after = entries({title.key: 123 for title in titles(BODY, "Annex")})

    assert [f.piece.height for f in before] == [f.piece.height for f in after]


def test_a_chapter_stays_with_its_first_section():
    _, flows = entries()

    assert [flow.keeps_next for flow in flows] == [True, False]
