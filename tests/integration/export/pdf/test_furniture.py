from dataclasses import replace

from app.export.pdf.render import render
from tests.integration.export.pdf.conftest import page_texts
from tests.integration.export.pdf.sample import document, text


def words(plan):
    return [" ".join(page.split()) for page in page_texts(render(plan).data)]


def test_header_and_footer_run_on_every_page_but_the_cover():
    cover, page = words(document(body=(text("x"),)))

    assert "Halden Valley Water — Incident Response Plan TLP:AMBER+STRICT" in page
    assert "HVW-IRP-001 · Version 3.2 · 2026-11-20" in page
    assert "Page 2 of 2" in page
    assert "Page 1" not in cover
    assert "TLP:AMBER+STRICT" in cover


def test_words_of_the_furniture_come_from_the_plan():
    plan = document(body=(text("x"),))
    german = replace(plan.wording, page="Seite", of="von", version="Fassung")

    page = words(replace(plan, wording=german))[1]

    assert "Seite 2 von 2" in page
    assert "Fassung 3.2" in page


def test_a_watermark_is_printed_on_every_page():
    assert all("DRAFT" in page for page in words(document("DRAFT", (text("x"),))))


def test_long_names_do_not_run_into_the_label():
    plan = document(body=(text("x"),))
    long = replace(plan.metadata, organisation="O" * 400)

    page = words(replace(plan, metadata=long))[1]

    assert "… TLP:AMBER+STRICT" in page
