from app.domain.plan.roles import RoleTier
from app.services.trees.forest import forest_of
from app.services.trees.starting import first_tree
from tests.builders import person, plan_with, rid, role
from tests.unit.services.trees.growing import after

ROLES = (
    role("chair", tier=RoleTier.BOARD),
    role("director", tier=RoleTier.BOARD),
    role("analyst", tier=RoleTier.TECHNICAL),
    role("lead", deputies=(rid("ada"),)),
    role("scribe"),
    role("sponsor", tier=RoleTier.CRISIS),
    role("forensics", tier=RoleTier.TECHNICAL),
)


def hung(*records):
    plan = plan_with(*records)
    tree, changes = first_tree(plan, "Activation", "Call the deputy.")
    plan = after(plan, changes)
    forest = forest_of(plan, tree)
    called = {key: node.target_id for key, node in forest.nodes.items()}
    return {
        called[key]: called.get(forest.parent(key) or rid("")) for key in forest.in_order()
    }, plan


def test_the_lead_calls_one_role_of_each_level_and_these_the_others():
    found, _ = hung(*ROLES)

    assert found == {
        "lead": None,
        "sponsor": "lead",
        "chair": "sponsor",
        "director": "chair",
        "analyst": "lead",
        "forensics": "analyst",
        "scribe": "lead",
    }


def test_without_a_crisis_level_the_lead_calls_the_board():
    assert hung(ROLES[0], ROLES[3])[0] == {"lead": None, "chair": "lead"}


def test_without_an_incident_level_the_first_role_leads():
    assert hung(ROLES[2], ROLES[6])[0] == {"analyst": None, "forensics": "analyst"}


def test_a_role_with_deputies_says_what_to_do_when_nobody_answers():
    _, plan = hung(*ROLES, person("ada"))

    said = {node.target_id: node.if_no_answer for node in plan.tree_nodes.values()}
    assert said["lead"] == "Call the deputy."
    assert said["chair"] == ""


def test_without_roles_there_is_a_tree_to_fill_and_a_second_one_has_an_id_of_its_own():
    plan = plan_with()
    first, changes = first_tree(plan, "Activation", "")
    plan = after(plan, changes)

    second, _ = first_tree(plan, "Activation", "")

    assert plan.trees[first].name == "Activation"
    assert not plan.tree_nodes
    assert second != first
