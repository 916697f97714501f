"""Every shipped requirement is met by somebody's plan, and by nobody's prose alone."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pytest

from app.domain.interview.drafting import AnswerSheet, draft
from app.domain.judgement.coverage import BEYOND_TEXT, RequirementStatus, Verdict
from app.domain.judgement.elements.element import ElementState
from app.domain.judgement.engine import Judgement
from app.domain.judgement.requirements import CheckKind
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.records import Records
from tests.builders import rid
from tests.integration.mutations import Change, edited
from tests.integration.scenarios import (
    SCENARIOS,
    SHIPPED,
    TEMPLATE,
    Scenario,
    judged,
    plan_of,
    sample_sheet,
)
from tests.integration.weak_plan import LINES, weak_plan

pytestmark = pytest.mark.no_cover

CONTROLS = "nist-sp-800-53r5-ir"

ALL_REQUIREMENTS = frozenset(
    (framework.id, requirement.id)
    for framework in SHIPPED.values()
    for requirement in framework.requirements
    if not requirement.withdrawn
)
"""Framework and requirement, whatever their baseline."""


@cache
def sample() -> Plan:
    """The complete plan of the sample organisation."""
    return draft(TEMPLATE, sample_sheet(), rid("sample"))


@cache
def untouched() -> Plan:
    """What the template drafts for somebody who has answered nothing."""
    return draft(TEMPLATE, AnswerSheet(), rid("untouched"))


def verdicts(plan: Plan) -> Mapping[tuple[str, str], Verdict]:
    """The verdict on every requirement in scope of every framework that is shipped."""
    judgement = judged(plan)
    return {
        (framework.id, status.requirement.id): status.verdict
        for framework in SHIPPED.values()
        for status in judgement.held_against(framework)
    }


def status_of(plan: Plan, framework: str, requirement: str) -> RequirementStatus:
    """How one requirement stands in `plan`."""
    held = judged(plan).held_against(SHIPPED[framework])
    return next(one for one in held if one.requirement.id == requirement)


def leaf_parts(plan: Plan) -> Counter[Verdict]:
    """How the parts of IR-8 stand that have no parts of their own."""
    control = SHIPPED[CONTROLS]
    parts = [
        item.id
        for item in control.requirements
        if item.id.startswith("IR-8") and item.level == "part"
    ]
    found = verdicts(plan)
    return Counter(found[CONTROLS, key] for key in parts)


def without(kind: Kind, *keys: str) -> Change:
    """The plan without some records of a table, or without the table."""

    def change(plan: Plan) -> Plan:
        kept = [one for one in plan.table(kind).values() if keys and one.id not in keys]
        return plan.with_table(kind, Records(kept))

    return change


# --- The complete sample ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def complete() -> Judgement:
    return judged(sample())


def structural(judgement: Judgement) -> list[tuple[str, RequirementStatus]]:
    """What the sample is held against and the document itself can settle."""
    return [
        (framework.id, status)
        for framework in judgement.frameworks
        for status in judgement.coverage(framework.id)
        if status.requirement.check not in BEYOND_TEXT
    ]


def test_the_sample_meets_every_requirement_that_a_document_can_meet(complete):
    rows = structural(complete)
    open_ones = {
        (framework, status.requirement.id): status.reason
        for framework, status in rows
        if status.verdict not in {Verdict.MET, Verdict.NOT_APPLICABLE}
    }

    assert open_ones == {}
    assert len(complete.frameworks) == 7
    assert len(rows) > 200


def test_what_does_not_apply_to_the_sample_is_known(complete):
    spared = {
        (framework.id, status.requirement.id)
        for framework in complete.frameworks
        for status in complete.coverage(framework.id)
        if status.verdict is Verdict.NOT_APPLICABLE
    }

    assert spared == {
        ("nist-csf-2-0", "PR.PS-06"),
        ("nist-sp-800-61r3", "PR.PS-06"),
        ("pci-dss-4-0-1", "A1.2.2"),
        ("pci-dss-4-0-1", "A1.2.3"),
    }


def test_each_element_the_sample_shows_has_evidence(complete):
    shown = {
        element.element.id
        for _, status in structural(complete)
        for element in status.elements
        if element.state is ElementState.MET
    }

    assert [key for key in sorted(shown) if not complete.evidence(key)] == []


def test_core_requirements_of_the_sample_wait_for_nobody(complete):
    waiting = [
        (framework.id, status.requirement.id)
        for framework in complete.frameworks
        for status in complete.coverage(framework.id)
        if status.verdict is Verdict.NEEDS_PERSON and status.requirement.relevance.value == "core"
    ]

    assert waiting == []


def test_the_sample_has_no_open_finding(complete):
    assert complete.findings() == ()


def test_all_that_people_vouch_for_in_the_sample_is_a_requirement_in_force():
    plan = sample()
    named = {*plan.attestations, *plan.exclusions}
    named.update(key for record in plan.evidence.values() for key in record.requirements)

    assert named - {f"{framework}/{key}" for framework, key in ALL_REQUIREMENTS} == set()


NARROW = (
    ("logging.privileged", without(Kind.LOG_SOURCE, "privileged-access-gateway")),
    ("logging.configuration", without(Kind.LOG_SOURCE, "configuration-management")),
    ("logging.configuration", without(Kind.LOG_SOURCE, "backup-platform")),
    ("logging.people", without(Kind.LOG_SOURCE, "electronic-patient-record")),
    ("playbooks.identity-rebuild", without(Kind.STEP, "ransomware.restore")),
    ("exercises.workflow-12-months", without(Kind.EXERCISE, "restore-2026")),
    ("legal.verified", edited(Kind.OBLIGATION, "cqc-events", confidence="high")),
)
"""What alone shows an element in the sample, though other records sound alike."""


@pytest.mark.parametrize(("element", "change"), NARROW)
def test_what_only_sounds_alike_shows_nothing(element: str, change: Change):
    assert judged(sample()).elements[element].state is ElementState.MET
    assert judged(change(sample())).elements[element].state is not ElementState.MET


# --- Every requirement is reached ---------------------------------------------------------------


def test_every_shipped_requirement_is_met_in_some_scenario():
    met = {
        key
        for scenario in SCENARIOS
        for key, verdict in verdicts(plan_of(scenario)).items()
        if verdict is Verdict.MET
    }

    assert len(SHIPPED) == 28
    assert sorted(ALL_REQUIREMENTS - met) == []


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_a_scenario_answers_what_its_own_duties_ask(scenario: Scenario):
    """No finding but that a duty read from memory, or changed here, is to be looked at."""
    codes = {finding.code for finding in judged(plan_of(scenario)).findings()}

    assert codes <= {"obligation.unverified", "regime.drift"}


# --- Words alone --------------------------------------------------------------------------------


def test_the_weak_plan_is_thirty_lines_and_no_record():
    plan = weak_plan()
    filled = [kind for kind in Kind if plan.table(kind)]

    assert sum(len(lines) for lines in LINES.values()) == 30
    assert LINES.keys() <= {section.key for section in TEMPLATE.sections}
    assert filled == [Kind.PROFILE, Kind.SECTION]


def test_no_requirement_is_met_by_words_alone():
    met = [key for key, verdict in verdicts(weak_plan()).items() if verdict is Verdict.MET]

    assert met == []


def test_thirty_lines_of_prose_meet_no_part_of_the_plan_control():
    found = leaf_parts(weak_plan())

    assert found[Verdict.MET] < 0.15 * found.total()
    assert found == {Verdict.NOT_MET: 13, Verdict.PARTLY: 1}


def test_a_drafted_plan_without_answers_meets_no_part_of_the_plan_control():
    found = leaf_parts(untouched())

    assert found[Verdict.MET] < 0.15 * found.total()
    assert found == {Verdict.NOT_MET: 5, Verdict.PARTLY: 9}


def test_a_drafted_plan_without_answers_meets_only_what_the_template_brings():
    met = {key for key, verdict in verdicts(untouched()).items() if verdict is Verdict.MET}

    assert met == {
        ("dora", "17.3.d"),
        ("gdpr", "Art.4(12)"),
        ("ncsc-caf-4-0", "D2.a"),
        ("nis2", "2690-3.1.2.a"),
        ("nis2", "2690-3.5.4"),
        ("nist-sp-800-61r2", "2.3.1-4"),
        ("nist-sp-800-61r2", "2.3.1-6"),
        ("nist-sp-800-61r2", "App-B"),
        ("nist-sp-800-61r3", "2.3-policy-4"),
    }


# --- For each kind of check: a plan that meets it, one with a gap, one of mere words ------------


@dataclass(frozen=True)
class Degrees:
    """A requirement that the sample meets, and a change after which it only partly does."""

    kind: CheckKind
    framework: str
    requirement: str
    spoil: Change


DEGREES = (
    Degrees(
        CheckKind.SECTION_NONEMPTY, "ncsc-caf-4-0", "D1.c", without(Kind.EXERCISE, "call-tree-2026")
    ),
    Degrees(
        CheckKind.FIELD_REQUIRED,
        "nist-csf-2-0",
        "PR.AA-06",
        without(Kind.LOG_SOURCE, "door-control-and-cameras"),
    ),
    Degrees(
        CheckKind.TABLE_MIN_ROWS, "cis-controls-8-1", "17.5", without(Kind.ROLE, "facilities-lead")
    ),
    Degrees(CheckKind.MUST_COVER, "nist-csf-2-0", "RS.MI", without(Kind.RACI, "contain")),
    Degrees(
        CheckKind.DATE_WITHIN,
        "iso-iec-27001-2022",
        "A.8.13",
        without(Kind.EXERCISE, "restore-2026"),
    ),
    Degrees(CheckKind.LINK_EVIDENCE, "nist-csf-2-0", "ID.IM", without(Kind.ROADMAP)),
    Degrees(
        CheckKind.CROSS_REF,
        "iso-iec-27001-2022",
        "8.1",
        without(Kind.DOCUMENT, "change-control-procedure"),
    ),
    Degrees(CheckKind.ATTEST, "nist-csf-2-0", "PR.AT", without(Kind.TRAINING)),
)
EACH = pytest.mark.parametrize("case", DEGREES, ids=lambda case: case.kind.value)


def test_each_kind_of_check_has_its_requirement():
    kinds = {
        case.kind
        for case in DEGREES
        if status_of(sample(), case.framework, case.requirement).requirement.check is case.kind
    }

    assert kinds == set(CheckKind)


@EACH
def test_the_sample_meets_it(case: Degrees):
    status = status_of(sample(), case.framework, case.requirement)

    assert status.verdict is Verdict.MET
    assert status.missing == ()


@EACH
def test_a_plan_with_a_gap_partly_meets_it_and_says_what_is_missing(case: Degrees):
    status = status_of(case.spoil(sample()), case.framework, case.requirement)

    assert status.verdict is Verdict.PARTLY
    assert len(status.missing) < len(status.elements)
    assert all(lack.element.label in status.reason for lack in status.missing)


@EACH
def test_a_plan_of_mere_words_does_not_meet_it(case: Degrees):
    assert status_of(weak_plan(), case.framework, case.requirement).verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    "case", [case for case in DEGREES if case.kind in BEYOND_TEXT], ids=lambda case: case.kind.value
)
def test_without_a_person_or_a_record_the_whole_text_is_not_enough(case: Degrees):
    unvouched = without(Kind.EVIDENCE)(without(Kind.ATTESTATION)(sample()))

    status = status_of(unvouched, case.framework, case.requirement)

    assert status.verdict is Verdict.NEEDS_PERSON
    assert status.missing == ()
