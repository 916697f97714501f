from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.judgement.reachability.results import Limit, Why
from app.domain.judgement.reachability.scenario import Outages, Rates
from app.domain.judgement.reachability.simulating import simulate
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.kinds import Kind
from app.domain.plan.trees import NodeTarget
from tests.builders import person, plan_with, rid, role
from tests.unit.domain.judgement.reachability.trees import (
    EMAIL,
    MOBILE,
    NIGHT,
    PHONE,
    TREE,
    by_id,
    call,
    case,
    minutes,
    reachable,
    two_floors,
)


def why_of(*records, **fields):
    return by_id(simulate(plan_with(*records, TREE), case(**fields)))["top"].why


def test_an_answer_tells_who_how_when_and_by_which_clock():
    plan = two_floors()
    ada = replace(plan.people[rid("ada")], time_zone="Asia/Tokyo")
    plan = plan.with_table(Kind.PERSON, type(plan.people)((ada, plan.people[rid("ben")])))

    result = by_id(simulate(plan, case(at=NIGHT, outages=Outages(frozenset({MOBILE})))))

    answer = result["top"].answer
    assert answer is not None
    assert (answer.person, answer.name, answer.kind, answer.tries) == ("ada", "Ada", PHONE, 2)
    assert answer.minute == 10
    assert answer.local == datetime.fromisoformat("2026-11-23T12:10+09:00")
    assert answer.local.isoformat().endswith("+09:00")
    assert not answer.guessed


def test_the_clock_of_a_party_or_group_is_that_of_the_organisation():
    board = call("top", "", target=NodeTarget.GROUP, name="Board", channels=(EMAIL,))

    answer = by_id(simulate(plan_with(TREE, board), case(at=NIGHT, zone="Europe/Berlin")))[
        "top"
    ].answer

    assert answer is not None
    assert answer.local.isoformat() == "2026-11-23T04:10:00+01:00"
    assert answer.guessed


@pytest.mark.parametrize(
    ("why", "fields"),
    [
        (Why.DOWN, {"outages": Outages(in_band=True)}),
        (Why.AWAY, {"away": frozenset({rid("ada")})}),
        (Why.NEVER_ANSWERED, {"rates": Rates({MOBILE: 0, PHONE: 0})}),
        (Why.SEVERAL, {"outages": Outages(frozenset({PHONE})), "rates": Rates({MOBILE: 0})}),
    ],
)
def test_why_nobody_is_reached(why, fields):
    ada = reachable("ada", MOBILE, PHONE)

    assert why_of(ada, call("top", "ada", target=NodeTarget.PERSON), **fields) is why


def test_who_is_off_duty_is_told_apart():
    ada = reachable("ada", availability="office hours")

    assert why_of(ada, call("top", "ada", target=NodeTarget.PERSON), at=NIGHT) is Why.OFF_DUTY


def test_nobody_to_call_and_no_address_are_told_apart():
    assert why_of(role("lead"), call("top", "lead")) is Why.NOBODY
    assert why_of(person("ada"), call("top", "ada", target=NodeTarget.PERSON)) is Why.NO_ADDRESS


def test_who_is_not_called_is_told_whom_that_hangs_on():
    plan = plan_with(
        reachable("ada"),
        role("lead", holder=rid("ada")),
        role("open"),
        TREE,
        call("top", "open"),
        call("mid", "lead", "top"),
        call("leaf", "lead", "mid"),
        call("round", "lead", "round"),
    )

    found = by_id(simulate(plan, case()))

    assert [(key, one.why, one.blocked, one.depth) for key, one in found.items()] == [
        ("top", Why.NOBODY, None, 0),
        ("mid", Why.NOT_CALLED, "top", 1),
        ("leaf", Why.NOT_CALLED, "top", 2),
        ("round", Why.STRANDED, None, 0),
    ]


def test_a_longer_circle_is_stranded_too():
    plan = plan_with(TREE, call("a", "x", "b"), call("b", "x", "c"), call("c", "x", "b"))

    assert {node.why for node in simulate(plan, case()).nodes} == {Why.STRANDED}


def test_who_stands_in_is_told():
    plan = two_floors(way_round="Go on.")

    found = by_id(simulate(plan, case(away=frozenset({rid("ada")}))))

    assert (found["leaf"].stands_in, found["leaf"].caller, found["leaf"].begun) == (True, None, 10)
    assert by_id(simulate(plan, case()))["leaf"].caller == "top"
    assert not by_id(simulate(plan, case()))["leaf"].stands_in


def test_an_unstated_time_is_told():
    plan = plan_with(
        reachable("ada"), TREE, call("top", "ada", target=NodeTarget.PERSON, allowed=None)
    )

    assert not simulate(plan, case()).nodes[0].timed
    assert simulate(two_floors(), case()).nodes[0].timed


def level(**fields):
    return SeverityLevel(rid("s1"), "S1", 1, **fields)


def limited(plan, severity, **fields):
    with_levels = plan.with_table(Kind.SEVERITY, type(plan.severities)((severity,)))
    return simulate(with_levels, case(severity=rid("s1"), **fields))


def test_who_is_later_than_the_severity_leaves_is_late():
    strict = level(escalate_in_hours=minutes(8), escalate_out_of_hours=minutes(60))

    by_day, by_night = limited(two_floors(), strict), limited(two_floors(), strict, at=NIGHT)

    assert by_day.trees[0].limit == Limit(8, "S1", True)
    assert [node.late for node in by_day.nodes] == [False, True]
    assert by_night.trees[0].limit == Limit(60, "S1", False)
    assert not any(node.late for node in by_night.nodes)


def test_only_those_the_severity_names_can_be_late():
    named = level(escalate_in_hours=minutes(1), informed=(rid("lead"),))

    assert [node.late for node in limited(two_floors(), named).nodes] == [True, False]


def test_without_a_stated_time_there_is_no_limit():
    assert limited(two_floors(), level()).trees[0].limit is None
    assert simulate(two_floors(), case()).trees[0].limit is None


def test_who_is_not_reached_is_not_late():
    strict = level(escalate_in_hours=minutes(1))

    result = limited(two_floors(), strict, away=frozenset({rid("ada")}))

    assert not any(node.late for node in result.nodes)


def test_the_limit_of_a_tree_is_that_of_its_own_severity():
    plan = plan_with(level(escalate_in_hours=minutes(5)), replace(TREE, starts_at=rid("s1")))

    assert simulate(plan, case()).trees[0].limit == Limit(5, "S1", True)
