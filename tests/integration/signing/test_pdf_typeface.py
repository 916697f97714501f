from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from pyhanko.pdf_utils.reader import PdfFileReader

from app.signing.pdf_typeface import ALWAYS, Typefaces, is_shown, shapes
from tests.integration.signing.samples import FALLBACK, FONT

BOTH = Typefaces(FONT, FALLBACK)


@pytest.mark.parametrize("text", ["Ada", "Γδ Ñ", "Ж", "שרה", "☑ ⚠ Ada", "ὁ ἄνθρωπος"])
def test_what_either_font_has_is_shown_as_it_is(text):
    made = shapes((text,), BOTH)

    assert made.texts == (text,)
    with TTFont(BytesIO(made.data)) as font:
        assert {ord(char) for char in text} <= set(font.getBestCmap())


def test_characters_no_font_has_become_their_numbers():
    assert shapes(("Ada 漢🔥",), BOTH).texts == ("Ada [U+6F22][U+1F525]",)
    assert shapes(("☑",), Typefaces(FONT)).texts == ("[U+2611]",)


def test_only_what_has_its_shape_is_shown():
    (shown, replaced) = shapes(("E\u0301mile", "漢"), BOTH).texts

    assert shown == "Émile"
    assert is_shown("E\u0301mile", shown)
    assert not is_shown("漢", replaced)


def test_the_font_is_cut_down_to_the_text_in_the_units_of_pdf():
    made = shapes(("Ada",), BOTH)

    with TTFont(BytesIO(made.data)) as font:
        assert font["head"].unitsPerEm == 1000
        assert set(map(chr, font.getBestCmap())) <= {*"Ada", *ALWAYS}
    assert len(made.data) < 20_000


def test_two_fonts_together_stay_small_and_have_the_units_of_pdf():
    made = shapes(("Ada ☑",), BOTH)

    with TTFont(BytesIO(made.data)) as font:
        assert font["head"].unitsPerEm == 1000
        assert font["hmtx"][font.getBestCmap()[ord("☑")]][0] == made.advances["☑"]
    assert len(made.data) < 25_000


def test_text_is_as_wide_as_its_characters():
    made = shapes(("Ada",), BOTH)

    assert made.width("", 10) == 0
    assert made.width("AA", 10) == pytest.approx(2 * made.width("A", 10))
    assert made.width("A", 20) == pytest.approx(2 * made.width("A", 10))


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
