"""The laws of layout speak when they are broken, and only then."""

from io import BytesIO

import pikepdf
import pytest

from app.domain.document.tree import Column, Heading, Table
from app.export.pdf.render import render
from tests.integration.export.pdf.laws import LAWS, Reading, broken_laws
from tests.integration.export.pdf.sample import cell, document, text

TALL = Table("Tall", (Column("Key"), Column("Text", 3)), ((cell("key"), cell("word " * 9000)),))
SHORT = (Heading(1, "Scope", "scope"), text("The plan holds everywhere."))


@pytest.fixture
def broken(tool, tmp_path):
    """Return which laws the rendering of a body breaks, once it is harmed."""

    def run(body=SHORT, harm=lambda pdf: None):
        target = BytesIO()
        with pikepdf.open(BytesIO(render(document(body=body)).data)) as pdf:
            harm(pdf)
            pdf.save(target)
        return set(broken_laws(Reading(target.getvalue(), tmp_path, tool("pdftotext"))))

    return run


def draw(code):
    def harm(pdf):
        name = next(iter(pdf.pages[1].obj.Resources.Font.keys()))
        pdf.pages[1].contents_add(f"/Artifact BMC BT {name} {code} ET EMC".encode())

    return harm


def test_a_good_file_keeps_all(broken):
    assert broken() == set()


def test_a_page_without_content_is_seen(broken):
    assert broken(harm=lambda pdf: pdf.add_blank_page()) == {"no page blank"}


def test_a_heading_without_text_behind_it_is_seen(broken):
    assert broken((*SHORT, Heading(2, "Alone", "alone"))) == {"no heading last"}


def test_a_caption_without_its_table_is_seen(broken):
    assert broken((*SHORT, Table("Alone", (), ()))) == {"no heading last"}


def test_a_row_on_two_pages_is_seen(broken):
    assert broken((TALL,)) == {"rows whole"}


def test_words_in_the_margin_are_seen(broken):
    assert broken(harm=draw("9 Tf 5 400 Td (Scope)Tj")) == {"inside margins"}


def test_words_over_words_are_seen(broken):
    twice = "9 Tf 90 300 Td (Scope)Tj 4 2 Td (Scope)Tj"

    assert broken(harm=draw(twice)) == {"nothing covered"}


def test_there_are_no_other_laws():
    seen = {"no page blank", "no heading last", "rows whole", "inside margins", "nothing covered"}

    assert set(LAWS) == seen
