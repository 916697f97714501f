"""Every scheme of severity is a whole one, and the answer alone decides which a plan has."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from app.domain.document.drawing import Label
from app.domain.document.tree import Figure, Table
from app.domain.interview.drafting import AnswerSheet, draft
from app.domain.judgement.findings import Weight
from app.domain.plan.axes import AXES, DEFAULT_SCHEME, SCHEME
from app.domain.plan.classification import cell_id
from app.domain.plan.durations import MINUTES_PER_UNIT, Duration
from app.domain.plan.plan import Kind, Plan
from app.export.compose.plan_document import compose
from tests.builders import NOON, rid
from tests.integration.scenarios import TEMPLATE, judged, sample_sheet
from tests.labels import ENGLISH
from tests.unit.export.compose.reading import heads, rows, tables

pytestmark = pytest.mark.no_cover

SCHEMES = tuple(AXES)
UNANSWERED = ""
CLASSIFICATION = (Kind.SEVERITY, Kind.IMPACT, Kind.URGENCY, Kind.CELL, Kind.SAMPLE)


@cache
def plan_of(scheme: str, *, adopts: bool = True) -> Plan:
    """The sample organisation's plan with another scheme of severity."""
    sheet = sample_sheet()
    answers = {name: value for name, value in sheet.answers.items() if name != SCHEME}
    answers["severity.adopt_times"] = adopts
    if scheme:
        answers[SCHEME] = scheme
    return draft(TEMPLATE, replace(sheet, answers=answers), rid("plan"))


@cache
def composed(scheme: str) -> tuple[tuple[Table, ...], tuple[Figure, ...]]:
    """The tables and the matrix figures of the exported plan."""
    body = compose(judged(plan_of(scheme)), ENGLISH, True, NOON).body
    return tuple(tables(body)), tuple(
        block for block in body if isinstance(block, Figure) and block.anchor == "figure:matrix"
    )


def grid(plan: Plan) -> list[str]:
    """The matrix, a line for each impact and a digit for each urgency, worst first."""
    impacts = sorted(plan.impacts.values(), key=lambda level: level.rank)
    urgencies = sorted(plan.urgencies.values(), key=lambda level: level.rank)
    return [
        "".join(
            str(plan.severities[plan.matrix[cell_id(row.id, column.id)].severity].rank)
            for column in urgencies
        )
        for row in impacts
    ]


def test_the_question_offers_the_schemes_whose_scales_have_names():
    asked = TEMPLATE.questions[SCHEME]

    assert tuple(option.value for option in asked.options) == SCHEMES
    assert TEMPLATE.proposed(SCHEME, {}) == asked.default == DEFAULT_SCHEME


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_scheme_has_four_levels_with_all_that_a_level_needs(scheme):
    levels = plan_of(scheme).severities.values()

    assert [(level.id, level.rank) for level in levels] == [
        ("s1", 1),
        ("s2", 2),
        ("s3", 3),
        ("s4", 4),
    ]
    for level in levels:
        assert level.name.startswith(f"S{level.rank} ")
        assert level.meaning
        assert len(level.examples) >= 3
        assert level.informed
        assert level.declared_by
        assert level.notifications
        assert all(isinstance(span, Duration) for span in times(level))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_worse_levels_are_answered_sooner_and_tell_more_people(scheme):
    levels = list(plan_of(scheme).severities.values())

    for worse, milder in pairwise(levels):
        assert set(worse.informed) >= set(milder.informed) - {"security-analyst"}
        assert all(
            minutes(one) < minutes(other)
            for one, other in zip(times(worse), times(milder), strict=True)
        )


def minutes(span: Duration) -> int:
    return span.amount * MINUTES_PER_UNIT[span.unit]


def times(level):
    return (
        level.respond_in_hours,
        level.respond_out_of_hours,
        level.escalate_in_hours,
        level.escalate_out_of_hours,
        level.update_every,
    )


