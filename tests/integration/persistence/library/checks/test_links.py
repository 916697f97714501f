import pytest

NAME = "templates/base/starting/response.yaml"
PLAYBOOK = "templates/playbooks/ransomware.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        (
            NAME,
            "id: cloud-lead,",
            "id: incident-lead,",
            "records[1].id: 'incident-lead' stands twice",
        ),
        (NAME, "[incident-lead]", "[nobody]", "records[2].informed: 'nobody' is none of the roles"),
        (
            NAME,
            "declared_by: incident-lead",
            "declared_by: nobody",
            "records[2].declared_by: 'nobody' is none of the roles",
        ),
        (
            NAME,
            "{role: incident-lead, part: A}",
            "{role: nobody, part: A}",
            "records[16].assignments: 'nobody' is none of the roles",
        ),
        (
            NAME,
            "expected: s1",
            "expected: s9",
            "records[10].expected: 's9' is none of the severities",
        ),
        (
            NAME,
            "starts_at: s2",
            "starts_at: s9",
            "records[11].starts_at: 's9' is none of the severities",
        ),
        (
            NAME,
            "id: a1, tree: activation",
            "id: a1, tree: nowhere",
            "records[13].tree: 'nowhere' is none of the trees",
        ),
        (NAME, "parent: a1", "parent: a9", "records[14].parent: 'a9' is none of the tree nodes"),
        (
            NAME,
            "parent: a1",
            "parent: b1",
            "records[14].parent: 'b1' stands in the tree board, not activation",
        ),
        (
            NAME,
            "target_id: cloud-lead",
            "target_id: nobody",
            "records[14].target_id: 'nobody' is none of the roles",
        ),
        (
            NAME,
            "target: group",
            "target: person",
            "records[15].target: a template knows no people; name a role",
        ),
        (
            NAME,
            "message: client-message",
            "message: letter",
            "records[17].message: 'letter' is none of the messages",
        ),
        (PLAYBOOK, "floor: s2", "floor: s9", "playbook.floor: 's9' is none of the severities"),
        (
            PLAYBOOK,
            "category: malware",
            "category: worms",
            "playbook.category: 'worms' is none of the categories",
        ),
        (
            PLAYBOOK,
            "role: incident-lead",
            "role: nobody",
            "steps[0].role: 'nobody' is none of the roles",
        ),
    ],
)
def test_a_record_that_names_no_other_is_told(shelf, name, old, new, line):
    assert f"{name}: {line}" in shelf.problem_after(name, old, new)
