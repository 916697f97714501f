from app.domain.plan.classification import SeverityLevel
from app.domain.plan.playbooks import Playbook
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment
from app.domain.plan.trees import CommunicationTree
from tests.builders import plan_with, rid, role
from tests.unit.domain.judgement.remedies.mending import Bench

GONE = rid("gone")


def test_a_playbook_or_tree_of_an_unknown_severity_starts_at_any():
    playbook = Playbook(rid("leak"), "Leak", floor=GONE)
    tree = CommunicationTree(rid("tree"), "Tree", starts_at=GONE)
    bench = Bench(plan_with(playbook, tree))

    assert bench.mended("playbook.unknown-severity").playbooks[rid("leak")].floor is None
    assert bench.mended("tree.unknown-severity").trees[rid("tree")].starts_at is None


def test_an_unknown_role_is_taken_out_of_a_level():
    level = SeverityLevel(rid("s1"), "S1", 1, informed=(GONE, rid("lead")), declared_by=GONE)

    mended = Bench(plan_with(level, role("lead"))).mended("severity.unknown-role")

    assert mended.severities[rid("s1")].informed == ("lead",)
    assert mended.severities[rid("s1")].declared_by is None


def test_who_declares_a_level_stays_when_somebody_else_is_taken_out():
    level = SeverityLevel(rid("s1"), "S1", 1, informed=(GONE,), declared_by=rid("lead"))

    mended = Bench(plan_with(level, role("lead"))).mended("severity.unknown-role")

    assert mended.severities[rid("s1")].declared_by == "lead"


def test_an_unknown_role_is_taken_out_of_an_activity():
    lead = RaciAssignment(rid("lead"), Raci.ACCOUNTABLE)
    row = RaciActivity(rid("row"), "Declare", (RaciAssignment(GONE, Raci.INFORMED), lead))
    bench = Bench(plan_with(row, role("lead")))

    assert bench.label("raci.unknown-role") == "Take gone out of “Declare”"
    assert bench.mended("raci.unknown-role").raci[rid("row")].assignments == (lead,)
