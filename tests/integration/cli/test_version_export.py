"""Issued versions as files: the same bytes ever after, with an approval others can verify."""

import json
import subprocess
import zipfile

import pikepdf
import pytest

from app.bootstrap import workshop
from app.cli.exits import FAILED
from app.domain.document.audience import Audience
from app.services.exporting import ExportOptions
from app.services.rendering import FileFormat
from tests.fakes import FakeClock
from tests.integration.cli.approving import acts, copied, done, edited
from tests.integration.cli.running import irplan
from tests.integration.export.pdf.conftest import page_texts

pytestmark = pytest.mark.usefixtures("one_shop")

PDF, DOCX = "LS-IRP-1-2-0.pdf", "LS-IRP-1-2-0.docx"


@pytest.fixture
def signed(sealed):
    """A plan whose approvals are signed, its version 2.0 exported with a seal."""
    return sealed


def attachment(path, name):
    with pikepdf.open(path) as pdf:
        return pdf.attachments[name].get_file().read_bytes()


def test_later_exports_give_back_the_very_bytes(signed, tmp_path):
    first = signed.parent / "out"
    plan = copied(signed, tmp_path)
    edited(plan, "Nadia Roth")
    done("emergency", plan, "--by", "Carl Dent", "--reason", "Attack")
    before = plan.read_bytes()

    run = done("export", plan, "2.0", "--to", tmp_path / "again")

    for name in (PDF, DOCX):
        assert (tmp_path / "again" / name).read_bytes() == (first / name).read_bytes()
    assert "These are the files made on 2026-11-21 12:00 UTC by " in run.out
    assert plan.read_bytes() == before


def test_kept_files_are_not_sealed_again(signed, tmp_path):
    words = ("--to", tmp_path / "out", "--sign", tmp_path / "none.p12")

    run = irplan("version", "export", signed, "2.0", *words)

    assert run.code == FAILED
    assert run.err.startswith("irplan: version.kept-already: ")
    assert not (tmp_path / "out").exists()


def test_the_seal_and_the_audit_head_verify(signed):
    pdf = signed.parent / "out" / PDF

    sealed = irplan("verify", pdf, "--trust", signed.parent / "carl.crt")
    anchored = irplan("audit", "verify", signed, "--against", pdf)

    assert (sealed.code, sealed.err) == (0, "")
    assert "Verdict: VALID-INCOMPLETE\n" in sealed.out  # only the seal is signed as yet
    assert f"NOTE    {PDF}: The document was exported at revision 5 of this very" in anchored.out


