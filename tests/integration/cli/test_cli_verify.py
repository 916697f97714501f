import json

import pytest

from app.cli.exits import FAILED, FINDINGS, FINE
from tests.integration.cli.running import irplan


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_signed_file_holds_with_and_without_its_certificate(demo, kind):
    trusted = irplan("verify", demo.file(kind), "--trust", demo.file("crt"))
    unknown = irplan("verify", demo.file(kind))

    assert (trusted.code, unknown.code) == (FINE, FINE)
    assert "Verdict: VALID\n" in trusted.out
    assert "Verdict: VALID-UNTRUSTED\n" in unknown.out


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


def test_bytes_added_at_the_end_are_found(demo, tmp_path):
    path = tmp_path / "longer.pdf"
    path.write_bytes(demo.file("pdf").read_bytes() + b"\n% more")

    assert irplan("verify", path, "--trust", demo.file("crt")).code == FINDINGS


def test_the_report_for_programs_has_its_format(demo):
    run = irplan("verify", demo.file("pdf"), "--trust", demo.file("crt"), "--json")

    report = json.loads(run.out)
    assert run.code == FINE
    assert report["format"] == "irplan-verification/1"
    assert (report["kind"], report["verdict"]) == ("pdf", "valid")
    assert report["empty_fields"] == ["Author", "Reviewer", "Approver"]
    (signature,) = report["signatures"]
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
