"""The rows of versions and of acts say how sure each approval is."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.lifecycle.approving.course import Stage, course
from app.domain.plan.acts import Act, Deed, KeptFile, Route, Signed
from app.domain.plan.changes import apply, put
from app.domain.plan.governance import Version
from app.domain.plan.ids import RecordId
from app.services.approving.overview import Declared, Listed
from tests.builders import plan_with
from tests.fakes import FACTS
from ui.models.version_rows import act_rows, file_rows, version_rows
from ui.models.version_words import level_text, stage_picture, stage_text, stage_tone
from ui.widgets.chips import Tone

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FINGER = "AB:CD"


def act(deed: Deed, by: str = "Carl", number: int = 1, **fields) -> Act:
    made = Act(RecordId(f"act-{number:06}"), deed, "1.0", by, AT, number, "aa" * 32)
    return replace(made, **fields)


def issued(signed: Signed):
    acts = (
        act(Deed.SUBMITTED, "Ann", 1, reason="New tree", route=Route((), ("Carl",), reviews=0)),
        act(Deed.APPROVED, "Carl", 2, signed=signed),
        act(Deed.ISSUED, "Carl", 3, reason="New tree", material=False),
    )
    (issue,) = course(acts).issues
    return issue


@pytest.mark.parametrize(
    ("signed", "certificate", "words"),
    [
        (None, None, "entered in the program"),
        (Signed("x"), None, "confirmed on this machine"),
        (Signed("x", "c2ln"), FACTS, "signed, certificate self-signed"),
        (
            Signed("x", "c2ln"),
            replace(FACTS, self_signed=False),
            "signed, trust in its issuer not checked",
        ),
        (Signed("x", "c2ln", returned=True), FACTS, "signed, came back by hand-over"),
        (Signed("x", "c2ln"), None, "signed"),
    ],
)
def test_how_sure_an_approval_is_is_said_honestly(signed, certificate, words):
    assert level_text(signed, certificate) == words


@pytest.mark.parametrize("stage", [None, *Stage])
def test_every_stage_has_a_word_an_icon_and_a_colour(stage):
    assert stage_text(stage)
    assert stage_picture(stage)
    assert isinstance(stage_tone(stage), Tone)


def test_an_issued_version_names_who_approved_it_and_how_surely():
    issue = issued(Signed("x", "c2ln", "CN=Carl", FINGER))
    listed = Listed("1.0", Stage.APPROVED, "Carl", AT, issue=issue)

    (row,) = version_rows(plan_with(), [listed], {FINGER: FACTS})

    number, state, change, approved = row.cells
    assert (number.text, number.below) == ("1.0", "23 Nov 2026")
    assert (state.text, state.picture) == ("Approved", "badge-check")
    assert (change.text, change.below) == ("New tree", "Not material")
    assert (approved.text, approved.below) == ("Carl", "signed, certificate self-signed")


def test_a_signature_that_does_not_hold_is_seen_in_the_list():
    issue = issued(Signed("x", "c2ln", "CN=Carl", FINGER))
    broken = Declared(issue.approvals[0], "", holds=False)
    listed = Listed("1.0", Stage.APPROVED, "Carl", AT, (broken,), issue=issue)

    (row,) = version_rows(plan_with(), [listed], {})

    assert row.cells[3].tone == "danger"
    assert row.cells[3].below.startswith("a signature does not hold")


def test_a_version_only_stated_says_that_no_approval_is_recorded():
    version = Version(RecordId("v"), "0.9", date(2026, 9, 18), "Draft", approvers=("Priya",))
    plan = plan_with(version)

    (row,) = version_rows(plan, [Listed("0.9")], {})

    assert row.cells[1].said == "Stated only. no approval is recorded"
    assert row.cells[3].said == "Priya. as the plan states"


def test_the_draft_and_a_version_without_a_number_have_no_row():
    assert version_rows(plan_with(), [Listed(""), Listed("draft", Stage.DRAFT)], {}) == ()


def test_the_newest_version_comes_first():
    rows = version_rows(plan_with(), [Listed("0.8"), Listed("0.9")], {})

    assert [row.key for row in rows] == ["0.9", "0.8"]


def test_a_version_in_review_says_what_was_submitted():
    made = act(Deed.SUBMITTED, "Ann", 1, reason="New tree", route=Route((), ("Carl",)))
    plan = plan_with()
    plan = apply(plan, (put(plan, made),))

    (row,) = version_rows(plan, [Listed("1.0", Stage.IN_REVIEW, "Ann", AT)], {})

    assert row.cells[2].text == "New tree"
    assert row.cells[3].text == "\u2013"


def test_a_superseded_version_names_the_one_after_it():
    issue = replace(issued(Signed("x")), superseded_by="2.0")

    (row,) = version_rows(plan_with(), [Listed("1.0", issue.stage, "Carl", AT, issue=issue)], {})

    assert row.cells[1].said == "Superseded. by version 2.0"


@pytest.mark.parametrize(
    ("holds", "notes", "tone"),
    [
        (True, (), "success"),
        (False, ("It was altered.",), "danger"),
        (None, ("Its words are about something else.",), "warning"),
        (None, (), ""),
    ],
)
def test_each_act_says_in_words_and_colour_what_its_signature_is_worth(holds, notes, tone):
    made = act(Deed.APPROVED, signed=Signed("x", "c2ln", "CN=Carl", FINGER), role="CEO")

    (row,) = act_rows([Declared(made, "", holds, notes)], {FINGER: FACTS})

    sure = row.cells[3]
    assert sure.tone == tone
    assert "SHA-256 fingerprint AB:\u200bCD" in sure.below
    assert all(note.rstrip(".") in sure.below for note in notes)
    assert row.cells[2].said == "Carl. CEO"


def test_a_weight_decided_otherwise_is_told_with_the_summary():
    made = act(Deed.SUBMITTED, reason="New tree", overruled="The board wants it so")

    (row,) = act_rows([Declared(made, "")], {})

    assert row.cells[1].below == ("New tree Weighed otherwise than proposed: The board wants it so")


def test_a_kept_file_shows_its_size_and_its_whole_hash():
    kept = KeptFile(RecordId("ab" * 32), "a.pdf", 3000, "acts/act-000003", "Ann", AT)

    (row,) = file_rows([kept])

    assert (row.cells[0].text, row.cells[0].below) == ("a.pdf", "3 KB")
    assert row.cells[2].text.replace("\u200b", "") == "ab" * 32