def test_public_tools_verify_the_approval(signed, tmp_path, tool):
    """What the auditors' guide tells to do, done."""
    pdf = signed.parent / "out" / PDF
    for name in ("approval.json", "plan.json"):
        (tmp_path / name).write_bytes(attachment(pdf, name))
    life = "versions,.actions,.comments,.acts,.files,.sessions,.activations,.lessons"
    script = f"""
        set -e
        jq -r .content approval.json
        jq -cjS 'del(.{life})' plan.json | sha256sum
        jq -j '.signers[2].statement' approval.json > statement
        jq -r '.signers[2].signature' approval.json | openssl base64 -d -A > signature
        openssl cms -verify -binary -inform DER -in signature -content statement -noverify \\
            -signer who.pem -out /dev/null
        openssl x509 -in who.pem -noout -fingerprint -sha256
        jq -r '.signers[2].certificate.sha256_fingerprint' approval.json
        jq -r .content statement
        sed -i s/Dora/Dira/ statement
        ! openssl cms -verify -binary -inform DER -in signature -content statement -noverify \\
            -out /dev/null
    """
    for one in ("jq", "openssl", "sha256sum"):
        tool(one)

    run = subprocess.run(
        ["sh", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stderr
    stated, computed, shown, fingerprint, declared = run.stdout.split("\n")[:5]
    assert computed.split()[0] == stated == declared == acts(signed)[-1].content
    assert shown.endswith(f"={fingerprint}")


def test_the_manifest_says_who_stands_behind_the_version(signed):
    stated = json.loads(attachment(signed.parent / "out" / PDF, "approval.json"))

    assert [(one["name"], one["meaning"], bool(one["signature"])) for one in stated["signers"]] == [
        ("Rita Moss", "reviewed", False),
        ("Carl Dent", "approved", True),
        ("Dora Young", "approved", True),
    ]
    assert stated["audit_head"]["plan"] == stated["plan"]
    head = json.loads(attachment(signed.parent / "out" / PDF, "audit-head.json"))
    assert stated["audit_head"] == head


def test_a_version_that_was_edited_since_is_exported_as_it_was(in_force, tmp_path):
    plan = copied(in_force, tmp_path)
    edited(plan, "Nadia Roth")

    done("export", plan, "2.0", "--to", tmp_path)

    people = json.loads(attachment(tmp_path / PDF, "plan.json"))["people"]
    assert "Nadia Roth" not in {one["name"] for one in people}


def test_the_working_draft_is_no_version_any_more(in_force, tmp_path):
    plan = copied(in_force, tmp_path)
    edited(plan, "Nadia Roth")

    final = irplan("export", plan, "--to", tmp_path / "out", "--format", "pdf")
    draft = irplan("export", plan, "--to", tmp_path / "out", "--format", "pdf", "--draft")

    assert final.code == FAILED
    assert final.err.startswith("irplan: export.not-approved: ")
    assert draft.code == 0


def test_a_withdrawn_version_that_was_never_exported_is_marked(in_force, tmp_path):
    plan = copied(in_force, tmp_path)
    done("withdraw", plan, "2.0", "--by", "Carl Dent", "--reason", "Merged")

    done("export", plan, "2.0", "--to", tmp_path)

    with zipfile.ZipFile(tmp_path / DOCX) as docx:
        headers = [docx.read(name) for name in docx.namelist() if "header" in name]
        control = docx.read("word/document.xml")
    assert any(b"WITHDRAWN" in header for header in headers)
    assert b"2.0 (withdrawn)" in control
    assert json.loads(attachment(tmp_path / PDF, "approval.json"))["state"] == "withdrawn"


def test_a_superseded_version_that_was_never_exported_is_marked_in_every_edition(
    in_force, tmp_path
):
    plan = copied(in_force, tmp_path)
    edited(plan, "Nadia Roth")
    done("emergency", plan, "--by", "Carl Dent", "--reason", "Attack")

    done("export", plan, "2.0", "--to", tmp_path / "out")
    for audience in (each for each in Audience if each is not Audience.PLAN):
        done("export", plan, "2.0", "--to", tmp_path / "out", "--edition", audience.value)

    pdfs = sorted((tmp_path / "out").glob("*.pdf"))
    assert len(pdfs) == len(Audience)
    for pdf in pdfs:
        assert all("SUPERSEDED" in page for page in page_texts(pdf.read_bytes())), pdf.name
        with zipfile.ZipFile(pdf.with_suffix(".docx")) as docx:
            headers = [docx.read(name) for name in docx.namelist() if "header" in name]
        assert any(b"SUPERSEDED" in header for header in headers), pdf.name


def test_a_short_plan_keeps_its_pages_when_acts_approved_it(in_force, finished, tmp_path):
    shop = workshop(clock=FakeClock())
    opened = shop.open(finished, read_only=True)
    options = ExportOptions(tmp_path, (FileFormat.PDF,), head=opened.store.head())
    before = shop.exporter().export(opened.judgement, options).files[0].pages
    opened.store.close()
    plan = copied(in_force, tmp_path)

    run = irplan("export", plan, "--to", tmp_path / "out", "--format", "pdf")

    assert run.code == 0, run.err
    with pikepdf.open(tmp_path / "out" / PDF) as pdf:
        assert len(pdf.pages) == before


def test_only_issued_versions_are_exported(in_review, tmp_path):
    run = irplan("version", "export", in_review, "2.0", "--to", tmp_path / "out")

    assert run.code == FAILED
    assert run.err.startswith("irplan: version.not-issued: Version '2.0' was never issued; none")
    assert not (tmp_path / "out").exists()
