"""The NIST plan speaks the words of NIST and answers its publications as well as any template."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import pytest

from app.domain.interview.conditions import holds
from app.domain.interview.drafting import AnswerSheet, draft
from app.domain.interview.template import PlanTemplate, SectionTemplate
from app.domain.judgement.coverage import Verdict
from app.domain.judgement.engine import Judgement
from app.domain.plan.plan import Plan
from app.domain.plan.programme import Term
from app.domain.plan.sections import SECTION_KEYS
from tests.builders import rid
from tests.integration.scenarios import LIBRARY, SHIPPED, STANDARDS, TODAY, sample_sheet

pytestmark = pytest.mark.no_cover

NIST = LIBRARY.template("nist")
COMBINED = LIBRARY.template("combined")

GUIDE, FRAMEWORK, CONTROLS = "nist-sp-800-61r3", "nist-csf-2-0", "nist-sp-800-53r5-ir"
WORST_FIRST = (Verdict.NOT_MET, Verdict.PARTLY, Verdict.NEEDS_PERSON, Verdict.NOT_APPLICABLE)

FOR_ANOTHER_STANDARD = {"scope.isms"}
"""Questions that are asked only where the organisation named ISO/IEC 27001 itself."""

OUTCOME = re.compile(r"\b(?:GV|ID|PR|DE|RS|RC)\.[A-Z]{2}(?:-\d\d)?\b")
CONTROL = re.compile(r"\b(?:AC|AU|CP|IR|PM)-\d+(?:\(\d+\))?")
SUPERSEDED = re.compile(r"800-61r2|Rev\. 2|CSF 1|CSF v1", re.IGNORECASE)

EACH = pytest.mark.parametrize("section", NIST.sections, ids=lambda section: section.key)


@cache
def drafted(template: PlanTemplate, sheet_name: str) -> Plan:
    """The plan of a template: with the sample's answers, its NIST frameworks alone, or nothing."""
    sample = sample_sheet()
    alone = {**sample.answers, "profile.frameworks": NIST.frameworks}
    alone.pop("scope.isms")
    sheets = {
        "sample": sample,
        "nist alone": replace(sample, answers=alone),
        "no answers": AnswerSheet(),
    }
    return draft(template, sheets[sheet_name], rid("plan"))


def verdicts(template: PlanTemplate, sheet: str) -> Mapping[tuple[str, str], Verdict]:
    """The verdict on each requirement of the three NIST frameworks."""
    judgement = Judgement(drafted(template, sheet), template, STANDARDS, TODAY)
    return {
        (framework, status.requirement.id): status.verdict
        for framework in NIST.frameworks
        for status in judgement.held_against(SHIPPED[framework])
    }


def advice(section: SectionTemplate) -> tuple[str, ...]:
    """Everything a writer of the section is told besides its questions."""
    guidance = section.guidance
    return (section.purpose, *guidance.good, *guidance.auditors_ask, *guidance.mistakes)


def terms(template: PlanTemplate) -> tuple[Term, ...]:
    """The terms of the sample's plan, which states none of its own."""
    return tuple(drafted(template, "nist alone").terms.values())


def whole_prose(plan: Plan) -> str:
    return "\n".join(section.prose for section in plan.sections.values())


# --- Arrangement --------------------------------------------------------------------------------


def test_the_parts_are_the_functions_in_their_order_then_improvement_and_the_plan_itself():
    assert [part.title for part in NIST.parts] == [
        "Govern (GV)",
        "Identify (ID)",
        "Protect (PR)",
        "Detect (DE)",
        "Respond (RS)",
        "Recover (RC)",
        "Improve (ID.IM)",
        "Plan management",
        "Playbooks, scenarios and forms",
    ]


def test_every_section_stands_once():
    keys = [key for part in NIST.parts for key in part.sections]

    assert sorted(keys) == sorted(SECTION_KEYS)
    assert [section.key for section in NIST.sections] == keys


def test_it_is_made_for_three_publications_and_a_core_of_normal_length():
    assert NIST.frameworks == (GUIDE, FRAMEWORK, CONTROLS)
    assert NIST.pages == (15, 25)


