"""Edits of the RACI table."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.changes import apply
from app.domain.plan.plan import Kind
from app.services.editing import EditingSession
from app.services.raci.editing import (
    ORDER,
    Parts,
    added,
    cells_set,
    copied,
    moved,
    next_part,
    part_toggled,
    parts_of,
    renamed,
)
from tests.builders import QUICK, rid
from tests.unit.services.raci.response_plan import A, C, I, R, response, row

CONTAIN, BRIEF = rid("contain"), rid("brief")
LEAD, TECH, BOARD = rid("lead"), rid("tech"), rid("board")


def cells(plan, key=CONTAIN):
    return [f"{item.role}:{item.part.value}" for item in plan.raci[key].assignments]


def test_the_parts_of_a_role_are_told_in_one_order_whatever_the_row_says():
    assert parts_of(row("x", "X", "lead:R", "tech:C", "lead:A", "lead:R"), LEAD) == (A, R)
    assert parts_of(row("x", "X"), LEAD) == ()


def test_a_cell_keeps_its_place_in_the_row_when_it_changes():
    plan = response()

    changed = apply(plan, cells_set(plan, {(CONTAIN, LEAD): (R, A)}))

    assert cells(changed) == ["lead:A", "lead:R", "tech:R"]


def test_a_cell_set_for_the_first_time_stands_last_and_a_cleared_one_is_gone():
    plan = response()

    changed = apply(plan, cells_set(plan, {(CONTAIN, BOARD): (I,), (CONTAIN, LEAD): ()}))

    assert cells(changed) == ["tech:R", "board:I"]


def test_what_is_there_already_and_what_is_about_nothing_changes_nothing():
    plan = response()

    assert not cells_set(plan, {(BRIEF, LEAD): (R, A), (rid("gone"), LEAD): (A,)})


def test_a_part_is_added_to_cells_and_taken_off_where_all_have_it():
    plan = response()
    places = [(CONTAIN, LEAD), (CONTAIN, TECH), (rid("gone"), TECH)]

    added_ = apply(plan, part_toggled(plan, places, C))
    taken = apply(added_, part_toggled(added_, places, C))

    assert cells(added_) == ["lead:A", "lead:C", "tech:R", "tech:C"]
    assert cells(taken) == cells(plan)


def test_a_click_goes_round_and_an_odd_cell_is_cleared():
    seen: list[Parts] = [()]
    for _ in range(5):
        seen.append(next_part(seen[-1]))

    assert seen == [(), (R,), (A,), (C,), (I,), ()]
    assert next_part((A, R)) == ()


def test_activities_are_added_copied_named_and_moved():
    plan = response()

    key, changes = added(plan, "Contain", 1)
    plan = apply(plan, changes)
    copy, changes = copied(plan, BRIEF, "Brief again")
    plan = apply(plan, changes)
    plan = apply(plan, renamed(plan, key, "Hold"))
    plan = apply(plan, moved(plan, copy, CONTAIN))

    assert list(plan.raci) == [copy, CONTAIN, key, BRIEF]
    assert key not in (CONTAIN, BRIEF)
    assert plan.raci[key].activity == "Hold"
    assert plan.raci[copy].assignments == plan.raci[BRIEF].assignments
    last, changes = added(plan, "Last")
    assert list(apply(plan, changes).raci)[-1] == last


PARTS = st.sets(st.sampled_from(ORDER)).map(lambda had: tuple(p for p in ORDER if p in had))
ROLE_IDS = st.sampled_from(["board", "lead", "tech", "press", "moon"]).map(rid)
EDITS = st.one_of(
    st.tuples(st.just("set"), st.integers(0, 9), ROLE_IDS, PARTS),
    st.tuples(st.just("toggle"), st.integers(0, 9), ROLE_IDS, st.sampled_from(ORDER)),
    st.tuples(st.just("add"), st.text(max_size=5), st.none() | st.integers(0, 3)),
    st.tuples(st.just("copy"), st.integers(0, 9), st.text(max_size=5)),
    st.tuples(st.just("rename"), st.integers(0, 9), st.text(max_size=5)),
    st.tuples(st.just("move"), st.integers(0, 9), st.integers(0, 9)),
)


def changes_of(plan, edit):
    keys = list(plan.raci)
    match edit:
        case ("set", at, who, parts):
            return cells_set(plan, {(keys[at % len(keys)], who): parts})
        case ("toggle", at, who, part):
            return part_toggled(plan, [(keys[at % len(keys)], who)], part)
        case ("add", name, at):
            return added(plan, name, at)[1]
        case ("copy", at, name):
            return copied(plan, keys[at % len(keys)], name)[1]
        case ("rename", at, name):
            return renamed(plan, keys[at % len(keys)], name)
        case _:
            _, at, to = edit
            return moved(plan, keys[at % len(keys)], keys[to % len(keys)])


@QUICK
@given(st.lists(EDITS, max_size=12))
def test_undoing_every_edit_leads_back_and_doing_them_again_leads_there(edits):
    start = response()
    session = EditingSession(start)
    for edit in edits:
        session.apply(changes_of(session.plan, edit), "Edit")
    there = session.plan

    while session.undo():
        pass
    assert session.plan.table(Kind.RACI) == start.table(Kind.RACI)
    while session.redo():
        pass
    assert session.plan.table(Kind.RACI) == there.table(Kind.RACI)


@QUICK
@given(PARTS, PARTS, ROLE_IDS)
def test_a_cell_says_what_it_was_set_to_and_the_others_what_they_said(first, second, who):
    plan = response()
    for parts in (first, second):
        plan = apply(plan, cells_set(plan, {(CONTAIN, who): parts}))

    assert parts_of(plan.raci[CONTAIN], who) == second
    for other in {LEAD, TECH, BOARD} - {who}:
        assert parts_of(plan.raci[CONTAIN], other) == parts_of(response().raci[CONTAIN], other)
