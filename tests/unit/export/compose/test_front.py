from dataclasses import replace
from datetime import date

import pytest

from app.domain.document.tree import Callout, Heading
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import Version
from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.profile import Profile
from app.domain.plan.roles import RoleTier
from app.domain.plan.sections import Answer
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from app.export.compose import front
from app.export.compose.signatures import signature_page
from tests.builders import NOON, person, plan_with, rid, role
from tests.labels import scribe
from tests.unit.export.compose.reading import GAP, captioned, headings, lines, rows, tables

HASH = "0123456789abcdef" * 4
FIRST = Version(
    rid("v1"), "1.0", date(2026, 1, 2), "First issue.", True, "Anna", ("Rita",), ("Jo", "Kim")
)
BARE = Version(rid("v2"), "1.1", date(2026, 6, 1))


def first_steps(plan):
    (callout,) = [block for block in front.quick_card(scribe(plan)) if isinstance(block, Callout)]
    return lines(callout.content)


def test_the_title_is_the_documents_own_or_says_what_it_is():
    assert front.title(scribe(plan_with(profile=Profile(document_title="IRP <1>")))) == "IRP <1>"
    assert front.title(scribe(plan_with())) == "Incident response plan"


@pytest.mark.parametrize(
    ("versions", "latest"),
    [
        ((), None),
        ((Version(rid("v"), "1.0"),), None),
        ((BARE, FIRST), BARE),
        ((FIRST, BARE), BARE),
        ((FIRST, Version(rid("v3"), "1.0.1", date(2026, 1, 2))), "v3"),
    ],
)
def test_the_latest_version_is_the_one_issued_last(versions, latest):
    found = front.latest(plan_with(*versions))

    assert (found.id if isinstance(latest, str) and found else found) == latest


@pytest.mark.parametrize(
    ("versions", "draft", "number", "status"),
    [
        ((), True, "0.1", "Draft"),
        ((), False, "0.1", "Draft"),
        ((FIRST,), True, "1.0 + changes", "Draft"),
        ((FIRST,), False, "1.0", "Approved"),
        ((BARE,), False, "1.1", "Issued"),
    ],
)
def test_number_and_status_follow_from_what_was_issued(versions, draft, number, status):
    plan = plan_with(*versions)

    assert front.number(scribe(plan), draft=draft) == number
    assert front.status(scribe(plan), draft=draft) == status


def test_the_cover_states_what_is_known():
    profile = Profile(
        legal_name="Northwind Health Limited",
        description="A hospital.",
        document_id="NH-1",
        owner="CISO",
        sharing_label="TLP:AMBER",
        review_months=12,
    )

    made = front.cover(scribe(plan_with(FIRST, profile=profile)), draft=False, when=NOON)

    assert (made.organisation, made.subtitle) == ("Northwind Health Limited", "A hospital.")
    assert made.facts == (
        ("Document", "NH-1"),
        ("Version", "1.0 · Approved"),
        ("Date", "2 January 2026"),
        ("Next review", "2 January 2027"),
        ("Owner", "CISO"),
        ("Sharing label", "TLP:AMBER"),
    )


def test_a_draft_bears_the_day_of_its_export():
    plan = plan_with(FIRST)

    assert front.dated(plan, draft=True, when=NOON) == NOON.date()
    assert front.dated(plan_with(), draft=False, when=NOON) == NOON.date()
    assert front.dated(plan, draft=False, when=NOON) == FIRST.issued_on


def test_the_cover_says_what_is_not_stated():
    made = front.cover(
        scribe(plan_with(profile=Profile(short_name="Northwind"))), draft=True, when=NOON
    )

    assert made.organisation == "Northwind"
    assert [value for _, value in made.facts] == [
        "not stated",
        "0.1 · Draft",
        "21 November 2026",
        "not stated",
        "not stated",
        "not stated",
    ]


def test_document_control_has_the_hash_in_groups_and_the_history():
    plan = plan_with(FIRST, Version(rid("v0"), "0.9"))

    made = front.control(scribe(plan), HASH, draft=False, when=NOON)

    said = lines(made)
    assert "Content (SHA-256): " + " ".join(["01234567", "89abcdef"] * 4) in said
    assert "Exported: 21 November 2026, 12:00:00 UTC" in said
    assert "Version: 1.0 (approved)" in said
    assert f"Document id: {GAP}" in said
    assert rows(captioned(made, "Revision history")) == [
        ("1.0", "2 January 2026", "First issue.", "Anna", "Jo, Kim"),
        ("0.9", GAP, GAP, GAP, GAP),
    ]


def test_document_control_says_that_a_draft_is_not_signed():
    said = lines(front.control(scribe(plan_with(FIRST)), HASH, draft=True, when=NOON))

    assert "Version: 1.0 + changes (draft, without signature fields)" in said


