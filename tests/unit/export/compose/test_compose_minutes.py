"""The document that tells of a review session."""

import hashlib
import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.document.tree import Document, Heading, SignatureBox
from app.domain.lifecycle.chain import Head, head_data
from app.domain.plan.codec import record_data, record_from
from app.domain.plan.plan import Kind
from app.domain.plan.profile import Profile
from app.domain.plan.sessions import (
    AgendaItem,
    Attendance,
    Choice,
    ContactCheck,
    Occasion,
    Outcome,
    ReviewSession,
    Topic,
    Verdict,
)
from app.export.compose.minutes import DATA_FILE, compose_minutes
from tests.builders import HOSTILE, NOON, plan_with, rid
from tests.labels import ENGLISH
from tests.unit.export.compose.reading import headings, lines

PROFILE = Profile(
    legal_name="Harbour Water",
    document_title="Incident plan",
    document_id="HW-IRP",
    sharing_label="Internal",
)
PLAN = plan_with(profile=PROFILE)
OPEN = ReviewSession(
    rid("review-1"),
    "Annual review",
    Occasion.REGULATION,
    NOON,
    chair="Ann",
    secretary="Bo",
    baseline="1.0",
    attendance=(Attendance("Ann", present=True),),
    agenda=(AgendaItem("k", Topic.FINDING, "Nobody leads.", choice=Choice.KEEP),),
    contacts=(ContactCheck(rid("ann"), "Ann", Outcome.CONFIRMED, on=NOON.date()),),
    decisions=("The board is told.", "Next time in York."),
    seconds=4_500,
)
CLOSED = replace(
    OPEN,
    closed_at=NOON + timedelta(minutes=90),
    verdict=Verdict.NO_CHANGE,
    conclusion="It holds.",
    content="cd" * 32,
)
HEAD = Head("plan-1", 7, "ab" * 32, "ef" * 32)


def minutes(session: ReviewSession = CLOSED, head: Head | None = None) -> Document:
    return compose_minutes(PLAN, session, ENGLISH, NOON, head)


def told(session: ReviewSession = CLOSED, head: Head | None = None) -> list[str]:
    return lines(minutes(session, head).body)


def test_the_minutes_tell_the_session_in_order():
    assert headings(minutes().body) == [
        "Session",
        "Attendance",
        "Agenda and decisions",
        "Contacts called",
        "Further decisions",
        "Actions",
        "Result",
        "How to check these minutes",
        "Signatures",
    ]


def test_when_it_was_held_and_how_long_it_took():
    said = told()

    assert "Started: 21 November 2026, 12:00 UTC" in said
    assert "Closed: 21 November 2026, 13:30 UTC" in said
    assert "Length, without pauses: 1 hour and 15 minutes" in said
    assert "Occasion: New rules" in said
    assert "Chair: Ann" in said
    assert "Keeper of the minutes: Bo" in said
    assert "Compared with: Version 1.0" in said


@pytest.mark.parametrize(
    ("seconds", "length"),
    [(0, "less than a minute"), (59, "less than a minute"), (60, "1 minute"), (7_200, "2 hours")],
)
def test_any_length_has_words(seconds, length):
    assert f"Length, without pauses: {length}" in told(replace(CLOSED, seconds=seconds))


def test_what_is_not_stated_shows_as_a_gap():
    bare = replace(CLOSED, chair="", secretary="", baseline="", content="", conclusion="")

    said = told(bare)

    for gap in ("Chair", "Keeper of the minutes", "Conclusion", "Plan reviewed (SHA-256)"):
        assert f"{gap}: [not stated]" in said
    assert "Compared with: No version of the plan came before" in said


def test_further_decisions_are_numbered_and_left_out_where_there_are_none():
    assert {"The board is told.", "Next time in York."} <= set(told())
    assert "Further decisions" not in headings(minutes(replace(CLOSED, decisions=())).body)


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (Verdict.NO_CHANGE, "Verdict: Reviewed without a new version; the version in force stays"),
        (Verdict.NEW_VERSION, "Verdict: A new version is submitted for approval"),
    ],
)
def test_the_result_says_what_follows(verdict, said):
    assert any(line.startswith(said) for line in told(replace(CLOSED, verdict=verdict)))


