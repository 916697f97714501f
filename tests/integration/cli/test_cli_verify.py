import json
import os
import re
import subprocess
import sys

import pytest

from app.cli.exits import FAILED, FINDINGS, FINE
from tests.integration.cli.running import irplan
from tests.integration.signing.tampering import launching, updated


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_signed_file_holds_with_and_without_its_certificate(demo, kind):
    trusted = irplan("verify", demo.file(kind), "--trust", demo.file("crt"))
    unknown = irplan("verify", demo.file(kind))

    assert (trusted.code, unknown.code) == (FINE, FINE)
    assert "Verdict: VALID" in trusted.out
    assert "checked against the certificate you supplied" in trusted.out
    assert "not checked against a trust list" in unknown.out


def test_everybody_has_signed_the_files_of_the_demo(demo):
    trusted = [word for file in demo.folder.glob("*.crt") for word in ("--trust", file)]

    run = irplan("verify", demo.file("pdf"), *trusted, "--require", "all", "--json")

    report = json.loads(run.out)
    assert (run.code, report["verdict"], report["light"]) == (FINE, "valid", "green")
    assert [role["field"] for role in report["roles"] if role["signed"]] == [
        *("Seal", "Author", "Reviewer", "Approver"),
    ]


def test_signatures_that_were_cut_off_are_missed_by_who_asks_for_them(demo, tmp_path):
    data = demo.file("pdf").read_bytes()
    ranges = re.findall(rb"/ByteRange\s*\[\s*\d+ \d+ (\d+) (\d+)\s*\]", data)
    sealed = tmp_path / "sealed.pdf"
    sealed.write_bytes(data[: sum(map(int, ranges[0]))])

    def verdict(*words):
        done = irplan("verify", sealed, "--trust", demo.file("crt"), *words, "--json")
        return json.loads(done.out)["verdict"], done.code

    assert verdict() == ("valid-incomplete", FINE)
    assert verdict("--require", "none") == ("valid", FINE)
    assert verdict("--require", "seal") == ("valid", FINE)
    assert verdict("--require", "seal,approver") == ("valid-incomplete", FINDINGS)
    assert verdict("--require", "all") == ("valid-incomplete", FINDINGS)


def test_a_role_that_there_is_not_is_refused(demo):
    run = irplan("verify", demo.file("pdf"), "--require", "king")

    assert run.code == FAILED
    assert "'king'" in run.err


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_content_is_found_in_the_plan(demo, kind):
    run = irplan("verify", demo.file(kind), "--plan", demo.file("irplan"), "--json")

    comparison = json.loads(run.out)["comparison"]
    assert run.code == FINE
    assert comparison["match"] == "same"
    assert comparison["points"] == ["version 2.0 of the plan"]
    assert comparison["records"] == []
    if kind == "pdf":
        assert comparison["trail"]["fits"] is True


def test_another_plan_is_told_in_a_sentence(demo, begun):
    run = irplan("verify", demo.file("pdf"), "--plan", begun)

    assert run.code == FINDINGS
    assert "made from another plan" in run.out
    assert "Light: RED" in run.out


def test_what_differs_is_told_record_by_record(demo, tmp_path):
    """The plan was saved on, and a draft of what was never saved is exported."""
    import pikepdf

    path = tmp_path / "draft.pdf"
    with pikepdf.open(demo.file("pdf")) as pdf:
        data = json.loads(pdf.attachments["plan.json"].get_file().read_bytes())
    data["people"][0]["name"] = "Mallory Changed"
    with pikepdf.new() as made:
        made.add_blank_page()
        made.attachments["plan.json"] = json.dumps(data).encode()
        made.save(path)

    run = irplan("verify", path, "--plan", demo.file("irplan"))

    assert run.code == FINDINGS
    assert "that of no state in which the plan was saved. 1 record differs" in run.out
    assert "Mallory Changed" in run.out


def test_a_plan_that_is_none_is_a_failure(demo, tmp_path):
    run = irplan("verify", demo.file("pdf"), "--plan", tmp_path / "none.irplan")

    assert run.code == FAILED


@pytest.mark.parametrize("name", ["plan.pdf", "folder"])
def test_pipes_and_folders_are_no_files(tmp_path, name):
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)

    run = irplan("verify", path)

    assert run.code == FAILED
    assert "not a file" in run.err


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_one_changed_byte_is_found(demo, kind, tmp_path):
    data = bytearray(demo.file(kind).read_bytes())
    at = data.index(b"stream") + 40 if kind == "pdf" else len(data) // 2
    data[at] ^= 1
    path = tmp_path / f"changed.{kind}"
    path.write_bytes(data)

    run = irplan("verify", path, "--trust", demo.file("crt"))

    assert run.code == FINDINGS
    assert "Verdict: VALID" not in run.out


def test_what_libraries_say_of_a_changed_file_is_not_printed(demo, tmp_path):
    """Run on its own: in the process of the tests what is logged goes elsewhere."""
    path = tmp_path / "changed.pdf"
    path.write_bytes(updated(demo.file("pdf").read_bytes(), launching))

    done = subprocess.run(
        [sys.executable, "-m", "app.cli", "verify", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == FINDINGS
    assert "  PROBLEM: The document was changed after signing" in done.stdout
    assert done.stderr == ""


def test_bytes_added_at_the_end_are_found(demo, tmp_path):
    path = tmp_path / "longer.pdf"
    path.write_bytes(demo.file("pdf").read_bytes() + b"\n% more")

    assert irplan("verify", path, "--trust", demo.file("crt")).code == FINDINGS


def test_the_report_for_programs_has_its_format(demo):
    run = irplan("verify", demo.file("pdf"), "--trust", demo.file("crt"), "--json")

    report = json.loads(run.out)
    assert run.code == FINE
    assert report["format"] == "irplan-verification/2"
    assert (report["kind"], report["verdict"]) == ("pdf", "valid-untrusted")
    assert report["empty_fields"] == []
    signature = report["signatures"][0]
    assert signature["field"] == "Seal"
    assert signature["meaning"] == "Sealed: NH-IRP-001 version 2.0"
    assert signature["holds"] is True
    assert signature["certificate"]["self_signed"] is True


def test_a_file_of_another_kind_is_a_finding(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("hello")

    run = irplan("verify", path)

    assert run.code == FINDINGS
    assert "Verdict: UNREADABLE" in run.out


def test_a_file_that_is_not_there_is_a_failure(tmp_path):
    run = irplan("verify", tmp_path / "none.pdf")

    assert run.code == FAILED
    assert "none.pdf" in run.err


@pytest.mark.parametrize("content", [None, b"no certificate"])
def test_a_certificate_that_is_none_is_a_failure_that_names_it(demo, tmp_path, content):
    path = tmp_path / "anna.crt"
    if content is not None:
        path.write_bytes(content)

    run = irplan("verify", demo.file("pdf"), "--trust", path)

    assert run.code == FAILED
    assert "anna.crt" in run.err
