from app.domain.document.tree import Cover
from app.export.pdf.masthead import masthead_flow
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter


def test_every_line_of_a_cover_is_a_paragraph():
    root = Element("Document")
    cover = Cover("Harbour", "Title", " ", (("Hash", "ab"), ("Version", "1")), compact=True)

    flow = masthead_flow(cover, Typesetter(frozenset()), root)

    (section,) = root.kids
    assert isinstance(section, Element)
    assert [child.tag for child in section.kids if isinstance(child, Element)] == ["P"] * 4
    assert flow.piece.height > 60


def test_a_long_title_takes_more_lines():
    heights = [
        masthead_flow(
            Cover("", title, "", (), compact=True), Typesetter(frozenset()), Element("Document")
        ).piece.height
        for title in ("Title", "Title " * 40)
    ]

    assert heights[0] < heights[1]
