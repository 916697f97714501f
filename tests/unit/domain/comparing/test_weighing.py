from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.comparing.comparing import compare
from app.domain.comparing.weighing import Weight, is_material, material_fields, weigh
from app.domain.plan.classification import MatrixCell, SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import Action
from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Phase, PlaybookStep
from app.domain.plan.profile import Profile
from app.domain.plan.programme import Exercise, Term
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment
from app.domain.plan.sections import Answer, Section
from app.domain.plan.trees import NodeTarget, TreeNode
from tests.builders import person, plan_with, rid, role

NOTHING = Weight(material=False)
DAY = Duration(1, TimeUnit.DAYS)
LEAD = role("lead", "Incident lead", duties=("Leads the response",), authority=("Stop a service",))
LEVEL = SeverityLevel(rid("s2"), "S2 High", 2)
SCOPE = Section(rid("scope"), "Scope", "The plan covers all sites and organizes the response.")
NODE = TreeNode(rid("n"), rid("t"), None, NodeTarget.GROUP, name="Board")
STEP = PlaybookStep(rid("a"), rid("p"), Phase.CONTAIN, "Isolate the computer")
DUTY = Obligation(rid("d"), "Data breach", "Authority", steps=(ObligationStep("First"),))
RACI = RaciActivity(rid("r"), "Declare")
ANSWER = Answer(rid("scope.sites"), rid("scope"), "all sites")


def weight(before: Any, **changes: Any) -> Weight:
    return between(plan_with(before), plan_with(replace(before, **changes)))


def between(old: Plan, new: Plan) -> Weight:
    return weigh(compare(old, new))


@pytest.mark.parametrize(
    ("record", "changes", "reason"),
    [
        (LEAD, {"duties": ("Leads",)}, "Role Incident lead: \u201cduties\u201d changed"),
        (LEAD, {"authority": ()}, "Role Incident lead: \u201cmay decide alone\u201d changed"),
        (
            LEVEL,
            {"escalate_in_hours": DAY},
            "Severity level S2 High: \u201cescalate within, in working hours\u201d changed",
        ),
        (
            MatrixCell(rid("a.b"), rid("a"), rid("b"), rid("s2")),
            {"severity": rid("s1")},
            "Matrix cell a \u00d7 b: \u201cseverity\u201d changed",
        ),
        (
            DUTY,
            {"steps": (ObligationStep("First", DAY),)},
            "Duty to notify Data breach: \u201cnotices and deadlines\u201d changed",
        ),
        (
            DUTY,
            {"recipient": "Nobody"},
            "Duty to notify Data breach: \u201cwho is notified\u201d changed",
        ),
        (NODE, {"allowed": DAY}, "Call in the tree Board: \u201ctime to answer\u201d changed"),
        (STEP, {"action": "Wait"}, "Step Wait: \u201cwhat to do\u201d changed"),
        (
            RACI,
            {"assignments": (RaciAssignment(rid("lead"), Raci.ACCOUNTABLE),)},
            "RACI activity Declare: \u201cwho does what\u201d changed",
        ),
        (ANSWER, {"value": "one site"}, "Answer scope.sites: \u201canswer\u201d changed"),
        (SCOPE, {"prose": "It covers one site."}, "Section Scope: \u201ctext\u201d changed"),
        (SCOPE, {"not_applicable": "No."}, None),
    ],
)
def test_what_is_decided_done_and_promised_is_material(record, changes, reason):
    found = weight(record, **changes)

    assert found.material
    assert len(found.reasons) == 1
    assert reason in {None, *found.reasons}


@pytest.mark.parametrize(
    ("record", "changes"),
    [
        (LEAD, {"holder": rid("ada"), "deputies": (rid("bob"),)}),
        (LEAD, {"name": "Lead of the incident"}),
        (LEAD, {"duties": ("leads the response.",)}),
        (SCOPE, {"prose": "The plan covers all sites, and organises the response."}),
        (SCOPE, {"title": "What it covers", "owner": "Ada"}),
        (STEP, {"action": "Isolate the **Computer**"}),
        (person("ada"), {"channels": (Channel(ChannelKind.MOBILE, "1"),)}),
        (person("ada"), {"verified_on": date(2026, 11, 1)}),
        (Exercise(rid("e"), "Tabletop"), {"on": date(2026, 11, 1)}),
        (Term(rid("t"), "Incident", "An event"), {"meaning": "Something else"}),
        (Action(rid("x"), "Do"), {"text": "Do it"}),
        (DUTY, {"verified_on": date(2026, 11, 1), "citation": "Article 33"}),
    ],
)
def test_people_dates_and_spelling_are_not(record, changes):
    assert weight(record, **changes) == NOTHING


def test_an_answer_that_is_a_date_is_not_material():
    tested = Answer(rid("recovery.tested_on"), rid("recovery"), date(2026, 1, 1))

    assert weight(tested, value=date(2026, 2, 1)) == NOTHING
    assert between(plan_with(), plan_with(tested)) == NOTHING
    assert weight(tested, value="never").material is False


def test_ids_and_codes_are_never_taken_for_spelling():
    scope = Profile(jurisdictions=("GB", "I-E"))

    assert weigh(
        compare(plan_with(profile=scope), plan_with(profile=replace(scope, jurisdictions=("IE",))))
    ).material
    assert weight(LEVEL, declared_by=rid("lead-1")).material
    assert weight(replace(LEVEL, declared_by=rid("lead1")), declared_by=rid("lead-1")).material


def test_what_comes_or_goes_is_material_where_its_fields_are():
    empty = plan_with()

    assert between(empty, plan_with(LEAD)).reasons == ("Role Incident lead: added",)
    assert between(plan_with(LEAD), empty).reasons == ("Role Incident lead: removed",)
    assert between(empty, plan_with(person("ada"))) == NOTHING
    assert between(plan_with(Action(rid("x"), "Do")), empty) == NOTHING


def test_the_order_of_steps_is_material_but_that_of_roles_is_not():
    other = replace(STEP, id=rid("b"), action="Call the lead")
    roles = LEAD, role("legal")

    moved = between(plan_with(STEP, other), plan_with(other, STEP))

    assert moved.material
    assert moved.reasons[0].endswith(": moved")
    assert between(plan_with(*roles), plan_with(*reversed(roles))) == NOTHING


def test_a_list_in_another_order_is_material_where_its_field_is():
    assert weight(replace(LEAD, duties=("A b", "C d")), duties=("C d", "A b")).material


def test_an_item_that_becomes_empty_is_no_spelling():
    assert weight(LEAD, duties=("Leads the response", "")).material


def test_equal_plans_weigh_nothing():
    assert between(plan_with(LEAD), plan_with(LEAD)) == NOTHING


def test_the_material_fields_of_an_edited_record_are_named():
    old, new = LEAD, replace(LEAD, name="Lead", duties=(), authority=())
    (difference,) = compare(plan_with(old), plan_with(new)).records

    assert material_fields(difference) == ("duties", "authority")
    assert is_material(difference)


def test_a_record_is_material_or_not_by_itself():
    def only(old: Plan, new: Plan) -> bool:
        (difference,) = compare(old, new).records
        return is_material(difference)

    assert only(plan_with(), plan_with(LEAD))
    assert only(
        plan_with(STEP, replace(STEP, id=rid("b"))), plan_with(replace(STEP, id=rid("b")), STEP)
    )
    assert not only(plan_with(), plan_with(person("ann")))
    assert not only(plan_with(LEAD), plan_with(replace(LEAD, name="Lead")))
