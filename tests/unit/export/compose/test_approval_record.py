"""What an exported version says about its approval."""

import importlib.metadata
import json
from dataclasses import replace

import pytest

from app.domain.document.tree import Document, SignatureBox
from app.domain.lifecycle.approving.course import Course, Stage, course
from app.domain.lifecycle.approving.editions import Edition
from app.domain.lifecycle.chain import Head
from app.domain.lifecycle.matter import matter
from app.domain.plan.acts import Act, Deed, Signed
from app.domain.plan.governance import Version
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.domain.plan.programme import DistributionEntry
from app.export.compose.approval_record import (
    approval_data,
    approval_record,
    program,
    watermark,
)
from app.export.compose.occasion import Occasion
from app.export.compose.plan_document import compose, composed
from app.export.compose.scribe import Scribe
from tests.builders import NOON, plan_with, rid
from tests.labels import ENGLISH
from tests.unit.domain.lifecycle.approving.acts import act
from tests.unit.export.compose.judged import judged
from tests.unit.export.compose.reading import captioned, lines, rows, tables

PAIRS = ":".join(f"{n:02X}" for n in range(32))
SIGNED = Signed("I approve.", "U0lH", "CN=Carl", PAIRS)
HEAD = Head("plan-1", 7, "ab" * 32, "cd" * 32)
BOARD = DistributionEntry(rid("d"), "Board")


def said() -> list[Act]:
    return [
        act(Deed.SUBMITTED, 1),
        act(Deed.REVIEWED, 2, role="CISO", reason="Read it all."),
        act(Deed.APPROVED, 3, signed=SIGNED, role="CEO"),
        act(Deed.APPROVED, 4, by="Dora", signed=replace(SIGNED, returned=True)),
        act(Deed.ISSUED, 5, reason="First issue"),
    ]


def issued(*more: Act, profile: Profile | None = None) -> Plan:
    """A plan that its own acts approved."""
    own = profile or Profile(legal_name="Northwind", document_id="N-1")
    content = matter(plan_with(BOARD, profile=own))
    acts = [replace(one, content=content) for one in (*said(), *more)]
    return plan_with(BOARD, *acts, profile=own)


def edition(now: Course | None = None) -> Edition:
    return Edition((now or course(said())).issues[0])


def scribe(plan: Plan | None = None) -> Scribe:
    return Scribe(plan or issued(), ENGLISH)


def test_each_declaration_is_a_row():
    note, table = approval_record(edition(), scribe())

    assert rows(table) == [  # type: ignore[arg-type]
        (
            "Rita\nCISO",
            "Reviewed\nRead it all.",
            "21 November 2026, 11:00 UTC",
            "Confirmed in the program, without a certificate",
        ),
        (
            "Carl\nCEO",
            "Approved",
            "21 November 2026, 12:00 UTC",
            "Signed at the plan file, certificate 00:01:02:03:04:05:06:07…",
        ),
        (
            "Dora",
            "Approved",
            "21 November 2026, 13:00 UTC",
            "Signed on another machine, certificate 00:01:02:03:04:05:06:07…",
        ),
    ]
    assert "approval.json" in lines([note])[0]


def test_a_short_fingerprint_is_printed_whole():
    now = course([act(Deed.ISSUED_IN_EMERGENCY, signed=replace(SIGNED, fingerprint="AB:CD"))])

    _, table = approval_record(edition(now), scribe())

    assert rows(table)[0][1:] == (  # type: ignore[arg-type]
        "Approved in an emergency\nAttack going on",
        "21 November 2026, 10:00 UTC",
        "Signed at the plan file, certificate AB:CD",
    )


def test_a_plan_without_acts_says_nothing_of_them():
    assert list(approval_record(None, scribe())) == []
    assert list(approval_data(None, scribe(), HEAD)) == []
    assert watermark(None, scribe()) == ""


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, ""),
        ({"superseded_by": "2.0"}, "SUPERSEDED"),
        ({"withdrawn": act(Deed.WITHDRAWN, 9)}, "WITHDRAWN"),
        ({"superseded_by": "2.0", "withdrawn": act(Deed.WITHDRAWN, 9)}, "WITHDRAWN"),
    ],
)
def test_a_version_out_of_force_is_marked(fields, text):
    issue = replace(edition().issue, **fields)

    assert watermark(Edition(issue), scribe()) == text


