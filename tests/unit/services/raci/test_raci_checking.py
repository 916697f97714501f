"""What is wrong with the RACI table, and how it is mended."""

import pytest

from app.domain.judgement.findings import Weight
from app.domain.plan.changes import apply
from app.domain.plan.plan import Kind
from app.domain.plan.records import Records
from app.services.raci.checking import Deed, Rule, fixes, loads, role_notes, row_notes
from tests.builders import plan_with, rid, role
from tests.unit.services.raci.response_plan import A, C, I, R, response, row

LEAD, TECH = rid("lead"), rid("tech")


def noted(plan):
    return role_notes(plan, loads(plan))


def rules(*parts):
    return [note.rule for note in row_notes(response(), row("x", "X", *parts))]


@pytest.mark.parametrize(
    ("parts", "broken"),
    [
        (("lead:A", "tech:R"), []),
        (("lead:A", "lead:R"), []),
        ((), [Rule.NOBODY_ACCOUNTABLE, Rule.NOBODY_RESPONSIBLE]),
        (("tech:R",), [Rule.NOBODY_ACCOUNTABLE]),
        (("lead:A", "board:A", "tech:R"), [Rule.SEVERAL_ACCOUNTABLE]),
        (("lead:A", "lead:A", "tech:R"), []),
        (("lead:A",), [Rule.ONLY_ACCOUNTABLE]),
        (("lead:I", "tech:C"), [Rule.NOBODY_ACCOUNTABLE, Rule.NOBODY_RESPONSIBLE]),
        (("lead:A", "tech:R", "moon:I", "moon:C"), [Rule.UNKNOWN_ROLE]),
    ],
)
def test_the_rules_of_a_row(parts, broken):
    assert rules(*parts) == broken


def test_an_accountable_role_that_does_the_work_alone_weighs_less():
    [note] = row_notes(response(), row("x", "X", "lead:A"))

    assert note.weight is Weight.HINT
    assert note.roles == (LEAD,)


def test_roles_that_act_but_are_only_told_or_have_no_part_are_noted():
    notes = noted(response(row("tell", "Tell", "lead:A", "tech:R", "press:I")))

    assert {key: note.rule for key, note in notes.items()} == {rid("press"): Rule.ONLY_INFORMED}
    assert notes[rid("press")].steps == 1


def test_a_role_without_a_part_weighs_more_when_it_acts():
    notes = noted(response(role("scribe", "Scribe")))

    assert notes[rid("scribe")].weight is Weight.HINT
    assert (notes[rid("press")].rule, notes[rid("press")].weight) == (Rule.NO_PART, Weight.WARN)


def test_a_role_that_is_only_told_and_does_nothing_is_fine():
    assert rid("board") not in noted(response())


def test_without_a_table_no_role_is_noted():
    assert noted(response().with_table(Kind.RACI, Records())) == {}


def test_loads_count_each_part_once_a_row_and_roles_that_are_gone():
    plan = plan_with(
        role("lead"), role("idle"), row("x", "X", "lead:A", "lead:R", "lead:R", "moon:I")
    )

    found = loads(plan)

    assert found[LEAD] == {A: 1, R: 1}
    assert found[rid("moon")] == {I: 1}
    assert found[rid("idle")][C] == 0
    assert list(found) == [LEAD, rid("idle"), rid("moon")]


def mended(*parts):
    """Each quick-fix of the first note: its deed and role, and the row after it."""
    plan = response(row("x", "X", *parts))
    note = row_notes(plan, plan.raci[rid("x")])[0]
    return [
        (
            fix.deed,
            fix.role,
            [
                f"{item.role}:{item.part.value}"
                for item in apply(plan, fix.changes).raci[rid("x")].assignments
            ],
        )
        for fix in fixes(plan, plan.raci[rid("x")], note)
    ]


def test_whoever_does_the_work_can_be_made_accountable():
    assert mended("tech:R", "lead:C") == [
        (Deed.MAKE_ACCOUNTABLE, TECH, ["tech:A", "tech:R", "lead:C"])
    ]


def test_of_several_accountable_roles_one_stays_and_the_others_do_the_work():
    assert mended("lead:A", "tech:A", "tech:C") == [
        (Deed.KEEP_ACCOUNTABLE, LEAD, ["lead:A", "tech:C"]),
        (Deed.KEEP_ACCOUNTABLE, TECH, ["lead:R", "tech:A", "tech:C"]),
    ]


def test_the_accountable_role_can_do_the_work_too():
    assert mended("lead:A") == [(Deed.MAKE_RESPONSIBLE, LEAD, ["lead:A", "lead:R"])]


def test_a_role_that_is_gone_can_be_taken_out():
    assert mended("lead:A", "tech:R", "moon:I", "moon:C") == [
        (Deed.TAKE_OUT, rid("moon"), ["lead:A", "tech:R"])
    ]


def test_nothing_is_guessed_where_nobody_does_anything():
    plan = response(row("x", "X", "press:I"))
    notes = row_notes(plan, plan.raci[rid("x")])

    assert [fixes(plan, plan.raci[rid("x")], note) for note in notes] == [(), ()]


def test_what_is_wrong_with_a_role_is_not_mended_in_a_row():
    plan = response()
    notes = noted(plan)

    assert fixes(plan, plan.raci[rid("contain")], notes[rid("press")]) == ()
