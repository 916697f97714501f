from dataclasses import replace

from app.domain.plan.changes import apply
from app.domain.plan.kinds import Kind
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep, StepBranch
from app.domain.plan.step_ways import steps_of
from tests.builders import plan_with, rid
from ui.models.record_edits import added, removal
from ui.models.step_branches import CLOSE, MOST_LETTERS, ONWARD, way_of, way_options

BOOK = Playbook(rid("fire"), "Fire")


def step(key, *ways, action="", playbook=BOOK, phase=Phase.CONTAIN):
    return PlaybookStep(rid(key), playbook.id, phase, action or f"Do {key}.", branches=ways)


PLAN = plan_with(
    BOOK,
    step("b", action="x" * 200),
    step("a", StepBranch("Yes", rid("b")), phase=Phase.ANALYSE),
    step("other", playbook=Playbook(rid("flood"), "Flood")),
)


def test_an_answer_can_lead_on_to_the_end_and_to_every_other_step():
    options = way_options(PLAN, PLAN.steps[rid("a")])

    assert [option.value for option in options] == [ONWARD, CLOSE, (rid("b"), False)]
    assert options[2].text.startswith("2 xxx")
    assert len(options[2].text) <= MOST_LETTERS + 3


def test_where_an_answer_leads_is_one_of_them():
    assert way_of(StepBranch("x")) == ONWARD
    assert way_of(StepBranch("x", ends=True)) == CLOSE
    assert way_of(StepBranch("x", rid("b"), ends=True)) == (rid("b"), False)


def test_a_step_removed_anywhere_leaves_no_answer_that_leads_there():
    after = apply(PLAN, removal(PLAN, Kind.STEP, rid("b")))

    assert after.steps[rid("a")].branches == (StepBranch("Yes"),)


def test_a_playbook_copied_anywhere_leads_to_its_own_steps():
    copy = replace(BOOK, id=rid("copy"), name="Copy")

    after = apply(PLAN, added(PLAN, copy, BOOK.id))

    first, second = steps_of(after, copy.id)
    assert first.branches == (StepBranch("Yes", second.id),)
    assert second.id != "b"
