from datetime import UTC, datetime

from app.cli.reach_report import lines
from app.domain.judgement.reachability.scenario import Outages, Rates, Scenario
from app.domain.judgement.reachability.simulating import simulate
from app.domain.plan.plan import Plan
from app.domain.plan.trees import NodeTarget
from tests.builders import plan_with, rid
from tests.unit.domain.judgement.reachability.trees import (
    MOBILE,
    TREE,
    call,
    reachable,
    two_floors,
)

TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def told(plan, **fields):
    return list(lines(simulate(plan, Scenario(TUESDAY, **fields))))


def test_calls_are_told_one_below_the_other():
    assert told(two_floors())[3:6] == [
        "Activation tree",
        "  5 min       Lead: Ada by mobile, Tue 10:05 there",
        "    9 min       Ben: Ben by mobile, Tue 10:09 there",
    ]


def test_who_is_not_reached_is_told_with_the_reason():
    said = told(two_floors(), outages=Outages(frozenset({MOBILE})))

    assert "    never       Ben: all ways to call are down" in said


def test_odds_are_told_and_only_what_is_certain_has_100_percent():
    said = told(two_floors(), rates=Rates({MOBILE: 0.9999}), runs=10)

    assert (
        "                chance 99.9% (runs 72.2% to 100.0%), half of the runs within 9 min, "
        in (" ".join(said))
    )
    assert "  all reached: 99.9% exactly; 100.0% of 10 runs (72.2% to 100.0%)" in said


def test_what_never_happens_in_any_run_has_only_its_chance():
    said = told(two_floors(), outages=Outages(frozenset({MOBILE})), runs=2)

    assert "                chance 0.0%" in said


def test_times_that_too_few_runs_keep_are_left_out():
    (line,) = [
        line
        for line in told(two_floors(), rates=Rates({MOBILE: 0.3}), runs=20)
        if line.startswith("                chance")
    ]

    assert "half of" not in line


def test_who_only_may_be_there_is_listed_once():
    plan = plan_with(
        reachable("ada", availability="by rota"),
        TREE,
        call("a", "ada", target=NodeTarget.PERSON),
        call("b", "ada", target=NodeTarget.PERSON, allowed=None),
    )

    said = told(plan)

    assert said[-1] == "Availability not certain, counted as there: Ada."
    assert "              ! no time stated, counted as 15 min" in said
    assert sum("counted as there" in line for line in said) == 1


def test_names_do_not_steer_the_terminal():
    plan = plan_with(
        reachable("ada", name="\x1b[31mAda\u202e\n"),
        TREE,
        call("a", "ada", target=NodeTarget.PERSON),
    )

    assert all(line.isprintable() for line in told(plan))


def test_a_plan_without_trees_has_one_sentence():
    assert told(Plan(rid("empty")))[1:] == ["There is no call to try."]
