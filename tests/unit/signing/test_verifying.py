import datetime as dt
from dataclasses import replace

import pytest

from app.services.signing import CertificateFacts
from app.services.verifying import (
    Coverage,
    FileKind,
    SignatureReport,
    Trust,
    Verdict,
    VerificationReport,
    judge,
)

NOON = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)
FACTS = CertificateFacts(
    "Ada", "ada@example.org", "Meridian", "CN=Ada", "CN=Ada", "0A", "AB:CD", NOON, NOON, True
)
GOOD = SignatureReport(
    field="Seal",
    meaning="Sealed",
    role="",
    location="",
    signed_at=NOON,
    time_source="signer's clock",
    certificate=FACTS,
    trust=Trust.SUPPLIED,
    intact=True,
    coverage=Coverage.WHOLE_FILE,
    changes_after="",
    problems=(),
)
REPORT = VerificationReport("plan.pdf", FileKind.PDF, 10, "ff", Verdict.VALID, (GOOD,))


@pytest.mark.parametrize(
    ("signatures", "problems", "verdict"),
    [
        ([], [], Verdict.UNSIGNED),
        ([], ["removed"], Verdict.INVALID),
        ([GOOD], [], Verdict.VALID),
        ([GOOD], ["properties changed"], Verdict.INVALID),
        ([GOOD, replace(GOOD, trust=Trust.NONE)], [], Verdict.VALID_UNTRUSTED),
        ([GOOD, replace(GOOD, intact=False)], [], Verdict.INVALID),
        ([GOOD, replace(GOOD, problems=("appended",))], [], Verdict.INVALID),
        ([replace(GOOD, trust=Trust.ISSUER_SUPPLIED)], [], Verdict.VALID),
    ],
)
def test_the_weakest_signature_decides(signatures, problems, verdict):
    assert judge(signatures, problems) is verdict


def test_the_level_never_claims_more_than_was_checked():
    assert GOOD.level == (
        "advanced, certificate self-signed, checked against the certificate you supplied"
    )
    assert replace(GOOD, trust=Trust.NONE).level == (
        "advanced, certificate self-signed, not checked against a trust list"
    )
    assert (
        "issued by another party"
        in replace(GOOD, certificate=replace(FACTS, self_signed=False)).level
    )
    assert replace(GOOD, certificate=None).level == "none, no certificate to go by"


def test_the_keys_of_the_report_are_stable():
    report = REPORT.to_json()

    assert list(report) == [
        *("format", "file", "kind", "size", "sha256", "verdict", "unsigned_size"),
        *("unsigned_sha256", "signatures", "empty_fields", "problems", "notes"),
    ]
    assert report["format"] == "irplan-verification/1"
    assert list(GOOD.to_json()) == [
        *("field", "meaning", "role", "location", "signed_at", "time_source", "certificate"),
        *("level", "trust", "intact", "holds", "coverage", "changes_after", "problems"),
        "remarks",
    ]


def test_what_is_unknown_is_null():
    blind = replace(GOOD, certificate=None, signed_at=None).to_json()

    assert blind["certificate"] is None
    assert blind["signed_at"] is None
    assert REPORT.to_json()["unsigned_sha256"] is None


def test_the_lines_name_verdict_signer_and_utc_time():
    text = "\n".join(REPORT.lines())

    assert "Verdict: VALID" in text
    assert "Signer: Ada" in text
    assert "Signed at: 2026-11-21T12:00:00Z (signer's clock)" in text
    assert "PROBLEM" not in text


def test_the_lines_of_a_broken_file_name_the_problem():
    broken = replace(GOOD, intact=False, certificate=None, signed_at=None, problems=("Cut.",))
    report = replace(REPORT, signatures=(broken,), problems=("Odd.",), unsigned_size=3)

    text = "\n".join(report.lines())

    assert "PROBLEM: Odd." in text
    assert "  PROBLEM: Cut." in text
    assert "Integrity: BROKEN" in text
    assert "Signer: unknown" in text
    assert "Signed at: not stated" in text
    assert "first 3 bytes" in text


def test_text_from_a_strangers_file_stays_on_its_line():
    forged = replace(GOOD, meaning="Sealed\nVerdict: VALID\x1b[2J\u202e")

    lines = replace(REPORT, signatures=(forged,)).lines()

    assert "  Meaning: Sealed\ufffdVerdict: VALID\ufffd[2J\ufffd" in lines
    assert lines.count("Verdict: VALID") == 1
