from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.interview.template import StartingRecord
from app.domain.plan.links import LINKS, named
from app.domain.plan.plan import Kind, kind_of
from app.domain.plan.roles import Raci, RaciActivity, Role
from app.domain.plan.trees import NodeTarget, TreeNode
from app.persistence.library.base import read_base
from app.persistence.library.files import yaml_files
from app.persistence.library.merging import merge_sections, merge_starting, role_merge
from app.persistence.library.playbooks import read_playbook
from app.persistence.library.problems import Placed, Problems
from tests.builders import rid

pytestmark = pytest.mark.no_cover

HEADER = "templates/small/template.yaml"
STARTING = "templates/base/starting/response.yaml"
TEMPLATES = Path(__file__).parents[4] / "templates"

EXTRA = """
  - {kind: roles, id: scribe, name: Scribe}
  - {kind: tree_nodes, id: a3, tree: activation, parent: a1, target: role, target_id: scribe}
  - {kind: tree_nodes, id: a4, tree: activation, parent: a3, target: group, name: Printers}
  - {kind: tree_nodes, id: a5, tree: activation, parent: a2, target: role, target_id: scribe}
  - kind: raci
    id: keep
    activity: Keep the log
    assignments: [{role: incident-lead, part: A}, {role: scribe, part: R}, {role: scribe, part: I}]
  - kind: raci
    id: tell
    activity: Tell the scribe
    assignments: [{role: scribe, part: A}, {role: incident-lead, part: I}]
  - kind: severities
    id: s9
    name: Ninth
    rank: 9
    informed: [scribe, incident-lead]
    declared_by: scribe
  - {kind: messages, id: note, name: Note, body: "Ask the [scribe](role:scribe)."}
"""
MERGE = "pages: [2, 3]\nmerged_roles: {scribe: incident-lead}"


@pytest.fixture
def merged(shelf):
    """The small template with the scribe merged into the incident lead."""
    text = (shelf.root / STARTING).read_text(encoding="utf-8")
    (shelf.root / STARTING).write_text(text + EXTRA.lstrip("\n"), encoding="utf-8")
    assert shelf.problems() == []
    shelf.edit(HEADER, "pages: [2, 3]", MERGE)
    assert shelf.problems() == []
    return _records(shelf.library.template("small"))


def _records(template):
    return {(kind_of(item.record), item.record.id): item.record for item in template.starting}


def test_a_merged_role_has_no_record(merged):
    assert (Kind.ROLE, "scribe") not in merged
    assert (Kind.ROLE, "incident-lead") in merged


def test_links_lead_on_and_name_nobody_twice(merged):
    level = merged[Kind.SEVERITY, "s9"]

    assert (level.informed, level.declared_by) == (("incident-lead",), "incident-lead")


def test_who_is_accountable_stays_and_who_acts_is_not_told(merged):
    keep, tell = merged[Kind.RACI, "keep"], merged[Kind.RACI, "tell"]

    assert [(part.role, part.part) for part in keep.assignments] == [
        ("incident-lead", Raci.ACCOUNTABLE),
        ("incident-lead", Raci.RESPONSIBLE),
    ]
    assert [part.part for part in tell.assignments] == [Raci.ACCOUNTABLE]
    assert tell.activity == "Tell the incident lead"


def test_a_call_to_the_same_role_goes_and_its_calls_move_up(merged):
    assert (Kind.TREE_NODE, "a3") not in merged
    assert merged[Kind.TREE_NODE, "a4"].parent == "a1"


def test_a_call_below_another_role_stays(merged):
    assert merged[Kind.TREE_NODE, "a5"].target_id == "incident-lead"


def test_a_reference_is_led_on(merged):
    assert merged[Kind.MESSAGE, "note"].body == "Ask the [incident lead](role:incident-lead)."


@pytest.mark.parametrize(
    ("merged_roles", "line"),
    [
        ("{nobody: incident-lead}", "merged_roles.nobody: there is no role 'nobody'"),
        ("{cloud-lead: nobody}", "merged_roles.cloud-lead: there is no role 'nobody'"),
        (
            "{cloud-lead: incident-lead, incident-lead: cloud-lead}",
            "merged_roles.cloud-lead: 'incident-lead' is itself merged into 'cloud-lead'",
        ),
    ],
)
def test_a_role_that_is_not_there_is_told(shelf, merged_roles, line):
    new = f"pages: [2, 3]\nmerged_roles: {merged_roles}"

    assert f"{HEADER}: {line}" in shelf.problem_after(HEADER, "pages: [2, 3]", new)


