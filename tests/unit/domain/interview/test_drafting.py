from dataclasses import replace
from datetime import date

import pytest

from app.domain.interview.conditions import Answered, Equals, Includes
from app.domain.interview.drafting import (
    AnswerSheet,
    SectionWords,
    Unknown,
    draft,
    section_prose,
    without_times,
)
from app.domain.interview.template import PlanTemplate, ProseBlock, StartingRecord
from app.domain.plan.classification import (
    ImpactLevel,
    IncidentCategory,
    MatrixCell,
    SeverityLevel,
    UrgencyLevel,
    cell_id,
)
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import Action
from app.domain.plan.plan import Kind
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.sections import Answer, Section
from tests.builders import person, question, rid, role, section, template

HOUR = Duration(1, TimeUnit.HOURS)
WORST = SeverityLevel(rid("s1"), "S1", 1, respond_in_hours=HOUR, update_every=HOUR)
PLAYBOOK = Playbook(rid("ransomware"), "Ransomware")
STEP = PlaybookStep(rid("step"), rid("ransomware"), Phase.CONTAIN, "Isolate", within=HOUR)
SCOPE = section(
    "scope",
    questions=(question("scope.sites"), question("profile.sector")),
    prose=(
        ProseBlock("  All sites. "),
        ProseBlock("Factories too.", Equals("profile.uses_ot", value=True)),
        ProseBlock(" "),
    ),
)


def drafted(small: PlanTemplate, answers=None, **sheet):
    return draft(small, AnswerSheet(answers or {}, **sheet), rid("plan-1"))


def starting(*records, **fields) -> PlanTemplate:
    return template(SCOPE, starting=tuple(map(StartingRecord, records)), **fields)


def test_a_draft_without_answers_states_nothing():
    plan = drafted(template(SCOPE))

    assert plan.id == "plan-1"
    assert plan.profile.legal_name == ""
    assert len(plan.answers) == 0
    assert plan.sections[rid("scope")] == Section(rid("scope"), "Scope", prose="All sites.")


def test_the_template_names_itself_its_language_and_its_frameworks():
    profile = drafted(template(SCOPE)).profile

    assert (profile.template, profile.language, profile.frameworks) == (
        "small",
        "en-GB",
        ("csf-2",),
    )


def test_stated_facts_go_before_those_of_the_template():
    answers = {
        "profile.sector": "Water",
        "profile.language": "de",
        "profile.frameworks": (),
        "profile.template": "other",
        "profile.colour": "blue",
    }

    profile = drafted(template(SCOPE), answers).profile

    assert (profile.sector, profile.language, profile.frameworks) == ("Water", "de", ())
    assert profile.template == "small"


def test_answers_become_records_unless_blank_or_facts_of_the_profile():
    other = section("roles", questions=(question("roles.lead", section="roles"),))

    plan = drafted(
        template(SCOPE, other),
        {"scope.sites": "Hull", "roles.lead": " ", "profile.sector": "Water", "unknown": "x"},
    )

    assert plan.answers.all() == (Answer(rid("scope.sites"), rid("purpose"), "Hull"),)


def test_default_text_follows_the_answers():
    assert section_prose(SCOPE, {}) == "All sites."
    assert section_prose(SCOPE, {"profile.uses_ot": True}) == "All sites.\n\nFactories too."


@pytest.mark.parametrize(
    ("words", "prose"),
    [
        (SectionWords(), "All sites."),
        (SectionWords(text="Only Hull."), "Only Hull."),
        (SectionWords(text=""), ""),
        (SectionWords(add=" And York. "), "All sites.\n\nAnd York."),
        (SectionWords(text="Only Hull.", add="Not York."), "Only Hull.\n\nNot York."),
    ],
)
def test_words_of_the_organisation_replace_or_follow_the_default(words, prose):
    plan = drafted(template(SCOPE), sections={"scope": words})

    assert plan.sections[rid("scope")].prose == prose


def test_a_section_keeps_its_owner_and_the_reason_why_it_does_not_apply():
    words = SectionWords(owner="Ada", not_applicable="We have no sites.")

    made = drafted(template(SCOPE), sections={"scope": words}).sections[rid("scope")]

    assert (made.owner, made.not_applicable) == ("Ada", "We have no sites.")


