"""Edits of findings as steps of the plan's history."""

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.roles import Role
from tests.ui.fakes import MemoryStore, open_plan, small_plan
from ui.bridge.session import PlanBridge
from ui.pages.findings.edits import FindingEdits


def test_several_findings_of_which_only_some_can_be_mended_are_told_apart(weak):
    codes = {"text.weak-duty", "answer.open"}
    findings = [item for item in weak.judgement.findings() if item.code in codes]

    said = FindingEdits(weak).mend(findings)

    assert said == "2 findings are mended, 2 need a person."
    assert weak.undo_label == "Quick-fix of 4 findings"


def test_a_quick_fix_that_an_earlier_one_made_needless_is_not_applied(bridge):
    findings = [item for item in bridge.judgement.findings() if item.code == "tree.none"]

    said = FindingEdits(bridge).mend(findings * 2)

    assert len(bridge.plan.trees) == 1
    assert said == "All 2 findings are mended."


def test_fixes_of_two_batches_are_two_steps(weak):
    edits = FindingEdits(weak)
    first = [item for item in weak.judgement.findings() if item.code == "text.weak-duty"]
    second = [item for item in weak.judgement.findings() if item.code.startswith("party.no-")]
    edits.mend(first)
    edits.mend(second)

    weak.undo()

    left = {item.key for item in weak.judgement.findings()}
    assert left.isdisjoint(item.key for item in first)
    assert left.issuperset(item.key for item in second)


def test_findings_that_only_a_person_can_mend_change_nothing(bridge):
    before = bridge.plan
    findings = [item for item in bridge.judgement.findings() if item.code == "answer.open"]

    assert FindingEdits(bridge).mend(findings) == ""
    assert FindingEdits(bridge).mend(findings[:1]) == ""
    assert bridge.plan is before


def test_a_plan_that_cannot_be_saved_is_not_changed(host, given):
    bridge = PlanBridge(open_plan(MemoryStore(small_plan(), read_only=True)), host)
    edits, findings = FindingEdits(bridge), bridge.judgement.findings()
    before = bridge.plan

    said = (edits.mend(findings), edits.accept(findings, given), edits.take_back(findings))

    assert said == ("", "", "")
    assert bridge.plan is before


def test_one_after_the_other_fixes_of_the_same_kind_add_what_each_needs(bridge):
    role = Role(RecordId("scribe"), "Scribe")
    bridge.apply((put(bridge.plan, role),), "Role")
    findings = [item for item in bridge.judgement.findings() if item.code.startswith("party.no-")]

    said = FindingEdits(bridge).mend(findings)

    assert said == "All 2 findings are mended."
    assert len(bridge.plan.parties) == 2


def test_accepting_and_taking_back_several_is_told_by_their_number(bridge, given):
    edits, findings = FindingEdits(bridge), bridge.judgement.findings()[:3]

    assert edits.accept(findings, given) == "3 findings are accepted."
    assert edits.accept(findings, given) == ""
    assert edits.take_back(findings) == "3 findings are open again."
    assert edits.take_back(findings) == ""
