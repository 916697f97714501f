"""What a screen reader needs, asked of the whole specimen and of a plan on a letterhead."""

import io
from itertools import pairwise

import docx
import pytest

from app.export.word.render import render
from tests.integration.export.word.donor.letterheads import letterhead
from tests.integration.export.word.reading import find, part, value, words
from tests.integration.export.word.specimen import pages, plan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module", params=["plain", "letterhead"])
def made(request, rendered: bytes) -> bytes:
    if request.param == "plain":
        return rendered
    return render(plan(), pages(), letterhead()).data


def test_title_and_language_are_told(made):
    said = docx.Document(io.BytesIO(made)).core_properties

    assert said.title == "Incident Response Plan"
    assert said.language == "en-GB"
    assert value(part(made, "word/styles.xml"), "w:docDefaults//w:lang", "w:val") == "en-GB"
    assert value(part(made, "word/settings.xml"), "w:themeFontLang") == "en-GB"


def test_word_opens_it_in_todays_mode(made):
    mode = "w:compat/w:compatSetting[@w:name='compatibilityMode']"

    assert value(part(made, "word/settings.xml"), mode) == "15"


def test_headings_never_skip_a_level(made):
    styles = [mark.get(f"{W}val", "") for mark in find(part(made), "//w:pPr/w:pStyle")]
    levels = [int(style[7]) for style in styles if style.startswith("Heading")]

    assert levels
    assert levels[0] == 1
    assert all(level <= before + 1 for before, level in pairwise(levels))


def test_pictures_have_a_title_and_words_for_those_who_cannot_see_them(made):
    drawings = find(part(made), "//wp:docPr")

    assert drawings
    for drawing in drawings:
        assert drawing.get("title") == "Communication tree"
        assert drawing.get("descr", "").startswith("The Incident Commander informs")


def test_pictures_are_vectors_with_pixels_beside_them(made):
    relations = {one.get("Id"): one.get("Target") for one in part(made, RELATIONS)}
    embedded = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"

    pairs = [
        (
            relations[blip.get(embedded)],
            relations[find(blip, ".//asvg:svgBlip")[0].get(embedded)],
        )
        for blip in find(part(made), "//a:blip")
    ]

    assert pairs == [("media/figure1.png", "media/figure1.svg")]


RELATIONS = "word/_rels/document.xml.rels"


def test_tables_say_what_they_are_for_and_repeat_their_heads(made):
    tables = [
        table
        for table in find(part(made), "//w:tbl")
        if value(table, "w:tblPr/w:tblStyle") == "PlanTable"
    ]

    assert len(tables) == 4
    for table in tables:
        assert value(table, "w:tblPr/w:tblCaption")
        assert value(table, "w:tblPr/w:tblDescription")
        assert value(table, "w:tblPr/w:tblLook", "w:firstRow") == "1"
        first, *others = find(table, "w:tr")
        assert find(first, "w:trPr/w:tblHeader")
        assert find(first, "w:trPr/w:cantSplit")
        assert not any(find(row, "w:trPr/w:tblHeader") for row in others)


def test_no_table_has_cells_merged_or_split_but_heads_of_signatures(made):
    assert not find(part(made), "//w:vMerge | //w:hMerge")


def test_captions_count_and_their_shown_numbers_are_in_order(made):
    for kind, count in (("Table", 4), ("Figure", 1)):
        captions = [
            caption
            for caption in find(part(made), "//w:p[w:pPr/w:pStyle/@w:val='Caption']")
            if any(f"SEQ {kind}" in (told.text or "") for told in find(caption, ".//w:instrText"))
        ]
        said = [words(caption).split(".")[0] for caption in captions]
        assert said == [f"{kind} {number}" for number in range(1, count + 1)]


def test_references_are_fields_or_links_that_lead_somewhere(made):
    main = part(made)
    placed = {mark.get(f"{W}name") for mark in find(main, "//w:bookmarkStart")}

    told = [(each.text or "").split() for each in find(main, "//w:instrText")]
    targets = [words_[1] for words_ in told if words_[0] in {"REF", "PAGEREF"}]
    assert len(targets) == 10
    assert set(targets) <= placed


def test_the_contents_are_filled_in_before_anybody_refreshes_them(made):
    listed = find(part(made), "//w:sdt//w:p")

    assert len(listed) >= 8
    assert "Purpose and scope\t3" in words(listed[0])


def test_wide_tables_stand_on_turned_sheets(made):
    sections = find(part(made), "//w:sectPr/w:pgSz")
    turned = [size for size in sections if size.get(f"{W}orient") == "landscape"]

    assert len(turned) == 1
    assert int(turned[0].get(f"{W}w", "0")) > int(turned[0].get(f"{W}h", "0"))


def test_no_paragraph_is_empty_but_where_a_cell_or_two_tables_need_one(made):
    for one in find(part(made), "/w:document/w:body/w:p"):
        if find(one, ".//w:t | .//w:drawing | .//w:pict | w:pPr/w:sectPr"):
            continue
        neighbours = (one.getprevious(), one.getnext())
        assert all(each is not None and each.tag == f"{W}tbl" for each in neighbours)
