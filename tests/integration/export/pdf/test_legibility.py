import pytest

from app.domain.document.tree import Column, Heading, Table
from app.export.pdf.legibility import runs_backwards
from app.export.pdf.render import render
from tests.integration.export.pdf.sample import cell, document, text

HEADING = Heading(1, "Contacts", "contacts")


def said(*body):
    return render(document(body=body)).remarks


def test_what_every_typeface_has_needs_no_remark():
    assert said(HEADING, text("Ἑλένη, Пётр, Zoë ☐ →")) == ()


def test_a_character_that_nobody_has_is_named_with_its_place():
    (remark,) = said(text("plain"), HEADING, Table("T", (Column("漢"),), ((cell("x"),),)))

    assert remark == (
        "“1 Contacts” (page 2): no bundled typeface has 漢 (U+6F22); "
        "the PDF shows \ufffd instead, the Word file has it."
    )


def test_what_stands_before_the_first_heading_has_a_place_too():
    (remark,) = said(text("🔥"))

    assert remark.startswith("Cover and running heads: no bundled typeface has 🔥 (U+1F525)")


def test_text_from_right_to_left_is_remarked():
    (remark,) = said(HEADING, text("שלום"))

    assert remark.startswith("“1 Contacts” (page 2): the PDF sets the letters ")
    assert "(U+05D5), " in remark


def test_a_remark_names_no_more_than_a_few():
    (remark,) = said(HEADING, text("".join(chr(0x4E00 + n) for n in range(30))))

    assert remark.count("U+4E") == 8
    assert "and 22 more" in remark


def test_each_place_has_a_remark_of_its_own():
    twice = said(HEADING, text("漢漢"), Heading(1, "Other", "other"), text("漢"))

    assert [remark[:7] for remark in twice] == ["“1 Conta"[:7], "“2 Other"[:7]]


@pytest.mark.parametrize("words", ["plain", "Ἑλένη", "漢字"])
def test_left_to_right_is_no_matter(words):
    assert not runs_backwards(words)


@pytest.mark.parametrize("words", ["שלום", "see مرحبا"])
def test_right_to_left_is(words):
    assert runs_backwards(words)