def test_a_role_dropped_by_the_template_is_known_from_the_base_only_as_merged(shelf):
    own = shelf.root / "templates/small/starting/roles.yaml"
    own.parent.mkdir()
    own.write_text(
        "instead_of: [roles]\nrecords:\n  - {kind: roles, id: boss, name: Boss}\n", encoding="utf-8"
    )
    roles = "{incident-lead: boss, cloud-lead: incident-lead}"

    shelf.edit(HEADER, "pages: [2, 3]", f"pages: [2, 3]\nmerged_roles: {roles}")

    assert any("'incident-lead' is itself merged" in line for line in shelf.problems())


def test_without_merged_roles_everything_stays_as_it_was(shelf):
    problems = Problems()
    base = read_base(shelf.root / "templates", problems)
    starting = list(base.starting)
    roles = role_merge(_header({}), base.starting, starting, problems)

    assert merge_starting(starting, roles) is starting
    sections = {placed.item.key: placed for placed in base.sections}
    assert merge_sections(sections, roles) is sections


def test_a_call_that_is_made_more_often_than_its_parent_stays():
    calls = [
        _placed(TreeNode(rid("a"), rid("t"), None, NodeTarget.ROLE, "lead"), when="sometimes"),
        _placed(TreeNode(rid("b"), rid("t"), rid("a"), NodeTarget.ROLE, "scribe")),
        _placed(TreeNode(rid("c"), rid("t"), None, NodeTarget.ROLE, "lead")),
        _placed(TreeNode(rid("c"), rid("t"), None, NodeTarget.ROLE, "other"), when="sometimes"),
        _placed(TreeNode(rid("d"), rid("t"), rid("c"), NodeTarget.ROLE, "scribe")),
    ]
    starting = [_placed(Role(rid("lead"), "Lead")), _placed(Role(rid("scribe"), "Scribe")), *calls]
    roles = role_merge(_header({"scribe": "lead"}), starting, starting, Problems())

    made = merge_starting(starting, roles)

    nodes = [placed.item.record for placed in made if isinstance(placed.item.record, TreeNode)]
    assert [node.id for node in nodes] == ["a", "b", "c", "c", "d"]
    assert [node.target_id for node in nodes] == ["lead", "lead", "lead", "other", "lead"]


def _placed(record, when=None):
    return Placed("file", "place", StartingRecord(record, when))


def _header(merged):
    return Placed("template.yaml", "", SimpleNamespace(merged_roles=merged))


# ----- Whatever roles a template merges, the shipped records stay whole -----


@pytest.fixture(scope="module")
def shipped():
    problems = Problems()
    base = read_base(TEMPLATES, problems)
    starting = list(base.starting)
    for file in yaml_files(TEMPLATES, TEMPLATES / "playbooks"):
        starting += read_playbook(file, problems)
    problems.raise_any()
    return base, starting


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_merge_leaves_a_link_or_a_text_that_names_a_dropped_role(shipped, data):
    base, starting = shipped
    roles = [item.item.record for item in starting if isinstance(item.item.record, Role)]
    kept = data.draw(st.lists(st.sampled_from(roles), min_size=1, max_size=5, unique=True))
    gone = [role for role in roles if role not in kept]
    into = {role.id: data.draw(st.sampled_from(kept)).id for role in gone}
    words = role_merge(_header(into), base.starting, starting, Problems())

    made = [placed.item.record for placed in merge_starting(starting, words)]
    sections = merge_sections({item.item.key: item for item in base.sections}, words)

    known = {role.id for role in kept}
    for record in made:
        for field, kind in LINKS.get(kind_of(record), {}).items():
            assert kind is not Kind.ROLE or set(named(record, field)) <= known
        if isinstance(record, RaciActivity):
            _assert_raci(record, starting)
    _assert_trees(made, known)
    everything = "\n".join([*(repr(record) for record in made), *map(repr, sections.values())])
    lowered = everything.lower()
    for role in gone:
        assert f"](role:{role.id})" not in everything
        assert f"the {role.name.lower()} " not in lowered


def _assert_raci(row, starting):
    before = next(item.item.record for item in starting if item.item.record.id == row.id)
    parts = [assignment.part for assignment in row.assignments]
    assert parts.count(Raci.ACCOUNTABLE) == 1
    acted = Raci.RESPONSIBLE in {assignment.part for assignment in before.assignments}
    assert (Raci.RESPONSIBLE in parts) == acted
    assert len(set(row.assignments)) == len(row.assignments)


def _assert_trees(made, known):
    nodes = {record.id: record for record in made if isinstance(record, TreeNode)}
    assert nodes
    for node in nodes.values():
        assert node.target is not NodeTarget.ROLE or node.target_id in known
        parent = nodes.get(node.parent) if node.parent is not None else None
        assert node.parent is None or parent is not None
        if parent is not None and node.target is NodeTarget.ROLE:
            assert (parent.target, parent.target_id) != (node.target, node.target_id)
