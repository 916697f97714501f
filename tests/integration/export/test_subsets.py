from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from app.export.operators import ESCAPED
from app.export.subsets import Subsets
from app.export.typefaces import Face, characters_of, font

DRAWN = sorted(characters_of(Face.REGULAR) - {0xA0})
LETTERS = "".join(map(chr, DRAWN))


@pytest.fixture
def canvas():
    font(Face.REGULAR)
    return Canvas(BytesIO())


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(LETTERS, max_size=200), max_size=5))
def test_codes_are_those_reportlab_gives(texts):
    canvas: Any = Canvas(BytesIO())
    subsets, face = Subsets(canvas), font(Face.REGULAR)

    for text in texts:
        stretches = subsets.codes(text, Face.REGULAR) if text else []
        expected = [
            (
                face.getSubsetInternalName(subset, canvas._doc),
                "".join(ESCAPED[code] for code in codes),
            )
            for subset, codes in face.splitString(text, canvas._doc)
        ]
        assert "".join(codes for _, codes in stretches) == "".join(codes for _, codes in expected)
        assert {name for name, _ in stretches} == {name for name, _ in expected}


def test_more_characters_than_one_subset_holds_are_shown_in_several(canvas):
    text = LETTERS[:600]

    names = {name for name, _ in Subsets(canvas).codes(text, Face.REGULAR)}

    assert len(names) >= 3


def test_a_text_met_before_is_said_the_same_way(canvas):
    subsets = Subsets(canvas)

    assert subsets.codes("(same)", Face.REGULAR) == subsets.codes("(same)", Face.REGULAR)


def test_the_fonts_named_are_embedded(canvas):
    [(name, codes)] = Subsets(canvas).codes("word", Face.REGULAR)
    canvas.addLiteral(f"BT 1 0 0 1 50 50 Tm {name} 10 Tf ({codes}) Tj ET")
    canvas.showPage()

    with pikepdf.open(BytesIO(canvas.getpdfdata())) as pdf:
        fonts = pdf.pages[0].Resources["/Font"]
        assert "/FontFile2" in fonts[name]["/FontDescriptor"]
