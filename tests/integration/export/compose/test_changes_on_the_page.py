"""The annex of changes as files: seen, heard, and the same in both formats."""

import io
import re
import zipfile
from dataclasses import replace

import pikepdf
import pytest

from app.domain.document.outline import differences, outline
from app.domain.document.tree import Document
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Section
from app.export.compose.plan_document import compose
from app.export.pdf.render import render as render_pdf
from app.export.word.outline import outline as outline_of_word
from app.export.word.render import render as render_word
from app.services.changes.since import Since
from tests.builders import HOSTILE, NOON, plan_with, rid, role
from tests.integration.export.pdf.checking import elements, findings
from tests.integration.export.pdf.conftest import page_texts
from tests.labels import ENGLISH
from tests.unit.export.compose.judged import judged

REST = " ".join(f"word{at}" for at in range(40))
PROFILE = Profile(legal_name="Northwind", document_id="N-1")


def composed(before: str, after: str) -> Document:
    old = Section(rid("scope"), "Scope", before)
    lead = role("lead", "Lead", duties=(REST,))
    plan = plan_with(replace(old, prose=after), replace(lead, duties=(after,)), profile=PROFILE)
    since = Since("1.0", plan_with(old, lead, profile=PROFILE))
    return compose(judged(plan), ENGLISH, False, NOON, since=since)


@pytest.fixture(scope="module")
def document() -> Document:
    return composed(f"{REST} within four hours. {REST}", f"{REST} within two hours. {REST}")


@pytest.fixture(scope="module")
def pdf(document: Document) -> bytes:
    return render_pdf(document).data


@pytest.fixture(scope="module")
def docx(document: Document) -> bytes:
    return render_word(document, {}).data


def test_the_annex_is_printed_last_with_what_went_and_came(pdf):
    last = " ".join(page_texts(pdf)[-1].split())

    assert "Changes since version 1.0" in last
    assert "within four two hours. word0" in last
    assert "…" in last


def test_a_screen_reader_hears_what_went_and_what_came(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        heard = [str(one.Alt) for one in elements(opened) if one.get("/S") == "/Span"]

    assert heard[:2] == ["deleted: four", "inserted: two"]


def test_the_file_is_as_sound_as_any_other(pdf):
    assert findings(pdf) == []


def test_word_shows_formatted_text_and_no_tracked_changes(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        main = archive.read("word/document.xml").decode()
        sheet = archive.read("word/styles.xml").decode()

    assert re.search(r'<w:rStyle w:val="DeletedText"/></w:rPr><w:t[^>]*>four</w:t>', main)
    assert re.search(r'<w:rStyle w:val="InsertedText"/></w:rPr><w:t[^>]*>two</w:t>', main)
    assert "<w:ins " not in main
    assert "<w:del " not in main
    assert '<w:strike/><w:color w:val="9A2018"/>' in sheet


def test_both_formats_carry_the_same_headings_and_tables(document, docx):
    assert differences(outline(document), outline_of_word(docx)) == ()
    assert "Roles" in [table.caption for table in outline(document).tables]


def test_equal_plans_give_equal_bytes(document, pdf, docx):
    assert render_pdf(document).data == pdf
    assert render_word(document, {}).data == docx


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_can_come_and_go(text):
    made = composed(f"{text} {REST} b", f"a {REST} {text}{text}")

    assert findings(render_pdf(made).data) == []
    assert differences(outline(made), outline_of_word(render_word(made, {}).data)) == ()


def test_a_text_rewritten_from_end_to_end_breaks_over_pages():
    words = [" ".join(f"{name}{at}." for at in range(20_000)) for name in ("old", "new")]

    made = render_pdf(composed(*words))

    assert "new0." in " ".join(page_texts(made.data)[-1].split())
