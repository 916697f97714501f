import json

from app.domain.judgement.reachability.scenario import Outages, Rates
from app.domain.judgement.reachability.simulating import simulate
from app.domain.plan.classification import SeverityLevel
from app.services.reaching.report import REPORT_FORMAT, reach_data
from tests.builders import plan_with, rid, role
from tests.unit.domain.judgement.reachability.trees import (
    EMAIL,
    MOBILE,
    PHONE,
    TREE,
    call,
    case,
    minutes,
    reachable,
    two_floors,
)


def shown(plan, **fields):
    return json.loads(json.dumps(reach_data(simulate(plan, case(**fields)))))


def test_the_scenario_is_told_so_that_it_can_be_tried_again():
    data = shown(
        two_floors(),
        outages=Outages(frozenset({MOBILE, EMAIL}), sign_on=True),
        away=frozenset({rid("ben"), rid("ada")}),
        rates=Rates({PHONE: 0.5}, {MOBILE: 0.1, PHONE: 0.2}),
        runs=5,
        seed=9,
    )

    assert data["format"] == REPORT_FORMAT
    assert data["scenario"] == {
        "at": "2026-11-24T10:00:00+00:00",
        "zone": "UTC",
        "in_working_hours": True,
        "severity": None,
        "tree": None,
        "down": ["email", "mobile"],
        "single_sign_on_down": True,
        "only_out_of_band": False,
        "away": ["ada", "ben"],
        "rates": {"usual": {"phone": 0.5}, "out_of_hours": {"mobile": 0.1, "phone": 0.2}},
        "runs": 5,
        "seed": 9,
    }
    assert (data["calls"], data["reached"], data["headline"]) == (2, 0, "None of 2 is reached.")


def test_each_call_is_told_with_its_tries_and_odds():
    (tree,) = shown(two_floors(), outages=Outages(frozenset({MOBILE})), runs=4)["trees"]

    top, leaf = tree["calls"]
    assert top["answer"] == {
        "after": 10.0,
        "local": "2026-11-24T10:10:00+00:00",
        "person": "ada",
        "name": "Ada",
        "channel": "phone",
        "try": 2,
    }
    assert [one["obstacle"] for one in top["tries"]] == ["down", None]
    assert (top["chance"], top["odds"]["share"], top["odds"]["median"]) == (1.0, 1.0, 10.0)
    assert (leaf["answer"], leaf["why_not"], leaf["called_by"]) == (None, "down", "top")
    assert leaf["why_not_words"] == "all ways to call are down"
    assert (tree["all_reached_after"], tree["chance_of_all"], tree["limit"]) == (None, 0.0, None)


def test_limits_and_single_points_are_told():
    severity = SeverityLevel(rid("s1"), "S1", 1, escalate_in_hours=minutes(8))
    plan = plan_with(
        severity, reachable("ada"), role("lead", holder=rid("ada")), TREE, call("top", "lead")
    )

    data = shown(plan, severity=rid("s1"))

    assert data["trees"][0]["limit"] == {"minutes": 8, "level": "S1", "in_hours": True}
    assert data["trees"][0]["calls"][0]["late"] is True
    assert data["trees"][0]["odds_of_all"] is None
    assert data["single_points"] == [
        {"person": "ada", "name": "Ada", "channel": None, "cut_off": ["top"]},
        {"person": "", "name": "mobile", "channel": "mobile", "cut_off": ["top"]},
    ]
