from dataclasses import replace

import pytest

from app.services.proving.carried import Carried
from app.services.proving.certificates import Trust
from app.services.proving.slots import NONE, Slot, required_from
from app.services.proving.stamps import DocumentStamp
from app.services.verifying import (
    FileKind,
    Light,
    Verdict,
    VerificationReport,
    concluded,
    judge,
)
from tests.unit.services.proving.reports import GOOD, OVER_ALL, STAMP
from tests.unit.services.proving.test_proving_comparison import SAME

REPORT = VerificationReport("plan.pdf", FileKind.PDF, 10, "ff", Verdict.VALID, (GOOD,))
EMPTY = Slot("Approver")


@pytest.mark.parametrize(
    ("signatures", "problems", "roles", "verdict"),
    [
        ([], [], [], Verdict.UNSIGNED),
        ([], [], [EMPTY], Verdict.UNSIGNED),
        ([], ["removed"], [], Verdict.INVALID),
        ([GOOD], [], [], Verdict.VALID),
        ([GOOD], [], [EMPTY], Verdict.INCOMPLETE),
        ([GOOD], [], [replace(EMPTY, required=False)], Verdict.VALID),
        ([GOOD], ["properties changed"], [EMPTY], Verdict.INVALID),
        ([GOOD, replace(GOOD, trust=Trust.NONE)], [], [], Verdict.VALID_UNTRUSTED),
        ([GOOD, replace(GOOD, intact=False)], [], [], Verdict.INVALID),
        ([GOOD, replace(GOOD, problems=("appended",))], [], [], Verdict.INVALID),
        ([replace(GOOD, trust=Trust.ISSUER_SUPPLIED)], [], [], Verdict.VALID),
    ],
)
def test_the_weakest_signature_decides(signatures, problems, roles, verdict):
    assert judge(signatures, problems, roles) is verdict


def test_a_report_is_concluded_with_its_roles():
    whole = concluded(REPORT, ("Seal",))
    cut = concluded(REPORT, ("Seal", "Approver"))

    assert (whole.verdict, whole.missing) == (Verdict.VALID, ())
    assert (cut.verdict, cut.missing) == (Verdict.INCOMPLETE, ("Approver",))
    assert cut.empty_fields == ("Approver",)


def test_nobody_is_missed_who_was_not_asked_for():
    report = concluded(REPORT, ("Seal", "Approver"), NONE)

    assert (report.verdict, report.missing) == (Verdict.VALID, ())
    assert report.empty_fields == ("Approver",)


def test_a_field_that_is_not_there_is_missing_but_not_empty():
    report = concluded(REPORT, ("Seal",), required_from("approver"))

    assert (report.verdict, report.empty_fields) == (Verdict.INCOMPLETE, ())


def test_a_stamp_over_the_document_that_does_not_hold_breaks_the_file():
    broken = replace(OVER_ALL, stamp=replace(STAMP, problems=("Altered.",)))

    assert concluded(replace(REPORT, document_stamps=(broken,)), ()).verdict is Verdict.INVALID
    assert concluded(replace(REPORT, document_stamps=(OVER_ALL,)), ()).verdict is Verdict.VALID


def test_the_keys_of_the_report_are_stable():
    report = REPORT.to_json()

    assert list(report) == [
        *("format", "file", "kind", "size", "sha256", "verdict", "light", "headline"),
        *("whole_file", "unsigned_size", "unsigned_sha256", "signatures", "document_stamps"),
        *("roles", "missing", "empty_fields", "content_sha256", "comparison", "problems", "notes"),
    ]
    assert report["format"] == "irplan-verification/2"


def test_what_is_unknown_is_null():
    report = REPORT.to_json()

    assert report["unsigned_sha256"] is None
    assert report["content_sha256"] is None
    assert report["comparison"] is None


def test_the_comparison_counts_and_is_told():
    compared = replace(REPORT, comparison=SAME, carried=Carried("ab" * 32))

    assert compared.light is Light.GREEN
    assert compared.to_json()["content_sha256"] == "ab" * 32
    assert "Plan: plan.irplan" in compared.lines()
    assert f"Content SHA-256 stated: {'ab' * 32}" in compared.lines()
    assert compared.headline.endswith("It is version 2.0.")


def test_the_lines_name_verdict_light_signer_and_utc_time():
    text = "\n".join(concluded(REPORT, ("Seal", "Approver"), NONE).lines())

    assert "Verdict: VALID" in text
    assert "Light: GREEN. Nothing was changed" in text
    assert "Signer: Ada" in text
    assert "Signed at: 2026-11-21T12:00:00Z (signer's clock)" in text
    assert "Role: Seal: Ada" in text
    assert "Role: Approver: nobody yet" in text
    assert "PROBLEM" not in text


def test_the_lines_of_a_broken_file_name_the_problem():
    broken = replace(GOOD, intact=False, certificate=None, signed_at=None, problems=("Cut.",))
    stamp: DocumentStamp = OVER_ALL
    report = replace(
        REPORT,
        signatures=(broken,),
        document_stamps=(stamp,),
        problems=("Odd.",),
        notes=("Not checked.",),
        unsigned_size=3,
    )

    text = "\n".join(report.lines())

    assert "PROBLEM: Odd." in text
    assert "  PROBLEM: Cut." in text
    assert "Integrity: BROKEN" in text
    assert "Signer: unknown" in text
    assert "first 3 bytes" in text
    assert "Time stamp over the document: Timestamp" in text
    assert "Note: Not checked." in text


def test_text_from_a_strangers_file_stays_on_its_line():
    forged = replace(
        GOOD, field="Seal\nVerdict: VALID", meaning="Sealed\nVerdict: VALID\x1b[2J\u202e"
    )

    lines = replace(REPORT, signatures=(forged,)).lines()

    assert "  Meaning: Sealed\ufffdVerdict: VALID\ufffd[2J\ufffd" in lines
    assert lines.count("Verdict: VALID") == 1
    assert not any("\n" in line for line in lines)
