import os
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from app.domain.document.inline import Link, Text, plain
from app.domain.document.outline import outline
from app.domain.document.tree import (
    Column,
    Contents,
    CrossReference,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    PageOf,
    Paragraph,
    Table,
)
from app.export.pdf.render import render
from app.export.pdf.typesetter import UNKNOWN_PAGE
from tests.integration.export.pdf.conftest import page_texts
from tests.integration.export.pdf.sample import cell, document, rows, text

ROOT = Path(__file__).parents[4]
HOSTILE = "\x00\x1b\u202eevil\u202c\ud800<b>&amp;</b>{{7*7}}\\(\ue000"


def test_headings_stand_on_the_pages_that_are_reported(result, pages):
    for heading in result.headings:
        assert f"{heading.number} {heading.text}".strip() in pages[heading.page - 1]


def test_the_contents_list_prints_the_reported_pages(result, pages):
    listed = [heading for heading in result.headings if heading.level < 3]
    for heading in listed:
        start = pages[1].index(heading.text)
        digits = pages[1][start + len(heading.text) :].replace(".", " ").split()
        assert digits[0] == str(heading.page)


def test_headings_and_tables_are_those_of_the_document(result):
    skeleton = outline(document())

    assert [(h.level, h.number, h.text) for h in result.headings] == [
        (h.level, h.number, h.text) for h in skeleton.headings
    ]
    assert [(t.caption, t.heads, t.rows) for t in result.tables] == [
        (t.caption, t.heads, t.rows) for t in skeleton.tables
    ]


def test_no_page_is_blank_and_every_one_but_the_cover_is_numbered(result, pages):
    assert len(pages) == result.pages
    for number, words in enumerate(pages[1:], 2):
        assert f"Page {number} of {result.pages}" in words
        assert len(words) > 150


def test_no_heading_ends_a_page(result, pages):
    for heading in result.headings:
        words = pages[heading.page - 1]
        following = words[words.rindex(heading.text) + len(heading.text) :]
        assert len(following.replace("HVW-IRP-001 · Version 3.2 · 2026-11-20", "")) > 60


def test_page_breaks_never_leave_a_blank_page():
    body = (PageBreak(), PageBreak(), text("a"), PageBreak(), PageBreak(), text("b"), PageBreak())

    assert render(document(body=body)).pages == 3


def test_references_print_pages_and_unknown_ones_a_dash():
    body = (
        Paragraph((Text("see "), PageOf("far"), Text(" not "), PageOf("nowhere"))),
        Heading(1, "Far", "far", new_page=True),
        Paragraph((CrossReference("nowhere", "plain words"),)),
    )

    words = page_texts(render(document(body=body)).data)

    assert f"see 3 not {UNKNOWN_PAGE}" in words[1]
    assert "plain words" in words[2]


def test_equal_documents_give_equal_bytes_in_any_process(result):
    code = (
        "from hashlib import sha256;"
        "from app.export.pdf.render import render;"
        "from tests.integration.export.pdf.sample import document;"
        "print(sha256(render(document()).data).hexdigest())"
    )
    expected = sha256(result.data).hexdigest()

    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip() == expected


@pytest.mark.parametrize("piece", ["lorem ipsum ", "W"], ids=["a paragraph", "one word"])
def test_endless_text_takes_time_in_proportion_and_does_not_vanish(piece):
    def rendered(size):
        start = time.process_time()
        result = render(document(body=(text(piece * (size // len(piece))),)))
        return result, time.process_time() - start

    _, once = rendered(250_000)
    result, twice = rendered(500_000)

    shown = "".join("".join(page_texts(result.data)).split())
    assert shown.count(piece.strip()[0]) >= 500_000 // len(piece)
    assert twice < 4 * once


def test_a_cell_of_ten_pages_is_torn_and_a_row_that_fits_is_not():
    tall = (cell("first"), cell("word " * 9000))
    rows_that_fit = rows(
        *((f"row {n}", f"begin{n} " + "filler " * 60 + f"end{n}") for n in range(30))
    )
    columns = (Column("Key"), Column("Text", 3))

    torn = page_texts(render(document(body=(Table("Tall", columns, (tall,)),))).data)
    whole = page_texts(render(document(body=(Table("Many", columns, rows_that_fit),))).data)

    assert len(torn) > 8
    for number in range(30):
        (page,) = (words for words in whole if f"begin{number} " in words)
        assert f"end{number}" in page
    assert all("Key" in words for words in whole[1:])


def test_hostile_text_is_drawn_as_itself_everywhere():
    body = (
        Contents(),
        Heading(1, HOSTILE, HOSTILE),
        text(HOSTILE),
        Table(HOSTILE, (Column(HOSTILE),), ((cell(HOSTILE),),), HOSTILE),
        ListBlock((ListItem(plain(HOSTILE)),)),
        Paragraph((CrossReference(HOSTILE, HOSTILE), Link("javascript:alert(1)", plain("js")))),
    )

    result = render(document(HOSTILE, body))

    words = " ".join(page_texts(result.data)).replace("\ufffe", "")
    assert "<b>&amp;</b>{{7*7}}\\(" in words
    assert "javascript" not in words
    assert b"javascript" not in result.data


def test_characters_no_typeface_has_are_replaced_and_reported():
    result = render(document(body=(text("plain Ж ☐ 漢 ok"),)))

    assert result.missing_glyphs == ("漢",)
    assert "☐ \ufffd ok" in page_texts(result.data)[1].replace("\ufffe", "")


def test_a_wide_table_turns_the_page_and_takes_its_heading_along(result):
    (heading,) = (h for h in result.headings if h.anchor == "wide-log")
    (table,) = (t for t in result.tables if t.anchor == "wide-table")

    assert heading.page == table.page
    assert result.anchors["wide-table"] == table.page


def test_an_empty_document_is_a_cover():
    assert render(document(body=())).pages == 1
