from app.domain.judgement.reachability.walk import NOTICED, walk
from tests.builders import plan_with, rid, role
from tests.unit.domain.judgement.reachability.trees import (
    EMAIL,
    MOBILE,
    PHONE,
    TREE,
    call,
    calls,
    minutes,
    reachable,
)


def office(*, way_round):
    """Ada leads, with two ways; below her Ben and Cyd; below Ben Dan."""
    return plan_with(
        reachable("ada", MOBILE, PHONE),
        reachable("ben", MOBILE, PHONE, EMAIL),
        reachable("cyd"),
        reachable("dan"),
        *(role(f"r-{key}", holder=rid(key)) for key in ("ada", "ben", "cyd", "dan")),
        TREE,
        call("lead", "r-ada", allowed=minutes(10)),
        call("tech", "r-ben", "lead", allowed=minutes(30), if_no_answer=way_round),
        call("scribe", "r-cyd", "lead", allowed=minutes(20)),
        call("ops", "r-dan", "tech", allowed=minutes(8)),
    )


def test_calls_are_made_one_after_the_other():
    """By hand: Ada answers her phone, the second of two tries in 10 minutes: minute 10.

    She calls Ben, who answers the second of three tries in 30 minutes: minute 30. Then she calls
    Cyd, whose one try takes all of 20 minutes: minute 50. Ben calls Dan from minute 30 on: 38.
    """
    found = walk(calls(office(way_round="")), [1, 1, 0, 0])

    assert found.begun == [0, 10, 30, 30]
    assert found.reached == [10, 30, 50, 38]
    assert found.callers == [NOTICED, 0, 0, 1]


def test_where_the_plan_names_a_way_round_the_caller_takes_over_after_all_others():
    """By hand: Ada at 5; Ben's 30 minutes run out at 35; Cyd until 55; then Ada calls Dan: 63."""
    found = walk(calls(office(way_round="Go on.")), [0, None, 0, 0])

    assert found.reached == [5, None, 55, 63]
    assert found.begun == [0, 5, 35, 55]
    assert found.callers == [NOTICED, 0, 0, 0]


def test_where_it_names_none_nobody_makes_the_calls_below():
    found = walk(calls(office(way_round="")), [0, None, 0, 0])

    assert found.reached == [5, None, 55, None]
    assert found.begun == [0, 5, 35, None]


def test_a_circle_is_never_called_and_never_walked():
    plan = plan_with(
        reachable("ada"),
        role("r", holder=rid("ada")),
        TREE,
        call("a", "r", "b"),
        call("b", "r", "a"),
        call("c", "r", "c"),
        call("d", "r"),
    )

    assert walk(calls(plan), [0, 0, 0, 0]).reached == [None, None, None, 10]
