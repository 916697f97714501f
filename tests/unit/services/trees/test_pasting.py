from app.domain.plan.trees import NodeTarget
from app.services.trees.pasting import pasted
from tests.builders import person, plan_with, rid, role
from tests.unit.services.trees.growing import TREE, after, call


def test_pasted_names_become_calls_under_the_one_chosen():
    plan = plan_with(TREE, call("start"), person("ada", "Ada Bell"), role("lead", "Incident lead"))

    now = after(plan, pasted(plan, TREE.id, rid("start"), "incident LEAD\n\tAda Bell\n\tStaff"))

    made = [node for key, node in now.tree_nodes.items() if key != "start"]
    assert [(node.target, node.target_id, node.name) for node in made] == [
        (NodeTarget.ROLE, "lead", ""),
        (NodeTarget.PERSON, "ada", ""),
        (NodeTarget.GROUP, "", "Staff"),
    ]
    assert [node.parent for node in made] == ["start", made[0].id, made[0].id]
    assert {node.tree for node in made} == {TREE.id}


def test_pasted_names_can_start_a_tree():
    plan = plan_with(TREE)

    now = after(plan, pasted(plan, TREE.id, None, "A\nB"))

    assert [node.parent for node in now.tree_nodes.values()] == [None, None]
