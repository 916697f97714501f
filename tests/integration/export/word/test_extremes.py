"""Extreme content is kept verbatim, in bounded time, and opens elsewhere."""

import io
import re
import subprocess
import time
import zipfile

import docx
import pytest

from app.domain.document.drawing import Box, Drawing, Label
from app.domain.document.inline import Link, plain
from app.domain.document.tree import (
    Cell,
    Column,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Table,
)
from app.export.word.render import render
from tests.integration.export.word.donor.letterheads import letterhead
from tests.integration.export.word.reading import part, words
from tests.integration.export.word.specimen import document

WORD_60 = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterb"[:60]
VERBATIM = {
    "markup": "<b>Approved</b><img src=file:///etc/passwd> & <c>",
    "closing tags": "</w:t></w:r></w:p> ]]>",
    "template": "{{ 7*7 }} ${x} %s",
    "share": "\\\\host\\share\\x.png",
    "sql": "'; DROP TABLE plan; --",
    "formula": "=cmd|'/C calc'!A0 \uff1d1 @SUM",
    "greek": "Ωμέγα ἀρχὴ ᾧ",
    "cyrillic": "Безпека Ћирилица",
    "emoji": "👩🏽\u200d🚒 🔥 ☎️",
    "chinese": "漢字 かな 한국어",
    "hebrew": "שָׁלוֹם עולם",
    "arabic": "مرحبا بالعالم ١٢٣",
    "combining": "e\u0301 a\u0308\u0323 n\u0303",
    "long word": WORD_60,
    "spaces": "two  blanks and   three",
}


def took(made):
    started = time.process_time()
    data = render(made, {}).data
    return data, time.process_time() - started


def everywhere():
    rows = tuple((Cell((plain(name),)), Cell((plain(text),))) for name, text in VERBATIM.items())
    return document(
        *(Paragraph(plain(text)) for text in VERBATIM.values()),
        ListBlock(tuple(ListItem(plain(text)) for text in VERBATIM.values())),
        Table("Texts", (Column("Kind"), Column("Text")), rows),
        *(Heading(2, " ".join(text.split()), name) for name, text in VERBATIM.items()),
    )


def test_every_text_comes_back_as_it_was_typed():
    data = render(everywhere(), {}).data

    opened = docx.Document(io.BytesIO(data))
    paragraphs = [paragraph.text for paragraph in opened.paragraphs]
    cells = [cell.text for cell in opened.tables[-1].columns[1].cells]
    for text in VERBATIM.values():
        assert paragraphs.count(text) >= 2
        assert text in cells
        assert " ".join(text.split()) in paragraphs


@pytest.mark.timeout(180)
def test_every_text_comes_back_from_libreoffice(tmp_path, tool):
    source = tmp_path / "plan.docx"
    source.write_bytes(render(everywhere(), {}).data)

    again = docx.Document(str(converted(source, "docx", tool)))

    paragraphs = [paragraph.text for paragraph in again.paragraphs]
    for text in VERBATIM.values():
        assert paragraphs.count(text) >= 2, text


@pytest.mark.timeout(180)
@pytest.mark.parametrize("donor", [None, letterhead()], ids=["plain", "letterhead"])
def test_long_tables_and_cells_are_printed_whole(donor, tmp_path, tool):
    rows = tuple((Cell((plain(f"row {number:03}"),)), Cell((plain("x"),))) for number in range(300))
    tall = Cell(tuple(plain(f"line {number:03} of a cell of ten pages") for number in range(500)))
    made = document(
        Table("Many rows", (Column("A"), Column("B")), rows),
        Table("One cell", (Column("A"), Column(WORD_60)), ((Cell((plain(WORD_60),)), tall),)),
    )
    source = tmp_path / "plan.docx"
    source.write_bytes(render(made, {}, donor).data)

    printed = converted(source, "pdf", tool)

    said = text_of(printed, tool)
    assert all(f"row {number:03}" in said for number in range(300))
    assert all(f"line {number:03} of" in said for number in range(500))
    assert len(re.findall(r"^\s*A\s+B\s*$", said, re.MULTILINE)) > 5  # heads repeat


def converted(source, kind, tool):
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    folder = source.parent / "out"
    subprocess.run(
        [tool("soffice"), profile, "--headless", "--convert-to", kind, "--outdir", folder, source],
        check=True,
        capture_output=True,
        timeout=150,
    )
    return folder / f"{source.stem}.{kind}"


def text_of(printed, tool):
    found = subprocess.run(
        [tool("pdftotext"), "-layout", printed, "-"], check=True, capture_output=True
    )
    return found.stdout.decode()


@pytest.mark.parametrize("unit", ["W", "word ", "\n"], ids=["one word", "a paragraph", "lines"])
def test_huge_texts_are_whole_and_take_no_more_than_their_share_of_time(unit):
    size = 20_000 if unit == "\n" else 100_000
    once = min(took(document(Paragraph(plain(unit * (size // 8)))))[1] for _ in range(3))
    text = unit * size
    data, spent = took(document(Paragraph(plain(text))))

    assert spent < 16 * once + 0.5
    assert sum(map(len, docx.Document(io.BytesIO(data)).paragraphs[-1].text.split("\n"))) == len(
        text.replace("\n", "")
    )


def test_a_figure_of_500_boxes_is_drawn_once_and_fits():
    shapes = tuple(
        shape
        for number in range(500)
        for shape in (
            Box(number % 25 * 90, number // 25 * 40, 80, 30),
            Label(number % 25 * 90 + 4, number // 25 * 40 + 20, f"node {number}"),
        )
    )

    data, spent = took(document(Figure("Tree", "500 people", Drawing(2250, 800, shapes))))

    assert spent < 10
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        vectors = archive.read("word/media/figure1.svg").decode()
    assert all(f">node {number}<" in vectors for number in (0, 250, 499))


def test_a_table_ten_times_as_long_takes_no_more_than_its_share_of_time():
    def table(count):
        rows = tuple((Cell((plain(str(number)),)),) * 6 for number in range(count))
        return document(Table("T", tuple(Column(name) for name in "ABCDEF"), rows))

    once = min(took(table(200))[1] for _ in range(3))
    many = min(took(table(2_000))[1] for _ in range(2))

    assert many < 20 * once + 0.5


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "ms-msdt:/id x", "\\\\host\\share", "data:x,y"],
)
def test_dangerous_links_are_text(address):
    data = render(document(Paragraph((Link(address, plain("shown")),))), {}).data

    assert "shown" in words(part(data))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"External" not in archive.read("word/_rels/document.xml.rels")


def test_control_characters_are_replaced_where_everybody_sees_it():
    data = render(document(Paragraph(plain("a\0b\x1bc\u202ed"))), {}).data

    assert "a\ufffdb\ufffdc\ufffdd" in words(part(data))
