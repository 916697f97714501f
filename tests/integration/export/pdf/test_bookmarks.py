from io import BytesIO
from typing import Any

import pikepdf


def test_the_navigation_pane_nests_as_the_headings_do(result):
    with pikepdf.open(BytesIO(result.data)) as pdf, pdf.open_outline() as outline:
        chapters = [item.title for item in outline.root]
        purpose = outline.root[chapters.index("1 Purpose and scope")]
        sections = [item.title for item in purpose.children]
        deepest = [item.title for item in purpose.children[1].children]

    assert chapters[:3] == ["Contents", "Document control", "1 Purpose and scope"]
    assert sections == ["1.1 Objectives", "1.2 Audience and use"]
    assert deepest == ["1.2.1 Terms"]


def test_bookmarks_lead_to_the_page_of_their_heading(result):
    with pikepdf.open(BytesIO(result.data)) as pdf, pdf.open_outline() as outline:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        items: list[Any] = list(outline.root)
        led = {item.title: pages[item.destination[0].objgen] for item in items}

    for heading in result.headings:
        if heading.level == 1:
            assert led[f"{heading.number} {heading.text}".strip()] == heading.page
