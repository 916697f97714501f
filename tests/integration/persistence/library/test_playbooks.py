import pytest

from app.domain.interview.conditions import Includes
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, kind_of
from app.domain.plan.playbooks import Phase, StepBranch

NAME = "templates/playbooks/ransomware.yaml"


def test_a_playbook_and_its_steps_are_adopted_together(shelf):
    starting = shelf.library.template("small").starting

    adopted = [item for item in starting if kind_of(item.record) in {Kind.PLAYBOOK, Kind.STEP}]

    assert [item.record.id for item in adopted] == [
        "ransomware",
        "ransomware.isolate",
        "ransomware.restore",
    ]
    assert {item.when for item in adopted} == {Includes("playbooks.adopt", "ransomware")}


def test_a_step_belongs_to_its_playbook(shelf):
    starting = shelf.library.template("small").starting

    step = next(item.record for item in starting if item.record.id == "ransomware.isolate")

    assert (step.playbook, step.phase) == ("ransomware", Phase.CONTAIN)
    assert step.within == Duration(15, TimeUnit.MINUTES)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("id: ransomware", "id: malware", "playbook.id: 'malware' differs from the file's name"),
        ("phase: contain", "phase: panic", "steps[0].phase: 'panic' is none of first-minutes"),
        ("id: restore", "id: restore, playbook: x", "steps[1].playbook: is not a known field"),
        ("id: restore, ", "", "steps[1].id: is missing"),
        ("id: restore", "id: isolate", "steps[1].id: 'ransomware.isolate' stands twice"),
        ("within: 15 minutes", "within: soon", "steps[0].within: is not a span of time"),
        (
            "id: restore",
            "id: restore, branches: [{answer: Well, to: moon}]",
            "steps[1].branches: 'ransomware.moon' is none of the steps",
        ),
        (
            "id: restore",
            "id: restore, branches: [{answer: Well, to: 7}]",
            "steps[1].branches[0].to: is not",
        ),
        ("id: restore", "id: restore, branches: [well]", "steps[1].branches[0]: is not a table"),
        ("id: restore", "id: restore, branches: well", "steps[1].branches: is not a list"),
    ],
)
def test_a_broken_playbook_is_told(shelf, old, new, line):
    problem = shelf.problem_after(NAME, old, new)

    assert f"{NAME}: {line}" in problem


def test_answers_name_steps_as_their_file_calls_them(shelf):
    shelf.edit(NAME, "id: restore", "id: restore, branches: [{answer: Well, to: isolate}]")

    starting = shelf.library.template("small").starting

    (step,) = [item.record for item in starting if item.record.id == "ransomware.restore"]
    assert step.branches == (StepBranch("Well", RecordId("ransomware.isolate")),)
