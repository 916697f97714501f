"""The ISO template: a plan that a reader from an ISMS recognises, and that loses no requirement."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from app.domain.interview.drafting import AnswerSheet, draft
from app.domain.interview.template import PlanTemplate, SectionTemplate
from app.domain.judgement.coverage import Verdict
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Weight
from app.domain.judgement.reading import words_of
from app.domain.plan.plan import Plan
from app.domain.plan.sections import SECTION_KEYS
from app.persistence.library.schema.template import TITLE_LENGTH
from tests.builders import rid
from tests.integration.scenarios import LIBRARY, SHIPPED, STANDARDS, TODAY, sample_sheet

pytestmark = pytest.mark.no_cover

ISO = LIBRARY.template("iso")
COMBINED = LIBRARY.template("combined")
STANDARDS_OF_THE_PLAN = (
    "iso-iec-27001-2022",
    "iso-iec-27035-1-2023",
    "iso-iec-27035-2-2023",
    "iso-iec-27035-3-2020",
)
PHASES = ["Plan and prepare", "Detect and report", "Assess and decide", "Respond", "Learn lessons"]
NIST = re.compile(r"NIST|SP 800|\bCSF\b|61r[23]")
REQUIREMENT = re.compile(
    r"(?:A\.[5-8]\.\d+|(?:clauses?|ISO/IEC 27035-[123],) (?:\d+(?:\.\d+)*)|27035-[123], clause \d)"
)
CONTROL = re.compile(r"A\.[5-8]\.\d+")
ELEMENTS = {str(element.id): element for element in LIBRARY.elements()}


@cache
def judged(template: PlanTemplate, *, only_iso: bool) -> Judgement:
    """The sample organisation's plan after `template`, held against its own or ISO standards."""
    sheet = sample_sheet()
    if only_iso:
        answers = {**sheet.answers, "profile.frameworks": STANDARDS_OF_THE_PLAN}
        sheet = replace(sheet, answers=answers)
    plan = draft(template, sheet, rid("sample"))
    return Judgement(plan, template, STANDARDS, TODAY)


@cache
def sample_plan() -> Plan:
    return judged(ISO, only_iso=True).plan


def verdicts(judgement: Judgement, framework: str) -> Mapping[str, Verdict]:
    statuses = judgement.held_against(SHIPPED[framework])
    return {status.requirement.id: status.verdict for status in statuses}


def test_its_frameworks_and_length_are_stated():
    assert ISO.frameworks == STANDARDS_OF_THE_PLAN
    assert ISO.pages == (15, 25)
    assert "ISMS" in ISO.description


def test_every_section_stands_once_in_the_parts():
    held = [key for part in ISO.parts for key in part.sections]

    assert sorted(held) == sorted(SECTION_KEYS)
    assert [section.key for section in ISO.sections] == held


def test_the_policy_comes_first_and_the_phases_follow_in_order():
    titles = [part.title for part in ISO.parts]

    assert titles[0] == "Incident management policy"
    assert titles[1:6] == PHASES
    assert titles[6] == "Control of documented information"
    assert titles[7].startswith("Procedures")


@pytest.mark.parametrize(
    ("key", "part"),
    [
        ("policy_statement", "policy"),
        ("training", "plan-prepare"),
        ("detection_reporting", "detect-report"),
        ("triage_assessment", "assess-decide"),
        ("evidence", "respond"),
        ("post_incident", "learn-lessons"),
        ("document_control", "documented-information"),
        ("playbooks", "procedures"),
    ],
)
def test_a_section_stands_where_27035_puts_it(key, part):
    assert ISO.part_of[key].id == part


@pytest.mark.parametrize("section", ISO.sections, ids=lambda section: section.key)
def test_a_section_is_whole(section: SectionTemplate):
    guidance = section.guidance

    assert section.purpose
    assert len(section.title) <= TITLE_LENGTH
    assert guidance.good
    assert guidance.auditors_ask
    assert guidance.mistakes
    assert section.questions
    assert section.prose


@pytest.mark.parametrize("section", ISO.sections, ids=lambda section: section.key)
def test_a_purpose_names_the_clause_or_control_it_answers(section: SectionTemplate):
    assert REQUIREMENT.search(section.purpose), section.purpose


@pytest.mark.parametrize("section", ISO.sections, ids=lambda section: section.key)
def test_each_control_a_purpose_names_asks_something_of_its_section(section: SectionTemplate):
    asking = {
        item.id: {*item.sections, *(ELEMENTS[need].section for need in item.needs)}
        for item in SHIPPED["iso-iec-27001-2022"].requirements
    }

    for control in set(CONTROL.findall(section.purpose)):
        assert section.key in asking[control], control


def test_the_controls_of_incident_management_are_all_named():
    named = {control for section in ISO.sections for control in CONTROL.findall(section.purpose)}

    assert named >= {"A.5.5", "A.5.6", "A.5.7", "A.6.8", "A.5.29", "A.5.30"}
    assert named >= {f"A.5.{number}" for number in range(24, 29)}
    assert named >= {f"A.8.{number}" for number in (13, 15, 16, 17)}


@pytest.mark.parametrize("section", ISO.sections, ids=lambda section: section.key)
def test_its_auditors_are_those_of_an_isms(section: SectionTemplate):
    before = COMBINED.by_key[section.key].guidance

    assert not set(section.guidance.auditors_ask) >= set(before.auditors_ask)