@EACH
def test_a_section_that_names_a_function_stands_in_its_part(section: SectionTemplate):
    code = re.search(r"\(([A-Z]{2}(?:\.IM)?)", section.title)
    part = NIST.part_of[section.key].title
    improves = "(ID.IM)"
    if code is not None and code[1] in {"GV", "ID", "PR", "DE", "RS", "RC", "ID.IM"}:
        assert f"({code[1]})" in part
        assert (improves in section.title) == (improves in part)


# --- Every section ------------------------------------------------------------------------------


@EACH
def test_a_section_has_a_purpose_three_kinds_of_guidance_and_questions(section: SectionTemplate):
    guidance = section.guidance

    assert section.purpose.startswith(("States", "Fixes"))
    assert all(
        len(items) >= 3 for items in (guidance.good, guidance.auditors_ask, guidance.mistakes)
    )
    assert section.questions
    assert all(question.why for question in section.questions)


@EACH
@pytest.mark.parametrize("sheet", ["sample", "nist alone", "no answers"])
def test_a_section_has_prose_for_every_organisation(section: SectionTemplate, sheet: str):
    assert len(drafted(NIST, sheet).sections[rid(section.key)].prose.split()) >= 30


@EACH
def test_a_section_is_advised_in_words_of_its_own(section: SectionTemplate):
    own, shared = section.guidance, COMBINED.by_key[section.key].guidance

    assert section.purpose != COMBINED.by_key[section.key].purpose
    assert own.good != shared.good
    assert own.auditors_ask != shared.auditors_ask
    assert own.mistakes != shared.mistakes


@EACH
def test_a_purpose_says_which_outcome_or_control_the_section_answers(section: SectionTemplate):
    assert OUTCOME.search(section.purpose) or CONTROL.search(section.purpose)


@EACH
def test_an_assessor_examines_interviews_and_tests(section: SectionTemplate):
    methods = {asked.split()[0] for asked in section.guidance.auditors_ask}

    assert methods & {"Examine", "Interview", "Test"}


# --- Citations ----------------------------------------------------------------------------------


def told(template: PlanTemplate) -> Iterator[tuple[str, str]]:
    """What the template tells a writer, with the place it is told at."""
    for section in template.sections:
        yield from ((section.key, text) for text in advice(section))
        for question in section.questions:
            yield question.id, f"{question.text} {question.why} {question.example}"


def test_every_outcome_and_control_that_is_cited_exists():
    outcomes = {item.id for item in SHIPPED[FRAMEWORK].requirements}
    unknown = [
        (place, found)
        for place, text in (*told(NIST), *((term.term, term.source) for term in terms(NIST)))
        for pattern in (OUTCOME, CONTROL)
        for found in pattern.findall(text)
        if found not in outcomes and SHIPPED[CONTROLS].find(found) is None
    ]

    assert unknown == []


def test_a_superseded_edition_is_never_cited():
    own = (f"{section.title} {' '.join(advice(section))}" for section in NIST.sections)
    reasons = (question.why for question in NIST.questions.values())

    cited = [text for text in (*own, *reasons) if SUPERSEDED.search(text)]

    assert cited == []
    assert not SUPERSEDED.search(whole_prose(drafted(NIST, "nist alone")))


def test_who_is_judged_against_nist_is_told_of_nist_and_not_of_iso():
    advised = [
        section.key for section in NIST.sections for text in advice(section) if "ISO" in text
    ]
    asked = {
        key
        for key, question in NIST.questions.items()
        if "ISO" in question.why and not re.search(r"NIST|CSF|SP 800", question.why)
    }

    assert advised == []
    assert asked <= FOR_ANOTHER_STANDARD


def test_most_reasons_of_questions_name_an_outcome_or_a_control():
    shared = [key for key in NIST.questions if key in COMBINED.questions]
    changed = [key for key in shared if NIST.questions[key].why != COMBINED.questions[key].why]
    citing = [
        key for key in changed if re.search(r"SP 800|CSF|IR-\d|DE\.", NIST.questions[key].why)
    ]

    assert len(citing) >= 100
    assert len(citing) >= 0.85 * len(changed)


