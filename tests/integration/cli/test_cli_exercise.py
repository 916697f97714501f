import json
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from app.bootstrap import SAMPLE, samples_folder
from app.cli.exits import FAILED, FINDINGS, FINE, USAGE
from tests.integration.cli.running import irplan

EXERCISE = "statements-2026"
HELD = ("--on", "2026-11-20", "--attended", "Priya Raman")


@pytest.fixture(scope="module")
def sample(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan of the sample organisation, made once."""
    file = tmp_path_factory.mktemp("sample") / "plan.irplan"
    made = irplan("new", file, "--answers", samples_folder() / f"{SAMPLE}.toml")
    assert made.code == FINE, made.err
    return file


@pytest.fixture
def plan(sample: Path, tmp_path: Path) -> Path:
    return Path(copyfile(sample, tmp_path / "plan.irplan"))


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    file = tmp_path / "minutes.pdf"
    file.write_bytes(b"who, what, when")
    return file


def listed(plan: Path) -> dict[str, Any]:
    data = json.loads(irplan("exercise", "list", plan, "--json").out)
    return {item["id"]: item for item in data["exercises"]}


def whole(plan: Path) -> bool:
    """Whether the history of this copy holds; other copies of the plan went other ways."""
    return bool(json.loads(irplan("audit", "verify", plan, "--json").out)["whole"])


def test_exercises_are_listed_by_day(plan):
    run = irplan("exercise", "list", plan)

    days = [line.split()[0] for line in run.out.splitlines()]
    assert (run.code, run.err) == (FINE, "")
    assert days == sorted(days)
    assert EXERCISE in run.out


def test_a_plan_without_exercises_says_so(begun):
    assert irplan("exercise", "list", begun).out == "The plan has no exercise yet.\n"
    assert json.loads(irplan("exercise", "list", begun, "--json").out)["exercises"] == []


def test_an_exercise_is_recorded_with_what_it_showed(plan):
    run = irplan(
        *("exercise", "record", plan, "mailbox-2027", *HELD, "--attended", "Daniel Okafor"),
        *("--exercised", "playbooks/account-compromise", "--reached", "All told"),
        *("--finding", "No number", "--finding", " ", "--results", "Slow."),
    )

    assert (run.code, run.err) == (FINE, "")
    assert run.out.endswith(": held on 2026-11-20; 1 lesson waits for a decision.\n")
    held = listed(plan)["mailbox-2027"]
    assert held["held"]
    assert held["on"] == "2026-11-20"
    assert held["attendees"] == ["Priya Raman", "Daniel Okafor"]
    assert held["exercised"] == ["playbooks/account-compromise"]
    assert held["reached"] == ["All told"]
    assert (held["results"], held["findings"]) == ("Slow.", ["No number"])
    [lesson] = held["lessons"]
    assert (lesson["text"], lesson["state"]) == ("No number", "open")
    assert whole(plan)


def test_an_exercise_nobody_planned_is_recorded_under_a_name(plan):
    run = irplan("exercise", "record", plan, "Fire alarm", "--name", "Fire alarm", *HELD)

    assert run.out == "Fire alarm: held on 2026-11-20; 0 lessons wait for a decision.\n"
    assert listed(plan)["fire-alarm"]["name"] == "Fire alarm"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("gone", *HELD), FAILED, "irplan: exercise.unknown: The plan has no exercise 'gone'"),
        (("gone", *HELD, "--name", " "), FAILED, "irplan: exercise.unknown: "),
        (
            (EXERCISE, *HELD, "--exercised", "moons/x"),
            FAILED,
            "irplan: exercise.unknown-part: The plan has no part 'moons/x'",
        ),
        (
            (EXERCISE, "--on", "2027-01-01", "--attended", "Ada"),
            FAILED,
            "irplan: exercise.not-held: The day lies ahead",
        ),
        ((EXERCISE, "--on", "2026-11-20"), FAILED, "irplan: exercise.not-held: Name who was"),
        ((EXERCISE, "--on", "2026-2-30"), USAGE, "usage: "),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(plan, words, code, said):
    before = plan.read_bytes()

    run = irplan("exercise", "record", plan, *words)

    assert run.code == code
    assert run.err.startswith(said)
    assert plan.read_bytes() == before


@pytest.mark.parametrize("inside", [True, False])
def test_a_file_is_attached_and_known_again(plan, minutes, inside):
    options = ("--inside",) if inside else ()

    run = irplan("exercise", "attach", plan, EXERCISE, minutes, *options)

    assert run.code == FINE
    assert run.out.startswith("minutes.pdf: SHA-256 ")
    assert ("the file itself is in the plan" in run.out) is inside
    [kept] = listed(plan)[EXERCISE]["files"]
    assert (kept["name"], kept["size"], kept["inside"]) == ("minutes.pdf", 15, inside)
    renamed = minutes.rename(minutes.with_name("copy.pdf"))
    known = irplan("exercise", "check", plan, renamed)
    assert known.code == FINE
    assert known.out.startswith("This is the file recorded as minutes.pdf of ")
    assert whole(plan)


def test_a_file_that_was_altered_is_not_the_one(plan, minutes):
    irplan("exercise", "attach", plan, EXERCISE, minutes)
    minutes.write_bytes(b"who, what, wher")

    run = irplan("exercise", "check", plan, minutes)

    assert run.code == FINDINGS
    assert run.out.startswith("No file of the plan has the SHA-256 ")


def test_a_file_that_is_not_there_is_refused(plan, tmp_path):
    run = irplan("exercise", "attach", plan, EXERCISE, tmp_path / "gone.pdf")

    assert run.code == FAILED
    assert run.err.startswith("irplan: attachment.unreadable: There is no file ")


def test_a_file_belongs_to_one_exercise(plan, minutes):
    irplan("exercise", "attach", plan, EXERCISE, minutes)

    run = irplan("exercise", "attach", plan, "call-tree-2026", minutes)

    assert run.code == FAILED
    assert run.err.startswith("irplan: attachment.attached-elsewhere: ")
    assert irplan("exercise", "attach", plan, EXERCISE, minutes).code == FINE


def test_the_heat_map_says_what_was_never_tried(plan):
    irplan("exercise", "record", plan, EXERCISE, *HELD, "--exercised", "sections/recovery")

    lines = irplan("exercise", "heat", plan).out.splitlines()
    data = json.loads(irplan("exercise", "heat", plan, "--json").out)

    assert "once, last on 2026-11-20                sections/recovery  Recovery" in lines
    assert any(line.startswith("never ") and "sections/containment" in line for line in lines)
    [recovery] = [item for item in data["parts"] if item["part"] == "sections/recovery"]
    assert data["quarters"][-1] == "2026-Q4"
    assert recovery["by_quarter"] == [0, 0, 0, 0, 0, 1]
    assert recovery["occasions"][0]["source"] == f"exercises/{EXERCISE}"
