"""Exports end to end, judged by programs that know nothing of ours."""

import argparse
import hashlib
import io
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from app.bootstrap import workshop
from app.cli.exits import FAILED, FINDINGS, FINE
from app.cli.export import audiences, formats, joined, print_result
from app.domain.document.audience import Audience
from app.domain.document.outline import outline
from app.domain.plan.changes import put
from app.export.compose.plan_document import compose
from app.export.word.outline import outline as outline_of_word
from app.services.exporting import ExportResult
from app.services.rendering import FileFormat
from tests.builders import NOON, rid
from tests.fakes import FakeClock
from tests.integration.cli.running import Run, irplan
from tests.integration.export.pdf.checking import findings
from tests.integration.export.pdf.conftest import page_texts
from tests.integration.signing.independent import opinion
from tests.labels import ENGLISH


def text_of(pdf: Path, tool) -> str:
    done = subprocess.run([tool("pdftotext"), str(pdf), "-"], check=True, capture_output=True)
    return done.stdout.decode()


def printed_hashes(run: Run) -> dict[str, str]:
    """The SHA-256 that the table gives for each file."""
    rows = re.findall(r"^(\S.*?)\s{2,}.*\s([0-9a-f]{64})$", run.out, re.MULTILINE)
    return {Path(name).suffix: digest for name, digest in rows}


@pytest.fixture(scope="module")
def drafts(begun, tmp_path_factory):
    """A draft of the plan that has only just begun, in a folder that did not exist."""
    folder = tmp_path_factory.mktemp("drafts") / "new" / "folder"
    return irplan("export", begun, "--to", folder, "--draft"), folder


def file_in(folder: Path, kind: str) -> Path:
    (found,) = folder.glob(f"*.{kind}")
    return found


def test_a_draft_is_written_in_both_formats_and_listed(drafts):
    run, folder = drafts

    assert (run.code, run.err) == (FINE, "")
    assert sorted(path.suffix for path in folder.iterdir()) == [".docx", ".pdf"]
    for path in folder.iterdir():
        assert printed_hashes(run)[path.suffix] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert "Content SHA-256: " in run.out
    assert " yes " not in run.out


def test_a_draft_says_so_on_every_page_and_in_its_name(drafts):
    path = file_in(drafts[1], "pdf")

    pages = page_texts(path.read_bytes())

    assert path.stem.endswith("-draft")
    assert len(pages) > 5
    assert all("DRAFT" in page for page in pages)


def test_the_word_draft_is_watermarked(drafts):
    with zipfile.ZipFile(file_in(drafts[1], "docx")) as archive:
        headers = [archive.read(n) for n in archive.namelist() if n.startswith("word/header")]

    assert any(b"DRAFT" in header for header in headers)


def test_a_draft_has_no_signature_and_no_place_for_one(drafts):
    with pikepdf.open(file_in(drafts[1], "pdf")) as pdf:
        assert "/AcroForm" not in pdf.Root
    with zipfile.ZipFile(file_in(drafts[1], "docx")) as archive:
        assert not [name for name in archive.namelist() if name.startswith("_xmlsignatures")]

    assert irplan("verify", file_in(drafts[1], "pdf")).code == FINDINGS
    assert irplan("verify", file_in(drafts[1], "docx")).code == FINDINGS


def test_a_draft_is_never_signed(begun, demo, tmp_path):
    words = ("--sign", demo.file("p12"), "--passphrase-file", demo.folder / "passphrase.txt")

    run = irplan("export", begun, "--to", tmp_path / "out", "--draft", *words)

    assert run.code == FAILED
    assert run.err.startswith("irplan: export.draft-not-signed: ")
    assert not (tmp_path / "out").exists()


def test_a_plan_that_is_not_ready_names_what_blocks_and_writes_nothing(begun, tmp_path):
    run = irplan("export", begun, "--to", tmp_path / "out")

    assert run.code == FAILED
    assert re.match(r"irplan: export\.plan-not-ready: 1 finding blocks a final export: ", run.err)
    assert "export a draft" in run.err
    assert not (tmp_path / "out").exists()


def test_a_wrong_passphrase_is_refused_before_anything_is_written(demo, tmp_path, secret):
    words = ("--sign", demo.file("p12"), "--passphrase-file", secret)

    run = irplan("export", demo.file("irplan"), "--to", tmp_path / "out", *words)

    assert run.code == FAILED
    assert run.err.startswith("irplan: signing.wrong-passphrase: ")
    assert not (tmp_path / "out").exists()


