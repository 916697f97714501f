"""What people type is data: it comes out of every format as it went in, and does nothing."""

import json
import re
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
import vobject

from app.bootstrap import DEFAULT_TEMPLATE, workshop
from app.paths import AppPaths
from app.services.exporting import ExportOptions, ExportResult
from tests.fakes import FakeClock
from tests.integration.export.pdf.checking import findings
from tests.integration.export.pdf.conftest import page_texts
from tests.integration.export.word.reading import part, words

pytestmark = pytest.mark.no_cover

PAYLOADS = {
    "T01 image": '<b>Approved</b><img src="file:///etc/passwd">',
    "T02 share": r"\\evil.example\share\x.png",
    "T03 font": '<font color="red" size="99">red</font>',
    "T04 unclosed": "<b>never closed",
    "T05 signs": "a < b & c > d &amp; &#65;",
    "T06 template": "{{ 7*7 }} {% raw %} ${7*7}",
    "T09 word": "</w:t></w:r><w:r><w:t>",
    "T10 formula": "=cmd|' /C calc'!A0 +1 -2+3 @SUM(A1)",
    "T11 lines": "ATTENDEE:mailto:evil@x.example",
    "T15 scripts": "Zoë Пётр Ελένη e\u0301",
    "T16 sql": "Robert'); DROP TABLE record;--",
    "X01 entity": '<!DOCTYPE x [<!ENTITY y "z">]>&y;',
    "X02 comment": "--> <!-- ]]>",
    "X03 field": "DDEAUTO c:\\windows\\calc.exe",
    "X04 pdf": "(x) Tj ET /JS (app.alert) endobj",
}
DEAD_LINKS = ("javascript:alert(1)", "file:///etc/passwd", "ms-msdt:/id", "http://plain.example")
GOOD_LINK = "https://good.example/"
UNDRAWABLE = "🚑 مرحبا שלום"
"""No bundled typeface has the first; the others run from right to left."""
WORD_OF_100_KB = "w" * 100_000
CELL_OF_TEN_PAGES = " ".join(f"duty{at}" for at in range(9_000))


def toml(text: str) -> str:
    """A TOML literal of `text`."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def answers() -> str:
    """Every payload as a name, in a table and in prose; the biggest texts once each."""
    people = "".join(
        f"[[people]]\nid = 'p{at}'\nname = {toml(text)}\ntitle = {toml(text)}\n"
        for at, text in enumerate(PAYLOADS.values())
    )
    links = " ".join(f"[{url}]({url})" for url in (*DEAD_LINKS, GOOD_LINK))
    prose = "\n\n".join((*PAYLOADS.values(), links))
    return f"""
