"""Everything the page shows of one requirement."""

from dataclasses import replace

import pytest

from app.domain.judgement.elements.element import Evidence
from app.domain.judgement.standards import Standards
from app.domain.plan.assurance import EvidenceRecord
from app.domain.plan.changes import put, remove
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.sections import Answer
from app.services.opening import OpenPlan
from tests.ui.fakes import FakeClock, MemoryStore, small_plan, small_template
from tests.ui.pages.coverage.shelf import ALPHA, ELEMENTS, SmallLibrary
from ui.bridge.session import PlanBridge
from ui.models.framework_shelf import FrameworkShelf
from ui.models.requirement_view import evidence_target, view_of


@pytest.fixture
def bridge(host):
    plan = small_plan()
    chosen = (put(plan, replace(plan.profile, frameworks=("alpha",))),)
    made = PlanBridge(
        OpenPlan(MemoryStore(plan), small_template(), Standards((ALPHA,), ELEMENTS), FakeClock()),
        host,
    )
    made.apply(chosen, "Choose")
    return made


@pytest.fixture
def view(bridge):
    shelf = FrameworkShelf(SmallLibrary())

    def shown(requirement: str):
        rows = bridge.judgement.coverage("alpha")
        status = next(row for row in rows if row.requirement.id == requirement)
        return view_of(bridge, shelf, ALPHA, status)

    return shown


def test_it_equals_itself_until_something_differs(bridge, view):
    before = view("A.1")
    assert view("A.1") == before

    said = Answer(RecordId("purpose.goal"), RecordId("purpose"), "Care")
    bridge.apply((put(bridge.plan, said),), "Answer")
    answered = view("A.1")
    assert answered != before

    bridge.apply((put(bridge.plan, replace(said, value="Serve")),), "Answer")
    assert view("A.1") != answered
    assert view("A.1").status == answered.status


def test_a_missing_element_is_mended_by_its_question_or_in_its_section(view):
    lead, goal, handled = view("A.2").elements

    assert (lead.mend, lead.mended_in) == ("section:contacts", "Contacts")
    assert (goal.mend, goal.mended_in) == ("question:purpose.goal", "Purpose")
    assert (handled.mend, handled.mended_in) == ("", "")
    assert handled.evidence[0].quote == "Incidents shall be handled."


def test_an_element_whose_section_is_gone_leads_nowhere(bridge, view):
    section = remove(bridge.plan, Kind.SECTION, RecordId("contacts"))
    bridge.apply((section,), "Remove")

    assert view("A.2").elements[0].mend == ""


def test_records_that_do_not_count_yet_are_shown_too(bridge, view):
    half = EvidenceRecord(RecordId("e"), "Minutes", requirements=(RecordId("alpha/A.4"),))
    bridge.apply((put(bridge.plan, half),), "File")

    assert view("A.4").filed == (half,)
    assert view("A.4").status.vouched.evidence == ()
    assert view("A.4").key == "alpha/A.4"


def test_related_requirements_that_are_judged_come_first(view):
    related = view("A.1").related

    assert [(one.framework, one.title, one.target) for one in related] == [
        ("Alpha standard", "Commit", "requirement:alpha/A.3"),
        ("gamma", "", ""),
        ("Beta standard", "Start low", ""),
    ]


@pytest.mark.parametrize(
    ("kind", "record", "target"),
    [
        (Kind.ANSWER, "purpose.goal", "question:purpose.goal"),
        (Kind.ANSWER, "gone.question", "section:purpose"),
        (Kind.SECTION, "purpose", "section:purpose"),
        (Kind.ROLE, "lead", "record:roles:lead"),
    ],
)
def test_evidence_leads_to_where_it_stands(kind, record, target):
    evidence = Evidence(kind, record, "purpose", "", "Words")

    assert evidence_target(evidence, small_template()) == target
