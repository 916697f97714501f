"""What another answer changes, and what it leaves to people."""

from dataclasses import replace

import pytest

from app.domain.interview.conditions import Answered, Answers, Equals, Not
from app.domain.interview.drafting import AnswerSheet, draft
from app.domain.interview.template import ProseBlock, StartingRecord
from app.domain.plan.changes import apply
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.plan import Kind
from app.domain.plan.records import Records
from app.domain.plan.sections import Section
from app.services.answering.consequences import consequences
from tests.builders import question, rid, role, section, template

OT = "profile.uses_ot"
WITH = Answered(OT)
WITHOUT = Not(WITH)
HOUR = Duration(1, TimeUnit.HOURS)
S1 = SeverityLevel(rid("s1"), "S1", 1, respond_in_hours=HOUR)
SMALL = template(
    section(
        "scope",
        prose=(
            ProseBlock("All sites."),
            ProseBlock("Machines too.", WITH),
            ProseBlock("No machines.", WITHOUT),
        ),
        questions=(question(OT),),
    ),
    section("roles", applies=WITH, otherwise="No machines.", prose=(ProseBlock("Roles."),)),
    starting=(
        StartingRecord(role("lead")),
        StartingRecord(role("plant-lead"), WITH),
        StartingRecord(role("office-lead"), WITHOUT),
        StartingRecord(S1),
    ),
    adopt_times=Equals("times", value=True),
)


def plan_for(**answers):
    return draft(SMALL, AnswerSheet(answers), rid("p"))


BEFORE: Answers = {}
AFTER: Answers = {OT: True}


def found(plan, before=BEFORE, after=AFTER):
    return {
        (item.change.kind, str(item.change.id)): item
        for item in consequences(SMALL, plan, before, after)
    }


def test_the_same_answers_change_nothing():
    assert consequences(SMALL, plan_for(), AFTER, AFTER) == ()


def test_all_consequences_together_lead_to_the_draft_of_the_new_answers():
    plan, wanted = plan_for(), plan_for(**AFTER)

    changes = tuple(item.change for item in consequences(SMALL, plan, BEFORE, AFTER))
    after = apply(plan, changes)

    assert after.sections == wanted.sections
    assert set(after.roles.values()) == set(wanted.roles.values())
    assert not any(item.edited for item in consequences(SMALL, plan, BEFORE, AFTER))


def test_text_people_have_edited_is_asked_about_and_keeps_their_words():
    plan = plan_for()
    own = replace(plan.sections[rid("scope")], prose="All sites and ships.\n\nNo machines.")
    plan = plan.with_table(Kind.SECTION, plan.sections.put(own))

    item = found(plan)[Kind.SECTION, "scope"]

    assert item.edited
    assert item.change.after.prose == "All sites and ships.\n\nMachines too."


def test_edited_text_without_the_changed_paragraphs_still_gains_the_new_one():
    plan = plan_for()
    own = replace(plan.sections[rid("scope")], prose="Our own words.")
    plan = plan.with_table(Kind.SECTION, plan.sections.put(own))

    assert found(plan)[Kind.SECTION, "scope"].change.after.prose == (
        "Our own words.\n\nMachines too."
    )


def test_a_reason_people_gave_themselves_stays():
    plan = plan_for()
    own = replace(plan.sections[rid("roles")], not_applicable="Sold.")
    plan = plan.with_table(Kind.SECTION, plan.sections.put(own))

    assert (Kind.SECTION, "roles") not in found(plan)
    assert found(plan_for())[Kind.SECTION, "roles"].change.after.not_applicable == ""


def test_a_section_leaves_with_the_answer_and_says_why():
    leaving = found(plan_for(**AFTER), AFTER, BEFORE)

    assert leaving[Kind.SECTION, "roles"].change.after.not_applicable == "No machines."


def test_a_section_the_template_does_not_know_is_left_alone():
    plan = plan_for()
    own = Section(rid("ours"), "Ours", prose="No machines.")
    plan = plan.with_table(Kind.SECTION, plan.sections.put(own))

    assert (Kind.SECTION, "ours") not in found(plan)


def test_a_section_that_was_taken_out_stays_out():
    plan = plan_for()
    plan = plan.with_table(Kind.SECTION, plan.sections.without(rid("scope")))

    assert (Kind.SECTION, "scope") not in found(plan)


@pytest.mark.parametrize(("name", "edited"), [("office-lead", False), ("Head of office", True)])
def test_a_record_that_falls_away_is_asked_about_once_people_have_changed_it(name, edited):
    plan = plan_for()
    own = replace(plan.roles[rid("office-lead")], name=role("office-lead").name)
    own = own if not edited else replace(own, name=name)
    plan = plan.with_table(Kind.ROLE, plan.roles.put(own))

    item = found(plan)[Kind.ROLE, "office-lead"]

    assert (item.change.after, item.edited) == (None, edited)


def test_a_record_that_is_gone_or_there_already_needs_nothing():
    plan = plan_for()
    table = plan.roles.without(rid("office-lead")).put(role("plant-lead"))
    plan = plan.with_table(Kind.ROLE, table)

    assert not any(kind is Kind.ROLE for kind, _ in found(plan))


def test_an_organisation_with_its_own_table_gets_no_records_of_the_template():
    plan = plan_for().with_table(Kind.ROLE, Records([role("captain")]))

    assert not any(kind is Kind.ROLE for kind, _ in found(plan))


def test_an_emptied_table_may_be_filled_again():
    plan = plan_for().with_table(Kind.ROLE, Records())

    assert (Kind.ROLE, "plant-lead") in found(plan)


def test_fields_follow_one_by_one_and_own_values_are_asked_about():
    plan = plan_for()
    renamed = replace(plan.severities[rid("s1")], name="Critical")
    own_time = replace(plan.severities[rid("s1")], respond_in_hours=Duration(2, TimeUnit.HOURS))

    def severity(record):
        table = plan.severities.put(record)
        return found(plan.with_table(Kind.SEVERITY, table), {}, {"times": True})

    quiet = severity(renamed)[Kind.SEVERITY, "s1"]
    asked = severity(own_time)[Kind.SEVERITY, "s1"]
    assert (quiet.edited, quiet.change.after) == (False, replace(S1, name="Critical"))
    assert (asked.edited, asked.change.after) == (True, S1)


def test_a_field_that_already_says_so_needs_nothing():
    plan = plan_for(times=True)

    assert found(plan, {}, {"times": True}) == {}
