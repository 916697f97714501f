from datetime import date

import pytest

from app.domain.lifecycle.approving.course import Course, course
from app.domain.lifecycle.approving.editions import Edition
from app.domain.lifecycle.chain import Head, head_data
from app.domain.plan.acts import Deed, Signed
from app.domain.plan.profile import Profile
from app.services.approving.manifest import level, manifest
from tests.builders import plan_with
from tests.unit.domain.lifecycle.approving.acts import CONTENT, act

PLAN = plan_with(profile=Profile(document_id="IRP-1", document_title="Plan"))
HEAD = Head("plan-1", 7, "ab" * 32, "cd" * 32)
SIGNED = Signed("I approve.", "U0lH", "CN=Carl", "AB:CD", returned=True)


def issued() -> Course:
    return course(
        [
            act(Deed.SUBMITTED, 1),
            act(Deed.REVIEWED, 2, role="CISO", reason="Read."),
            act(Deed.APPROVED, 3, signed=SIGNED),
            act(Deed.APPROVED, 4, by="Dora"),
            act(Deed.ISSUED, 5, reason="First issue", material=True),
        ]
    )


def test_everything_about_an_approval_is_stated():
    [issue] = issued().issues

    made = manifest(PLAN, Edition(issue), HEAD, "irplan 1")

    signers = made.pop("signers")
    assert made == {
        "format": "irplan-approval/1",
        "plan": "plan-1",
        "document": "IRP-1",
        "title": "Plan",
        "version": "1.0",
        "state": "approved",
        "superseded_by": None,
        "content": CONTENT,
        "issued_at": "2026-11-21T14:00:00Z",
        "deed": "issued",
        "material": True,
        "summary": "First issue",
        "review_due": None,
        "previous": None,
        "audit_head": head_data(HEAD),
        "program": "irplan 1",
    }
    assert isinstance(signers, list)
    assert [one["name"] for one in signers] == ["Rita", "Carl", "Dora"]
    assert signers[1] == {
        "name": "Carl",
        "role": "",
        "meaning": "approved",
        "reason": "",
        "time": "2026-11-21T12:00:00Z",
        "time_source": "local clock",
        "certificate": {"subject": "CN=Carl", "sha256_fingerprint": "AB:CD"},
        "level": level(SIGNED),
        "statement": "I approve.",
        "signature": "U0lH",
    }
    assert (signers[0]["role"], signers[0]["reason"]) == ("CISO", "Read.")
    assert (signers[0]["certificate"], signers[0]["signature"]) == (None, None)


def test_an_emergency_states_its_review_and_the_version_before():
    [first] = issued().issues
    emergency = act(Deed.ISSUED_IN_EMERGENCY, 1, "2.0", due=date(2026, 12, 5))
    [second] = course([emergency, act(Deed.WITHDRAWN, 2, "2.0", signed=None)]).issues

    made = manifest(PLAN, Edition(second, first), None, "irplan")

    assert made["previous"] == {"version": "1.0", "content": CONTENT}
    assert (made["state"], made["review_due"], made["audit_head"]) == (
        "withdrawn",
        "2026-12-05",
        None,
    )
    signers = made["signers"]
    assert isinstance(signers, list)
    assert [one["meaning"] for one in signers] == ["issued-in-emergency", "withdrawn"]
    assert signers[1]["statement"] == ""


@pytest.mark.parametrize(
    ("signed", "words"),
    [
        (None, "simple: confirmed"),
        (Signed("I"), "simple: confirmed"),
        (Signed("I", "U0lH"), "signed at the plan file"),
        (SIGNED, "signed on another machine"),
    ],
)
def test_no_signature_is_called_more_than_it_is(signed, words):
    assert words in level(signed)
    assert "qualified" not in level(signed)
