from app.domain.plan.classification import SeverityLevel
from app.domain.plan.trees import CommunicationTree
from tests.builders import rid, role
from tests.unit.domain.judgement.subjects import found, matrix, severities


def test_a_tree_starts_at_a_severity_of_the_plan():
    tree = CommunicationTree(rid("tree"), "Activation", starts_at=rid("sev-1"))

    [finding] = found("tree.unknown-severity", tree)

    assert finding.reason == "Activation starts at 'sev-1', which is no severity of the plan."
    assert not found("tree.unknown-severity", tree, *severities("High"))
    assert not found("tree.unknown-severity", CommunicationTree(rid("tree"), "Activation"))


def test_a_level_names_roles_of_the_plan():
    level = SeverityLevel(
        rid("s1"), "S1", 1, informed=(rid("lead"), rid("gone")), declared_by=rid("gone")
    )

    [finding] = found("severity.unknown-role", level, role("lead"))

    assert finding.field == "gone"
    assert finding.reason == "S1 names the role 'gone', which the plan does not define."
    assert not found("severity.unknown-role", level, role("lead"), role("gone"))
    assert not found("severity.unknown-role", *severities("High"))


def test_each_level_is_reached_by_a_cell_once_there_are_cells():
    levels = severities("High", "Low")

    [finding] = found("severity.not-in-matrix", *levels, *matrix([[1]]))

    assert finding.record == "sev-2"
    assert not found("severity.not-in-matrix", *levels, *matrix([[1, 2]]))
    assert not found("severity.not-in-matrix", *levels)