@pytest.mark.parametrize("scheme", SCHEMES)
def test_times_are_promised_only_once_they_are_adopted(scheme):
    levels = plan_of(scheme, adopts=False).severities.values()

    assert [times(level) for level in levels] == [(None,) * 5] * 4


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_matrix_is_full_leads_to_every_level_and_never_falls_as_harm_grows(scheme):
    lines = grid(plan_of(scheme))

    assert {digit for line in lines for digit in line} == set("1234")
    assert lines[0][0] == "1"
    assert lines[-1][-1] == "4"
    for line in (*lines, *map("".join, zip(*lines, strict=True))):
        assert list(line) == sorted(line)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_scales_have_meanings(scheme):
    plan = plan_of(scheme)

    for scale in (plan.impacts, plan.urgencies):
        assert len({level.meaning for level in scale.values()} - {""}) == len(scale) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_at_least_five_samples_land_where_they_are_expected(scheme):
    plan = plan_of(scheme)

    landed = {
        sample.id: plan.matrix[cell_id(sample.impact, sample.urgency)].severity
        for sample in plan.samples.values()
    }

    assert len(landed) >= 5
    assert landed == {sample.id: sample.expected for sample in plan.samples.values()}
    assert {"s1", "s2", "s3", "s4"} <= set(landed.values())


@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_in_the_classification_is_found_at_fault(scheme):
    judgement = judged(plan_of(scheme))

    found = (*judgement.findings_of("classification"), *judgement.findings_of("escalation"))

    assert [(item.code, item.reason) for item in found] == []
    assert judgement.count(Weight.BLOCKS) == judged(plan_of(DEFAULT_SCHEME)).count(Weight.BLOCKS)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_scheme_serves_the_same_requirements_as_the_default(scheme):
    states = {key: status.state for key, status in judged(plan_of(scheme)).elements.items()}

    default = judged(plan_of(DEFAULT_SCHEME)).elements
    assert states == {key: status.state for key, status in default.items()}


def test_an_organisation_that_has_not_chosen_has_the_four_levels():
    plan = plan_of(UNANSWERED)

    assert [level.name for level in plan.severities.values()] == [
        "S1 Critical",
        "S2 High",
        "S3 Medium",
        "S4 Low",
    ]
    assert [str(level.respond_out_of_hours) for level in plan.severities.values()] == [
        "30 minutes",
        "1 hour",
        "12 hours",
        "2 working days",
    ]
    assert grid(plan) == ["1112", "1223", "2334", "3444"]
    assert list(plan.impacts) == ["severe", "major", "moderate", "minor"]
    assert list(plan.urgencies) == ["spreading", "active", "contained", "past"]
    for kind in CLASSIFICATION:
        assert plan.table(kind) == plan_of(DEFAULT_SCHEME).table(kind)
    assert plan.sections == plan_of(DEFAULT_SCHEME).sections


