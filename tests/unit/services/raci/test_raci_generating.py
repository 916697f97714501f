"""Rows proposed from the playbooks and merged with the table."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.changes import apply
from app.domain.plan.plan import Kind
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.records import Records
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment
from app.services.raci.checking import row_notes
from app.services.raci.generating import Standing, adopted, proposals, standing
from app.services.raci.grouping import Grain
from tests.builders import QUICK, plan_with, rid
from tests.unit.services.raci.response_plan import response, row, step


def said(proposal):
    return [f"{item.role}:{item.part.value}" for item in proposal.row.assignments]


def test_a_row_people_made_keeps_what_it_says_and_is_only_added_to():
    contain, communicate = proposals(response(), Grain.PHASE)

    assert said(contain) == ["lead:A", "tech:R"]
    assert standing(contain) is Standing.COMPLETE
    assert said(communicate) == ["lead:A", "press:R", "board:I"]
    assert standing(communicate) is Standing.NEW


def test_only_what_adds_something_is_adopted_and_new_rows_stand_last():
    plan = response()

    changed = apply(plan, adopted(plan, proposals(plan, Grain.PHASE)))

    assert list(changed.raci) == ["contain", "brief", "communicate"]
    assert changed.raci[rid("contain")] == plan.raci[rid("contain")]


def replaced(name, *parts):
    plan = response()
    return plan.with_table(Kind.RACI, Records([row("x", name, *parts)]))


def test_a_row_is_known_by_its_name_too_whatever_its_case():
    first = proposals(replaced("contain  THE incident", "lead:C"), Grain.PHASE)[0]

    assert (first.present, first.row.id) == (True, "x")
    assert said(first) == ["lead:C", "board:A", "tech:R"]
    assert standing(first) is Standing.MENDS


def test_another_part_of_a_role_is_never_changed():
    first = proposals(replaced("Contain the incident", "board:I", "tech:C"), Grain.PHASE)[0]

    assert said(first) == ["board:I", "tech:C", "lead:C"]
    assert standing(first) is Standing.ADDS


def test_whoever_does_the_work_may_answer_for_it_too():
    first = proposals(replaced("Contain the incident", "board:R"), Grain.PHASE)[0]

    assert said(first)[:2] == ["board:R", "board:A"]


def test_where_nobody_works_the_one_accountable_does_unless_it_is_gone():
    known = proposals(replaced("Contain the incident", "lead:A", "tech:C"), Grain.PHASE)[0]
    gone = proposals(replaced("Contain the incident", "moon:A", "tech:C"), Grain.PHASE)[0]

    assert said(known) == ["lead:A", "tech:C", "lead:R"]
    assert "moon:R" not in said(gone)


def test_decisions_become_rows_that_are_known_by_the_words_of_the_decision():
    plan = response(row("stop", "Stop a service", "board:A", "tech:R", "lead:R"))

    fresh = proposals(response(), Grain.PHASE, decisions=True)[-1]
    known = proposals(plan, Grain.PHASE, decisions=True)[-1]

    assert (fresh.row.activity, fresh.present) == ("Decide: Stop a service", False)
    assert (known.row.id, standing(known)) == ("stop", Standing.COMPLETE)


def test_names_that_make_no_id_do_not_run_into_each_other():
    books = [Playbook(rid(f"b{at}"), name) for at, name in enumerate(("手順書", "计划"))]
    steps = [step(f"s{at}", Phase.CONTAIN, "tech", playbook=rid(f"b{at}")) for at in range(2)]
    plan = response(*books, *steps)

    found = proposals(plan, Grain.PLAYBOOK)

    assert len({one.row.id for one in found}) == len(found)
    assert not {one.row.id for one in found} & set(plan.raci)


def test_one_row_answers_for_one_topic_only():
    plan = response().with_table(
        Kind.RACI, Records([row("contain", "Inform staff, customers, media", "lead:A")])
    )

    ids = [one.row.id for one in proposals(plan, Grain.PHASE)]

    assert ids == ["contain", "communicate"]


def test_nothing_is_proposed_where_no_role_is_known():
    plan = plan_with(Playbook(rid("lock"), "Lock"), step("cut", Phase.CONTAIN, "tech"))

    assert proposals(plan, Grain.PHASE) == ()


WHO = st.sampled_from(["board", "lead", "tech", "press", "moon"]).map(rid)
STEPS = st.lists(
    st.builds(
        PlaybookStep,
        id=st.uuids().map(lambda made: rid(f"step-{made.hex}")),
        playbook=st.sampled_from(["lock", "b2", "gone"]).map(rid),
        phase=st.sampled_from(Phase),
        action=st.just("Do it."),
        role=st.none() | WHO,
        decision=st.sampled_from(["", "Stop", "stop ", "Pay"]),
        decided_by=st.none() | WHO,
        message=st.none() | st.just(rid("note")),
    ),
    max_size=8,
)
PART = st.builds(RaciAssignment, role=WHO, part=st.sampled_from(Raci))
ROWS = st.lists(
    st.builds(
        RaciActivity,
        id=st.sampled_from(["contain", "analyse", "close-and-learn", "own"]).map(rid),
        activity=st.sampled_from(["Contain the incident", "Close and review", "Stop", "Other"]),
        assignments=st.lists(PART, max_size=4).map(tuple),
    ),
    max_size=3,
    unique_by=lambda made: made.id,
)


def drawn(steps, rows):
    plan = response(Playbook(rid("b2"), "Second"))
    plan = plan.with_table(Kind.STEP, Records(steps))
    return plan.with_table(Kind.RACI, Records(rows))


@QUICK
@given(STEPS, st.sampled_from(Grain), st.booleans())
def test_new_rows_obey_every_rule(steps, grain, decisions):
    plan = drawn(steps, [])

    found = proposals(plan, grain, decisions=decisions)

    for proposal in found:
        assert row_notes(plan, proposal.row) == ()
        roles = [
            item.role for item in proposal.row.assignments if item.part is not Raci.ACCOUNTABLE
        ]
        assert len(set(roles)) == len(roles)


@QUICK
@given(STEPS, ROWS, st.sampled_from(Grain), st.booleans())
def test_adopting_all_leaves_nothing_new_and_changes_no_part(steps, rows, grain, decisions):
    plan = drawn(steps, rows)

    changed = apply(plan, adopted(plan, proposals(plan, grain, decisions=decisions)))

    assert not any(one.adds for one in proposals(changed, grain, decisions=decisions))
    for key, before in plan.raci.items():
        kept = changed.raci[key].assignments[: len(before.assignments)]
        assert replace(changed.raci[key], assignments=kept) == before
        accountable = {i.role for i in before.assignments if i.part is Raci.ACCOUNTABLE}
        now = {i.role for i in changed.raci[key].assignments if i.part is Raci.ACCOUNTABLE}
        assert len(now) <= max(len(accountable), 1)
