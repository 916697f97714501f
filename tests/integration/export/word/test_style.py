"""Style definitions are what Word expects of its own and of ours."""

from app.export.theme import Typography
from app.export.word.oxml import w
from app.export.word.style import Kind, character_style, paragraph_style, table_style
from tests.integration.export.word.reading import find, value

FACE = Typography(9.5, 14.0, "#112233", weight=600, before=1, after=2)


def made(*styles):
    return w("styles", *styles)


def test_a_style_of_ours_is_marked_as_such_and_word_s_own_is_not():
    ours, words = (
        made(paragraph_style(Kind("Lead"), FACE)),
        made(paragraph_style(Kind("Body Text"), FACE)),
    )

    assert value(ours, "w:style", "w:customStyle") == "1"
    assert value(words, "w:style", "w:customStyle") == ""
    assert value(words, "w:style", "w:styleId") == "BodyText"


def test_typography_becomes_twips_and_half_points():
    sheet = made(paragraph_style(Kind("Lead"), FACE))

    assert value(sheet, ".//w:sz") == "19"
    assert value(sheet, ".//w:spacing", "w:line") == "280"
    assert value(sheet, ".//w:spacing", "w:after") == "40"
    assert value(sheet, ".//w:b") == "1"
    assert value(sheet, ".//w:color") == "112233"


def test_paragraph_properties_are_put_into_schema_order():
    style = paragraph_style(Kind("Lead"), FACE, w("outlineLvl", val=0), w("keepNext"))

    order = [child.tag.rpartition("}")[2] for child in find(style, "w:pPr")[0]]
    assert order == ["keepNext", "spacing", "outlineLvl"]


def test_character_and_table_styles_have_their_sort():
    sheet = made(
        character_style(Kind("Code"), w("noProof")),
        table_style(Kind("Plan Table"), w("top", val="single")),
    )

    assert [style.values()[0] for style in find(sheet, "w:style")] == ["character", "table"]
    assert len(find(sheet, ".//w:tblBorders/w:top")) == 1
