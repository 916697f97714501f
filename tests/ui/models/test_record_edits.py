"""Edits of records as changes of the plan."""

from dataclasses import replace

import pytest

from app.domain.interview.drafting import draft
from app.domain.plan.changes import apply, invert, made_on
from app.domain.plan.governance import Action
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.trees import NodeTarget
from ui.models.record_edits import added, fresh_id, kept, matrix_changes, moved, removal, same_name
from ui.models.record_form import LINKED
from ui.models.record_links import mentions, referrers
from ui.models.record_order import children_of, group_of, in_order, owned_by

LEAD = RecordId("incident-lead")


@pytest.fixture
def plan(shop) -> Plan:
    return draft(shop.template("combined"), shop.sample_sheet(), RecordId("plan-a"))


def made(plan, changes):
    return apply(plan, made_on(plan, changes))


def test_removing_a_person_leaves_no_role_naming_them(plan):
    person = next(role.holder for role in plan.roles.values() if role.holder)

    after = made(plan, removal(plan, Kind.PERSON, person))

    assert person not in after.people
    assert referrers(after, Kind.PERSON, person) == ()
    assert len(after.roles) == len(plan.roles)


def test_removing_a_role_keeps_the_calls_under_its_name(plan):
    calls = [node for node in plan.tree_nodes.values() if node.target_id == LEAD]
    assert calls

    after = made(plan, removal(plan, Kind.ROLE, LEAD))

    for node in calls:
        now = after.tree_nodes[node.id]
        assert (now.target, now.target_id) == (NodeTarget.GROUP, "")
        assert now.name == (node.name or plan.roles[LEAD].name)
    assert all(item.role != LEAD for row in after.raci.values() for item in row.assignments)
    assert mentions(plan, Kind.ROLE, LEAD)


def test_removing_a_playbook_takes_its_steps_with_it(plan):
    playbook = next(iter(plan.playbooks))

    after = made(plan, removal(plan, Kind.PLAYBOOK, playbook))

    assert not any(step.playbook == playbook for step in after.steps.values())
    assert len(after.steps) == len(plan.steps) - len(owned_by(plan, Kind.PLAYBOOK, playbook))


def test_removing_a_duty_takes_the_decisions_on_it_with_it(plan):
    decision = next(iter(plan.decisions.values()))

    after = made(plan, removal(plan, Kind.OBLIGATION, decision.obligation))

    assert decision.id not in after.decisions
    assert len(after.decisions) == len(plan.decisions) - 1


def test_several_decisions_on_one_incident_are_no_namesakes(plan):
    decision = next(iter(plan.decisions.values()))

    assert not same_name(plan, Kind.DECISION, decision.incident, None)
    assert fresh_id(plan, Kind.DECISION, "INC") != fresh_id(plan, Kind.DECISION, "INC")


def test_removing_a_call_hands_those_below_to_the_one_above(plan):
    middle = next(
        node
        for node in plan.tree_nodes.values()
        if node.parent is not None and children_of(plan, node)
    )
    below = children_of(plan, middle)

    after = made(plan, removal(plan, Kind.TREE_NODE, middle.id))

    assert {after.tree_nodes[node.id].parent for node in below} == {middle.parent}


def test_removing_a_severity_leaves_open_cells_and_no_samples_of_it(plan):
    worst = in_order(plan, Kind.SEVERITY)[0].id

    after = made(plan, removal(plan, Kind.SEVERITY, worst))

    assert all(cell.severity != worst for cell in after.matrix.values())
    assert all(sample.expected != worst for sample in after.samples.values())
    assert 0 < len(after.matrix) < len(plan.matrix)


def test_removing_what_an_action_is_about_leaves_it_about_the_whole_plan(plan):
    action = Action(RecordId("action-a"), "Ask", about=f"roles/{LEAD}")
    plan = made(plan, added(plan, action))

    after = made(plan, removal(plan, Kind.ROLE, LEAD))

    assert after.actions[action.id].about == ""


def test_every_removal_can_be_taken_back(plan):
    for kind in {kind for kinds in LINKED.values() for kind in kinds.values()}:
        for key in plan.table(kind):
            changes = made_on(plan, removal(plan, kind, key))
            after = apply(plan, changes)
            assert referrers(after, kind, key) == ()
            assert apply(after, invert(changes)) == plan


def test_moving_a_severity_changes_ranks_and_nothing_else(plan):
    first, second, *_ = in_order(plan, Kind.SEVERITY)

    after = made(plan, moved(plan, Kind.SEVERITY, second.id, -1))

    assert [level.id for level in in_order(after, Kind.SEVERITY)][:2] == [second.id, first.id]
    assert [level.rank for level in in_order(after, Kind.SEVERITY)] == [1, 2, 3, 4]


def test_moving_stays_among_those_it_is_shown_with(plan):
    for kind in (Kind.STEP, Kind.TREE_NODE, Kind.PERSON):
        for record in in_order(plan, kind):
            group = [item.id for item in group_of(plan, record)]
            after = made(plan, moved(plan, kind, record.id, 1))
            at = group.index(record.id)
            wanted = list(group)
            if at + 1 < len(group):
                wanted[at], wanted[at + 1] = wanted[at + 1], wanted[at]
            assert [item.id for item in group_of(after, record)] == wanted


def test_a_copied_tree_brings_its_calls_in_the_same_shape(plan):
    tree = next(iter(plan.trees.values()))
    copy = replace(tree, id=RecordId("copy"), name="Copy")

    after = made(plan, added(plan, copy, tree.id))

    def shape(of, record):
        return [(node.target_id, shape(of, node)) for node in children_of(of, record)]

    assert shape(after, copy) == shape(plan, tree) != []
    assert list(after.trees).index(copy.id) == list(plan.trees).index(tree.id) + 1


def test_those_called_by_somebody_follow_to_another_tree(plan):
    activation, executive = plan.trees
    root = next(node for node in plan.tree_nodes.values() if node.tree == activation)

    after = made(plan, kept(plan, replace(root, tree=executive)))

    assert owned_by(after, Kind.TREE, activation) == ()


def test_a_cell_is_set_opened_and_left_alone(plan):
    (impact, urgency), (other, another) = [
        (cell.impact, cell.urgency) for cell in plan.matrix.values()
    ][:2]
    last = in_order(plan, Kind.SEVERITY)[-1].id

    after = made(plan, matrix_changes(plan, {(impact, urgency): last, (other, another): None}))

    cells = {(cell.impact, cell.urgency): cell.severity for cell in after.matrix.values()}
    assert cells[impact, urgency] == last
    assert (other, another) not in cells
    assert len(cells) == len(plan.matrix) - 1


def test_names_are_compared_whatever_the_case_and_ids_stay_apart(plan):
    person = next(iter(plan.people.values()))

    assert same_name(plan, Kind.PERSON, f" {person.name.upper()} ", None)
    assert not same_name(plan, Kind.PERSON, person.name, person.id)
    assert fresh_id(plan, Kind.PERSON, person.name) not in plan.people
    assert fresh_id(plan, Kind.STEP, "Call") != fresh_id(plan, Kind.STEP, "Call")
