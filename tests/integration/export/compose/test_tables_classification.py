import pytest

from app.domain.document.drawing import Box, Ink, Label
from app.domain.document.tree import Figure, Tone
from app.domain.plan.axes import SCHEME
from app.domain.plan.classification import (
    ImpactLevel,
    IncidentCategory,
    MatrixCell,
    SampleIncident,
    SeverityLevel,
    UrgencyLevel,
    cell_id,
)
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.sections import Answer
from app.export.compose.tables.classification import (
    classification,
    escalation,
    tone_of,
)
from app.export.compose.tables.second_score import QUESTION as SECOND_SCORE
from tests.builders import plan_with, rid, role
from tests.labels import scribe
from tests.unit.export.compose.reading import (
    GAP,
    captioned,
    column,
    heads,
    only_table,
    rows,
    tables,
)

S1 = SeverityLevel(rid("s1"), "S1 Critical", 1)
S2 = SeverityLevel(rid("s2"), "S2 High", 2)
HIGH, LOW = ImpactLevel(rid("high"), "High", 1, "Danger."), ImpactLevel(rid("low"), "Low", 2)
NOW, LATER = UrgencyLevel(rid("now"), "Now", 1, "It grows."), UrgencyLevel(rid("later"), "Later", 2)
WORST = MatrixCell(cell_id("high", "now"), rid("high"), rid("now"), rid("s1"))
MATRIX = (LOW, HIGH, LATER, NOW, WORST, S2, S1)


def minutes(amount):
    return Duration(amount, TimeUnit.MINUTES)


def labels(figure):
    return [shape.text for shape in figure.drawing.shapes if isinstance(shape, Label)]


@pytest.mark.parametrize("present", [classification, escalation])
def test_without_records_nothing_is_presented(present):
    assert present(scribe(plan_with())) == ()


@pytest.mark.parametrize(
    ("rank", "tone"),
    [
        (-5, Tone.SEVERITY_1),
        (1, Tone.SEVERITY_1),
        (3, Tone.SEVERITY_3),
        (4, Tone.SEVERITY_4),
        (9, Tone.SEVERITY_4),
    ],
)
def test_the_worst_levels_have_tones_of_their_own_and_milder_ones_share(rank, tone):
    assert tone_of(SeverityLevel(rid("s"), "S", rank)) is tone


def test_levels_stand_worst_first_with_meaning_and_examples():
    full = SeverityLevel(
        rid("s1"), "S1", 1, "All down", ("Ransomware", "Fire"), declared_by=rid("lead")
    )

    made = only_table(classification(scribe(plan_with(S2, full, role("lead", "Incident lead")))))

    assert rows(made) == [
        ("S1", "All down", "Ransomware\nFire", "Incident lead"),
        ("S2 High", GAP, "", GAP),
    ]
    assert [row[0].tone for row in made.rows] == [Tone.SEVERITY_1, Tone.SEVERITY_2]


def test_the_matrix_is_a_figure_and_a_table_that_say_the_same():
    made = classification(scribe(plan_with(*MATRIX)))

    table = captioned(made, "Severity that follows from impact and urgency")
    assert heads(table) == ["Impact", "Now", "Later"]
    assert rows(table) == [("High", "S1 Critical", GAP), ("Low", GAP, GAP)]
    (figure,) = [block for block in made if isinstance(block, Figure)]
    assert {"High", "Low", "Now", "Later", "S1 Critical"} <= set(labels(figure))
    assert table.caption in figure.alternative
    fills = [shape.fill for shape in figure.drawing.shapes if isinstance(shape, Box)]
    assert fills.count(Ink.SEVERITY_1) == 1


def test_a_cell_with_a_severity_that_is_gone_is_a_gap():
    plan = plan_with(HIGH, NOW, WORST)

    table = captioned(classification(scribe(plan)), "Severity that follows from impact and urgency")

    assert rows(table) == [("High", GAP)]


