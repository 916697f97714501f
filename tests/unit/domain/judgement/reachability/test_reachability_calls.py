from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.domain.judgement.reachability.calls import UNSTATED_MINUTES, Obstacle, zone_of
from app.domain.judgement.reachability.scenario import Outages, Rates
from app.domain.plan.people import Channel, Party, PartyKind
from app.domain.plan.profile import Profile
from app.domain.plan.trees import NodeTarget
from tests.builders import person, plan_with, rid, role
from tests.unit.domain.judgement.reachability.trees import (
    EMAIL,
    MOBILE,
    NIGHT,
    PHONE,
    TREE,
    TUESDAY,
    call,
    calls,
    case,
    reachable,
)


def only(*records, scenario=None, profile=None):
    """The one call of a plan of these records."""
    (found,) = calls(plan_with(*records, TREE, profile=profile), scenario).calls
    return found


def told(found):
    return [(one.name, one.kind, one.obstacle) for one in found.tries]


def test_the_holder_is_tried_by_all_ways_in_their_order_then_each_deputy():
    found = only(
        reachable("ada", EMAIL, MOBILE, PHONE),
        reachable("ben", MOBILE),
        reachable("cyd", PHONE),
        role("lead", holder=rid("ada"), deputies=(rid("cyd"), rid("ada"), rid("ben"), rid("gone"))),
        call("top", "lead", channels=(MOBILE, PHONE, MOBILE)),
    )

    assert told(found) == [
        ("Ada", MOBILE, None),
        ("Ada", PHONE, None),
        ("Cyd", PHONE, None),
        ("Ben", MOBILE, None),
    ]


def test_a_call_that_names_no_way_tries_all_in_the_order_of_the_person():
    found = only(reachable("ada", EMAIL, MOBILE), call("top", "ada", target=NodeTarget.PERSON))

    assert [one.kind for one in found.tries] == [EMAIL, MOBILE]


def test_the_time_allowed_is_parted_equally_among_all_tries_also_hopeless_ones():
    found = only(
        reachable("ada", MOBILE, PHONE, EMAIL),
        call("top", "ada", target=NodeTarget.PERSON),
        scenario=case(outages=Outages(frozenset({MOBILE}))),
    )

    assert [found.ended(at) for at in range(3)] == [
        pytest.approx(10 / 3),
        pytest.approx(20 / 3),
        10,
    ]
    assert found.answered == 1


def test_a_call_without_a_stated_time_has_the_usual_one():
    found = only(reachable("ada"), call("top", "ada", target=NodeTarget.PERSON, allowed=None))

    assert found.minutes == UNSTATED_MINUTES


def test_a_party_is_tried_though_a_person_of_its_id_is_away():
    party = Party(rid("ada"), "Insurer", PartyKind.INSURER, channels=(Channel(PHONE, "1"),))
    found = only(
        party,
        reachable("ada"),
        call("top", "ada", target=NodeTarget.PARTY),
        scenario=case(away=frozenset({rid("ada")})),
    )

    assert told(found) == [("Insurer", PHONE, None)]
    assert (found.tries[0].person, found.name) == ("", "Insurer")


def test_a_group_is_tried_once_by_each_way_and_never_counts_as_out_of_band():
    board = call("top", "", target=NodeTarget.GROUP, name="Board", channels=(MOBILE, EMAIL, MOBILE))

    as_usual = only(board)
    cut_off = only(board, scenario=case(outages=Outages(in_band=True)))

    assert [(one.kind, one.guessed) for one in as_usual.tries] == [(MOBILE, True), (EMAIL, True)]
    assert cut_off.answered is None
    assert (as_usual.name, as_usual.staffed) == ("Board", True)


@pytest.mark.parametrize(
    ("target", "key"),
    [(NodeTarget.ROLE, "lead"), (NodeTarget.ROLE, "gone"), (NodeTarget.PERSON, "gone")],
)
def test_where_the_plan_names_nobody_there_is_nothing_to_try_and_no_time_is_lost(target, key):
    found = only(role("lead"), call("top", key, target=target))

    assert (found.tries, found.minutes, found.staffed) == ((), 0, False)


def test_a_group_without_a_name_is_called_something():
    assert only(call("top", "", target=NodeTarget.GROUP)).name == "a group without a name"


def test_who_is_away_down_or_never_answers_is_told():
    records = (
        reachable("ada", MOBILE, EMAIL),
        reachable("ben", PHONE),
        role("lead", holder=rid("ada"), deputies=(rid("ben"),)),
        call("top", "lead"),
    )

    found = only(
        *records,
        scenario=case(
            outages=Outages(frozenset({EMAIL})),
            away=frozenset({rid("ada")}),
            rates=Rates({PHONE: 0.0}),
        ),
    )

    assert [one.obstacle for one in found.tries] == [
        Obstacle.AWAY,
        Obstacle.DOWN,
        Obstacle.NEVER_ANSWERED,
    ]
    assert [one.chance for one in found.tries] == [0.0, 0.0, 0.0]


def test_the_clock_of_the_person_decides_who_is_there():
    at_work = {"availability": "Mon-Fri 08:00-18:00"}
    tokyo = reachable("ada", time_zone="Asia/Tokyo", **at_work)
    london = reachable("ben", time_zone="Europe/London", **at_work)
    nowhere = reachable("cyd", time_zone="Europe/Atlantis", **at_work)
    records = (
        *(tokyo, london, nowhere),
        role("lead", holder=rid("ada"), deputies=(rid("ben"), rid("cyd"))),
        call("top", "lead"),
    )

    found = only(*records, scenario=case(at=NIGHT, zone="America/New_York"))

    assert [one.obstacle for one in found.tries] == [None, Obstacle.OFF_DUTY, Obstacle.OFF_DUTY]


def test_rates_out_of_hours_hold_outside_the_hours_of_the_organisation():
    rates = Rates({MOBILE: 0.9}, {MOBILE: 0.2})
    ada, top = reachable("ada"), call("top", "ada", target=NodeTarget.PERSON)
    night_shift = Profile(working_hours="daily 22:00-06:00")

    by_day = only(ada, top, scenario=case(at=TUESDAY, rates=rates))
    by_night = only(ada, top, scenario=case(at=NIGHT, rates=rates))
    on_shift = only(ada, top, scenario=case(at=NIGHT, rates=rates), profile=night_shift)

    assert [one.tries[0].chance for one in (by_day, by_night, on_shift)] == [0.9, 0.2, 0.9]


def test_unstated_availability_counts_as_there_and_is_marked():
    found = only(
        reachable("ada", availability="by rota"),
        call("top", "ada", target=NodeTarget.PERSON),
        scenario=case(at=datetime(2026, 11, 22, 3, tzinfo=UTC)),
    )

    assert found.answered == 0
    assert found.tries[0].guessed


def test_a_blank_zone_is_that_of_the_organisation():
    berlin = ZoneInfo("Europe/Berlin")

    assert zone_of(person("ada"), berlin) is berlin
    assert zone_of(person("ada", time_zone=" Asia/Tokyo "), berlin).key == "Asia/Tokyo"


def test_calls_hang_below_those_of_their_tree_only():
    plan = plan_with(
        TREE,
        call("a", "x"),
        call("b", "x", "a"),
        call("c", "x", "elsewhere"),
        call("d", "x", "e"),
        call("e", "x", "d"),
    )

    found = calls(plan)

    assert found.roots == (0,)
    assert found.below == ((1,), (), (), (4,), (3,))
