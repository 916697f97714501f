"""A plan on a letterhead: theirs to look at, ours to rely on."""

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from app.domain.document import outline as wanted
from app.domain.document.inline import plain
from app.domain.document.tree import Paragraph
from app.export.word.donor.lending import lent_stationery
from app.export.word.donor.reading import read
from app.export.word.outline import outline
from app.export.word.render import render
from tests.integration.export.word.donor.letterheads import (
    ADDRESS,
    EXTERNAL,
    W,
    as_template,
    bare,
    letterhead,
    logo,
    saved,
    with_header,
    with_two_sections,
)
from tests.integration.export.word.reading import find, names, part, value, words
from tests.integration.export.word.specimen import METADATA, document, pages, plan

ROOT = Path(__file__).parents[5]
FACTS = "HVW-IRP-001 · Version 3.2 · 2026-11-20\tCONFIDENTIAL · Page 1 of 7"


def stationery(data, **changes):
    return lent_stationery(read(data), document(**changes), 7)


def with_footer_fields(*fields):
    made = docx.Document(io.BytesIO(letterhead()))
    foot = made.sections[0].footer.paragraphs[0]
    for field in fields:
        foot._p.append(parse_xml(f'<w:fldSimple xmlns:w="{W}" w:instr="{field}"/>'))
    return saved(made)


def test_the_text_of_the_letterhead_is_gone_and_the_plan_is_there(dressed):
    said = words(part(dressed))

    assert "Delete this text" not in said
    assert "Owns the response" in said
    assert outline(dressed) == wanted.outline(plan())


@pytest.mark.parametrize(
    "data", [letterhead(), as_template(letterhead()), bare(), with_two_sections()]
)
def test_the_result_satisfies_the_schemas(data, audited):
    made = render(plan(), pages(), data).data

    assert audited(made) == []
    assert b"template.main" not in rewritten_types(made)


def rewritten_types(data):
    return dict(parts(data))["[Content_Types].xml"]


def test_every_page_bears_the_facts_below_the_footer_of_the_house(dressed):
    for name in ("footer", "footerWide"):
        first, second = words(part(dressed, f"word/{name}.xml")).split("\n")
        assert first == ADDRESS
        assert second == FACTS


def test_a_letterhead_that_counts_pages_is_not_repeated():
    counted = words(stationery(with_footer_fields("PAGE", "NUMPAGES")).pages.footer.content)
    half = words(stationery(with_footer_fields("PAGE")).pages.footer.content)

    assert counted.endswith("2026-11-20\tCONFIDENTIAL")
    assert half.endswith("Page 1 of 7")


def test_a_letterhead_without_footer_gets_the_facts_alone():
    assert words(stationery(bare()).pages.footer.content) == FACTS


def test_the_facts_end_at_the_edge_of_the_sheet_they_stand_on(dressed):
    upright, lying = part(dressed, "word/footer.xml"), part(dressed, "word/footerWide.xml")
    lent = read(letterhead()).upright

    ends = [value(foot, "//w:tab[@w:val='right']", "w:pos") for foot in (upright, lying)]
    assert ends == [str(lent.text_width), str(lent.text_width + lent.height - lent.width)]


def test_the_logo_stands_on_every_page_and_is_stored_once(dressed):
    media = [name for name in names(dressed) if "letterhead" in name]

    assert media == ["word/media/letterhead1.png"]
    for name in ("header", "headerWide", "headerCover"):
        (blip,) = find(part(dressed, f"word/{name}.xml"), "//a:blip")
        (relation,) = [
            one
            for one in part(dressed, f"word/_rels/{name}.xml.rels")
            if one.get("Id") in blip.values()
        ]
        assert relation.get("Target") == "media/letterhead1.png"
    assert logo() in [content for _, content in parts(dressed)]


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def test_the_logo_is_read_aloud_as_the_organisation(dressed):
    assert value(part(dressed, "word/header.xml"), "//wp:docPr", "descr") == "Harbour & Vale Water"


def test_the_cover_takes_the_first_page_of_the_letterhead(dressed):
    cover = part(dressed, "word/headerCover.xml")
    wide = value(cover, "//wp:extent", "cx")

    assert int(wide) > int(value(part(dressed, "word/header.xml"), "//wp:extent", "cx"))
    assert words(part(dressed, "word/footerCover.xml")) == ADDRESS
    assert not find(part(dressed), "//w:pgBorders")