[answers]
profile.legal_name = {toml(PAYLOADS["T01 image"])}
profile.short_name = {toml(PAYLOADS["T06 template"])}
profile.document_title = {toml("../../<b>CON</b> a/b:*? " + "x" * 300)}
profile.document_id = {toml("../../etc/CON")}
[sections.scope]
text = {toml(WORD_OF_100_KB)}
[sections.definitions]
text = {toml(prose)}
{people}
[[exercises]]
name = {toml(PAYLOADS["T11 lines"])}
on = 2027-03-10
objectives = [{toml(PAYLOADS["T10 formula"])}]
[[roles]]
id = 'lead'
name = {toml(PAYLOADS["T04 unclosed"])}
granted_by = {toml(UNDRAWABLE)}
authority = ["Stop it."]
duties = [{toml(CELL_OF_TEN_PAGES)}]
"""


@dataclass(frozen=True)
class Exported:
    result: ExportResult
    calendar: bytes
    folder: Path

    def file(self, kind: str) -> Path:
        (found,) = self.folder.glob(f"*.{kind}")
        return found


@pytest.fixture(scope="module")
def exported(tmp_path_factory) -> Exported:
    folder = tmp_path_factory.mktemp("hostile")
    made = workshop(AppPaths.below(folder / "home"), FakeClock())
    (folder / "answers.toml").write_text(answers(), "utf-8")
    sheet = made.read_answers(folder / "answers.toml", DEFAULT_TEMPLATE)
    opened = made.create(folder / "plan.irplan", DEFAULT_TEMPLATE, sheet)
    options = ExportOptions(folder / "out", draft=True)
    result = made.exporter().export(opened.judgement, options)
    opened.store.close()
    return Exported(result, made.calendar(opened), folder / "out")


def squeezed(text: str) -> str:
    """Without the blanks and line ends that setting a text in lines adds, composed as drawn."""
    return "".join(text.split()).replace("e\u0301", "é")


@pytest.fixture(scope="module")
def pdf_text(exported) -> str:
    return squeezed("".join(page_texts(exported.file("pdf").read_bytes())))


@pytest.fixture(scope="module")
def word_text(exported) -> str:
    return squeezed(words(part(exported.file("docx").read_bytes())))


@pytest.mark.parametrize("text", PAYLOADS.values(), ids=PAYLOADS)
def test_the_pdf_prints_the_text_itself(pdf_text, text):
    assert squeezed(text) in pdf_text


@pytest.mark.parametrize("text", PAYLOADS.values(), ids=PAYLOADS)
def test_the_word_document_prints_the_text_itself(word_text, text):
    assert squeezed(text) in word_text


def test_nothing_is_computed(pdf_text, word_text):
    for said in (pdf_text, word_text):
        assert "{{7*7}}" in said
        assert "root:x:0" not in said


def test_another_reader_of_the_pdf_agrees(exported, tool):
    done = subprocess.run(
        [tool("pdftotext"), str(exported.file("pdf")), "-"], check=True, capture_output=True
    )

    said = squeezed(done.stdout.decode())
    assert squeezed(PAYLOADS["T01 image"]) in said
    assert squeezed(PAYLOADS["T09 word"]) in said


def test_what_no_typeface_can_draw_stays_in_word_and_in_the_data_and_is_told(exported, word_text):
    with pikepdf.open(exported.file("pdf")) as pdf:
        data = pdf.attachments["plan.json"].get_file().read_bytes().decode()

    assert squeezed(UNDRAWABLE) in word_text
    assert UNDRAWABLE in data
    assert "🚑" in exported.result.missing_glyphs
    assert "م" not in exported.result.missing_glyphs


def test_formats_agree_on_headings_and_tables(exported):
    assert exported.result.differences == ()


@pytest.mark.parametrize("text", [WORD_OF_100_KB, CELL_OF_TEN_PAGES], ids=["word", "cell"])
def test_a_text_that_is_far_too_long_is_printed_whole(pdf_text, word_text, text):
    assert pdf_text.count("w" * 20) > 0
    wanted = sum(text.count(sign) for sign in "w0123456789")
    for said in (pdf_text, word_text):
        assert sum(said.count(sign) for sign in "w0123456789") >= wanted
    assert squeezed(text) in word_text


def test_only_https_addresses_are_clickable(exported):
    with pikepdf.open(exported.file("pdf")) as pdf:
        addresses = {
            str(annotation.A.URI)
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
            if "/A" in annotation
        }
    with zipfile.ZipFile(exported.file("docx")) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
    outside = set(re.findall(r'Target="([^"]+)" TargetMode="External"', relations))

    assert all(address.startswith("https://") for address in addresses | outside)
    assert GOOD_LINK in addresses
    assert GOOD_LINK in outside


def test_no_script_or_remote_part_gets_into_a_file(exported):
    with pikepdf.open(exported.file("pdf")) as pdf:
        found = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        names = {key for item in found for key in item}
    document = part(exported.file("docx").read_bytes())
    instructions = "".join(
        element.text or "" for element in document.iter() if str(element.tag).endswith("}instrText")
    )

    assert names.isdisjoint({"/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch"})
    assert "DDE" not in instructions


def test_the_pdf_stays_archivable_and_accessible(exported):
    assert findings(exported.file("pdf").read_bytes()) == []


def test_the_word_document_satisfies_the_schemas(exported):
    from openxml_audit import OpenXmlValidator

    found = OpenXmlValidator().validate(exported.file("docx"))

    assert [str(error) for error in found.errors] == []


def test_qpdf_finds_no_fault(exported, tool):
    done = subprocess.run(
        [tool("qpdf"), "--check", str(exported.file("pdf"))],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_file_names_are_plain_whatever_the_title_says(exported):
    for path in exported.folder.iterdir():
        assert re.fullmatch(r"[A-Za-z0-9-]{1,90}\.(pdf|docx)", path.name)


def test_the_calendar_has_one_harmless_event_for_each_reminder(exported):
    events = vobject.readOne(exported.calendar.decode()).vevent_list

    assert [sorted(event.contents) for event in events if "attendee" in event.contents] == []
    assert any(PAYLOADS["T11 lines"] in event.summary.value for event in events)


def test_the_plan_keeps_every_character(exported):
    made = workshop(AppPaths.below(exported.folder.parent / "home"), FakeClock())
    opened = made.open(exported.folder.parent / "plan.irplan", read_only=True)
    opened.store.close()

    assert [person.name for person in opened.plan.people.values()] == list(PAYLOADS.values())


@pytest.mark.parametrize(
    "text",
    ["x" * 1_000_000, "a\x00b", "\u202etxt.exe", "\x1b[2J"],
    ids=["1 MB", "NUL", "bidi", "escape"],
)
def test_what_no_document_can_hold_is_refused_at_the_door(tmp_path, text):
    from app.exchange.answers import AnswersInvalid

    spelled = json.dumps(text)
    (tmp_path / "a.toml").write_text(f"[answers]\nprofile.legal_name = {spelled}", "utf-8")

    with pytest.raises(AnswersInvalid):
        workshop(AppPaths.below(tmp_path)).read_answers(tmp_path / "a.toml", DEFAULT_TEMPLATE)