def test_signing_needs_a_passphrase(demo, tmp_path):
    words = ("--sign", demo.file("p12"), "--passphrase-file", tmp_path / "none")

    run = irplan("export", demo.file("irplan"), "--to", tmp_path, *words)

    assert run.err.startswith("irplan: signing.passphrase-missing: ")


def test_only_the_formats_asked_for_are_written_and_the_plan_stays_as_it_was(begun, tmp_path):
    before = begun.read_bytes()

    run = irplan("export", begun, "--to", tmp_path, "--draft", "--format", "docx")

    assert run.code == FINE
    assert [path.suffix for path in tmp_path.iterdir()] == [".docx"]
    assert begun.read_bytes() == before


SCRIPT = """
import sys
from pathlib import Path
from app.bootstrap import workshop
from app.services.exporting import ExportOptions
from tests.fakes import FakeClock

made = workshop(clock=FakeClock())
opened = made.open(Path(sys.argv[1]), read_only=True)
options = ExportOptions(Path(sys.argv[2]), draft=True, head=opened.store.head())
result = made.exporter().export(opened.judgement, options)
opened.store.close()
"""


def test_another_process_makes_the_same_bytes_of_the_same_plan_at_the_same_time(
    begun, drafts, home, tmp_path, python
):
    python(SCRIPT, begun, tmp_path, PYTHONHASHSEED="7", IRPLAN_HOME=str(home))

    for kind in ("pdf", "docx"):
        assert file_in(tmp_path, kind).read_bytes() == file_in(drafts[1], kind).read_bytes()


def test_pdfsig_calls_the_seal_and_everybodys_signature_valid(demo, tool):
    done = subprocess.run(
        [tool("pdfsig"), str(demo.file("pdf"))], capture_output=True, text=True, check=False
    )

    assert done.stdout.count("Signature is Valid.") == 4
    assert "Total document signed" in done.stdout


def test_programs_of_others_accept_both_signatures_of_the_word_file(demo, tool, tmp_path):
    """The whole sample: figures as vectors and pixels, turned sheets, both signature lines."""
    data = demo.file("docx").read_bytes()
    properties = "http://uri.etsi.org/01903/v1.3.2#:SignedProperties"
    options = ("--ignore-manifests", "--insecure", "--id-attr:Id", "Object", "--id-attr:Id")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(tmp_path)  # our own file

    for part in ("_xmlsignatures/sig1.xml", "_xmlsignatures/sig2.xml"):
        done = subprocess.run(
            [tool("xmlsec1"), "--verify", *options, properties, str(tmp_path / part)],
            capture_output=True,
            text=True,
            check=False,
        )
        found = opinion(data, part)
        assert done.returncode == 0, done.stderr
        assert "SignedInfo References (ok/all): 5/5" in done.stdout + done.stderr
        assert found.valid
        assert "/word/media/figure1.svg" in found.agreed


def test_a_signed_pdf_keeps_its_promises_and_passes_the_tools_of_others(demo):
    checked = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", str(demo.file("pdf"))],
        capture_output=True,
        text=True,
        check=False,
    )

    assert findings(demo.file("pdf").read_bytes()) == []
    assert "errors=0 warnings=0" in checked.stdout


def test_qpdf_finds_no_fault(demo, drafts, tool):
    for path in (demo.file("pdf"), file_in(drafts[1], "pdf")):
        done = subprocess.run(
            [tool("qpdf"), "--check", str(path)], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wanted(demo):
    """The outline of the document that the demo exported."""
    opened = workshop().open(demo.file("irplan"), read_only=True)
    opened.store.close()
    return outline(compose(opened.judgement, ENGLISH, False, NOON))


def test_the_pdf_prints_every_heading_and_table_of_the_document(demo, wanted, tool):
    said = " ".join(text_of(demo.file("pdf"), tool).split())

    for heading in wanted.headings:
        assert f"{heading.number} {heading.text}".strip() in said
    for count, table in enumerate(wanted.tables, start=1):
        assert f"Table {count}. {table.caption}" in said


@pytest.mark.timeout(180)
def test_libreoffice_finds_the_same_headings_and_tables_in_word(demo, wanted, tool, tmp_path):
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [
            *(tool("soffice"), profile, "--headless", "--convert-to", "docx"),
            *("--outdir", str(tmp_path), str(demo.file("docx"))),
        ],
        check=True,
        capture_output=True,
        timeout=170,
    )

    again = outline_of_word((tmp_path / demo.file("docx").name).read_bytes())

    assert again.headings == wanted.headings
    assert again.tables == wanted.tables
    assert len(wanted.tables) > 40


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("pdf", (FileFormat.PDF,)),
        (" DOCX ", (FileFormat.DOCX,)),
        ("docx,pdf", (FileFormat.PDF, FileFormat.DOCX)),
        ("pdf,,pdf", (FileFormat.PDF,)),
    ],
)
def test_formats_are_named_in_any_order(text, wanted):
    assert formats(text) == wanted


