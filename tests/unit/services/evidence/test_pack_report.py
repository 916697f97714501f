import json
from dataclasses import replace

import pytest

from app.services.evidence.pack_report import HEADLINES, PackReport, pack_verdict
from app.services.text_signatures import TextSignature
from app.services.verifying import FileKind, Trust, Verdict, VerificationReport
from tests.builders import NOON
from tests.fakes import FACTS

SIGNED = TextSignature(True, FACTS, NOON)
DOCUMENT = VerificationReport("a\x1b.pdf", FileKind.PDF, 3, "ab" * 32, Verdict.UNSIGNED)
REPORT = PackReport(Verdict.VALID_UNTRUSTED, 9, SIGNED, (DOCUMENT,), ()).named("e.zip", "cd" * 32)


@pytest.mark.parametrize(
    ("signature", "problems", "verdict"),
    [
        (SIGNED, ("Bad.",), Verdict.INVALID),
        (None, ("Bad.",), Verdict.INVALID),
        (None, (), Verdict.UNSIGNED),
        (SIGNED, (), Verdict.VALID_UNTRUSTED),
        (replace(SIGNED, trust=Trust.ISSUER_SUPPLIED), (), Verdict.VALID),
    ],
)
def test_one_problem_is_enough(signature, problems, verdict):
    assert pack_verdict(signature, problems) is verdict
    assert verdict in HEADLINES


def test_it_reads_as_lines():
    assert list(REPORT.lines()) == [
        "File: e.zip",
        "Verdict: VALID-UNTRUSTED. Nothing was changed since it was signed; compare the signer's "
        "fingerprint.",
        f"SHA-256: {'cd' * 32}",
        "Files inside: 9",
        "Signed by: Harbour Water",
        "  SHA-256 fingerprint: AB:CD",
        "  Signed at: 2026-11-21T12:00:00Z (signer's clock)",
        "  Certificate: not checked against a trust list",
        "Document: a\ufffd.pdf, UNSIGNED, 0 signatures",
    ]


def test_problems_and_what_is_not_known_are_told():
    unclear = replace(REPORT, problems=("A\nB",), signature=replace(SIGNED, signed_at=None))
    unsigned = replace(REPORT, signature=None)
    unreadable = replace(REPORT, signature=TextSignature(False))

    assert "PROBLEM: A\ufffdB" in list(unclear.lines())
    assert "  Signed at: not stated (signer's clock)" in list(unclear.lines())
    for one in (unsigned, unreadable):
        assert not any(line.startswith("Signed by") for line in one.lines())


def test_a_program_gets_the_same():
    said = json.loads(json.dumps(REPORT.to_json()))

    assert (said["verdict"], said["files"], said["file"]) == ("valid-untrusted", 9, "e.zip")
    assert said["signature"]["sha256_fingerprint"] == "AB:CD"
    assert said["signature"]["holds"] is True
    assert said["documents"][0]["verdict"] == "unsigned"
    assert replace(REPORT, signature=None).to_json()["signature"] is None
    blank = replace(REPORT, signature=TextSignature(False)).to_json()["signature"]
    assert blank == {
        "holds": False,
        "name": None,
        "sha256_fingerprint": None,
        "signed_at": None,
        "trust": "none",
        "problems": [],
    }


def test_one_signature_is_not_many():
    signature = object()
    one = replace(REPORT, documents=(replace(DOCUMENT, signatures=(signature,)),))  # type: ignore[arg-type]

    assert list(one.lines())[-1].endswith("1 signature")