@pytest.mark.parametrize(
    ("answers", "words", "reason"),
    [
        ({}, SectionWords(), "No machines."),
        ({"profile.uses_ot": True}, SectionWords(), ""),
        ({}, SectionWords(not_applicable="Sold."), "Sold."),
    ],
)
def test_a_section_that_does_not_apply_says_why(answers, words, reason):
    small = template(replace(SCOPE, applies=Answered("profile.uses_ot"), otherwise="No machines."))

    plan = drafted(small, answers, sections={"scope": words})

    assert plan.sections[rid("scope")].not_applicable == reason


def test_starting_records_are_proposed_under_their_condition():
    lead, ot = role("lead"), role("ot")
    small = template(
        SCOPE,
        starting=(StartingRecord(lead), StartingRecord(ot, Answered("profile.uses_ot"))),
    )

    assert drafted(small).roles.all() == (lead,)
    assert drafted(small, {"profile.uses_ot": True}).roles.all() == (lead, ot)


def test_stated_records_replace_the_proposed_ones_of_their_kind_only():
    plan = drafted(starting(role("lead"), person("a")), records=(role("chief"), role("deputy")))

    assert list(plan.roles) == ["chief", "deputy"]
    assert list(plan.people) == ["a"]


def test_stated_records_join_the_proposed_ones_of_a_kind_that_is_extended():
    own = replace(role("chief"), name="Captain")

    plan = drafted(
        starting(role("lead"), role("chief")),
        records=(own, role("mate")),
        extends=frozenset({Kind.ROLE}),
    )

    assert plan.roles.all() == (role("lead"), own, role("mate"))


def test_a_question_nobody_can_answer_becomes_an_action_of_its_section():
    asked = section("roles", questions=(question("roles.lead", section="roles"),))
    day = date(2026, 12, 24)

    plan = drafted(template(SCOPE, asked), unknown={"roles.lead": Unknown("Ada", day)})

    (action,) = plan.actions.all()
    assert (action.id, action.text) == ("find-out.roles.lead", "Find out: What is roles.lead?")
    assert (action.owner, action.due, action.about) == ("Ada", day, "sections/roles")


def test_stated_actions_stay_beside_those_of_open_questions():
    own = Action(rid("call"), "Call the insurer")

    plan = drafted(template(SCOPE), records=(own,), unknown={"scope.sites": Unknown("Ada")})

    assert list(plan.actions) == ["call", "find-out.scope.sites"]


def test_tables_that_belong_together_are_replaced_together():
    cell = MatrixCell(cell_id("i", "u"), rid("i"), rid("u"), rid("s1"))
    urgency, impact = UrgencyLevel(rid("u"), "Now", 1), ImpactLevel(rid("i"), "All", 1)
    small = starting(PLAYBOOK, STEP, urgency, impact, cell, WORST)

    plan = drafted(
        small, records=(replace(PLAYBOOK, name="Ours"), IncidentCategory(rid("c"), "Malware"))
    )

    assert [item.name for item in plan.playbooks.all()] == ["Ours"]
    assert len(plan.steps) == 0
    assert (list(plan.matrix), list(plan.urgencies)) == (["i.u"], ["u"])


def test_times_are_only_promised_once_they_are_adopted():
    small = starting(WORST, STEP, adopt_times=Equals("times", value=True))

    open_ones, adopted = drafted(small), drafted(small, {"times": True})

    assert open_ones.find(Kind.SEVERITY, rid("s1")) == SeverityLevel(rid("s1"), "S1", 1)
    assert open_ones.steps[rid("step")].within is None
    assert (adopted.severities.all(), adopted.steps.all()) == ((WORST,), (STEP,))


def test_a_record_without_times_is_left_alone():
    lead = role("lead")

    assert without_times(lead) is lead
    assert without_times(WORST) == SeverityLevel(rid("s1"), "S1", 1)


def test_text_that_rests_on_the_frameworks_of_the_template_is_drafted_with_them():
    chosen = Includes("profile.frameworks", "iso")
    made = template(
        section("scope", prose=(ProseBlock("Shows the controls."),)),
        section("soa", prose=(ProseBlock("Measured against it.", chosen),)),
        frameworks=("iso",),
    )

    assert draft(made, AnswerSheet(), rid("p")).sections[rid("soa")].prose == "Measured against it."
    none = AnswerSheet({"profile.frameworks": ()})
    assert draft(made, none, rid("p")).sections[rid("soa")].prose == ""