@pytest.mark.parametrize("text", ["", ",", "odt", "pdf,odt"])
def test_other_formats_are_refused(text):
    with pytest.raises(argparse.ArgumentTypeError):
        formats(text)


def test_differences_and_missing_characters_are_told(capsys):
    print_result(ExportResult((), "ab12", ("heading 1 is 'x' instead of 'y'",), "\u2603"))

    said = capsys.readouterr().out
    assert "PDF and DOCX differ: heading 1 is 'x' instead of 'y'" in said
    assert "No bundled font has these characters: \u2603" in said
    assert io.StringIO(said).readline().split() == ["FILE", "PAGES", "BYTES", "SIGNED", "SHA-256"]


@pytest.fixture
def rewritten(begun, home, tmp_path):
    """The plan that has only just begun, with one section that says something else since."""
    path = tmp_path / "plan.irplan"
    shutil.copyfile(begun, path)
    opened = workshop(clock=FakeClock()).open(path)
    section = opened.plan.sections[rid("scope")]
    said = replace(section, prose=f"{section.prose}\n\nHeliports are covered too.")
    opened.session.apply((put(opened.plan, said),), "Text")
    opened.close()
    return path


def test_the_changes_since_a_point_are_an_annex(rewritten, tmp_path, tool):
    plain = irplan("export", rewritten, "--to", tmp_path / "a", "--draft", "--format", "pdf")
    told = irplan("export", rewritten, "--to", tmp_path / "b", "--draft", "--changes-since", "@1")

    assert (plain.code, told.code, told.err) == (FINE, FINE, "")
    without, text = (text_of(file_in(tmp_path / name, "pdf"), tool) for name in "ab")
    assert "Changes since revision 1" in text
    assert text.count("Heliports are covered too.") == 2
    assert "Changes since" not in without
    assert without.count("Heliports are covered too.") == 1


@pytest.mark.parametrize(
    ("point", "said"),
    [("9.9", "The plan has no version '9.9'"), ("draft", "The draft is what is exported")],
)
def test_a_point_the_plan_does_not_have_is_refused_and_nothing_written(
    begun, tmp_path, point, said
):
    run = irplan("export", begun, "--to", tmp_path / "out", "--draft", "--changes-since", point)

    assert run.code == FAILED
    assert said in run.err
    assert not (tmp_path / "out").exists()


def test_editions_are_written_beside_each_other(begun, tmp_path):
    run = irplan(
        *("export", begun, "--to", tmp_path, "--draft", "--format", "pdf"),
        *("--edition", "staff", "--edition", "board"),
    )

    assert (run.code, run.err) == (FINE, "")
    names = sorted(path.stem.rpartition("-")[2] for path in tmp_path.iterdir())
    assert names == ["board", "staff"]
    assert len(re.findall(r"\.pdf", run.out)) == 2


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (None, [Audience.PLAN]),
        (["staff", "board", "staff"], [Audience.BOARD, Audience.STAFF]),
        (["staff", "all"], list(Audience)),
    ],
)
def test_each_edition_asked_for_is_made_once(words, found):
    assert list(audiences(words)) == found


def test_an_unknown_edition_is_refused(begun, tmp_path):
    run = irplan("export", begun, "--to", tmp_path, "--edition", "press")

    assert run.code != FINE
    assert "press" in run.err


def test_results_of_several_editions_are_told_as_one():
    one = ExportResult((), "ab", ("A heading.",), "yx", ("No stamp.",))
    two = ExportResult((), "ab", (), "zx", ("No stamp.", "No seal."))

    assert joined([one, two]) == ExportResult(
        (), "ab", ("A heading.",), "xyz", ("No stamp.", "No seal.")
    )
