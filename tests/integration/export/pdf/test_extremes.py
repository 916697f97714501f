"""Content that no reasonable plan has: it comes out whole, in time, and within the page."""

import time
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from app.domain.document.drawing import Ink
from app.domain.document.inline import Link, Text, plain
from app.domain.document.tree import (
    Callout,
    Column,
    Contents,
    Cover,
    Facts,
    Figure,
    Form,
    FormField,
    Heading,
    Inserted,
    ListBlock,
    ListItem,
    Paragraph,
    SignatureBox,
    Table,
    Voice,
)
from app.export.figures.communication_tree import TreeFigure, TreeNode, communication_tree
from app.export.pdf.render import render
from tests.integration.export.pdf.checking import findings
from tests.integration.export.pdf.conftest import page_texts
from tests.integration.export.pdf.laws import Reading, broken_laws
from tests.integration.export.pdf.sample import cell, document, rows, text

LONG_WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunte"
COLUMNS = tuple(Column(name) for name in ("Key", "First", "Second", "Third", "Fourth"))
SCRIPTS = {
    "greek": "Ἑλένη Παπαδοπούλου ᾧδε · Ωμέγα",
    "cyrillic": "Пётр Ильич Щербаков · Київ",
    "symbols": "☐ ☑ ⚠ → ⇒ ✓ ≤ €",
    "combining": "e\u0301 a\u0308\u0323 n\u0303 Z\u0335",
    "emoji": "🔥 👩‍👩‍👧 🇬🇷 👍🏽",
    "han": "漢字 かな 한국어",
    "right to left": "مرحبا שלום",
    "many marks": "Z" + "\u0300\u0301\u0302" * 20 + "algo",
}
HOSTILE = {
    "markup": '<b>Approved</b><img src="file:///etc/passwd"><font color="red" size="99">',
    "unclosed": "<b>never closed & <a href=x",
    "template": "{{ 7*7 }} {% raw %} ${7*7} %(x)s {0}",
    "word": "</w:t></w:r><w:r><w:t>",
    "operators": "(x) Tj ET Q EMC /JS (app.alert) endstream endobj \\) \\( \\",
    "controls": "\x00\x1b[31m\u202eevil\u202c\ud800\ue000\uffff",
}
DEAD_LINKS = (
    *("javascript:alert(1)", "file:///etc/passwd", "ms-msdt:/id", "http://plain.example"),
    *("JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,x", "\\\\share\\x", ""),
)


def everywhere(words):
    """`words` in every place of a document that holds any."""
    return (
        Contents(),
        Heading(1, words, "one"),
        Heading(2, words, "two"),
        text(words),
        Paragraph(plain(words), Voice.QUOTE),
        ListBlock((ListItem(plain(words), (ListBlock((ListItem(plain(words)),), True),)),)),
        Table(words, (Column(words), Column(words)), rows((words, words)), "table"),
        Facts(((words, plain(words)),)),
        Callout(words, (Paragraph(plain(words)),)),
        Figure(words, words, communication_tree(TreeFigure((TreeNode("a", None, words),)))),
        Form(words, (FormField(words, words), FormField(words, words, 2, (words, words)))),
        SignatureBox("Seal", words, words, words),
        text("the end"),
    )


@pytest.fixture
def kept(tool, tmp_path):
    """Render, insist on every promise and law (but for `but`), and return the result."""

    def run(body, title="", but=()):
        result = render(titled(document(body=body), title))
        reading = Reading(result.data, tmp_path, tool("pdftotext"))
        assert findings(result.data) == []
        broken = broken_laws(reading)
        assert {law: how for law, how in broken.items() if law not in but} == {}
        return result

    return run


def titled(whole, title):
    """`whole`, with `title` wherever the file and its pages are called by name."""
    if not title:
        return whole
    named = replace(whole.metadata, title=title, organisation=title, version=title)
    cover = Cover(title, title, title, ((title, title),))
    return replace(whole, metadata=replace(named, author=title, keywords=(title,)), cover=cover)


def shown(result):
    """Everything on the pages, without blanks."""
    return "".join("".join(page_texts(result.data)).replace("\ufffe", "").split())


def seconds(body):
    """What the processor takes to render `body`, when others disturb it least."""
    taken: list[float] = []
    for _ in range(3):
        start = time.process_time()
        render(document(body=body))
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("words", SCRIPTS.values(), ids=SCRIPTS)
def test_every_script_comes_out_everywhere_or_is_named(kept, words):
    result = kept(everywhere(words), words)

    assert shown(result)


@pytest.mark.parametrize("name", ["greek", "cyrillic", "symbols"])
def test_greek_cyrillic_and_symbols_need_no_replacement(kept, name):
    result = kept(everywhere(SCRIPTS[name]), SCRIPTS[name])

    assert result.missing_glyphs == ()
    assert "".join(SCRIPTS[name].split()) in shown(result)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_shown_as_itself_everywhere(kept, words):
    result = kept(everywhere(words), words)

    if words.isprintable():
        assert "".join(words.split()) in shown(result)


