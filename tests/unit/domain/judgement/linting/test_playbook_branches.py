import pytest

from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep, StepBranch
from tests.builders import rid
from tests.unit.domain.judgement.subjects import found

BOOK = Playbook(rid("ransom"), "Ransomware")
OTHER = Playbook(rid("flood"), "Flood")
ON = StepBranch("No")


def step(key, *branches, playbook=BOOK, decision="Cut off", **fields):
    return PlaybookStep(
        rid(key),
        playbook.id,
        fields.pop("phase", Phase.CONTAIN),
        f"Do {key}.",
        decision=decision if branches else "",
        branches=branches,
        **fields,
    )


def to(key, answer="Yes"):
    return StepBranch(answer, rid(key))


def test_an_answer_leads_to_a_step_of_the_plan():
    [finding] = found("branch.unknown-step", BOOK, step("a", to("moon"), to("sun", "No")))

    assert finding.reason == ("The answer “Yes” leads to a step that the plan does not have: Do a.")
    assert finding.field == "branches"
    assert not found("branch.unknown-step", BOOK, step("a", to("b"), ON), step("b"))


def test_an_answer_stays_in_its_playbook():
    stray = step("x", playbook=OTHER)

    [finding] = found("branch.elsewhere", BOOK, OTHER, step("a", to("x", " ")), stray)

    assert finding.reason == "An answer leads into another playbook: Do a."
    assert not found("branch.elsewhere", BOOK, step("a", to("a"), ON, to("moon", "Who")))


def test_answers_answer_a_decision():
    assert found("branch.no-decision", BOOK, step("a", ON, decision=" "))
    assert not found("branch.no-decision", BOOK, step("a", ON), step("b"))


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        (("Yes", " "), "A way on has no answer that leads there: Do a."),
        (("Yes", "no", " NO "), "The same answer leads two ways: Do a."),
    ],
)
def test_each_way_has_an_answer_of_its_own(answers, problem):
    [finding] = found("branch.no-answer", BOOK, step("a", *map(StepBranch, answers)))

    assert finding.reason == problem


def test_answers_that_differ_are_fine():
    assert not found("branch.no-answer", BOOK, step("a", StepBranch("Yes"), ON))


def test_a_circle_without_a_way_out_is_told_at_its_first_step():
    [finding] = found("branch.loop", BOOK, step("a"), step("b"), step("c", to("b")), step("d"))

    assert finding.field == "a"
    assert finding.reason == ("In the playbook Ransomware, no answer leads out again from “Do a”.")


def test_a_circle_with_a_way_out_is_allowed():
    assert not found("branch.loop", BOOK, step("a"), step("b", to("a"), ON))
    ending = StepBranch("All well", ends=True)
    assert not found("branch.loop", BOOK, step("a", to("a"), ending))


def test_a_step_that_every_answer_passes_is_told():
    steps = (step("a", to("c"), StepBranch("No", ends=True)), step("b"), step("c"))

    [finding] = found("step.unreachable", BOOK, *steps)

    assert finding.field == "b"
    assert finding.reason == ("In the playbook Ransomware, nothing leads to the step “Do b”.")
    assert not found("step.unreachable", BOOK, step("a", to("c"), ON), step("b"), step("c"))


def test_a_playbook_without_answers_runs_from_top_to_bottom():
    assert not found("step.unreachable", BOOK, step("a"), step("b"))
    assert not found("branch.loop", BOOK, step("a"), step("b"))
    assert not found("branch.loop", BOOK)
