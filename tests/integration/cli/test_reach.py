import csv
import json
from dataclasses import replace

import pytest

from app.bootstrap import workshop
from app.cli.exits import FAILED, FINDINGS, FINE, USAGE
from app.cli.reach import RecordUnknown, named
from app.domain.interview.drafting import AnswerSheet
from app.domain.plan.changes import put
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.kinds import Kind
from app.domain.plan.trees import CommunicationTree, NodeTarget
from tests.builders import person, plan_with, rid, role
from tests.integration.cli.running import irplan
from tests.unit.domain.judgement.reachability.trees import (
    EMAIL,
    MOBILE,
    PHONE,
    call,
    minutes,
    reachable,
)

NIGHT = ("--at", "Mon 03:00")
ALONE = ("--tree", "call-out")
pytestmark = pytest.mark.usefixtures("one_shop")


TREE = CommunicationTree(rid("call-out"), "Call-out tree", starts_at=rid("night"))
"""Ada, or else Ben, calls Cyd by mail."""
RECORDS = (
    reachable("ada", MOBILE, EMAIL, name="Ada Byron"),
    reachable("ben", PHONE, name="Ben Hur"),
    reachable("cyd", EMAIL, name="Cyd Ray", availability="by rota"),
    role("duty", "Duty officer", holder=rid("ada"), deputies=(rid("ben"),)),
    SeverityLevel(rid("night"), "Night", 9, escalate_out_of_hours=minutes(60)),
    TREE,
    replace(call("top", "duty", allowed=minutes(30)), tree=TREE.id),
    replace(call("leaf", "cyd", "top", target=NodeTarget.PERSON), tree=TREE.id),
)


@pytest.fixture(scope="module")
def office(home, tmp_path_factory):
    """A small plan with a tree of two calls besides that of its template, which calls nobody."""
    path = tmp_path_factory.mktemp("office") / "office.irplan"
    names = {"profile.legal_name": "Office Ltd", "profile.time_zone": "Europe/London"}
    opened = workshop().create(path, "small", AnswerSheet(names))
    opened.session.apply(tuple(put(opened.plan, record) for record in RECORDS), "Call out")
    opened.close()
    return path


def report(*words):
    run = irplan("reach", *words, "--json")
    assert run.err == ""
    return run.code, json.loads(run.out)


def test_who_is_reached_at_night_is_told(office):
    run = irplan("reach", office, *NIGHT, *ALONE)

    lines = run.out.splitlines()
    assert (run.code, run.err) == (FINE, "")
    assert lines[0] == "Monday 03:00, out of working hours (23 Nov 2026, Europe/London)"
    assert lines[1] == "All 2 are reached within 20 min."
    assert lines[3:5] == [
        "Call-out tree",
        "  Night leaves 1 h to escalate out of working hours: nobody is too late.",
    ]
    assert "  10 min      Duty officer: Ada Byron by mobile, Mon 03:10 there" in lines


def test_somebody_never_reached_is_a_finding(office):
    code, found = report(
        office, *NIGHT, "--tree", "CALL-OUT tree", "--down", "sso,mobile", "--down", "phone"
    )

    assert code == FINDINGS
    assert (found["reached"], found["calls"]) == (0, 2)
    assert found["scenario"]["down"] == ["mobile", "phone"]
    assert found["scenario"]["single_sign_on_down"] is True


def test_an_incident_of_a_severity_starts_its_trees(office):
    code, found = report(office, *NIGHT, "--severity", "NIGHT")

    assert code == FINE
    assert found["scenario"]["severity"] == "night"
    assert [tree["id"] for tree in found["trees"]] == ["call-out"]


def test_who_is_away_is_named_by_name_or_id_and_does_not_answer(office):
    _, found = report(office, *NIGHT, *ALONE, "--away", "ada byron", "--away", "cyd")

    assert found["scenario"]["away"] == ["ada", "cyd"]
    (tree,) = found["trees"]
    assert [item["answer"] and item["answer"]["person"] for item in tree["calls"]] == ["ben", None]


def test_rates_are_tried_repeatably(office):
    words = (office, *NIGHT, *ALONE, "--rate", "mobile=0.8", "--rate-out-of-hours", "mobile=0.5")
    few = (*words, "--runs", "20")

    first, again, other = report(*few), report(*few), report(*few, "--seed", "2")

    assert first == again
    assert first[1]["trees"] != other[1]["trees"]
    assert first[1]["scenario"]["rates"]["out_of_hours"] == {"mobile": 0.5}
    assert report(*words)[1]["trees"][0]["odds_of_all"]["runs"] == 1000


def test_a_case_worth_trying_brings_its_moment_and_what_is_down(office):
    _, found = report(office, "--preset", "ransomware", "--down", "pager")
    _, moved = report(office, "--preset", "ransomware", *NIGHT)

    assert found["scenario"]["only_out_of_band"] is True
    assert found["scenario"]["down"] == ["pager"]
    assert found["scenario"]["at"].startswith("2026-11-21T23:30")
    assert moved["scenario"]["at"].startswith("2026-11-23T03:00")


def test_without_a_moment_it_is_now(office):
    _, found = report(office, "--time-zone", "Asia/Tokyo")

    assert found["scenario"]["at"] == "2026-11-21T12:00:00+00:00"
    assert found["scenario"]["zone"] == "Asia/Tokyo"


def test_the_table_is_written_for_spreadsheets(office, tmp_path):
    file = tmp_path / "reach.csv"

    run = irplan("reach", office, *NIGHT, *ALONE, "--csv", file)

    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert run.code == FINE
    assert [(row["Call"], row["Who answers"]) for row in rows] == [
        ("Duty officer", "Ada Byron"),
        ("Cyd Ray", "Cyd Ray"),
    ]


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        (("--at", "someday"), "reach.unreadable-moment", "someday"),
        (("--tree", "oak"), "reach.unknown-record", "Call-out tree"),
        (("--severity", "s9"), "reach.unknown-record", "s9"),
        (("--away", "Nobody"), "reach.unknown-record", "Ada Byron, Ben Hur, Cyd Ray"),
        (("--rate", "mobile=2"), "reach.bad-rate", "mobile"),
        (("--runs", "-1"), "reach.bad-runs", "-1"),
        (("--time-zone", "Mars/Base"), "clocks.unknown-zone", "Mars/Base"),
    ],
)
def test_what_cannot_be_tried_is_refused_in_a_sentence(office, words, code, named):
    run = irplan("reach", office, *words)

    assert (run.code, run.out) == (FAILED, "")
    assert run.err.startswith(f"irplan: {code}: ")
    assert named in run.err
    assert run.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("--down", "everything"),
        ("--down", ","),
        ("--rate", "mobile"),
        ("--rate", "owl=0.5"),
        ("--rate", "mobile=often"),
        ("--preset", "doom"),
    ],
)
def test_wrong_usage_is_explained(office, words):
    run = irplan("reach", office, *words)

    assert run.code == USAGE
    assert words[1] in run.err


def test_of_many_names_some_are_listed():
    people = [person(f"p{at}") for at in range(25)]

    with pytest.raises(RecordUnknown, match=r"P0, P1, .*, P19, others\.$"):
        named(plan_with(*people), Kind.PERSON, "Nobody")
    with pytest.raises(RecordUnknown, match="it has none"):
        named(plan_with(), Kind.PERSON, "Nobody")


def test_everybody_of_a_name_is_meant():
    plan = plan_with(person("a", "Ada"), person("b", "Ben"), person("c", "ADA "))

    assert named(plan, Kind.PERSON, " ada") == ("a", "c")
    assert named(plan, Kind.PERSON, "b") == ("b",)