def test_document_control_says_when_nothing_was_issued():
    made = front.control(scribe(plan_with()), HASH, draft=True, when=NOON)

    assert "No version has been issued yet." in lines(made)
    assert tables(made) == []


def test_the_quick_card_of_an_empty_plan_points_to_no_table():
    plan = plan_with()

    assert headings(front.quick_card(scribe(plan))) == ["Incident now? Start here"]
    assert tables(front.quick_card(scribe(plan))) == []
    assert first_steps(plan) == [
        "Stay calm, note the time, and do not switch off, wipe or repair anything yet.",
        "Report it at once to the incident lead.",
        "Write down every fact, decision and time; keep the evidence.",
    ]


@pytest.mark.parametrize(
    ("answers", "step"),
    [
        ({"reporting.channel": "call 2222"}, "Report it at once: call 2222."),
        (
            {"reporting.channel": "call 2222", "reporting.urgent_channel": "call 999"},
            "Report it at once: call 999.",
        ),
    ],
)
def test_the_quick_card_names_the_channel_for_what_is_urgent(answers, step):
    plan = plan_with(*(Answer(rid(key), rid("x"), value) for key, value in answers.items()))

    assert step in first_steps(plan)


def test_the_quick_card_lists_severities_worst_first():
    hour = Duration(1, TimeUnit.HOURS)
    plan = plan_with(
        SeverityLevel(rid("s2"), "S2", 2),
        SeverityLevel(rid("s1"), "S1", 1, "All down", respond_in_hours=hour),
    )

    assert rows(captioned(front.quick_card(scribe(plan)), "Which severity")) == [
        ("S1", "All down", "1 hour", GAP),
        ("S2", GAP, GAP, GAP),
    ]
    assert any("severity" in step for step in first_steps(plan))


def test_the_quick_card_calls_those_who_run_incidents_first_out_of_band():
    channels = (
        Channel(ChannelKind.EMAIL, "a@x.example"),
        Channel(ChannelKind.MOBILE, "+44 1", out_of_band=True),
    )
    plan = plan_with(
        person("anna", "Anna", channels=channels),
        person("bob", "Bob", channels=channels[:1]),
        role("tech", tier=RoleTier.TECHNICAL, holder=rid("bob")),
        role("press", tier=RoleTier.SUPPORT, holder=rid("bob")),
        role("lead", holder=rid("anna"), deputies=(rid("bob"),)),
        role("chair", tier=RoleTier.CRISIS),
    )

    assert rows(captioned(front.quick_card(scribe(plan)), "Whom to call")) == [
        ("Lead", "Anna", "mobile: +44 1 (out of band)", "Bob"),
        ("Tech", "Bob", "e-mail: a@x.example", ""),
        ("Chair", GAP, GAP, ""),
    ]
    assert any(step.startswith("Call from the top") for step in first_steps(plan))


def test_the_quick_card_follows_the_trees_where_they_call():
    top = TreeNode(rid("a"), rid("t"), None, NodeTarget.ROLE, "chair")
    plan = plan_with(
        role("lead"),
        role("tech", tier=RoleTier.TECHNICAL),
        role("chair", tier=RoleTier.CRISIS),
        CommunicationTree(rid("t"), "Activation"),
        top,
        replace(top, id=rid("b"), parent=rid("a"), target_id="tech"),
    )

    made = captioned(front.quick_card(scribe(plan)), "Whom to call")

    assert [cells[0] for cells in rows(made)] == ["Chair", "Tech", "Lead"]


def test_somebody_without_channels_leaves_a_gap_on_the_quick_card():
    plan = plan_with(person("anna", "Anna"), role("lead", holder=rid("anna")))

    assert rows(captioned(front.quick_card(scribe(plan)), "Whom to call")) == [
        ("Lead", "Anna", GAP, "")
    ]


def test_roles_that_only_support_make_no_list_of_calls():
    plan = plan_with(role("press", tier=RoleTier.SUPPORT))

    assert tables(front.quick_card(scribe(plan))) == []


def test_the_quick_card_stays_on_one_page():
    plan = plan_with(*(role(f"r{at}") for at in range(front.MOST_CALLS + 3)))

    made = captioned(front.quick_card(scribe(plan)), "Whom to call")

    assert len(made.rows) == front.MOST_CALLS


def test_front_matter_starts_on_new_pages_outside_the_count():
    plan = plan_with()
    starts = [
        front.control(scribe(plan), HASH, draft=False, when=NOON)[0],
        signature_page(scribe(plan), {}, draft=False)[0],
        front.quick_card(scribe(plan))[0],
    ]

    for block in starts:
        assert isinstance(block, Heading)
        assert (block.level, block.numbered, block.new_page) == (1, False, True)
