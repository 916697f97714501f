"""Running heads and feet identify every page."""

from dataclasses import replace

from app.export.word.page import TURNED, UPRIGHT
from app.export.word.running import cover_header, empty_footer, footer, header
from tests.builders import WORDING
from tests.integration.export.word.reading import find, value, words
from tests.integration.export.word.specimen import METADATA, document


def test_the_head_names_organisation_title_and_sharing_label():
    made = header(document(), UPRIGHT, 1)

    assert words(made) == "Harbour & Vale Water — Incident Response Plan\tCONFIDENTIAL"


def test_the_foot_names_document_version_date_and_page():
    made = footer(document(), UPRIGHT, 48)

    assert words(made) == "HVW-IRP-001 · Version 3.2 · 2026-11-20\tPage 1 of 48"
    instructions = [(made.text or "").strip() for made in find(made, ".//w:instrText")]
    assert instructions == ["PAGE", "NUMPAGES"]


def test_the_foot_speaks_the_language_of_the_plan():
    german = replace(
        document(), wording=replace(WORDING, page="Seite", of="von", version="Fassung")
    )

    assert words(footer(german, UPRIGHT, 9)).endswith("Fassung 3.2 · 2026-11-20\tSeite 1 von 9")


def test_blank_facts_leave_no_stray_separators():
    blank = replace(METADATA, document_id="", version="", organisation="")

    assert words(footer(document(metadata=blank), UPRIGHT, 1)).startswith("2026-11-20\t")
    assert words(header(document(metadata=blank), UPRIGHT, 1)).startswith("Incident")


def test_the_right_edge_follows_the_sheet():
    upright, turned = header(document(), UPRIGHT, 1), header(document(), TURNED, 2)

    assert value(upright, ".//w:tabs/w:tab", "w:pos") == str(UPRIGHT.text_width)
    assert value(turned, ".//w:tabs/w:tab", "w:pos") == str(TURNED.text_width)


def test_a_draft_is_marked_on_every_kind_of_page():
    draft = document(watermark="DRAFT")

    made = [cover_header(draft), header(draft, UPRIGHT, 1), header(draft, TURNED, 2)]

    assert {value(each, ".//v:textpath[@string]", "string") for each in made} == {"DRAFT"}
    assert len({value(each, ".//v:shape", "id") for each in made}) == 3


def test_the_cover_has_no_running_text():
    assert words(cover_header(document())) == ""
    assert words(empty_footer()) == ""
