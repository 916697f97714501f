from app.domain.plan.classification import (
    DimensionMeaning,
    ImpactDimension,
    ImpactLevel,
    MatrixCell,
    SeverityLevel,
    UrgencyLevel,
)
from app.export.compose.tables.classification import classification
from app.export.compose.tables.dimensions import dimensions
from tests.builders import plan_with, rid
from tests.labels import scribe
from tests.unit.export.compose.reading import heads, only_table, rows, tables

LEVELS = (ImpactLevel(rid("low"), "Low", 2), ImpactLevel(rid("high"), "High", 1))
DATA = ImpactDimension(
    rid("data"),
    "Data",
    (DimensionMeaning(rid("low"), "None."), DimensionMeaning(rid("gone"), "Lost.")),
)


def test_a_row_for_each_dimension_says_what_each_level_means_worst_first():
    made = dimensions(scribe(plan_with(*LEVELS, DATA)), "Impact")

    table = only_table(made)
    assert table.caption == "Impact by dimension; the worst one counts"
    assert heads(table) == ["Dimension", "High", "Low"]
    assert rows(table) == [("Data", "", "None.")]
    assert table.row_heads


def test_without_dimensions_or_levels_there_is_no_table():
    assert dimensions(scribe(plan_with(*LEVELS)), "Impact") == ()
    assert dimensions(scribe(plan_with(DATA)), "Impact") == ()


def test_the_table_stands_before_the_matrix():
    plan = plan_with(
        *LEVELS,
        DATA,
        UrgencyLevel(rid("now"), "Now", 1),
        SeverityLevel(rid("s1"), "S1", 1),
        MatrixCell(rid("high.now"), rid("high"), rid("now"), rid("s1")),
    )

    anchors = [table.anchor for table in tables(classification(scribe(plan)))]

    assert anchors.index("table:dimensions") + 1 == anchors.index("table:matrix")
