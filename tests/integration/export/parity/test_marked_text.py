"""Text is read back from marks, whatever it looks like."""

import io

import pikepdf
import pytest

from app.domain.document.inline import plain
from app.domain.document.tree import Heading, Paragraph
from app.export.parity.marked_text import Alphabets, MarkedTexts
from app.export.pdf.render import render
from tests.integration.export.word.specimen import document

FONTS = b"beginbfchar\n<41> <0041>\n<42> <03A9>\n<28> <0028>\n<0a> <000A>\nendbfchar"


@pytest.fixture
def page():
    pdf = pikepdf.new()
    pdf.add_blank_page()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, ToUnicode=pikepdf.Stream(pdf, FONTS))
    made = pdf.pages[0].obj
    made.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))

    def content(*streams: bytes):
        parts = [pikepdf.Stream(pdf, data) for data in streams]
        made.Contents = pikepdf.Array(parts) if len(parts) > 1 else parts[0]
        return MarkedTexts(made, Alphabets())

    yield content
    pdf.close()


def mark(number, text):
    return b"/P <</MCID %d>> BDC\nBT /F1 9 Tf (%b) Tj ET\nEMC\n" % (number, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"AB", "AΩ"),
        (b"\\101\\102", "AΩ"),
        (b"A\\\nB", "AΩ"),
        (b"\\(A\\)", "(A)"),
        (b"\\\\A", "\\A"),
        (b"A\\nB", "A\nΩ"),
        (b"EMC", "EMC"),
        (b"/MCID 7>> BDC", "/MCID 7>> ΩDC"),
        (b"", ""),
    ],
)
def test_text_is_decoded_as_its_font_says(page, text, said):
    found = page(mark(3, text) + mark(4, b"A"))

    assert found.of(3) == said
    assert found.of(4) == "A"
    assert found.of(7) == ""


def test_what_stands_outside_marks_is_no_content(page):
    found = page(b"/Artifact BMC BT /F1 9 Tf (A) Tj ET EMC " + mark(0, b"B") + b"(A) Tj")

    assert found.of(0) == "Ω"


def test_a_mark_may_go_on_in_another_stream(page):
    found = page(b"/P <</MCID 0>> BDC BT /F1 9 Tf (A) Tj", b"(B) Tj ET EMC")

    assert found.of(0) == "AΩ"


def test_a_font_without_an_alphabet_says_its_codes(page):
    assert page(mark(0, b"AB").replace(b"F1", b"F9")).of(0) == "AB"


@pytest.mark.parametrize("text", ["(EMC) /MCID 0>> BDC", "Ωμέγα — “quoted” (b\\c)", "Ж ☐☑"])
def test_text_of_our_own_files_comes_back(text):
    data = render(document(Heading(1, text, "a"), Paragraph(plain("EMC")))).data

    with pikepdf.open(io.BytesIO(data)) as pdf:
        alphabets = Alphabets()
        said = [MarkedTexts(one.obj, alphabets).of(mark) for one in pdf.pages for mark in range(4)]

    assert any(text in each for each in said)
