"""Places inside text: their pages are told, and no line moves because of them."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import count

import pikepdf
import pypdfium2
import pytest

from app.domain.document.anchors import texts
from app.domain.document.inline import Text, plain
from app.domain.document.tree import (
    Anchor,
    Callout,
    Cell,
    Column,
    Facts,
    Heading,
    ListBlock,
    ListItem,
    PageOf,
    Paragraph,
    Table,
)
from app.export.pdf.render import render
from tests.integration.export.pdf.checking import findings
from tests.integration.export.pdf.conftest import page_texts
from tests.integration.export.pdf.sample import document


class Marker:
    """Puts a place before and after everything inline, each with a name of its own."""

    def __init__(self):
        self.numbers = count()

    def content(self, content):
        made = [Anchor(f"m{next(self.numbers)}")]
        for item in content:
            made += [item, Anchor(f"m{next(self.numbers)}")]
        return tuple(made)

    def block(self, block):
        match block:
            case Paragraph():
                return replace(block, content=self.content(block.content))
            case ListBlock():
                return replace(block, items=tuple(map(self.item, block.items)))
            case Table():
                rows = tuple(tuple(map(self.cell, row)) for row in block.rows)
                return replace(block, rows=rows)
            case Facts():
                return Facts(tuple((label, self.content(value)) for label, value in block.rows))
            case Callout():
                return replace(block, content=tuple(map(self.block, block.content)))
            case _:
                return block

    def item(self, item):
        return ListItem(self.content(item.content), tuple(map(self.block, item.nested)))

    def cell(self, cell):
        """An empty paragraph above and below holds nothing but a place."""
        made = (self.content(()), *map(self.content, cell.paragraphs), self.content(()))
        return replace(cell, paragraphs=made)


def contents(data):
    """What draws each page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [page.obj.Contents.read_bytes() for page in pdf.pages]


def numbered(first, last):
    """Words that occur once, each behind a place of its name."""
    return tuple(item for n in range(first, last) for item in (Anchor(f"w{n}e"), Text(f"w{n}e ")))


LONG = (
    Heading(1, "Long", "long"),
    Paragraph(numbered(0, 1200)),
    ListBlock(
        tuple(
            ListItem(numbered(n, n + 20), (ListBlock((ListItem(numbered(n + 20, n + 40)),), True),))
            for n in range(2000, 3200, 40)
        )
    ),
    Table(
        "Rows",
        (Column("A"), Column("B")),
        tuple(
            (Cell((numbered(n, n + 5),)), Cell((numbered(n + 5, n + 7), numbered(n + 7, n + 10))))
            for n in range(4000, 5000, 10)
        ),
        row_heads=True,
    ),
    Table(
        "Wide",
        (Column("A"), Column("B", 3)),
        tuple(
            (Cell((numbered(n, n + 5),)), Cell((numbered(n + 5, n + 9),)))
            for n in range(6000, 7000, 10)
        ),
        wide=True,
    ),
    Table("Torn", (Column("A"),), ((Cell((numbered(7000, 10_000),)),),)),
    Callout("Remark", (Paragraph(numbered(10_000, 12_000)),)),
    Facts((("Fact", numbered(12_000, 12_100)),)),
)


def test_places_move_nothing_by_a_point():
    marker = Marker()
    marked = tuple(map(marker.block, document().body))

    bare, anchored = render(document()), render(document(body=marked))

    assert next(marker.numbers) > 500
    assert contents(anchored.data) == contents(bare.data)
    assert (anchored.headings, anchored.tables) == (bare.headings, bare.tables)
    assert findings(anchored.data) == []


def test_every_place_is_on_the_page_that_is_told():
    result = render(document(body=LONG))

    words = [set(re.findall(r"w\d+e", text)) for text in page_texts(result.data)]
    wanted = {
        item.name
        for block in LONG
        for content in texts(block)
        for item in content
        if isinstance(item, Anchor)
    }
    assert len(wanted) > 6000
    assert set(result.anchors) == wanted | {"long"}
    assert [name for name in wanted if name not in words[result.anchors[name] - 1]] == []


def test_a_link_leads_to_the_line_of_its_place():
    asked = Paragraph((Text("See "), PageOf("w1190e"), Text(", "), PageOf("w4995e")))
    result = render(document(body=(asked, *LONG)))

    with pikepdf.open(BytesIO(result.data)) as pdf:
        targets = [note.Dest for note in pdf.pages[1].Annots]
        pages = [pdf.pages.index(pikepdf.Page(target[0])) + 1 for target in targets]
    assert pages == [result.anchors["w1190e"], result.anchors["w4995e"]]
    for name, target, page in zip(("w1190e", "w4995e"), targets, pages, strict=True):
        assert height_of(result.data, page, name) == pytest.approx(float(target[3]) - 8, abs=14)


def height_of(data, page, word):
    """How far above the lower edge of the page the top of `word` stands."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        text = pdf[page - 1].get_textpage()
        at, _ = text.search(word).get_next()
        return text.get_charbox(at)[3]
    finally:
        pdf.close()


def test_a_name_given_twice_is_where_it_stands_first():
    body = (
        Paragraph((Anchor("same"), Text("one"))),
        Heading(1, "Next", "same", new_page=True),
        Paragraph((Anchor("same"), Text("two"))),
    )

    assert render(document(body=body)).anchors == {"same": 2}


def test_the_place_of_a_cell_without_a_column_is_not_referred_to():
    lost = (Cell((plain("shown"),)), Cell(((Anchor("lost"), Text("x")),)))
    body = (Table("T", (Column("A"),), (lost,)), Paragraph((PageOf("lost"),)))

    assert "lost" not in render(document(body=body)).anchors
