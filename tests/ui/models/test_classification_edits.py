"""Edits of levels and of the matrix, and what people type for them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.plan import changes
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.kinds import Kind
from app.domain.plan.links import LINKS, named
from tests.builders import DURATIONS, plan_with, rid
from tests.ui.pages.classification.conftest import classified, matrix_of
from ui.models.classification_block import block_text, pasted
from ui.models.classification_edits import (
    cells_set,
    filled,
    level_called,
    level_moved,
    level_removed,
)
from ui.models.classification_times import NotTimes, pair_text, typed_pair, typed_span
from ui.models.record_edits import matrix_changes
from ui.models.record_order import in_order

PLAN = classified()
SCALES = (Kind.SEVERITY, Kind.IMPACT, Kind.URGENCY)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("S1 Critical", "s1"),
        (" s1   CRITICAL ", "s1"),
        ("S2", "s2"),
        ("3", "s3"),
        ("4", None),
        ("0", None),
        ("\u00b2", None),
        ("", None),
        ("Critical", None),
    ],
)
def test_a_level_is_meant_by_its_name_its_first_word_or_its_place(typed, meant):
    found = level_called(PLAN, typed)

    assert (None if found is None else found.id) == meant


def test_a_first_word_that_two_levels_share_means_neither():
    plan = plan_with(
        SeverityLevel(rid("a"), "Level one", 1), SeverityLevel(rid("b"), "Level two", 2)
    )

    assert level_called(plan, "level") is None


@given(st.one_of(st.none(), DURATIONS), st.one_of(st.none(), DURATIONS))
@settings(max_examples=60, deadline=None)
def test_times_read_back_as_they_were_written(inside, outside):
    found = typed_pair(pair_text((inside, outside)))

    assert tuple(map(str, found)) == (str(inside), str(outside))


def test_what_is_no_time_is_named():
    assert typed_span(" 30 min ") == Duration(30, TimeUnit.MINUTES)
    with pytest.raises(NotTimes, match="soon"):
        typed_pair("1 hour / soon")


PLACES = [
    [(rid(impact), rid(urgency)) for urgency in ("now", "soon", "later")]
    for impact in ("severe", "major", "minor")
]


@given(st.lists(st.sampled_from(("s1", "s2", "s3", "")), min_size=9, max_size=9))
@settings(max_examples=30, deadline=None)
def test_a_copied_matrix_is_pasted_as_it_was(levels):
    flat = [place for row in PLACES for place in row]
    chosen = {place: rid(key) if key else None for place, key in zip(flat, levels, strict=True)}
    plan = changes.apply(PLAN, matrix_changes(PLAN, chosen))

    found = pasted(PLAN, block_text(plan, PLACES), PLACES[:1], PLACES)

    there = changes.apply(PLAN, matrix_changes(PLAN, found.chosen))
    assert matrix_of(there) == matrix_of(plan)
    assert found.unknown == ()


STEPS = st.lists(
    st.tuples(st.sampled_from(("move", "remove", "set", "clear", "fill")), st.integers(0, 99)),
    max_size=12,
)


def edit(plan, what, number):
    """The changes of one edit; empty where the plan has nothing left to edit."""
    kind = SCALES[number % 3]
    levels = in_order(plan, kind)
    places = [(row, column) for row in plan.impacts for column in plan.urgencies]
    match what:
        case "move" if levels:
            return level_moved(plan, kind, levels[number % len(levels)].id, number % 5)
        case "remove" if levels:
            return level_removed(plan, kind, levels[number % len(levels)].id)
        case "set" if places and plan.severities:
            severity = in_order(plan, Kind.SEVERITY)[number % len(plan.severities)].id
            return cells_set(plan, places[number % len(places) :], severity)
        case "clear" if places:
            return cells_set(plan, places[: number % len(places)], None)
        case "fill" if places:
            return filled(plan, [places])
        case _:
            return ()


@given(STEPS)
@settings(max_examples=60, deadline=None)
def test_after_any_edits_ranks_have_no_gaps_nothing_dangles_and_undo_gives_the_start(steps):
    plan, done = PLAN, []
    for what, number in steps:
        made = changes.made_on(plan, edit(plan, what, number))
        plan = changes.apply(plan, made)
        done.append(made)

    for kind in SCALES:
        ranks = [level.rank for level in in_order(plan, kind)]
        assert ranks == list(range(1, len(ranks) + 1))
    for kind, fields in LINKS.items():
        for field, target in fields.items():
            if target in SCALES:
                for record in plan.table(kind).values():
                    assert set(named(record, field)) <= set(plan.table(target))
    for made in reversed(done):
        plan = changes.apply(plan, changes.invert(made))
    assert plan == PLAN
