import base64
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.lifecycle.approving.declaring import declaration_text
from app.domain.plan.acts import Deed
from app.services.approving.approvals import ActNotAllowed
from app.services.approving.asking import ApprovalResponse, Reply, answer, request_for
from app.services.approving.handover import (
    NOT_SEPARATED,
    SLACK,
    Arrival,
    CertificateDiffers,
    DeclarationUnreadable,
    FingerprintUnconfirmed,
    NoLongerAsked,
    OtherPlanAnswered,
    SignatureBroken,
    TakenAlready,
    TimeImplausible,
    arrived,
    separation_note,
    take,
)
from app.services.approving.signing import KeyOfAnother
from tests.builders import NOON
from tests.unit.services.approving.rounds import (
    KEY,
    MARY,
    Desk,
    FakeVerifier,
    Past,
    certificate,
    identities,
)


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.submit()
    return made


def answered(
    desk: Desk, by: str = "Rita", deed: Deed = Deed.REVIEWED, owner: str = "", reason: str = ""
) -> ApprovalResponse:
    request = request_for(desk.opened, by, Past(desk.plan))
    reply = Reply(deed, "CISO", reason)
    return answer(request, reply, KEY, identities(owner or by), desk.clock)


def arriving(desk: Desk, response: ApprovalResponse, owner: str = "Rita") -> Arrival:
    return arrived(desk.opened, response, FakeVerifier(certificate(owner), desk.clock.moment))


def stating(response: ApprovalResponse, desk: Desk, **fields: Any) -> ApprovalResponse:
    """The same answer with another declaration, signed in order."""
    said = desk.approvals.declaration(Deed.REVIEWED, "Rita", "CISO")
    text = declaration_text(replace(said, **fields))
    return replace(response, statement=text, signature=b"signature over " + text.encode())


def test_an_answer_is_entered_once_its_certificate_is_confirmed(desk):
    response = answered(desk)
    arrival = arriving(desk, response)

    act = take(desk.opened, arrival, " ab rita ")

    assert not arrival.known
    assert arrival.note == ""
    assert act.signed is not None
    assert act.signed.returned
    assert act.signed.statement == response.statement
    assert base64.b64decode(act.signed.signature) == response.signature
    assert (act.signed.subject, act.signed.fingerprint) == ("CN=Rita,O=Ex", "AB:RITA")
    assert (act.deed, act.by, act.role) == (Deed.REVIEWED, "Rita", "CISO")


@pytest.mark.parametrize(
    ("fingerprint", "sentence"),
    [("", "first signature"), ("AB:CARL", "not the one that Rita gave you"), ("   ", "first")],
)
def test_without_the_right_fingerprint_nothing_is_entered(desk, fingerprint, sentence):
    before = desk.plan

    with pytest.raises(FingerprintUnconfirmed, match=sentence) as refused:
        take(desk.opened, arriving(desk, answered(desk)), fingerprint)

    assert refused.value.params["fingerprint"] == "AB:RITA"
    assert desk.plan is before


def test_a_certificate_is_confirmed_once(desk):
    take(desk.opened, arriving(desk, answered(desk)), "AB:RITA")
    desk.approvals.recall(MARY)
    desk.clock.moment = NOON + timedelta(hours=1)
    desk.submit("1.1")

    again = arriving(desk, answered(desk))

    assert again.known
    assert take(desk.opened, again).version == "1.1"


def test_the_last_approval_that_comes_back_issues_the_version(desk):
    desk.say(Deed.REVIEWED, "Rita")
    desk.say(Deed.APPROVED, "Carl")

    arrival = arriving(desk, answered(desk, "Dora", Deed.APPROVED), "Dora")
    take(desk.opened, arrival, "AB:DORA")

    assert desk.approvals.course.in_force is not None


def test_changes_that_are_requested_end_the_round(desk):
    response = answered(desk, deed=Deed.CHANGES_REQUESTED, reason="Times are missing")

    take(desk.opened, arriving(desk, response), "AB:RITA")

    assert desk.approvals.course.stage.value == "changes-requested"


def test_a_name_that_is_not_the_certificates_is_noted_and_not_refused(desk):
    arrival = arriving(desk, answered(desk, owner="Zoe"), "Zoe")

    assert arrival.note == "The certificate names Zoe; the declaration is by Rita."
    assert take(desk.opened, arrival, "AB:ZOE").by == "Rita"


def test_the_same_answer_is_taken_once(desk):
    response = answered(desk)
    take(desk.opened, arriving(desk, response), "AB:RITA")
    acts = len(desk.plan.acts)

    with pytest.raises(TakenAlready, match="nothing was entered again"):
        arriving(desk, response)
    with pytest.raises(TakenAlready):  # signed once more, which gives other bytes
        arriving(desk, replace(response, signature=b"another"))

    assert len(desk.plan.acts) == acts


Change = Callable[[Desk, ApprovalResponse], ApprovalResponse]

