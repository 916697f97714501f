from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from pyhanko.pdf_utils.reader import PdfFileReader

from app.signing.pdf_typeface import typeset
from tests.integration.signing.samples import FONT


def test_characters_the_font_lacks_become_question_marks():
    text, _ = typeset("Ada 漢字\nΓδ", FONT, 8)

    assert text == "Ada ??\nΓδ"


def test_the_font_is_cut_down_to_the_text_in_the_units_of_pdf():
    _, face = typeset("Ada", FONT, 8)

    with TTFont(BytesIO(face.data)) as font:
        assert font["head"].unitsPerEm == 1000
        assert set(font.getBestCmap()) == {ord(char) for char in "Ada?"}
    assert len(face.data) < 20_000


def test_the_embedded_widths_are_those_of_the_embedded_glyphs(sealed_pdf):
    reader = PdfFileReader(BytesIO(sealed_pdf))
    stamp = reader.root["/AcroForm"]["/Fields"][0]["/AP"]["/N"]
    font = next(iter(_fonts(stamp)))
    described = font["/DescendantFonts"][0]
    program = BytesIO(described["/FontDescriptor"]["/FontFile2"].data)

    first, widths = described["/W"][0], described["/W"][1]

    with TTFont(program) as embedded:
        name = embedded.getGlyphOrder()[int(first)]
        assert float(widths[0]) == pytest.approx(embedded["hmtx"][name][0], abs=1)


def _fonts(form):
    resources = form["/Resources"]
    for font in resources["/Font"].values() if "/Font" in resources else ():
        yield font.get_object()
    for inner in resources["/XObject"].values() if "/XObject" in resources else ():
        yield from _fonts(inner.get_object())
