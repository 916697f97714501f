"""Text that runs leftwards."""

import pytest

from app.domain.document.inline import Mark, Text, plain
from app.export.word.direction import leftward, pieces
from app.export.word.oxml import w
from app.export.word.paragraphs import caption, on_new_page, paragraph
from app.export.word.runs import runs
from tests.integration.export.word.reading import find, words

HEBREW, ARABIC = "שלום עולם", "مرحبا بالعالم"


@pytest.mark.parametrize("text", [HEBREW, ARABIC, f"(1) {HEBREW} OK", "\u2026 " + ARABIC])
def test_a_text_runs_the_way_of_its_first_letter(text):
    assert leftward(text)
    assert not leftward(f"OK {text}")


@pytest.mark.parametrize("text", ["", "123", "Ωμέγα", "漢字", "👩\u200d🚒"])
def test_all_else_runs_rightwards(text):
    assert not leftward(text)
    assert pieces(text) == [text]


def test_mixed_text_is_cut_where_its_direction_changes():
    text = f"Call {HEBREW}, then {ARABIC}. Done"

    cut = pieces(text)

    assert cut == ["Call ", HEBREW, ", then ", ARABIC, ". Done"]
    assert "".join(cut) == text


def test_runs_and_paragraphs_are_marked(scope):
    bold = Text(f"{HEBREW} OK", frozenset({Mark.BOLD, Mark.ITALIC}))

    made = paragraph("BodyText", runs((bold,), scope), w("jc", val="left"))

    first, second = find(made, "w:r")
    assert [child.tag.rpartition("}")[2] for child in first[0]] == ["b", "bCs", "i", "iCs", "rtl"]
    assert not find(second, "w:rPr/w:rtl")
    assert [child.tag.rpartition("}")[2] for child in made[0]] == ["pStyle", "bidi", "jc"]
    assert words(made) == f"{HEBREW} OK"


def test_a_paragraph_that_begins_rightwards_stays_so(scope):
    made = paragraph("BodyText", runs(plain(f"OK {HEBREW}"), scope))

    assert not find(made, "w:pPr/w:bidi")
    assert find(made, "w:r/w:rPr/w:rtl")


def test_captions_keep_the_order_of_properties(scope):
    made = caption("Table", HEBREW, "", scope)

    assert not find(made, "w:pPr/w:bidi")  # it begins with the word before the number
    (turned,) = on_new_page([paragraph("BodyText", runs(plain(ARABIC), scope))])
    assert [child.tag.rpartition("}")[2] for child in turned[0]] == [
        "pStyle",
        "pageBreakBefore",
        "bidi",
    ]
