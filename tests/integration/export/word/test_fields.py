"""Fields carry an instruction of ours and the result as text."""

from app.export.word.fields import field, number_of, page_of, sequence
from app.export.word.oxml import w
from tests.integration.export.word.reading import find


def test_a_field_opens_instructs_separates_shows_and_closes():
    holder = w("p", *field(page_of("_Toc000001"), "7"))

    marks = [mark.values()[0] for mark in find(holder, ".//w:fldChar")]
    assert marks == ["begin", "separate", "end"]
    assert [made.text for made in find(holder, ".//w:instrText")] == [r" PAGEREF _Toc000001 \h "]
    assert [made.text for made in find(holder, ".//w:t")] == ["7"]


def test_a_cached_result_is_text_even_when_it_looks_like_a_field():
    holder = w("p", *field(sequence("Table"), "{ DDEAUTO cmd }"))

    assert [made.text for made in find(holder, ".//w:t")] == ["{ DDEAUTO cmd }"]
    assert len(find(holder, ".//w:instrText")) == 1


def test_the_result_of_a_field_can_look_like_a_link():
    holder = w("p", *field(number_of("_Toc000001"), "2.1", "Hyperlink"))

    (result,) = find(holder, "w:r[w:t]")
    assert find(result, "w:rPr/w:rStyle[@w:val='Hyperlink']")
    assert "REF _Toc000001" in (find(holder, ".//w:instrText")[0].text or "")
