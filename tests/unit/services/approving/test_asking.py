from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.lifecycle.approving.declaring import Declaration, declaration_from
from app.domain.lifecycle.matter import matter
from app.domain.plan.acts import Deed
from app.domain.plan.changes import put
from app.domain.plan.profile import Profile
from app.services.approving.asking import (
    NobodyAsked,
    NotAnAnswer,
    NothingInReview,
    Reply,
    answer,
    asked_of,
    declared,
    document_name,
    request_for,
    sentences,
)
from app.services.approving.signing import KeyOfAnother, sign
from tests.builders import NOON, person, plan_with
from tests.unit.services.approving.rounds import KEY, MARY, ROUTE, Desk, Past, identities


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.submit()
    return made


def test_a_request_says_what_is_asked_of_whom(desk):
    request = request_for(desk.opened, " Rita ", Past(desk.plan))

    assert (request.asked, request.of, request.by) == (Deed.REVIEWED, "Rita", MARY)
    assert (request.version, request.summary) == ("1.0", "What changed")
    assert (request.document, request.material) == ("IRP-1", True)
    assert request.plan == desk.plan
    assert request.content == matter(desk.plan)
    assert (request.changes, request.head, request.made_at) == ((), None, NOON)
    assert request_for(desk.opened, "Dora", Past(desk.plan)).asked is Deed.APPROVED


def test_what_changed_since_the_version_before_is_told(desk):
    for deed, by in ((Deed.REVIEWED, "Rita"), (Deed.APPROVED, "Carl"), (Deed.APPROVED, "Dora")):
        desk.say(deed, by)
    past = Past(desk.plan)
    desk.edit("Ada")
    desk.submit("2.0")

    request = request_for(desk.opened, "Rita", past)

    latest = desk.approvals.course.latest
    assert latest is not None
    assert past.asked == [latest.act.revision]
    assert request.changes == sentences(past.plan, desk.plan)
    assert any("Ada" in sentence and sentence.endswith(".") for sentence in request.changes)


def test_nobody_is_asked_who_is_not_on_the_route(desk):
    with pytest.raises(NobodyAsked, match=r"Eve was not asked .* submitted to Rita, Carl, Dora"):
        request_for(desk.opened, "Eve", Past(desk.plan))


def test_without_a_version_in_review_nothing_is_asked(desk):
    desk.approvals.recall(MARY)

    with pytest.raises(NothingInReview):
        request_for(desk.opened, "Rita", Past(desk.plan))


def test_an_edit_that_is_not_saved_yet_asks_nothing(desk):
    desk.opened.session.apply((put(desk.plan, person("a", "New")),), "Name")

    with pytest.raises(NothingInReview):
        request_for(desk.opened, "Rita", Past(desk.plan))


@pytest.mark.parametrize(
    ("person", "deed"),
    [("rita", Deed.REVIEWED), ("CARL", Deed.APPROVED), ("Eve", None)],
)
def test_the_route_says_what_a_person_is_asked_for(person, deed):
    assert asked_of(person, ROUTE) is deed


@pytest.mark.parametrize(
    ("profile", "name"),
    [
        (Profile(document_id="IRP", document_title="Plan"), "IRP"),
        (Profile(document_title="Plan"), "Plan"),
        (Profile(), "the incident response plan"),
    ],
)
def test_a_plan_is_called_by_its_number_or_title(profile, name):
    assert document_name(plan_with(profile=profile)) == name


def test_the_answer_is_what_the_person_would_have_declared_at_the_plan(desk):
    request = request_for(desk.opened, "Rita", Past(desk.plan))

    said = declared(request, Reply(Deed.REVIEWED, " CISO ", " Good. "), NOON)

    assert said == desk.approvals.declaration(Deed.REVIEWED, "Rita", "CISO", "Good.")


def test_an_answer_is_the_signed_declaration(desk):
    request = request_for(desk.opened, "Rita", Past(desk.plan))

    made = answer(request, Reply(Deed.REVIEWED, "CISO"), KEY, identities("Rita"), desk.clock)

    assert made.signature == b"signature over " + made.statement.encode()
    assert (made.subject, made.fingerprint) == ("CN=Rita,O=Ex", "AB:RITA")
    assert declaration_from(made.statement) == Declaration(
        "plan-1", "IRP-1", "1.0", Deed.REVIEWED, "Rita", "CISO", request.content, NOON
    )


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        (Reply(Deed.APPROVED), "You were asked for something else: a review."),
        (Reply(Deed.WITHDRAWN, reason="Old"), "You were asked for something else: a review."),
        (Reply(Deed.CHANGES_REQUESTED, reason=" "), "Say what has to change"),
    ],
)
def test_only_what_was_asked_is_answered(desk, reply, sentence):
    request = request_for(desk.opened, "Rita", Past(desk.plan))

    with pytest.raises(NotAnAnswer, match=sentence):
        declared(request, reply, NOON)


def test_changes_can_be_requested_with_a_reason(desk):
    request = request_for(desk.opened, "Dora", Past(desk.plan))

    said = declared(request, Reply(Deed.CHANGES_REQUESTED, reason="Times"), NOON)

    assert (said.deed, said.reason) == (Deed.CHANGES_REQUESTED, "Times")


def test_a_key_that_somebody_else_used_in_the_plan_answers_nothing(desk):
    review = desk.approvals.declaration(Deed.REVIEWED, "Rita")
    desk.approvals.enter(review, sign(review, KEY, identities("Rita"), ()))
    request = request_for(desk.opened, "Carl", Past(desk.plan))

    with pytest.raises(KeyOfAnother):
        answer(request, Reply(Deed.APPROVED), KEY, identities("Rita"), desk.clock)


def test_times_are_exact_to_the_second(desk):
    desk.clock.moment = NOON + timedelta(microseconds=7)
    request = request_for(desk.opened, "Rita", Past(desk.plan))

    assert request.made_at == NOON
    assert declared(request, Reply(Deed.REVIEWED), desk.clock.moment).at == NOON
    assert replace(request, made_at=NOON) == request