def test_the_sheets_are_those_of_the_letterhead(dressed):
    upright, lying = (
        find(part(dressed), f"//w:pgSz[@w:orient='{way}']")[0] for way in ("portrait", "landscape")
    )

    assert upright.values()[:2] == lying.values()[:2][::-1]
    assert value(part(dressed), "(//w:pgMar)[1]", "w:top") == str(
        read(letterhead()).upright.margins.top
    )


def test_a_draft_is_marked_on_every_kind_of_page():
    made = stationery(letterhead(), watermark="DRAFT")

    heads = (made.cover.header, made.pages.header, made.turned_pages.header)
    assert [value(head.content, ".//v:textpath[@string]", "string") for head in heads] == [
        "DRAFT"
    ] * 3
    assert not find(stationery(letterhead()).pages.header.content, ".//v:textpath")


def test_a_draft_on_a_letterhead_without_header_is_marked_too():
    made = stationery(bare(), watermark="DRAFT")

    assert find(made.pages.header.content, ".//v:textpath[@string='DRAFT']")


def test_even_pages_of_a_letterhead_bear_the_facts_too(audited):
    doc = docx.Document(io.BytesIO(letterhead()))
    doc.settings.odd_and_even_pages_header_footer = True
    doc.sections[0].even_page_footer.paragraphs[0].text = "left"

    made = render(plan(), pages(), saved(doc)).data

    assert words(part(made, "word/footerEven.xml")) == f"left\n{FACTS}"
    assert find(part(made, "word/settings.xml"), "w:evenAndOddHeaders")
    assert find(part(made, "word/headerEven.xml"), "//v:textpath[@string='DRAFT']")
    assert audited(made) == []


def test_heads_of_tables_wear_the_colour_of_the_house(dressed):
    assert not find(part(dressed), "//w:shd[@w:fill='12355B']")
    assert find(part(dressed), "//w:shd[@w:fill='7A1F5C']")
    assert find(part(dressed), "//w:shd[@w:fill='B3261E']")  # severities mean something


def test_words_that_look_like_a_colour_are_not_exchanged():
    made = render(document(Paragraph(plain("12355B"))), {}, letterhead()).data

    assert "12355B" in words(part(made))


def test_nothing_of_the_letterhead_acts_or_leads_outside():
    hostile = with_header(
        "<w:r><w:object/></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        "<w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        "<w:r><w:pict><v:shape id='s'><v:imagedata r:id='rIdX'/></v:shape></w:pict></w:r>",
        {"rIdX": ("image", "https://example.org/track.png", EXTERNAL)},
    )

    made = render(document(), {}, hostile).data

    everything = b"".join(content for _, content in parts(made))
    for trace in (b"DDE", b"track.png", b"w:object", b"vbaProject", b"attachedTemplate"):
        assert trace not in everything
    assert not any("embeddings" in name or "customXml" in name for name in names(made))


def test_styles_of_the_plan_can_be_restyled_through_its_own_export():
    first = render(plan(), pages()).data
    restyled = docx.Document(io.BytesIO(first))
    restyled.styles["Table Text"].font.name = "Courier New"

    again = render(plan(), pages(), saved(restyled)).data

    style = "w:style[@w:styleId='TableText']/w:rPr/w:rFonts"
    assert value(part(again, "word/styles.xml"), style, "w:ascii") == "Courier New"
    assert outline(again) == wanted.outline(plan())


def test_blank_facts_leave_no_stray_separators():
    blank = replace(METADATA, sharing_label="")

    assert words(stationery(bare(), metadata=blank).pages.footer.content).endswith("\tPage 1 of 7")


def test_the_same_plan_and_letterhead_make_the_same_bytes_in_other_processes(dressed):
    script = (
        "import sys; from app.export.word.render import render;"
        "from tests.integration.export.word.specimen import pages, plan;"
        "from tests.integration.export.word.donor.letterheads import letterhead;"
        "sys.stdout.buffer.write(render(plan(), pages(), sys.stdin.buffer.read()).data)"
    )

    digests = {
        hashlib.sha256(
            subprocess.run(
                [sys.executable, "-c", script],
                cwd=ROOT,
                env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
                input=letterhead(),
                capture_output=True,
                check=True,
            ).stdout
        ).hexdigest()
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }

    assert digests == {hashlib.sha256(dressed).hexdigest()}
