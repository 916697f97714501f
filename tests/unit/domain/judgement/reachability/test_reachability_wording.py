import pytest

from app.domain.judgement.reachability.scenario import Outages, Rates
from app.domain.judgement.reachability.simulating import simulate
from app.domain.judgement.reachability.wording import (
    GUESSED,
    NOTHING_TRIED,
    answer_words,
    headline,
    limit_words,
    minutes_words,
    moment_words,
    node_names,
    point_words,
    remarks,
    why_words,
)
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.trees import NodeTarget
from tests.builders import person, plan_with, rid, role
from tests.unit.domain.judgement.reachability.trees import (
    EMAIL,
    MOBILE,
    NIGHT,
    PHONE,
    TREE,
    call,
    case,
    minutes,
    reachable,
    two_floors,
)


def named(key, parent=None, **fields):
    return call(key, key, parent, target=NodeTarget.PERSON, **fields)


def whys(plan, **fields):
    result = simulate(plan, case(**fields))
    return [why_words(node, node_names(result)) for node in result.nodes]


@pytest.mark.parametrize(
    ("given", "said"),
    [(0, "0 min"), (0.2, "1 min"), (59.5, "1 h"), (60, "1 h"), (125, "2 h 5 min")],
)
def test_minutes_are_rounded_up(given, said):
    assert minutes_words(given) == said


def test_the_headline_says_how_many_by_when_and_who_never():
    plan = two_floors()

    assert headline(simulate(plan, case())) == "All 2 are reached within 9 min."
    without = case(outages=Outages(frozenset({MOBILE})))
    assert (
        headline(simulate(plan, without)) == "1 of 2 reached within 10 min; Ben is never reached."
    )
    away = case(away=frozenset({rid("ada")}))
    assert headline(simulate(plan, away)) == "None of 2 is reached."
    assert headline(simulate(Plan(rid("empty")), case())) == NOTHING_TRIED


@pytest.mark.parametrize(
    ("lost", "named_there"),
    [(2, "p1 and p2 are"), (3, "p1, p2 and p3 are"), (5, "p1, p2, p3 and 2 more are")],
)
def test_of_many_never_reached_only_some_are_named(lost, named_there):
    people = [person(f"p{at}", f"p{at}") for at in range(1, lost + 1)]
    plan = plan_with(
        reachable("ada"), *people, TREE, named("ada"), *(named(one.id) for one in people)
    )

    said = headline(simulate(plan, case()))

    assert said == f"1 of {lost + 1} reached within 10 min; {named_there} never reached."


def test_a_name_that_is_called_twice_is_named_once():
    plan = plan_with(
        reachable("ada"),
        role("board"),
        TREE,
        named("ada"),
        call("x", "board"),
        call("y", "board"),
    )

    assert headline(simulate(plan, case())).endswith("; Board is never reached.")


def test_the_moment_is_told_by_the_clock_of_the_organisation():
    result = simulate(two_floors(), case(at=NIGHT, zone="Europe/Berlin"))

    assert moment_words(result) == (
        "Monday 04:00, out of working hours (23 Nov 2026, Europe/Berlin)"
    )
    assert "Tuesday 10:00, in working hours" in moment_words(simulate(two_floors(), case()))


def test_an_answer_names_the_try_when_it_was_not_the_first():
    first = simulate(two_floors(), case()).nodes[0].answer
    second = simulate(two_floors(), case(outages=Outages(frozenset({MOBILE})))).nodes[0].answer

    assert first is not None
    assert second is not None
    assert answer_words(first) == "Ada by mobile"
    assert answer_words(second) == "Ada by phone, at try 2"


def test_why_somebody_is_not_reached_is_said():
    plan = plan_with(
        reachable("ada", MOBILE, PHONE, EMAIL, PHONE),
        reachable("ben", EMAIL, availability="office hours"),
        reachable("cyd", PHONE, availability="office hours"),
        reachable("dan"),
        person("eve"),
        role("open"),
        TREE,
        named("ada"),
        named("dan", "ada"),
        named("ben"),
        named("cyd"),
        named("eve"),
        call("open", "open"),
        call("round", "open", "round"),
    )

    said = whys(
        plan,
        at=NIGHT,
        outages=Outages(frozenset({EMAIL})),
        rates=Rates({MOBILE: 0.0, PHONE: 0.0}),
    )

    assert said == [
        "Ada (mobile) never answered; Ada (phone) never answered; Ada (e-mail) down",
        "not called: Ada is not reached, and the plan names no way round",
        "all ways to call are down",
        "nobody to call is there at that time",
        "the plan has no address for the ways to call",
        "the plan names nobody to call",
        "never called: it hangs below no call that is made",
    ]
    assert whys(plan_with(reachable("ada"), TREE, named("ada"))) == [""]
    away = frozenset({rid("ada")})
    assert whys(plan_with(reachable("ada"), TREE, named("ada")), away=away) == [
        "everybody to call is away"
    ]


def test_an_unknown_call_above_is_not_named():
    (node, below) = simulate(two_floors(), case(away=frozenset({rid("ada")}))).nodes

    assert node.why is not None
    assert "a call above is not reached" in why_words(below, {})


def test_remarks_tell_what_is_less_certain_than_it_looks_or_too_late():
    strict = SeverityLevel(rid("s1"), "S1", 1, escalate_in_hours=minutes(1))
    plan = plan_with(
        strict,
        person("ada"),
        reachable("ben", availability=""),
        TREE,
        named("ada", allowed=None, if_no_answer="Go on."),
        named("ben", "ada", allowed=None),
    )

    ada, ben = simulate(plan, case(severity=rid("s1"))).nodes

    assert remarks(ada) == ()
    assert remarks(ben) == (
        "later than the severity allows",
        "called by somebody who stands in",
        GUESSED,
        "no time stated, counted as 15 min",
    )


def test_what_hangs_on_one_person_or_channel_is_said():
    result = simulate(two_floors(), case())
    by_mail = plan_with(
        reachable("ada", EMAIL), reachable("ben", EMAIL), TREE, named("ada"), named("ben")
    )
    mail = simulate(by_mail, case())

    assert [point_words(point, node_names(result)) for point in result.points] == [
        "Without Ada, Lead and Ben are not reached.",
        "Without mobile calls, Ben is not reached.",
    ]
    assert [point_words(point, {}) for point in mail.points] == [
        "Without e-mail, ada and ben are not reached."
    ]


@pytest.mark.parametrize(
    ("allowed", "said"),
    [
        (60, "S1 leaves 1 h to escalate in working hours: nobody is too late."),
        (8, "S1 leaves 8 min to escalate in working hours: Ben is too late."),
        (1, "S1 leaves 1 min to escalate in working hours: Lead and Ben are too late."),
    ],
)
def test_what_the_severity_leaves_is_compared(allowed, said):
    strict = SeverityLevel(rid("s1"), "S1", 1, escalate_in_hours=minutes(allowed))
    plan = two_floors()
    levels = type(plan.severities)((strict,))
    result = simulate(plan.with_table(Kind.SEVERITY, levels), case(severity=rid("s1")))

    assert limit_words(result.trees[0]) == said


def test_without_a_limit_nothing_is_compared():
    assert limit_words(simulate(two_floors(), case()).trees[0]) == ""
    assert limit_words(simulate(two_floors(), case(at=NIGHT)).trees[0]) == ""