def test_the_next_review_is_on_its_day_or_as_the_interval_says():
    assert "Next review: As the review interval of the plan says" in told()
    assert "Next review: 1 May 2027" in told(replace(CLOSED, next_on=date(2027, 5, 1)))


def test_the_hashes_can_be_recomputed_from_what_the_pdf_carries():
    document = minutes()

    (carried,) = document.attachments
    digest = hashlib.sha256(carried.data).hexdigest()
    assert carried.name == DATA_FILE
    assert record_from(Kind.SESSION, json.loads(carried.data)) == CLOSED
    assert document.metadata.content_hash == digest
    said = told()
    assert f"Plan reviewed (SHA-256): {' '.join(['cdcdcdcd'] * 8)}" in said
    assert [line.replace(" ", "") for line in said if digest in line.replace(" ", "")]


def test_the_head_of_the_history_is_printed_and_carried_along():
    document = minutes(head=HEAD)

    assert f"Audit trail: Revision 7, {' '.join(['abababab'] * 8)}" in told(head=HEAD)
    assert json.loads(document.attachments[1].data) == head_data(HEAD)
    assert not any(line.startswith("Audit trail") for line in told())


def test_chair_and_keeper_sign_beside_the_seal_on_one_page():
    boxes = [block for block in minutes().body if isinstance(block, SignatureBox)]

    assert [(box.field, box.signer) for box in boxes] == [
        ("Seal", "Harbour Water"),
        ("Chair", "Ann"),
        ("Secretary", "Bo"),
    ]
    (heading,) = (
        one for one in minutes().body if isinstance(one, Heading) and one.anchor == "signatures"
    )
    assert heading.new_page


def test_minutes_of_a_session_that_goes_on_are_a_draft():
    document = minutes(OPEN)

    assert document.watermark == "DRAFT"
    assert minutes().watermark == ""
    assert not [block for block in document.body if isinstance(block, SignatureBox)]
    assert "The session is not closed yet." in told(OPEN)
    assert dict(document.cover.facts)["State"] == "Not closed"


def test_the_file_says_whose_minutes_it_holds():
    data = minutes().metadata

    assert data.title == "Incident plan: minutes of a review session"
    assert (data.document_id, data.version) == ("HW-IRP review-1", "")
    assert (data.author, data.subject, data.organisation) == (
        "Bo",
        "Annual review",
        "Harbour Water",
    )
    assert data.dated == NOON.date()
    assert minutes().wording.edition == f"{data.title}, review-1"


@pytest.mark.parametrize(
    ("chair", "secretary", "author"), [("Ann", "", "Ann"), ("", "", "Harbour Water")]
)
def test_somebody_is_the_author(chair, secretary, author):
    session = replace(CLOSED, chair=chair, secretary=secretary)

    assert minutes(session).metadata.author == author


def test_the_cover_names_plan_and_session():
    cover = minutes().cover

    assert (cover.organisation, cover.title, cover.subtitle) == (
        "Harbour Water",
        "Minutes of a review session",
        "Annual review",
    )
    assert dict(cover.facts)["Plan"] == "Incident plan"


def test_a_plan_without_a_name_has_minutes_too():
    document = compose_minutes(plan_with(), CLOSED, ENGLISH, NOON)

    assert document.metadata.document_id == "review-1"
    assert dict(document.cover.facts)["Sharing label"] == "not stated"


def test_the_same_session_gives_the_same_minutes():
    again = record_from(Kind.SESSION, record_data(CLOSED))

    assert isinstance(again, ReviewSession)
    assert minutes(again) == minutes()


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_makes_minutes(text):
    item = AgendaItem(text, Topic.CHANGE, text, text, text, Choice.ACTION, text, text)
    session = replace(
        CLOSED,
        title=text,
        chair=text,
        conclusion=text,
        decisions=(text,),
        agenda=(item,),
        attendance=(Attendance(text, text),),
        contacts=(ContactCheck(rid(text), text, note=text),),
    )

    assert minutes(session).metadata.subject == text
