from app.domain.plan.playbooks import Phase, PlaybookStep, StepBranch
from app.export.compose.tables.step_branches import branch_words
from tests.builders import plan_with, rid
from tests.labels import scribe


def said(*ways):
    step = PlaybookStep(rid("a"), rid("book"), Phase.CONTAIN, "Cut off.", branches=ways)
    return branch_words(scribe(plan_with()), step, {rid("a"): 1, rid("b"): 7})


def test_each_answer_tells_where_it_leads():
    assert said(StepBranch("Yes", rid("b")), StepBranch("No"), StepBranch("Over", ends=True)) == (
        "Yes: go on with step 7",
        "No: go on with the next step",
        "Over: close",
    )


def test_an_answer_without_words_is_whatever_else():
    assert said(StepBranch("\n ", rid("a"))) == ("Otherwise: go on with step 1",)


def test_braces_and_lines_of_an_answer_do_no_harm():
    assert said(StepBranch("{a}\n%s", rid("b"))) == ("{a} %s: go on with step 7",)


def test_a_step_without_answers_says_nothing():
    assert said() == ()
