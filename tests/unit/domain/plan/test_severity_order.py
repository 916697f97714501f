from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.plan.classification import ImpactLevel, MatrixCell, SeverityLevel, UrgencyLevel
from app.domain.plan.severity_order import breaches, landing
from tests.builders import plan_with, rid

SEVERITIES = tuple(SeverityLevel(rid(f"s{rank}"), f"S{rank}", rank) for rank in range(1, 5))


def matrix_plan(rows, impact_ranks=None, urgency_ranks=None, severities=SEVERITIES):
    """A plan whose cell in row r and column c has the severity `rows[r][c]`, 0 for none."""
    wide = len(rows[0])
    impacts = impact_ranks or range(1, len(rows) + 1)
    urgencies = urgency_ranks or range(1, wide + 1)
    cells = [
        MatrixCell(rid(f"i{row}.u{column}"), rid(f"i{row}"), rid(f"u{column}"), rid(f"s{rank}"))
        for row, line in enumerate(rows)
        for column, rank in enumerate(line)
        if rank
    ]
    return plan_with(
        *severities,
        *(ImpactLevel(rid(f"i{at}"), f"I{at}", rank) for at, rank in enumerate(impacts)),
        *(UrgencyLevel(rid(f"u{at}"), f"U{at}", rank) for at, rank in enumerate(urgencies)),
        *cells,
    )


def pairs(plan):
    return {
        (f"{item.cell.impact.id}.{item.cell.urgency.id}", item.less.severity.rank)
        for item in breaches(plan)
    }


def brute_force(plan):
    """Every cell with the worst severity among all cells that are less bad, where it is milder."""
    cells = [
        (impact, urgency, level)
        for impact, urgency in product(plan.impacts.values(), plan.urgencies.values())
        if (level := landing(plan, impact.id, urgency.id)) is not None
    ]
    found = set()
    for impact, urgency, level in cells:
        less = [
            other.rank
            for lower, calmer, other in cells
            if lower.rank >= impact.rank
            and calmer.rank >= urgency.rank
            and (lower.rank, calmer.rank) != (impact.rank, urgency.rank)
            and other.rank < level.rank
        ]
        if less:
            found.add((f"{impact.id}.{urgency.id}", min(less)))
    return found


def test_a_breach_names_the_milder_cell_and_the_worst_of_those_less_bad():
    plan = matrix_plan([[3, 2], [2, 1]])

    first = breaches(plan)[0]

    assert (first.cell.impact.name, first.cell.urgency.name, first.cell.severity.name) == (
        "I0",
        "U0",
        "S3",
    )
    assert (first.less.impact.name, first.less.urgency.name, first.less.severity.name) == (
        "I1",
        "U1",
        "S1",
    )


def test_an_even_matrix_and_an_empty_one_are_in_order():
    assert breaches(matrix_plan([[1, 2], [2, 3]])) == ()
    assert breaches(matrix_plan([[0, 0]])) == ()
    assert breaches(plan_with(*SEVERITIES)) == ()


def test_levels_of_one_rank_are_as_bad_as_each_other():
    assert breaches(matrix_plan([[2, 1]], urgency_ranks=(1, 1))) == ()
    assert pairs(matrix_plan([[2, 1], [1, 2]], impact_ranks=(1, 2), urgency_ranks=(1, 1))) == {
        ("i0.u0", 1)
    }


def test_a_cell_lands_on_its_level_unless_it_is_empty_or_its_level_is_gone():
    plan = matrix_plan([[1, 0]])

    level = landing(plan, "i0", "u0")
    assert level is not None
    assert level.name == "S1"
    assert landing(plan, "i0", "u1") is None
    assert landing(replace(plan, severities=plan.severities.without(rid("s1"))), "i0", "u0") is None


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_checker_finds_what_comparing_every_pair_finds(data):
    high, wide = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 5))
    line = st.lists(st.integers(0, 4), min_size=wide, max_size=wide)
    rows = data.draw(st.lists(line, min_size=high, max_size=high))
    ranks = st.integers(1, 4)
    plan = matrix_plan(
        rows,
        data.draw(st.lists(ranks, min_size=high, max_size=high)),
        data.draw(st.lists(ranks, min_size=wide, max_size=wide)),
    )

    assert pairs(plan) == brute_force(plan)
