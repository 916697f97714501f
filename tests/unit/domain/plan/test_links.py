"""Fields that name other records."""

from app.domain.plan.codec import field_specs
from app.domain.plan.kinds import Kind
from app.domain.plan.links import LINKS, named
from app.domain.plan.obligations import NotificationDecision
from app.domain.plan.plan import RECORD_TYPES
from app.domain.plan.playbooks import Phase, PlaybookStep, StepBranch
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment
from tests.builders import rid, role


def test_every_link_is_a_field_of_its_record():
    for kind, links in LINKS.items():
        fields = {spec.name for spec in field_specs(RECORD_TYPES[kind])}
        assert {path.partition(".")[0] for path in links} <= fields


def test_a_field_names_one_record_several_or_none():
    lead = role("lead", holder=rid("a"), deputies=(rid("b"), rid("c")))

    assert named(lead, "holder") == ("a",)
    assert named(lead, "deputies") == ("b", "c")
    assert named(role("lead"), "holder") == ()


def test_a_dot_leads_into_the_parts_of_a_list():
    row = RaciActivity(rid("r"), "Declare", (RaciAssignment(rid("lead"), Raci.ACCOUNTABLE),))

    assert named(row, "assignments.role") == ("lead",)
    assert LINKS[Kind.RACI] == {"assignments.role": Kind.ROLE}


def test_a_decision_names_the_duty_it_is_about():
    decision = NotificationDecision(rid("d"), rid("gdpr"))

    assert [named(decision, field) for field in LINKS[Kind.DECISION]] == [("gdpr",)]
    assert LINKS[Kind.DECISION] == {"obligation": Kind.OBLIGATION}


def test_a_step_names_who_decides_and_the_words_to_use():
    step = PlaybookStep(
        rid("s"), rid("p"), Phase.CONTAIN, "Cut off", decided_by=rid("boss"), message=rid("notice")
    )

    assert {field: named(step, field) for field in LINKS[Kind.STEP]} == {
        "playbook": ("p",),
        "role": (),
        "decided_by": ("boss",),
        "message": ("notice",),
        "branches.to": (),
    }
    assert LINKS[Kind.STEP]["decided_by"] is Kind.ROLE
    assert LINKS[Kind.STEP]["message"] is Kind.MESSAGE


def test_a_step_names_the_steps_its_answers_lead_to():
    ways = (StepBranch("Yes", rid("t")), StepBranch("No"), StepBranch("Never", ends=True))
    step = PlaybookStep(rid("s"), rid("p"), Phase.CONTAIN, "Cut off", branches=ways)

    assert named(step, "branches.to") == ("t",)
    assert LINKS[Kind.STEP]["branches.to"] is Kind.STEP
