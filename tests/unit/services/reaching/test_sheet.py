import csv
import io

from app.domain.judgement.reachability.scenario import Rates
from app.domain.judgement.reachability.simulating import simulate
from app.domain.plan.trees import NodeTarget
from app.services.reaching.sheet import HEADS, number, reach_csv, reach_rows, reach_text
from tests.builders import plan_with, role
from tests.unit.domain.judgement.reachability.trees import (
    MOBILE,
    NIGHT,
    TREE,
    call,
    case,
    reachable,
    two_floors,
)


def read(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_a_row_tells_of_each_call():
    heads, top, leaf = read(reach_csv(simulate(two_floors(), case(at=NIGHT))))

    assert tuple(heads) == HEADS
    assert top[:8] == [
        *("Activation tree", "Lead", "yes", "5", "2026-11-23 03:05 +0000", "Ada", "mobile", "")
    ]
    assert dict(zip(heads, leaf, strict=True))["Chance"] == "1"


def test_who_is_not_reached_has_a_reason_and_no_time():
    plan = plan_with(role("lead"), TREE, call("top", "lead"))

    (row,) = reach_rows(simulate(plan, case()))

    assert row[2:8] == ("no", "", "", "", "", "the plan names nobody to call")


def test_odds_stand_in_their_columns():
    result = simulate(two_floors(), case(rates=Rates({MOBILE: 0.8}), runs=3))

    (_, ben) = reach_rows(result)

    assert ben[8:14] == ("0.8", "0.6667", "0.2077", "0.9385", "9", "")


def test_words_of_a_plan_are_no_formula():
    evil = reachable("ada", name='=HYPERLINK("http://example.org")')
    plan = plan_with(evil, TREE, call("top", "ada", target=NodeTarget.PERSON))

    (_, row) = read(reach_csv(simulate(plan, case())))

    assert row[1].startswith("'=HYPERLINK")
    assert row[5].startswith("'=HYPERLINK")


def test_the_text_has_the_headline_what_hangs_on_one_and_a_table_of_whole_rows():
    plan = plan_with(
        reachable("ada", name="Ada\tByron\nX"),
        TREE,
        call("top", "ada", target=NodeTarget.PERSON),
    )

    lines = reach_text(simulate(plan, case())).splitlines()

    assert lines[1] == "All 1 are reached within 10 min."
    assert "Without mobile calls, Ada\tByron is not reached." not in lines
    assert len(lines[-1].split("\t")) == len(HEADS)
    assert "Ada Byron X" in lines[-1]


def test_numbers_are_as_short_as_they_can_be():
    assert [number(value) for value in (0, 10.0, 100, 3.75, 1 / 3)] == [
        *("0", "10", "100", "3.75", "0.3333")
    ]
