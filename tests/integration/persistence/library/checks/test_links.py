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


FOUR = "when: {equals: {question: severity.scheme, value: four}}"
OTHERS = "when: {not: {equals: {question: severity.scheme, value: four}}}"
LOW = "  - {kind: severities, id: s2, name: Low, rank: 2}"


def _low(when, name="Low"):
    return LOW.replace("name: Low", f"name: {name}").replace("}", f", {when}}}")


def test_records_of_one_id_are_alternatives_when_no_answers_propose_both(shelf):
    assert shelf.problem_after(NAME, LOW, f"{_low(FOUR)}\n{_low(OTHERS, 'Mild')}") == ""

    template = shelf.library.template("small")
    names = [item.record.name for item in template.starting if item.record.id == "s2"]
    assert names == ["Low", "Mild"]


@pytest.mark.parametrize("other", [LOW, _low(FOUR), _low("when: {answered: severity.scheme}")])
def test_records_of_one_id_that_can_meet_are_told(shelf, other):
    problem = shelf.problem_after(NAME, LOW, f"{_low(FOUR)}\n{other}")

    assert f"{NAME}: records[4].id: 's2' stands twice" in problem


def test_a_level_that_some_answers_leave_out_is_told_where_it_is_named(shelf):
    problem = shelf.problem_after(NAME, LOW, _low(FOUR))

    assert f"{NAME}: records[8].severity: not all answers propose 's2'" in problem
    assert f"{NAME}: records[11].starts_at: not all answers propose 's2'" in problem
    assert f"{PLAYBOOK}: playbook.floor: not all answers propose 's2'" in problem


def test_a_role_that_some_answers_leave_out_may_be_named(shelf):
    text = (shelf.root / NAME).read_text("utf-8")

    assert "target_id: cloud-lead" in text
    assert "id: cloud-lead, name: Cloud lead, when:" in text
    assert shelf.problems() == []
