from datetime import UTC, date, datetime

from app.domain.lifecycle.learning.heat import Heat, HeatRow, Quarter, Warmth, heat, quarter_of
from app.domain.plan.lessons import Activation
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.sections import Section
from app.domain.plan.upkeep import Upkeep
from tests.builders import plan_with, rid

TODAY = date(2026, 11, 22)
RECOVERY = Section(rid("recovery"), "Recovery")


def held(key: str, on: date | None, *parts: str) -> Exercise:
    return Exercise(rid(key), key, on=on, state=ExerciseState.HELD, exercised=parts)


def rows(made: Heat) -> dict[str, HeatRow]:
    return {row.part.name: row for row in made.rows}


def test_a_map_of_what_was_never_tried_has_not_begun():
    made = heat(plan_with(RECOVERY), TODAY)

    assert [(row.part.name, row.warmth) for row in made.rows] == [("Recovery", Warmth.NEVER)]
    assert not made.begun
    assert heat(plan_with(RECOVERY, held("d", TODAY, "sections/recovery")), TODAY).begun


def test_exercises_and_incidents_are_counted_by_quarter():
    incident = Activation(
        rid("inc"), "INC", datetime(2026, 7, 1, tzinfo=UTC), exercised=("sections/recovery",)
    )
    plan = plan_with(
        RECOVERY,
        held("old", date(2025, 6, 30), "sections/recovery"),
        held("older", date(2020, 1, 1), "sections/recovery"),
        held("twice", date(2026, 10, 1), "sections/recovery", "sections/recovery"),
        incident,
    )

    made = heat(plan, TODAY)
    row = rows(made)["Recovery"]

    assert made.quarters == (
        *(Quarter(2025, 3), Quarter(2025, 4)),
        *(Quarter(2026, 1), Quarter(2026, 2), Quarter(2026, 3), Quarter(2026, 4)),
    )
    assert row.by_quarter == (0, 0, 0, 0, 1, 1)
    assert row.part.times == 4


def test_how_long_ago_is_judged_by_the_months_agreed():
    year = held("drill", date(2025, 11, 22), "sections/recovery")
    day_more = held("drill", date(2025, 11, 21), "sections/recovery")

    assert rows(heat(plan_with(RECOVERY, year), TODAY))["Recovery"].warmth is Warmth.RECENT
    assert rows(heat(plan_with(RECOVERY, day_more), TODAY))["Recovery"].warmth is Warmth.LONG_AGO
    longer = plan_with(RECOVERY, day_more, Upkeep(exercise_every=13))
    assert rows(heat(longer, TODAY))["Recovery"].warmth is Warmth.RECENT


def test_an_occasion_without_a_day_counts_but_is_not_recent():
    [row] = heat(plan_with(RECOVERY, held("drill", None, "sections/recovery")), TODAY).rows

    assert (row.part.times, row.part.last, row.warmth) == (1, None, Warmth.LONG_AGO)
    assert sum(row.by_quarter) == 0


def test_an_exercise_that_is_only_planned_tries_nothing():
    planned = Exercise(rid("p"), "P", on=date(2026, 1, 1), exercised=("sections/recovery",))

    assert not heat(plan_with(RECOVERY, planned), TODAY).begun


def test_quarters_begin_in_january_april_july_and_october():
    months = [quarter_of(date(2026, month, 28)).number for month in range(1, 13)]

    assert months == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]


def test_the_map_ends_with_the_present_quarter_even_on_a_long_months_last_day():
    assert heat(plan_with(), date(2026, 12, 31)).quarters[-1] == Quarter(2026, 4)
    assert heat(plan_with(), date(2027, 3, 31)).quarters[0] == Quarter(2025, 4)
