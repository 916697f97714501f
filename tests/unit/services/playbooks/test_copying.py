from app.domain.plan.changes import apply
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep, StepBranch
from app.domain.plan.step_ways import steps_of
from app.services.playbooks.copying import free_name, led_to, playbook_copied, steps_copied
from tests.builders import plan_with, rid

BOOK = Playbook(rid("book"), "Book", techniques=("T1486",))
LATER = Playbook(rid("later"), "Later")


def step(key, *branches, phase=Phase.CONTAIN):
    return PlaybookStep(rid(key), BOOK.id, phase, f"Do {key}.", branches=branches)


PLAN = plan_with(
    BOOK,
    LATER,
    step("a", StepBranch("Yes", rid("b")), StepBranch("No", ends=True)),
    step("b", StepBranch("Again", rid("a"))),
    step("c", phase=Phase.CLOSE),
)


def test_a_copy_stands_behind_its_playbook_and_brings_its_steps():
    key, changes = playbook_copied(PLAN, BOOK.id, "Book again")
    after = apply(PLAN, changes)

    assert list(after.playbooks) == ["book", key, "later"]
    assert after.playbooks[key].name == "Book again"
    assert after.playbooks[key].techniques == ("T1486",)
    assert steps_of(after, BOOK.id) == steps_of(PLAN, BOOK.id)
    assert [each.action for each in steps_of(after, key)] == ["Do a.", "Do b.", "Do c."]


def test_the_answers_of_a_copy_lead_within_the_copy():
    key, changes = playbook_copied(PLAN, BOOK.id, "Book")
    a, b, _ = steps_of(apply(PLAN, changes), key)

    assert a.branches == (StepBranch("Yes", b.id), StepBranch("No", ends=True))
    assert b.branches == (StepBranch("Again", a.id),)
    assert not {a.id, b.id} & set(PLAN.steps)


def test_copies_of_steps_stand_together_behind_the_last_one_chosen():
    keys, changes = steps_copied(PLAN, [rid("b"), rid("a")])
    after = apply(PLAN, changes)

    assert list(after.steps) == ["a", "b", *keys, "c"]
    assert after.steps[keys[1]].branches == (StepBranch("Again", keys[0]),)


def test_a_copied_step_alone_still_leads_where_the_original_does():
    [key], changes = steps_copied(PLAN, [rid("b")])

    assert apply(PLAN, changes).steps[key].branches == (StepBranch("Again", rid("a")),)


def test_nothing_chosen_copies_nothing():
    assert steps_copied(PLAN, [rid("moon")]) == ((), ())


def test_answers_that_lead_on_are_left_alone():
    on = (StepBranch("No"), StepBranch("Yes", rid("x")))

    assert led_to(on, {rid("y"): rid("z")}) == on


def test_a_name_is_numbered_where_it_is_taken():
    assert free_name(PLAN, "New") == "New"
    assert free_name(PLAN, " bOOk ") == " bOOk  2"
    assert free_name(plan_with(BOOK, Playbook(rid("b2"), "Book 2")), "Book") == "Book 3"
