"""Sectors: each says what is its own, and nothing of one stands in the plan of another."""

import re
from itertools import permutations
from typing import Any, Final

import pytest

from app.domain.interview.conditions import holds
from app.domain.interview.questions import AnswerKind
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.wording import WEAK
from app.domain.plan.classification import cell_id
from app.domain.plan.plan import Kind, kind_of
from app.domain.plan.stated_spans import stated_spans
from tests.integration.overlaid import (
    COVERS,
    MARKERS,
    NEUTRAL,
    SECTORS,
    TEMPLATES,
    blocks,
    codes,
    findings,
    overlays,
    own_questions,
    plan_of,
    prose_of,
    prose_words,
    record_keys,
    records_of,
    sector_answers,
    sector_plan,
    shown,
    template,
    texts,
    without_roles,
)

pytestmark = pytest.mark.no_cover

SAFETY_ROLES: Final = {
    "health": ("health.safety_role", "clinical-safety-lead"),
    "finance": ("finance.fraud_role", "fraud-lead"),
    "manufacturing": ("manufacturing.safety_role", "plant-safety-lead"),
}
"""The question that adds a role of the sector, and that role."""


def stands(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}", text) is not None


def test_every_sector_of_the_interview_has_its_overlay():
    options = template().questions["profile.sector"].options

    assert {option.value for option in options} == set(SECTORS)
    assert set(SECTORS) | set(COVERS) <= set(overlays())


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("sector", SECTORS)
def test_every_template_takes_what_a_sector_adds(sector, name):
    plan = sector_plan(sector, told=True, name=name)

    holding = [
        block.text.strip()
        for block in blocks(sector)
        if holds(block.when, sector_answers(sector, told=True))
    ]

    assert holding
    prose = without_roles(prose_of(plan))
    assert [text for text in holding if without_roles(text) not in prose] == []
    assert len(records_of(plan, sector)) >= 6


@pytest.mark.parametrize("sector", SECTORS)
def test_a_sector_adds_text_and_records_enough_to_be_seen(sector):
    plan = sector_plan(sector, told=True)
    changed = {placed.item.key for placed in overlays()[sector].changes}
    kinds = {kind_of(record) for record in records_of(plan, sector)}

    assert 5 <= len(changed) <= 10
    assert {Kind.SAMPLE, Kind.EXERCISE, Kind.METRIC, Kind.TERM} <= kinds
    assert 1 <= len(list(own_questions(sector))) <= 3
    assert 100 <= len(prose_words(sector).split()) <= 400


@pytest.mark.parametrize(("sector", "other"), list(permutations(SECTORS, 2)))
def test_nothing_of_one_sector_stands_in_the_plan_of_another(sector, other):
    plan = sector_plan(other, told=True)
    prose = prose_of(plan)

    assert not [block.text for block in blocks(sector) if block.text.strip() in prose]
    assert records_of(plan, sector) == []
    assert not [word for word in MARKERS[sector] if stands(word, shown(plan))]
    assert f"{{{{{sector}." not in prose


@pytest.mark.parametrize("sector", SECTORS)
def test_the_marks_of_a_sector_do_stand_in_its_own_plan(sector):
    text = shown(sector_plan(sector, told=True))

    assert [word for word in MARKERS[sector] if not stands(word, text)] == []


@pytest.mark.parametrize("sector", SECTORS)
def test_without_answers_no_variable_of_a_sector_is_left_open(sector):
    prose = prose_of(sector_plan(sector, told=False))

    assert f"{{{{{sector}." not in prose


@pytest.mark.parametrize("sector", SECTORS)
def test_what_is_told_of_a_sector_is_used(sector):
    prose = prose_of(sector_plan(sector, told=True))
    untold = prose_of(sector_plan(sector, told=False))

    for question in own_questions(sector):
        used = f"{{{{{question.id}}}}}" in prose
        assert used or (question.kind is AnswerKind.YES_NO and prose != untold), question.id


@pytest.mark.parametrize("sector", SECTORS)
def test_sample_incidents_of_a_sector_land_where_they_are_expected(sector):
    plan = sector_plan(sector, told=False)
    own = {key for kind, key in record_keys(sector) if kind is Kind.SAMPLE}
    samples = [sample for sample in plan.samples.values() if sample.id in own]

    assert len(samples) == len(own) == 3
    assert len({sample.expected for sample in samples}) >= 2
    for sample in samples:
        landed = plan.matrix[cell_id(sample.impact, sample.urgency)].severity
        assert landed == sample.expected, sample.id