REFUSED: dict[str, tuple[Change, type[Exception], str]] = {
    "no declaration": (
        lambda _, r: replace(r, statement="{}"),
        DeclarationUnreadable,
        "no declaration, its format",
    ),
    "not JSON": (
        lambda _, r: replace(r, statement="I approve"),
        DeclarationUnreadable,
        "it is not JSON",
    ),
    "reworded": (
        lambda _, r: replace(r, statement=r.statement.replace("support", "praise")),
        DeclarationUnreadable,
        "its fields and its wording do not agree",
    ),
    "withdraws": (
        lambda d, r: stating(r, d, deed=Deed.WITHDRAWN),
        DeclarationUnreadable,
        "neither reviews nor approves",
    ),
    "other plan": (
        lambda d, r: stating(r, d, plan="plan-2"),
        OtherPlanAnswered,
        "about another plan",
    ),
    "other version": (
        lambda d, r: stating(r, d, version="9.0"),
        NoLongerAsked,
        "9.0, which is not in review",
    ),
    "other content": (
        lambda d, r: stating(r, d, content="0" * 64),
        NoLongerAsked,
        "as it was before it was edited",
    ),
    "tampered signature": (
        lambda _, r: replace(r, signature=b"x" + r.signature),
        SignatureBroken,
        "Its digest differs",
    ),
    "another certificate named": (
        lambda _, r: replace(r, fingerprint="AB:CARL"),
        CertificateDiffers,
        "another certificate",
    ),
    "another subject named": (
        lambda _, r: replace(r, subject="CN=Carl"),
        CertificateDiffers,
        "another certificate",
    ),
    "another person": (
        lambda d, r: stating(r, d, by="Eve"),
        ActNotAllowed,
        "Eve was not asked",
    ),
    "an author": (
        lambda d, r: stating(r, d, by=MARY),
        ActNotAllowed,
        "was not asked",
    ),
    "too early": (
        lambda d, r: stating(r, d, at=NOON - SLACK - timedelta(seconds=1)),
        TimeImplausible,
        "another time than its signature",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_answer_that_does_not_fit_is_refused_and_enters_nothing(desk, case):
    change, refusal, sentence = REFUSED[case]
    response = change(desk, answered(desk))
    before = desk.plan

    with pytest.raises(refusal, match=sentence):
        arriving(desk, response)

    assert desk.plan is before


@pytest.mark.parametrize(
    ("shift", "sentence"),
    [
        (-SLACK - timedelta(seconds=1), "before the version was submitted"),
        (SLACK + timedelta(seconds=1), "in the future"),
    ],
)
def test_an_answer_of_an_impossible_time_is_refused(desk, shift, sentence):
    response = stating(answered(desk), desk, at=NOON + shift)

    with pytest.raises(TimeImplausible, match=sentence):
        arrived(desk.opened, response, FakeVerifier(certificate("Rita"), NOON + shift))


@pytest.mark.parametrize("shift", [-SLACK, SLACK])
def test_clocks_may_differ_a_little(desk, shift):
    response = stating(answered(desk), desk, at=NOON + shift)

    arrival = arrived(desk.opened, response, FakeVerifier(certificate("Rita"), NOON + shift))

    assert arrival.declared.at == NOON + shift


def test_a_signature_without_a_certificate_holds_nothing(desk):
    with pytest.raises(SignatureBroken, match="no readable certificate"):
        arrived(desk.opened, answered(desk), FakeVerifier(None))


def test_a_problem_of_the_certificate_is_the_sentence(desk):
    verify = FakeVerifier(certificate("Rita"), problems=("The certificate was not valid.",))

    with pytest.raises(SignatureBroken, match="does not hold: The certificate was not valid"):
        arrived(desk.opened, answered(desk), verify)


def test_a_certificate_of_somebody_else_is_refused(desk):
    take(desk.opened, arriving(desk, answered(desk)), "AB:RITA")
    request = request_for(desk.opened, "Carl", Past(desk.plan))
    empty = replace(request, plan=replace(request.plan, acts=type(request.plan.acts)()))
    response = answer(empty, Reply(Deed.APPROVED), KEY, identities("Rita"), desk.clock)

    with pytest.raises(KeyOfAnother, match="Rita signed"):
        arriving(desk, response)


def test_an_approval_before_its_review_is_refused_as_at_the_plan(desk):
    with pytest.raises(ActNotAllowed, match="1 review is still missing"):
        arriving(desk, answered(desk, "Carl", Deed.APPROVED), "Carl")


def test_after_an_edit_the_answer_comes_too_late(desk):
    response = answered(desk)
    desk.edit("Ada")

    with pytest.raises(NoLongerAsked, match="not in review"):
        arriving(desk, response)


def test_on_the_account_of_an_author_duties_are_not_separated(desk):
    assert separation_note(desk.opened) == NOT_SEPARATED

    desk.store.actor = "Rita"

    assert separation_note(desk.opened) == ""


def test_whoever_submitted_is_an_author_too():
    desk = Desk()
    desk.store.actor = "Sue"
    assert separation_note(desk.opened) == ""
    desk.submit()
    desk.store.actor = MARY

    assert separation_note(desk.opened) == NOT_SEPARATED