def test_the_scales_say_what_impact_and_urgency_mean():
    table = captioned(classification(scribe(plan_with(*MATRIX))), "What impact and urgency mean")

    assert rows(table) == [("High", "Impact", "Danger."), ("Now", "Urgency", "It grows.")]


def test_scales_without_meaning_make_no_table():
    captions = [
        table.caption for table in tables(classification(scribe(plan_with(LOW, LATER, WORST))))
    ]

    assert "What impact and urgency mean" not in captions


def test_samples_land_where_the_matrix_says():
    plan = plan_with(
        *MATRIX,
        SampleIncident(rid("a"), "Ransomware", rid("high"), rid("now"), rid("s1")),
        SampleIncident(rid("b"), "Unclear", rid("gone"), rid("gone"), rid("s1")),
    )

    assert rows(captioned(classification(scribe(plan)), "Sample incidents")) == [
        ("Ransomware", "High", "Now", "S1 Critical"),
        ("Unclear", GAP, GAP, GAP),
    ]


def test_categories_need_only_a_name():
    plan = plan_with(
        IncidentCategory(rid("a"), "Intrusion", "Taken over", "RSIT"),
        IncidentCategory(rid("b"), "Other"),
    )

    assert rows(only_table(classification(scribe(plan)))) == [
        ("Intrusion", "Taken over", "RSIT"),
        ("Other", "", ""),
    ]


def test_escalation_tells_times_and_who_is_informed():
    full = SeverityLevel(
        rid("s1"),
        "S1",
        1,
        respond_in_hours=minutes(15),
        respond_out_of_hours=minutes(30),
        update_every=Duration(1, TimeUnit.HOURS),
        informed=(rid("lead"), rid("gone")),
        notifications="All duties are assessed.",
    )

    made = only_table(escalation(scribe(plan_with(S2, full, role("lead", "Incident lead")))))

    assert rows(made) == [
        (
            "S1",
            "15 minutes",
            "30 minutes",
            GAP,
            "1 hour",
            "Incident lead\nAll duties are assessed.",
        ),
        ("S2 High", GAP, GAP, GAP, GAP, GAP),
    ]


@pytest.mark.parametrize(
    ("inside", "outside", "shown"),
    [
        (None, None, GAP),
        (15, None, "15 minutes"),
        (15, 15, "15 minutes"),
        (15, 30, "15 minutes in hours\n30 minutes out of hours"),
        (None, 30, "not stated in hours\n30 minutes out of hours"),
    ],
)
def test_escalation_times_are_told_apart_only_where_they_differ(inside, outside, shown):
    level = SeverityLevel(
        rid("s"),
        "S",
        1,
        escalate_in_hours=None if inside is None else minutes(inside),
        escalate_out_of_hours=None if outside is None else minutes(outside),
    )

    assert column(only_table(escalation(scribe(plan_with(level)))), "Escalate") == [shown]


def test_the_scales_are_called_as_the_scheme_calls_them():
    plan = plan_with(*MATRIX, Answer(SCHEME, rid("classification"), "impact-tables"))

    made = classification(scribe(plan))

    caption = "Severity that follows from functional impact and recoverability"
    assert heads(captioned(made, caption))[0] == "Functional impact"
    meanings = captioned(made, "What functional impact and recoverability mean")
    assert column(meanings, "Scale") == ["Functional impact", "Recoverability"]
    (figure,) = [block for block in made if isinstance(block, Figure)]
    assert {"Functional impact", "Recoverability"} <= set(labels(figure))
    assert not {"Impact", "Urgency"} & set(labels(figure))
    assert caption in figure.alternative


def test_the_second_score_stands_last():
    score = Answer(SECOND_SCORE, rid("classification"), True)

    captions = [
        table.caption for table in tables(classification(scribe(plan_with(*MATRIX, score))))
    ]

    assert captions[-2].startswith("Worksheet for the second score")
