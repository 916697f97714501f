import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest

from app.export.pdf.render import render
from app.services.signing import IdentityRequest, KeyFile
from app.signing import FileIdentities
from tests.integration.export.pdf.checking import findings, tags
from tests.integration.export.pdf.sample import document
from tests.integration.signing.samples import CREATED, FONT, PASSPHRASE, SIGNED, statement


@pytest.fixture(scope="module")
def signed(result, tmp_path_factory) -> bytes:
    """The sample sealed by the organisation, then signed by everybody who has a field."""
    file = tmp_path_factory.mktemp("identity") / "eleni.p12"
    identities = FileIdentities(FONT)
    request = IdentityRequest("Ἑλένη Π.", "e@halden.example", "Halden Valley Water", "", "GB")
    identities.create(request, file, PASSPHRASE, CREATED)
    signer = identities.open(KeyFile(file, PASSPHRASE), SIGNED)
    data = signer.sign_pdf(result.data, statement("Sealed"), field="Seal", certify=True).data
    for role in ("Author", "Reviewer", "Approver"):
        data = signer.sign_pdf(data, statement(f"As {role}"), field=role).data
    return data


@pytest.fixture(params=["as exported", "signed"])
def written(request, result, signed, tmp_path):
    """The file on disk, as it was exported and as four people signed it."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(signed if request.param == "signed" else result.data)
    return path


def test_the_file_keeps_every_promise_we_can_check(result):
    assert findings(result.data) == []


def test_a_file_without_attachments_claims_the_older_standard():
    plain = document()
    object.__setattr__(plain, "attachments", ())

    assert findings(render(plain).data) == []


def test_a_draft_keeps_every_promise():
    assert findings(render(document(watermark="DRAFT")).data) == []


def test_four_signatures_break_no_promise(signed):
    with pikepdf.open(BytesIO(signed)) as pdf:
        values = [field for field in pdf.Root.AcroForm.Fields if "/V" in field]

    assert len(values) == 4
    assert findings(signed) == []


def test_readers_meet_every_kind_of_block(result):
    with pikepdf.open(BytesIO(result.data)) as pdf:
        met = set(tags(pdf))

    wanted = "H1 H2 H3 P L LI Lbl LBody Table Caption THead TBody TR TH TD Figure Link TOC TOCI"
    assert {*wanted.split(), "Form", "BlockQuote", "Div", "Reference"} <= met


def test_qpdf_finds_nothing_wrong(written, tool):
    run = subprocess.run(
        [tool("qpdf"), "--check", written], capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stdout


def test_every_font_is_inside_and_leads_back_to_text(written, tool):
    run = subprocess.run([tool("pdffonts"), written], capture_output=True, text=True, check=False)

    fonts = run.stdout.splitlines()[2:]
    assert fonts
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)


def test_a_second_checker_finds_nothing(written):
    command = [sys.executable, "-m", "pdfua", "check", written]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert "errors=0 warnings=0" in run.stdout, run.stdout + run.stderr
