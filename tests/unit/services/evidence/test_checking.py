import hashlib
import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from app.domain.lifecycle.chain import Head
from app.services.evidence import names
from app.services.evidence.checking import check_pack
from app.services.evidence.ports import CheckingTools
from app.services.evidence.sums import sums_of
from app.services.proving.carried import Carried
from app.services.text_signatures import TextSignature
from app.services.verifying import Trust, Verdict
from tests.builders import NOON
from tests.fakes import FACTS
from tests.unit.services.approving.rounds import KEY, FakeVerifier
from tests.unit.services.evidence.packs import Packing, certificates, unreadable, verified

PDF_REPORT = f"{names.VERIFICATION}HW-IRP-1-0.pdf.json"
DECLARATION = f"{names.DECLARATIONS}act-000002"


@pytest.fixture
def packing() -> Packing:
    """A pack of a version that was approved by signatures, signed."""
    made = Packing()
    made.approve()
    made.pack(key=KEY)
    return made


def summed(files):
    """`files` with sums and a signature that fit, as a forger with the key would make them."""
    sums = sums_of(files)
    return files | {names.SUMS: sums, names.SUMS_SIGNATURE: b"signature over " + sums}


def test_a_pack_as_it_was_made_has_no_problem(packing):
    report = packing.checked()

    assert report.problems == ()
    assert report.verdict is Verdict.VALID_UNTRUSTED
    assert report.files == len(packing.packed)
    assert [one.file for one in report.documents] == ["HW-IRP-1-0.docx", "HW-IRP-1-0.pdf"]


def test_a_signer_who_is_trusted_makes_it_valid(packing):
    def trusted(data, signature, at, certificates=()):
        return TextSignature(True, FACTS, NOON, Trust.SUPPLIED)

    tools = CheckingTools(verified(), trusted, certificates, NOON)

    assert check_pack(packing.packed, tools, (b"x",)).verdict is Verdict.VALID


def test_an_unsigned_pack_is_called_so():
    packing = Packing()
    packing.pack()

    assert packing.checked().verdict is Verdict.UNSIGNED
    assert packing.checked().problems == ()


@pytest.mark.parametrize(
    "name",
    [
        names.README,
        names.COVERAGE,
        names.TRAIL,
        names.PLAN_DATA,
        "plan/HW-IRP-1-0.pdf",
        f"{DECLARATION}.json",
    ],
)
def test_every_file_changed_taken_or_added_is_named(packing, name):
    files = packing.packed

    changed = packing.checked(files | {name: files[name] + b" "})
    taken = packing.checked({key: data for key, data in files.items() if key != name})
    added = packing.checked(files | {"plan/extra.txt": b""})

    assert f"{name} was changed: its SHA-256 is another one." in changed.problems
    assert f"{name} is missing." in taken.problems
    assert added.problems == ("plan/extra.txt was added: SHA256SUMS does not list it.",)
    assert {one.verdict for one in (changed, taken, added)} == {Verdict.INVALID}


@pytest.mark.parametrize("sums", [None, b"\xff", b"x\n"])
def test_sums_that_are_none_are_told(packing, sums):
    files = {key: data for key, data in packing.packed.items() if key != names.SUMS}

    report = packing.checked(files if sums is None else files | {names.SUMS: sums})

    assert report.problems[0].startswith("SHA256SUMS ")
    assert "The signature over SHA256SUMS does not fit it." in report.problems


def test_sums_made_to_fit_break_the_signature(packing):
    files = packing.packed | {names.COVERAGE: b"all met"}

    report = packing.checked(files | {names.SUMS: sums_of(files)})

    assert "The signature over SHA256SUMS does not fit it." in report.problems


def test_a_signature_taken_away_leaves_its_certificate(packing):
    files = {key: data for key, data in packing.packed.items() if key != names.SUMS_SIGNATURE}

    report = packing.checked(files)

    assert report.verdict is Verdict.INVALID
    assert report.problems == ("SHA256SUMS.p7s was removed: SHA256SUMS.crt is still there.",)


def test_another_certificate_beside_the_signature_is_told(packing):
    report = packing.checked(packing.packed | {names.SUMS_CERTIFICATE: b"other"})

    assert report.problems == ("SHA256SUMS.crt is not the certificate that signed.",)


def test_the_certificate_beside_it_may_be_gone(packing):
    files = {key: data for key, data in packing.packed.items() if key != names.SUMS_CERTIFICATE}

    assert packing.checked(files).problems == ()


def test_what_speaks_against_the_signature_is_told(packing):
    packing.text = FakeVerifier(FACTS, problems=("It is from the future.",))

    report = packing.checked()

    assert "It is from the future." in report.problems


def test_a_document_that_does_not_verify_says_why(packing):
    packing.verify = verified(Verdict.INVALID, "Page 3 was changed.")

    report = packing.checked()

    assert "plan/HW-IRP-1-0.pdf: It does not verify. Page 3 was changed." in report.problems


def test_what_is_wrong_with_its_signatures_is_told(packing):
    def verify(name, data, trusted):
        found = verified(Verdict.INVALID)(name, data, trusted)
        return replace(found, signatures=(SimpleNamespace(problems=("It is too old.",)),))

    packing.verify = verify
    tools = CheckingTools(verify, packing.text, certificates, NOON)

    assert "plan/HW-IRP-1-0.pdf: It does not verify. It is too old." in (
        check_pack(packing.packed, tools).problems
    )