def test_the_question_of_another_standard_is_asked_only_where_that_standard_was_named():
    question = NIST.questions["scope.isms"]

    assert not holds(question.when, {"profile.frameworks": NIST.frameworks})
    assert holds(question.when, {"profile.frameworks": (GUIDE, "iso-iec-27001-2022")})


def test_a_plan_for_nist_alone_names_no_other_standard():
    text = whole_prose(drafted(NIST, "nist alone"))

    assert "ISO/IEC" not in text
    assert "CSF 2.0" in text
    assert "SP 800-61 Rev. 3" in text


# --- Terms --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "term",
    [
        "Cybersecurity event",
        "Adverse event",
        "Incident",
        "Incident criteria",
        "Event correlation",
        "Escalation",
        "Elevation",
        "Mitigation",
        "After-action report",
        "Information spillage",
        "PII",
    ],
)
def test_a_term_of_nist_is_explained_once_with_its_source(term: str):
    found = [item for item in terms(NIST) if item.term == term]

    assert len(found) == 1
    assert re.search(r"SP 800|CSF 2\.0", found[0].source)


def test_the_terms_of_the_base_that_nist_does_not_change_stay():
    lost = {item.id for item in terms(COMBINED)} - {item.id for item in terms(NIST)}

    assert lost == set()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("purpose", "control IR-8"),
        ("mission_strategy", "Strategies and goals"),
        ("mission_strategy", "organisational approach"),
        ("mission_strategy", "Improvement, in all functions"),
        ("definitions", "adverse event"),
        ("definitions", "reportable"),
        ("triage_assessment", "correlate it with other events"),
        ("triage_assessment", "incident criteria"),
        ("classification", "not of their arrival"),
        ("records_tracking", "next step"),
        ("post_incident", "runs through all functions"),
        ("recovery", "after-action report"),
        ("special_scenarios", "information spillage"),
    ],
)
def test_the_prose_speaks_as_nist_does(key: str, words: str):
    prose = drafted(NIST, "nist alone").sections[rid(key)].prose

    assert words.lower() in " ".join(prose.lower().split())


# --- Federal variants ---------------------------------------------------------------------------

FEDERAL_WORDS = ("federal agency", "CISA", "FISMA", "OMB")


@pytest.mark.parametrize(
    ("sector", "jurisdictions", "federal"),
    [
        ("public", ("US",), True),
        ("public", ("GB", "US"), True),
        ("public", ("GB",), False),
        ("health", ("US",), False),
    ],
)
def test_federal_duties_stand_only_in_the_plan_of_public_bodies_of_the_united_states(
    sector: str, jurisdictions: tuple[str, ...], federal: bool
):
    sheet = sample_sheet()
    answers = {
        **sheet.answers,
        "profile.sector": sector,
        "profile.jurisdictions": jurisdictions,
        "intel.sources": ("vendor advisories",),
    }
    text = whole_prose(draft(NIST, replace(sheet, answers=answers), rid("plan")))

    assert [word in text for word in FEDERAL_WORDS] == [federal] * len(FEDERAL_WORDS)


# --- Judged -------------------------------------------------------------------------------------


@pytest.mark.parametrize("sheet", ["sample", "nist alone"])
def test_the_sample_has_no_open_finding(sheet: str):
    assert Judgement(drafted(NIST, sheet), NIST, STANDARDS, TODAY).findings() == ()


def test_the_sample_lacks_nothing_that_a_document_can_show():
    found = verdicts(NIST, "nist alone")

    assert len(found) > 250
    assert [key for key, verdict in found.items() if verdict in WORST_FIRST[:2]] == []


@pytest.mark.parametrize("sheet", ["sample", "nist alone", "no answers"])
def test_no_requirement_fares_worse_than_with_the_combined_plan(sheet: str):
    rank = {verdict: at for at, verdict in enumerate((*WORST_FIRST, Verdict.MET))}
    other = verdicts(COMBINED, sheet)

    worse = [
        key for key, verdict in verdicts(NIST, sheet).items() if rank[verdict] < rank[other[key]]
    ]

    assert worse == []