def test_texts_longer_than_a_string_of_a_pdf_are_cut_only_where_nothing_is_printed(kept):
    words = "\u0391\u03c1\u03c7\u03ae " * 9_000
    body = (
        Heading(1, words, "h"),
        Figure("Tree", words, communication_tree(TreeFigure((TreeNode("a", None, "x"),)))),
        Paragraph((Inserted(words, words),)),
        SignatureBox("Seal", words, words, words),
    )

    result = kept(body, "Title " * 9_000, but={"no heading last", "rows whole"})

    assert shown(result).count("\u0391\u03c1\u03c7\u03ae") >= 2 * 9_000


@pytest.mark.parametrize(("length", "links"), [(32_767, 1), (32_768, 0)])
def test_an_address_longer_than_a_string_of_a_pdf_is_not_clickable(length, links):
    url = "https://example.org/".ljust(length, "a")

    result = render(document(body=(Paragraph((Link(url, plain("here")),)),)))

    assert findings(result.data) == []
    with pikepdf.open(BytesIO(result.data)) as pdf:
        assert len(pdf.pages[1].get("/Annots", [])) == links


@pytest.mark.parametrize("url", DEAD_LINKS)
def test_links_that_do_something_are_not_clickable(kept, url):
    result = kept((Paragraph((Link(url, plain("press here")), Text(" now"))),))

    assert b"/URI" not in result.data
    assert "pressherenow" in shown(result)


def test_words_too_long_for_a_line_stay_on_the_page(kept):
    result = kept(everywhere(LONG_WORD), LONG_WORD)

    assert shown(result).count(LONG_WORD[:20]) >= 20


def test_five_columns_of_words_too_long_stay_on_the_page(kept):
    kept((Table("Long", COLUMNS, rows(*[(LONG_WORD,) * 5] * 30)),))


def test_three_hundred_rows_are_all_there_under_repeated_heads(kept):
    body = rows(*((f"row{n}", "some words", "more " * 9, "x", "") for n in range(300)))

    result = kept((Table("Many", COLUMNS, body, row_heads=True),))

    pages = page_texts(result.data)[1:]
    assert all("Fourth" in page for page in pages)
    assert all(f"row{n}" in "".join(pages) for n in range(300))


def test_a_cell_of_ten_pages_is_torn_and_all_there(kept):
    words = " ".join(f"duty{n}." for n in range(9000))
    tall = (cell("first"), cell(words), cell("after"))

    result = kept((Table("Tall", COLUMNS[:3], (tall, tall[:1])),), but={"rows whole"})

    assert result.pages > 10
    assert all(f"duty{n}." in shown(result) for n in range(0, 9000, 50))


def test_a_tree_of_five_hundred_is_one_figure(kept):
    nodes = tuple(
        TreeNode(f"n{n}", f"n{(n - 1) // 3}" if n else None, f"P{n}", tone=Ink.NONE)
        for n in range(500)
    )

    result = kept(
        (Figure("Tree", "Whom who calls", communication_tree(TreeFigure(nodes)), "tree"),),
        but={"nothing covered"},
    )

    assert result.pages == 2


@pytest.mark.parametrize(
    "block",
    [
        Heading(1, "word " * 4000, "h"),
        Heading(1, LONG_WORD * 200, "h"),
        Callout("Title", (Paragraph(plain("word " * 9000)),)),
        Facts((("Label", plain("word " * 9000)),)),
        ListBlock((ListItem(plain("word " * 9000)),) * 2),
        Form("Form", tuple(FormField(f"Blank {n}", "hint", 3) for n in range(80))),
        Table("word " * 3000, COLUMNS, rows(("a", "b", "c", "d", "e"))),
        Table("Heads", (Column("word " * 400), Column("b")), rows(("a", "b"))),
        SignatureBox("Seal", "word " * 300, "meaning", "signer"),
    ],
    ids=["heading", "one word", "callout", "facts", "list", "form", "caption", "head", "signature"],
)
def test_any_block_may_be_longer_than_a_page(kept, block):
    result = kept((block, text("the end")), but={"rows whole", "no heading last"})

    assert "theend" in shown(result)


def test_a_table_to_fill_in_by_hand_may_be_longer_than_a_page(kept):
    table = Form("Form", (FormField("Table", "", 200, ("One", "Two")),))

    result = kept((table, text("the end")), but={"no page blank"})

    assert all("OneTwo" in "".join(page.split()) for page in page_texts(result.data)[1:])


@pytest.mark.parametrize("unit", ["w", "lorem ipsum "], ids=["one word", "a paragraph"])
def test_eight_times_the_text_takes_no_more_than_its_share_of_time(unit):
    once = seconds((text(unit * (120_000 // len(unit))),))
    many = seconds((text(unit * (960_000 // len(unit))),))

    assert many < 16 * once + 0.2