@pytest.mark.parametrize(
    "told",
    [
        {"sha256": "0" * 64, "verdict": "unsigned"},
        {"verdict": "valid"},
        {"sha256": 7, "verdict": 7},
        [],
        7,
    ],
)
def test_a_report_that_says_something_else_is_told(packing, told):
    files = summed(packing.packed | {PDF_REPORT: json.dumps(told).encode()})

    problem = f"{PDF_REPORT} says something else than verifying the document does."
    assert packing.checked(files).problems == (problem,)


def test_a_report_may_differ_in_what_depends_on_the_reader(packing):
    digest = hashlib.sha256(packing.packed["plan/HW-IRP-1-0.pdf"]).hexdigest()
    docx = hashlib.sha256(packing.packed["plan/HW-IRP-1-0.docx"]).hexdigest()
    reports = {
        PDF_REPORT: {"sha256": digest, "verdict": "valid"},
        PDF_REPORT.replace(".pdf", ".docx"): {"sha256": docx, "verdict": "valid-untrusted"},
    }
    files = packing.packed | {key: json.dumps(one).encode() for key, one in reports.items()}
    packing.verify = verified(Verdict.VALID_UNTRUSTED)

    assert packing.checked(summed(files)).problems == ()


def test_a_report_taken_away_is_told_even_if_the_sums_were_made_to_fit(packing):
    files = {key: data for key, data in packing.packed.items() if key != PDF_REPORT}

    assert packing.checked(summed(files)).problems == (f"{PDF_REPORT} is missing.",)


def test_a_pack_without_documents_is_none(packing):
    files = {
        key: data
        for key, data in packing.packed.items()
        if not key.endswith((".pdf", ".docx")) and not key.startswith(names.VERIFICATION)
    }

    assert packing.checked(summed(files)).problems == ("There is no document in it.",)


def test_a_declaration_put_into_another_s_mouth_is_found(packing):
    files = summed(packing.packed | {f"{DECLARATION}.json": b"I approve everything."})

    assert packing.checked(files).problems == (f"{DECLARATION}.p7s: the signature does not hold.",)


def test_a_signature_without_its_text_is_told(packing):
    files = {key: one for key, one in packing.packed.items() if key != f"{DECLARATION}.json"}

    problem = f"{DECLARATION}.p7s: the text that it signs is missing."
    assert packing.checked(summed(files)).problems == (problem,)


@pytest.mark.parametrize(
    ("trail", "why"),
    [
        (None, "history/audit-trail.json is missing."),
        (b"[]", "history/audit-trail.json cannot be used: it is not one of ours."),
        (b"Mary", "history/audit-trail.json: revision 1 was altered, or does not follow the one "),
    ],
)
def test_a_trail_that_does_not_follow_is_told(packing, trail, why):
    files = dict(packing.packed)
    if trail is None:
        del files[names.TRAIL]
    elif trail == b"Mary":
        files[names.TRAIL] = files[names.TRAIL].replace(b"Mary Major", b"Carl Minor")
    else:
        files[names.TRAIL] = trail

    assert any(problem.startswith(why) for problem in packing.checked(summed(files)).problems)


@pytest.mark.parametrize("data", [None, b"{", b"{}", b"\xff", b"[" * 100_000])
def test_plan_data_that_is_none_is_told(packing, data):
    files = dict(packing.packed)
    if data is None:
        del files[names.PLAN_DATA]
    else:
        files[names.PLAN_DATA] = data

    (problem,) = packing.checked(summed(files)).problems
    assert problem.startswith("plan/plan.json is ")


@pytest.mark.parametrize("approval", [b"{", b"[]", b"{}", b'{"content": "0"}'])
def test_an_approval_of_another_content_is_told(packing, approval):
    files = summed(packing.packed | {names.APPROVAL: approval})

    (problem,) = packing.checked(files).problems
    assert problem == "plan/approval.json speaks of another content than that of plan/plan.json."


def test_a_plan_exchanged_for_another_is_told(packing):
    data = json.loads(packing.packed[names.PLAN_DATA])
    data["people"][0]["name"] = "Mallory"
    files = summed(packing.packed | {names.PLAN_DATA: json.dumps(data).encode()})

    assert any("speaks of another content" in one for one in packing.checked(files).problems)


@pytest.mark.parametrize(
    ("carried", "problem"),
    [
        (Carried("0" * 64), "{} is of another content than plan/plan.json."),
        (Carried(data=b"{}"), "{} is of another content than plan/plan.json."),
        (
            Carried(head=Head("plan-1", 1, "0" * 64, "")),
            "{} was exported at another revision 1 than history/audit-trail.json tells.",
        ),
        (
            Carried(head=Head("plan-1", 9, "0" * 64, "")),
            "{} was exported at another revision 9 than history/audit-trail.json tells.",
        ),
    ],
)
def test_a_document_of_something_else_is_told(packing, carried, problem):
    def verify(name, data, trusted):
        return replace(verified()(name, data, trusted), carried=carried)

    packing.verify = verify

    told = tuple(problem.format(name) for name in ("plan/HW-IRP-1-0.docx", "plan/HW-IRP-1-0.pdf"))
    assert packing.checked().problems == told


def test_a_document_that_carries_what_the_pack_tells_is_fine(packing):
    data = packing.packed[names.PLAN_DATA]
    (link,) = packing.past().trail.links
    carried = Carried(hashlib.sha256(data).hexdigest(), data, head=Head("plan-1", 1, link.hash, ""))

    def verify(name, data, trusted):
        return replace(verified()(name, data, trusted), carried=carried)

    packing.verify = verify

    assert packing.checked().problems == ()


def test_nothing_at_all_is_no_pack():
    tools = CheckingTools(verified(), unreadable, certificates, NOON)

    report = check_pack({}, tools)

    assert report.verdict is Verdict.INVALID
    assert report.problems[0] == "SHA256SUMS is missing, so that nothing can be compared."