def test_the_program_names_itself_and_its_version(monkeypatch):
    monkeypatch.setattr(importlib.metadata, "version", lambda name: "9.8")
    assert program() == "irplan 9.8"

    def unknown(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", unknown)
    assert program() == "irplan"


# --- in the document ------------------------------------------------------------------------------


def attached(document: Document, name: str) -> bytes:
    return next(one.data for one in document.attachments if one.name == name)


def names(document: Document) -> list[str]:
    return [one.name for one in document.attachments]


def test_an_approved_plan_carries_its_approval():
    plan = issued()

    document = compose(judged(plan), ENGLISH, False, NOON, HEAD)

    stated = json.loads(attached(document, "approval.json"))
    assert stated["content"] == matter(plan)
    assert [one["name"] for one in stated["signers"]] == ["Rita", "Carl", "Dora"]
    assert stated["audit_head"]["hash"] == HEAD.hash
    assert document.watermark == ""
    assert (document.metadata.version, document.metadata.status) == ("1.0", "Approved")
    assert document.metadata.dated == said()[-1].at.date()
    printed = lines(document.body)
    assert "Version: 1.0 (approved)" in printed
    grouped = " ".join(matter(plan)[at : at + 8] for at in range(0, 64, 8))
    assert f"Approved content (SHA-256): {grouped}" in printed
    order = [table.caption for table in tables(document.body)]
    assert order.index("Approval record") < order.index("Distribution list")
    assert rows(captioned(document.body, "Distribution list")) == [("Board", "", "", "")]


@pytest.mark.parametrize("draft", [True, False])
def test_a_plan_that_was_changed_since_carries_none(draft):
    plan = issued()
    approved = Version(rid("v"), "1.0", NOON.date(), approvers=("Carl",))
    edited = plan_with(*plan.acts.values(), approved, profile=Profile(legal_name="Another"))

    document = compose(judged(edited), ENGLISH, draft, NOON, HEAD)

    assert names(document) == ["plan.json", "audit-head.json"]
    assert (document.metadata.status, document.watermark) == ("Draft", "DRAFT")
    assert "Approval record" not in [table.caption for table in tables(document.body)]


def test_a_draft_of_an_approved_plan_carries_none():
    document = compose(judged(issued()), ENGLISH, True, NOON)

    assert names(document) == ["plan.json"]
    assert document.watermark == "DRAFT"


@pytest.mark.parametrize(
    ("stage", "fields"),
    [
        (Stage.SUPERSEDED, {"superseded_by": "2.0"}),
        (Stage.WITHDRAWN, {"withdrawn": act(Deed.WITHDRAWN, 9)}),
    ],
)
def test_an_issued_version_is_shown_with_what_became_of_it(stage, fields):
    issue = replace(edition().issue, **fields)

    document = composed(
        judged(issued()), ENGLISH, Occasion(False, NOON, edition=Edition(issue, edition().issue))
    )

    assert document.watermark == stage.name
    assert document.metadata.status == stage.value.capitalize()
    assert f"Version: 1.0 ({stage.value})" in lines(document.body)
    stated = json.loads(attached(document, "approval.json"))
    assert (stated["state"], stated["previous"]["version"]) == (stage.value, "1.0")


@pytest.mark.parametrize("pages", [(8, 12), (30, 40)])
@pytest.mark.parametrize(
    ("plan", "fields"),
    [
        (issued(), ["Seal", "Author", "Reviewer", "Approver", "Approver2"]),
        (plan_with(BOARD), ["Seal", "Author", "Reviewer", "Approver"]),
    ],
)
def test_everybody_who_stands_behind_a_plan_has_a_field_however_short_it_is(pages, plan, fields):
    document = compose(judged(plan, pages=pages), ENGLISH, False, NOON)

    boxes = [block for block in document.body if isinstance(block, SignatureBox)]
    assert [box.field for box in boxes] == fields


@pytest.mark.parametrize(("pages", "last"), [((8, 12), True), ((30, 40), False)])
def test_a_short_plan_is_signed_at_its_end(pages, last):
    document = compose(judged(issued(), pages=pages), ENGLISH, False, NOON)

    assert isinstance(document.body[-1], SignatureBox) is last
