"""`irplan review record`: a session held without the window."""

import json
import shutil
from pathlib import Path

import pytest

from app.bootstrap import workshop
from app.cli.exits import FAILED
from app.domain.plan.sessions import Choice, Occasion, Outcome, Verdict
from app.services.reviewing.finding import closed
from app.services.reviewing.preparing import Prepared
from app.services.reviewing.starting import Invitation, start
from tests.builders import NOON
from tests.fakes import FakeClock
from tests.integration.cli.running import Run, irplan

WORDS = {
    "--chair": "Ann Lee",
    "--minutes": "60",
    "--conclusion": "The plan still fits.",
    "--attended": "Bo Ek",
    "--secretary": "Cy",
}


@pytest.fixture
def plan(demo, tmp_path) -> Path:
    return Path(shutil.copy(demo.file("irplan"), tmp_path / "plan.irplan"))


def record(plan: Path, *more: str, **changed: str) -> Run:
    words = {**WORDS, **{f"--{name}": text for name, text in changed.items()}}
    return irplan(
        "review", "record", plan, "--no-change", *(w for pair in words.items() for w in pair), *more
    )


def sessions(plan: Path):
    opened = workshop(clock=FakeClock()).open(plan, read_only=True)
    opened.store.close()
    return closed(opened.plan)


def test_a_session_is_recorded_as_it_was_held(plan):
    agenda = json.loads(irplan("review", "agenda", plan, "--json").out)["agenda"]

    run = record(plan, "--note", "Looked at.")

    (session,) = sessions(plan)
    assert (run.code, run.err) == (0, "")
    assert f"Recorded: {session.id}, reviewed without a change." in run.out
    assert f"Noted as kept: {len(agenda)} items." in run.out
    assert [item.key for item in session.agenda] == [item["key"] for item in agenda]
    assert {(item.choice, item.note) for item in session.agenda} == {(Choice.KEEP, "Looked at.")}
    assert {check.outcome for check in session.contacts} == {Outcome.OPEN}
    assert [(one.name, one.present) for one in session.attendance] == [
        ("Ann Lee", True),
        ("Cy", True),
        ("Bo Ek", True),
    ]
    assert (session.seconds, session.closed_at) == (3600, NOON)
    assert (session.closed_at - session.started_at).total_seconds() == 3600
    assert (session.verdict, session.conclusion) == (Verdict.NO_CHANGE, "The plan still fits.")


def test_the_record_is_part_of_a_history_that_holds(home, tmp_path):
    path = tmp_path / "own.irplan"
    workshop(clock=FakeClock()).create_sample(path).close()

    assert record(path).code == 0
    assert irplan("audit", "verify", path).code == 0


def test_a_second_session_on_a_day_has_a_name_of_its_own(plan):
    record(plan)
    record(plan, "--occasion", "incident", "--next", "2027-05-01", "--title", "After the outage")

    newest = next(one for one in sessions(plan) if one.id == "review-2026-11-21-2")
    assert newest.occasion.value == "incident"
    assert str(newest.next_on) == "2027-05-01"
    assert irplan("review", "list", plan).out.count("no-change") == 2


def test_a_session_that_rests_is_in_the_way(plan):
    opened = workshop(clock=FakeClock()).open(plan)
    begun = start(opened.plan, Invitation("Old", Occasion.DUE, "Ann"), Prepared(), NOON)
    opened.session.apply(begun, "x")
    opened.close()

    run = record(plan)

    assert run.code == FAILED
    assert run.err.startswith("irplan: review.rests: ")
    assert sessions(plan) == ()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"chair": " "}, "--chair"),
        ({"conclusion": ""}, "--conclusion"),
        ({"title": "\u200b"}, "--title"),
        ({"next": "2026-11-21"}, "still to come"),
    ],
)
def test_a_record_without_substance_is_refused(plan, changed, said):
    run = record(plan, **changed)

    assert run.code == FAILED
    assert run.err.startswith("irplan: review.incomplete: State ")
    assert said in run.err
    assert sessions(plan) == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"minutes": "0"},
        {"minutes": "1441"},
        {"minutes": "-5"},
        {"minutes": "\u0663"},
        {"occasion": "boredom"},
        {"next": "soon"},
    ],
)
def test_words_that_mean_nothing_are_wrong_usage(plan, changed):
    assert record(plan, **changed).code == 2


def test_only_a_session_without_a_change_is_recorded_so(plan):
    run = irplan("review", "record", plan, *(w for pair in WORDS.items() for w in pair))

    assert run.code == 2
    assert "--no-change" in run.err


def test_one_of_a_kind_is_said_so(begun, tmp_path):
    plan = Path(shutil.copy(begun, tmp_path / "plan.irplan"))

    assert "Noted as not called: 0 contacts." in record(plan).out