def test_no_question_is_justified_by_nist_alone():
    alone = [
        question.id
        for question in ISO.questions.values()
        if NIST.search(question.why) and "ISO" not in question.why
    ]

    assert alone == []


def test_guidance_and_purposes_know_no_nist():
    spoken = [
        words
        for section in ISO.sections
        for words in (
            section.purpose,
            *section.guidance.good,
            *section.guidance.auditors_ask,
            *section.guidance.mistakes,
        )
        if NIST.search(words)
    ]

    assert spoken == []


def test_the_sample_plan_speaks_of_no_nist_when_none_is_chosen():
    sheet = sample_sheet()
    answers = {**sheet.answers, "profile.frameworks": STANDARDS_OF_THE_PLAN}
    del answers["profile.baseline"]
    plan = draft(ISO, replace(sheet, answers=answers), rid("iso"))

    spoken = {key for key, section in plan.sections.items() if NIST.search(section.prose)}

    assert spoken == set()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("purpose", "information security management system (ISMS)"),
        ("mission_strategy", "ISO/IEC 27035-1:2023"),
        ("definitions", "information security event"),
        ("definitions", "information security vulnerability"),
        ("legal_register", "Statement of Applicability"),
        ("legal_register", "risk treatment plan"),
        ("roles", "point of contact (PoC)"),
        ("roles", "incident management team (IMT)"),
        ("roles", "incident response team (IRT)"),
        ("detection_reporting", "testing it needs written authority"),
        ("triage_assessment", "First assessment."),
        ("triage_assessment", "Second assessment."),
        ("classification", "risk criteria of the ISMS"),
        ("post_incident", "nonconformity"),
        ("post_incident", "corrective action"),
        ("maintenance_review", "Internal audits of the ISMS"),
        ("document_control", "documented information of the ISMS"),
    ],
)
def test_the_plan_speaks_the_language_of_an_isms(key, words):
    assert words in words_of(sample_plan().sections[key].prose)


@pytest.mark.parametrize(
    ("term", "word"),
    [
        ("event", "Information security event"),
        ("incident", "Information security incident"),
        ("weakness", "Information security vulnerability"),
        ("point-of-contact", "PoC"),
        ("response-team", "IRT"),
        ("management-team", "IMT"),
        ("nonconformity", "Nonconformity"),
    ],
)
def test_the_table_of_terms_holds_the_words_of_the_standards(term, word):
    assert word in sample_plan().terms[term].term


def test_the_poc_assesses_before_the_response_team_and_both_have_one_who_answers():
    rows = sample_plan().raci

    assert rows[rid("report-and-triage")].activity.endswith("as PoC")
    assert rows[rid("second-assessment")].activity.endswith("as IRT")


@pytest.mark.parametrize("decider", ["incident-lead", "security-analyst", "technical-lead"])
def test_exactly_one_role_declares_after_the_second_assessment(decider):
    answers = {**sample_sheet().answers, "triage.decided_by": decider}
    prose = (
        draft(ISO, replace(sample_sheet(), answers=answers), rid("x"))
        .sections[rid("triage_assessment")]
        .prose
    )

    assert re.findall(r"On the second assessment the \[[^]]*\]\(role:([a-z-]+)\)", prose) == [
        decider
    ]


def test_what_an_organisation_answers_of_its_isms_is_said_in_its_section():
    stated = {
        "legal.soa": "the SoA of May 2026",
        "roles.poc": "the desk on the ground floor",
        "roles.imt_members": ("the head of estates",),
        "post_incident.nonconformities": "the blue log",
        "review.audit_programme": "the programme of the northern region",
    }
    before = sample_plan()
    plan = draft(
        ISO, replace(sample_sheet(), answers={**sample_sheet().answers, **stated}), rid("more")
    )

    changed = {
        key
        for key in SECTION_KEYS
        if plan.sections[rid(key)].prose != before.sections[rid(key)].prose
    }

    assert changed == {"legal_register", "roles", "post_incident", "maintenance_review"}


def test_a_plan_without_answers_waits_for_no_variable():
    plan = draft(ISO, AnswerSheet(), rid("untouched"))

    assert {key for key, section in plan.sections.items() if "{{" in section.prose} == set()
    assert all(section.prose for section in plan.sections.values())


@pytest.mark.parametrize("only_iso", [False, True])
def test_the_sample_plan_has_no_blocking_finding(only_iso):
    blocking = [
        (finding.code, finding.reason)
        for finding in judged(ISO, only_iso=only_iso).findings()
        if finding.weight is Weight.BLOCKS
    ]

    assert blocking == []


@pytest.mark.parametrize("framework", STANDARDS_OF_THE_PLAN)
def test_every_iso_requirement_is_met_or_waits_for_a_person(framework):
    lacking = [
        (status.requirement.id, status.reason)
        for status in judged(ISO, only_iso=True).held_against(SHIPPED[framework])
        if status.verdict in {Verdict.PARTLY, Verdict.NOT_MET}
    ]

    assert lacking == []


@pytest.mark.parametrize("framework", sorted(SHIPPED))
def test_no_requirement_fares_worse_than_in_the_combined_plan(framework):
    mine = verdicts(judged(ISO, only_iso=False), framework)
    others = verdicts(judged(COMBINED, only_iso=False), framework)

    assert {key: value for key, value in mine.items() if value is not others[key]} == {}