@pytest.mark.parametrize("scheme", [scheme for scheme in SCHEMES if scheme != DEFAULT_SCHEME])
def test_another_scheme_changes_all_of_the_classification_and_only_that(scheme):
    chosen, default = plan_of(scheme), plan_of(DEFAULT_SCHEME)

    for kind in CLASSIFICATION:
        assert chosen.table(kind) != default.table(kind)
    for scale in (Kind.IMPACT, Kind.URGENCY, Kind.CELL):
        assert not set(chosen.table(scale)) & set(default.table(scale))
    same = [kind for kind in Kind if chosen.table(kind) == default.table(kind)]
    assert set(Kind) - set(same) <= {*CLASSIFICATION, Kind.SECTION, Kind.ANSWER, Kind.TERM}
    changed = [key for key in chosen.sections if chosen.sections[key] != default.sections[key]]
    assert changed == ["classification"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_text_explains_step_by_step_and_by_the_names_of_the_scales(scheme):
    prose = plan_of(scheme).sections[rid("classification")].prose

    assert "1. Choose the " in prose
    assert "Read the severity from the matrix" in prose
    assert prose.count("### Choosing the severity") == 1
    assert "the worse one applies" in " ".join(prose.split())


def test_the_impact_tables_are_named_as_withdrawn_and_their_matrix_as_our_own():
    prose = " ".join(plan_of("impact-tables").sections[rid("classification")].prose.split())

    assert "NIST SP 800-61 in its second revision, withdrawn in April 2025" in prose
    assert "turn the scales into levels, are this plan's own" in prose
    assert "one level worse than the matrix gives" in prose


def test_the_style_of_the_standard_is_not_said_to_be_its_text():
    prose = " ".join(plan_of("iso-27035").sections[rid("classification")].prose.split())

    assert "in the style of ISO/IEC 27035" in prose
    assert "The scales and the matrix are this plan's own." in prose


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_exported_matrix_has_the_names_of_its_scales(scheme):
    called = AXES[scheme]
    made, (figure,) = composed(scheme)
    by_anchor = {table.anchor: table for table in made}

    assert heads(by_anchor["table:matrix"])[0] == called.impact
    assert by_anchor["table:matrix"].caption == f"Severity that follows from {called.both}"
    assert by_anchor["table:scales"].caption == f"What {called.both} mean"
    assert {row[1] for row in rows(by_anchor["table:scales"])} == {called.impact, called.urgency}
    assert heads(by_anchor["table:samples"])[1:3] == [called.impact, called.urgency]
    words = {shape.text for shape in figure.drawing.shapes if isinstance(shape, Label)}
    assert {called.impact, called.urgency} <= words
    assert by_anchor["table:matrix"].caption in figure.alternative


@pytest.mark.parametrize("question", ["escalation.legal_from", "escalation.executive_from"])
def test_the_levels_to_choose_are_told_without_the_names_of_one_scheme(question):
    labels = {option.value: option.label for option in TEMPLATE.questions[question].options}

    assert labels == {
        "s1": "The worst level only",
        "s2": "The two worst levels",
        "s3": "The three worst levels",
        "any": "Every incident",
    }


def test_the_categories_are_the_ten_classes_of_the_taxonomy_without_the_one_for_tests():
    categories = plan_of(UNANSWERED).categories.values()

    assert [item.reference.removeprefix("RSIT: ") for item in categories] == [
        "Abusive Content",
        "Malicious Code",
        "Information Gathering",
        "Intrusion Attempts",
        "Intrusions",
        "Availability",
        "Information Content Security",
        "Fraud",
        "Vulnerable",
        "Other",
    ]
    assert all(item.meaning for item in categories)


def test_the_annex_tells_what_each_sharing_label_allows():
    prose = plan_of(UNANSWERED).sections[rid("classification")].prose
    made, _ = composed(DEFAULT_SCHEME)
    (told,) = (table for table in made if table.anchor == "table:sharing-labels")

    assert "Traffic Light Protocol 2.0 in the annex" in " ".join(prose.split())
    assert [row[0] for row in rows(told)] == [
        f"TLP:{label}" for label in ("RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR")
    ]
    assert len({row[1] for row in rows(told)}) == 5


def test_the_worksheet_of_the_second_score_is_printed_only_when_it_is_wanted():
    sheet = sample_sheet()
    wanted = AnswerSheet({**sheet.answers, "severity.second_score": True}, sheet.records)
    plan = draft(TEMPLATE, wanted, rid("plan"))

    anchors = {table.anchor for table in tables(compose(judged(plan), ENGLISH, True, NOON).body)}

    assert {"table:second-score", "table:second-score-bands"} <= anchors
    assert "second score" in plan.sections[rid("classification")].prose
    without, _ = composed(UNANSWERED)
    assert not {"table:second-score"} & {table.anchor for table in without}
    assert "second score" not in plan_of(UNANSWERED).sections[rid("classification")].prose
