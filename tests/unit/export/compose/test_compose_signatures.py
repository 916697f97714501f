from dataclasses import replace
from datetime import date

from app.domain.document.tree import SignatureBox
from app.domain.lifecycle.approving.course import course
from app.domain.lifecycle.approving.editions import Edition
from app.domain.plan.acts import Deed
from app.domain.plan.governance import Version
from app.domain.plan.profile import Profile
from app.export.compose.signatures import (
    MOST_OF_A_ROLE,
    seal_of,
    signature_page,
    signers_of,
)
from tests.builders import plan_with, rid
from tests.labels import scribe
from tests.unit.domain.lifecycle.approving.acts import act

FIRST = Version(
    rid("v1"), "1.0", date(2026, 1, 2), "First issue.", True, "Anna", ("Rita",), ("Jo", "Kim")
)
SCRIBE = scribe(plan_with(FIRST, profile=Profile(legal_name="Northwind")))


def boxes(signers, draft=False):
    made = signature_page(SCRIBE, signers, draft=draft)
    return [block for block in made if isinstance(block, SignatureBox)]


def fields(signers):
    return [(box.field, box.meaning, box.signer) for box in boxes(signers)]


def test_everybody_who_stands_behind_the_version_has_a_field():
    assert fields(signers_of(SCRIBE, FIRST, None)) == [
        ("Seal", "Sealed by", "Northwind"),
        ("Author", "Authored by", "Anna"),
        ("Reviewer", "Reviewed by", "Rita"),
        ("Approver", "Approved by", "Jo"),
        ("Approver2", "Approved by", "Kim"),
    ]


def test_fields_wait_for_names_until_a_version_is_issued():
    assert [box.signer for box in boxes(signers_of(SCRIBE, None, None))] == [
        "Northwind",
        "",
        "",
        "",
    ]


def test_an_issued_version_asks_those_who_declared():
    submitted = act(Deed.SUBMITTED, 1, by="Mary")
    acts = [submitted, act(Deed.REVIEWED, 2), act(Deed.APPROVED, 3), act(Deed.ISSUED, 5)]
    edition = Edition(course(acts).issues[0])

    assert [(name, who) for name, _, who in fields(signers_of(SCRIBE, FIRST, edition))[1:]] == [
        ("Author", "Mary"),
        ("Reviewer", acts[1].by),
        ("Approver", acts[2].by),
    ]


def test_an_emergency_issue_was_approved_by_whoever_issued_it():
    acts = [act(Deed.ISSUED_IN_EMERGENCY, 1, by="Carl")]
    edition = Edition(course(acts).issues[0])

    assert [who for _, _, who in fields(signers_of(SCRIBE, FIRST, edition))[1:]] == ["", "", "Carl"]


def test_whoever_reviewed_afterwards_has_a_field():
    issued, after = act(Deed.ISSUED_IN_EMERGENCY, 1), act(Deed.REVIEWED, 2, by="Rita")
    edition = Edition(replace(course([issued]).issues[0], afterwards=after))

    assert ("Reviewer", "Reviewed by", "Rita") in fields(signers_of(SCRIBE, FIRST, edition))


def test_a_person_signs_once_in_a_role_and_fields_have_an_end():
    crowd = replace(FIRST, approvers=tuple(f"P{n}" for n in range(30)))
    twice = (act(Deed.APPROVED, 3, by="Dora"), act(Deed.APPROVED, 4, by="Dora"))
    edition = Edition(
        replace(course([act(Deed.ISSUED_IN_EMERGENCY, 1)]).issues[0], approvals=twice)
    )

    assert len(fields(signers_of(SCRIBE, crowd, None))) == 3 + MOST_OF_A_ROLE
    assert [who for _, _, who in fields(signers_of(SCRIBE, FIRST, edition))[3:]] == ["Dora"]


def test_the_organisation_can_be_the_only_one():
    assert fields(seal_of(SCRIBE)) == [("Seal", "Sealed by", "Northwind")]


def test_a_draft_has_no_page_for_signatures():
    assert signature_page(SCRIBE, signers_of(SCRIBE, FIRST, None), draft=True) == ()
