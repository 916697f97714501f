"""Paragraphs carry their style, captions their count."""

from app.export.word.oxml import w
from app.export.word.paragraphs import caption, gap, on_new_page, paragraph
from tests.integration.export.word.reading import find, value, words


def test_captions_count_by_kind(scope):
    made = [caption(kind, "Text", "", scope) for kind in ("Table", "Figure", "Table")]

    assert [words(each) for each in made] == ["Table 1. Text", "Figure 1. Text", "Table 2. Text"]


def test_a_table_caption_stays_with_the_table_and_a_figure_caption_does_not_bind(scope):
    above = caption("Table", "Text", "", scope)
    below = caption("Figure", "Text", "", scope)

    assert value(above, "w:pPr/w:keepNext") == ""
    assert value(below, "w:pPr/w:keepNext") == "0"


def test_a_page_break_stands_where_the_schema_wants_it():
    kept = paragraph("Caption", (), w("keepNext"), w("numPr"))

    (broken,) = on_new_page([kept])

    order = [child.tag.rpartition("}")[2] for child in broken[0]]
    assert order == ["pStyle", "keepNext", "pageBreakBefore", "numPr"]


def test_a_table_is_moved_to_a_new_page_by_the_gap_before_it():
    table = w("tbl")

    moved = on_new_page([table])

    assert find(moved[0], "w:pPr/w:pageBreakBefore")
    assert moved[1] is table


def test_a_gap_is_an_empty_paragraph():
    assert words(gap()) == ""
    assert value(gap(), "w:pPr/w:pStyle") == "TableGap"


def test_a_caption_without_words_is_its_count(scope):
    assert words(caption("Table", " ", "", scope)) == "Table 1"
