"""Headings and tables are read from what the PDF prints."""

import io

import pikepdf

from app.domain.document.inline import plain
from app.domain.document.outline import OutlineTable
from app.domain.document.tree import Cell, Column, Facts, Form, FormField, Heading, Table
from app.export.parity.pdf_outline import pdf_outline
from app.export.pdf.render import render
from tests.integration.export.word.specimen import document


def test_headings_bear_their_numbers(pdf):
    said = ["".join(heading.text.split()) for heading in pdf_outline(pdf).headings]

    assert "".join(said[:3]) == "Contents1Purposeandscope1.1Aims"


def test_tables_bear_caption_heads_and_rows(pdf):
    (first, *_) = pdf_outline(pdf).tables

    heads = ("Role", "Duties", "Holder", "Deputy")
    assert first == OutlineTable("Roles, duties and deputies", heads, 12, 1)


def test_a_table_over_many_pages_counts_its_head_once():
    rows = tuple((Cell((plain(str(number)),)),) for number in range(300))

    (table,) = pdf_outline(render(document(Table("Long", (Column("A"),), rows))).data).tables

    assert table == OutlineTable("Long", ("A",), 300, 1)


def test_facts_and_forms_are_no_tables():
    made = document(Facts((("a", plain("b")),)), Form("F", (FormField("c", columns=("d",)),)))

    assert pdf_outline(render(made).data).tables == ()


def test_a_heading_over_several_lines_is_one():
    text = "A heading that goes on and on until it does not fit on a single line any more " * 2

    (heading,) = pdf_outline(render(document(Heading(1, text, "a"))).data).headings

    assert "".join(heading.text.split()) == "1" + "".join(text.split())


def test_a_file_without_structure_has_nothing():
    bare = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(bare)

    found = pdf_outline(bare.getvalue())

    assert (found.headings, found.tables) == ((), ())
