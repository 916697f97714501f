"""The whole renderer: literal text, stable bytes, files Word's rules accept."""

import hashlib
import io
import os
import subprocess
import sys
import time
from pathlib import Path

import docx
import pytest

from app.domain.document.inline import plain
from app.domain.document.tree import (
    Callout,
    Cell,
    Column,
    Cover,
    CrossReference,
    Document,
    Facts,
    Figure,
    Form,
    FormField,
    Heading,
    ListBlock,
    ListItem,
    OpenPoint,
    Paragraph,
    SignatureBox,
    Table,
)
from app.export.word.legible import legible
from app.export.word.render import render
from tests.builders import WORDING
from tests.integration.export.word.reading import find, names, part, words
from tests.integration.export.word.specimen import METADATA, document, pages, plan, tree

ROOT = Path(__file__).parents[4]
HOSTILE = [
    "A & B <c>",
    "</w:t></w:r></w:p>",
    "]]><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "{{ 7*7 }} {% raise %}",
    '{ DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc" }',
    "=cmd|'/C calc'!A0",
    "NUL\0 and ESC\x1b[31m",
    "pay\u202egpj.exe",
    "\ud800 alone",
    "👩‍🚒🏽 שלום مرحبا 漢字 e\u0301",
    "\ufffe\uffff",
    "tab\tand\nline",
    "%s %d {0} \\x00",
    "",
]
FIELDS = {"PAGE", "NUMPAGES", "PAGEREF", "SEQ", "TOC"}


def everywhere(text: str) -> Document:
    """A document that says `text` in every place that takes text."""
    cell = Cell((plain(text),))
    body = (
        Heading(1, text, text),
        Paragraph((*plain(text), OpenPoint(text), CrossReference(text, text))),
        ListBlock((ListItem(plain(text)),)),
        Table(text, (Column(text),), ((cell,),), text + "table"),
        Facts(((text, plain(text)),)),
        Figure(text, text, tree(), text + "figure"),
        Callout(text, (Paragraph(plain(text)),)),
        Form(text, (FormField(text, text),)),
        SignatureBox(text, text, text, text),
    )
    cover = Cover(text, text, text, ((text, text),))
    return Document(METADATA, cover, body, watermark=text, wording=WORDING)


def audited(data: bytes, tmp_path: Path) -> list[str]:
    from openxml_audit import OpenXmlValidator

    file = tmp_path / "made.docx"
    file.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(file).errors]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_literal_everywhere(text, tmp_path):
    data = render(everywhere(text), {}).data

    main = part(data)
    paragraphs = [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
    assert legible(text) in paragraphs
    assert words(main).count(legible(text)) >= 15
    instructions = {(each.text or "").split()[0] for each in find(main, "//w:instrText")}
    assert instructions <= FIELDS
    assert audited(data, tmp_path) == []


def test_the_specimen_satisfies_the_schemas(rendered, tmp_path):
    assert audited(rendered, tmp_path) == []


def test_a_deliberate_fault_is_noticed(rendered, tmp_path):
    broken = rendered_with(rendered, b"<w:tblHeader/>", b"<w:tblHeadache/>")

    assert audited(broken, tmp_path) != []


def rendered_with(data: bytes, old: bytes, new: bytes) -> bytes:
    import zipfile

    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            made.writestr(name, source.read(name).replace(old, new))
    return target.getvalue()


@pytest.mark.parametrize("piece", ["word ", "x", "\n"])
def test_a_long_text_takes_time_in_proportion_and_stays_whole(piece):
    def rendered(size):
        started = time.process_time()
        data = render(document(Paragraph(plain(piece * (size // len(piece))))), {}).data
        return data, time.process_time() - started

    _, once = rendered(100_000)
    data, twice = rendered(200_000)

    assert words(part(data)).count(piece[:1]) >= 200_000 // len(piece)
    assert twice < 4 * once + 0.1


def test_the_same_document_gives_the_same_bytes_in_any_process(rendered):
    script = (
        "import sys;"
        "from tests.integration.export.word.specimen import pages, plan;"
        "from app.export.word.render import render;"
        "sys.stdout.buffer.write(render(plan(), pages()).data)"
    )

    digests = {
        hashlib.sha256(
            subprocess.run(
                [sys.executable, "-c", script],
                cwd=ROOT,
                env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
                capture_output=True,
                check=True,
            ).stdout
        ).hexdigest()
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }

    assert digests == {hashlib.sha256(rendered).hexdigest()}


def test_pages_of_the_pdf_are_the_cached_page_numbers():
    with_pages, without = render(plan(), pages()), render(plan(), {})

    assert "Aims\t3" in words(part(with_pages.data))
    assert "Aims\t…" in words(part(without.data))
    assert with_pages.parts_digest != without.parts_digest


def test_every_word_of_the_document_is_there(rendered):
    said = words(part(rendered))

    for text in ("Owns the response", "Up to €25,000", "Ada Lindqvist", "End of the plan."):
        assert text in said


def test_attachments_stay_with_the_pdf(rendered):
    assert not [name for name in names(rendered) if "embedd" in name]
