from app.domain.plan.classification import (
    DimensionMeaning,
    ImpactDimension,
    ImpactLevel,
    IncidentCategory,
    MatrixCell,
    SampleIncident,
    SeverityLevel,
    UrgencyLevel,
    cell_id,
)
from app.domain.plan.ids import is_record_id
from tests.builders import rid


def test_a_new_severity_promises_no_times():
    level = SeverityLevel(rid("s1"), "S1", 1)

    times = (
        level.respond_in_hours,
        level.respond_out_of_hours,
        level.escalate_in_hours,
        level.escalate_out_of_hours,
        level.update_every,
    )
    assert times == (None,) * 5
    assert (level.informed, level.declared_by) == ((), None)


def test_a_cell_is_named_after_where_it_stands():
    cell = MatrixCell(cell_id("high", "low"), rid("high"), rid("low"), rid("s2"))

    assert cell.id == "high.low"
    assert is_record_id(cell.id)
    assert cell_id("low", "high") != cell.id


def test_a_dimension_of_impact_needs_only_its_name_and_says_nothing_of_levels_at_first():
    assert ImpactDimension(rid("d"), "Data").meanings == ()
    assert DimensionMeaning(rid("high")).meaning == ""


def test_levels_categories_and_samples_need_only_their_names():
    assert ImpactLevel(rid("i"), "High", 1).meaning == ""
    assert UrgencyLevel(rid("u"), "High", 1).meaning == ""
    assert IncidentCategory(rid("c"), "Malware").reference == ""
    assert SampleIncident(rid("x"), "A mail", rid("i"), rid("u"), rid("s1")).expected == "s1"