@pytest.mark.parametrize("scheme", ["impact-tables", "iso-27035"])
@pytest.mark.parametrize("sector", SECTORS)
def test_sample_incidents_of_a_sector_go_with_the_scheme_they_were_made_for(sector, scheme):
    plan = plan_of({**NEUTRAL, "profile.sector": sector, "severity.scheme": scheme})

    assert not [record for record in records_of(plan, sector) if kind_of(record) is Kind.SAMPLE]


@pytest.mark.parametrize("sector", SECTORS)
def test_a_sector_raises_nothing_that_the_general_plan_does_not(sector):
    plain = codes(sector_plan("general", told=False))
    found = findings(sector_plan(sector, told=False))
    blocking = {item.code for item in findings(sector_plan("general", told=False)) if blocks_(item)}

    # which duties to notify bind a sector follows from the profile, not from the overlay
    assert {item.code for item in found} - plain <= {"regime.missing"}
    assert {item.code for item in found if blocks_(item)} <= blocking


def blocks_(finding: Finding) -> bool:
    return finding.weight is Weight.BLOCKS


@pytest.mark.parametrize("sector", SAFETY_ROLES)
def test_a_role_of_a_sector_comes_with_its_row_and_its_call_when_it_is_wanted(sector):
    question, role = SAFETY_ROLES[sector]
    sheet = {**NEUTRAL, "profile.sector": sector}
    wanted, unwanted = plan_of({**sheet, question: True}), plan_of({**sheet, question: False})

    assert role in wanted.roles
    assert any(part.role == role for row in wanted.raci.values() for part in row.assignments)
    assert any(node.target_id == role for node in wanted.tree_nodes.values())
    assert f"(role:{role})" in prose_of(wanted)
    assert role not in shown(unwanted)
    assert f"(role:{role})" not in prose_of(unwanted)
    assert codes(wanted) - codes(unwanted) <= {"role.no-holder", "role.no-deputy", "role.no-grant"}


@pytest.mark.parametrize("sector", SECTORS)
def test_a_sector_proposes_answers_of_its_own(sector):
    proposed = {
        question: template().proposed(question, {"profile.sector": sector})
        for question in ("playbooks.adopt", "exercises.kinds", "triage.criteria")
    }
    others = {
        template().proposed("triage.criteria", {"profile.sector": other})
        for other in SECTORS
        if other != sector
    }

    adopted = proposed["playbooks.adopt"]

    assert isinstance(adopted, tuple)
    assert 5 <= len(adopted) <= 7
    assert all(proposed.values())
    assert proposed["triage.criteria"] not in others


@pytest.mark.parametrize(
    ("sector", "jurisdiction", "framework"),
    [
        ("health", "US", "hipaa"),
        ("finance", "EU", "dora"),
        ("public", "EU", "nis2"),
        ("public", "US", "nist-sp-800-53r5-ir"),
    ],
)
def test_frameworks_of_one_law_are_proposed_only_where_it_rules(sector, jurisdiction, framework):
    def proposed(*jurisdictions: str) -> Any:
        answers = {"profile.sector": sector, "profile.jurisdictions": jurisdictions}
        return template().proposed("profile.frameworks", answers)

    assert framework in proposed("GB", jurisdiction)
    assert framework not in proposed("GB")


@pytest.mark.parametrize("overlay", [*SECTORS, *COVERS])
def test_an_overlay_states_duties_in_plain_words(overlay):
    prose = prose_words(overlay)
    sentences = re.split(r"(?<=[.!?])\s+", prose)

    assert WEAK.search(prose) is None
    assert "shall" in prose
    assert [sentence for sentence in sentences if len(sentence.split()) > 28] == []


@pytest.mark.parametrize("overlay", [*SECTORS, *COVERS])
def test_an_overlay_promises_no_time_and_names_no_law_product_or_person(overlay):
    records = [placed.item.record for placed in overlays()[overlay].starting]
    said = "\n".join([prose_words(overlay), *(text for item in records for text in texts(item))])
    named = re.compile(
        r"\b(?:GDPR|HIPAA|DORA|NIS ?2|PSD2|FERPA|Microsoft|Windows|Google|Amazon|AWS|Azure|Slack"
        r"|Siemens|Epic|SWIFT|Visa|Mastercard)\b"
    )

    assert named.search(said) is None
    assert list(stated_spans(prose_words(overlay))) == []
    assert not {kind_of(record) for record in records} & {Kind.PERSON, Kind.PARTY}
