from app.domain.judgement.findings import Finding, Weight
from app.domain.plan.kinds import Kind
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from tests.builders import plan_with, rid
from ui.models.playbook_findings import playbook_findings

PLAN = plan_with(
    Playbook(rid("fire"), "Fire"),
    PlaybookStep(rid("out"), rid("fire"), Phase.CONTAIN, "Out."),
)


def finding(kind, record, field="", code="x"):
    return Finding(code, Weight.WARN, kind, rid(record), "Reason.", "Fix.", "playbooks", field)


def test_findings_are_told_at_the_step_they_are_about():
    of_step = finding(Kind.STEP, "out", "branches")
    by_field = finding(Kind.PLAYBOOK, "fire", "out")
    of_whole = finding(Kind.PLAYBOOK, "fire", "floor")
    others = (finding(Kind.STEP, "gone"), finding(Kind.ROLE, "fire"))

    made = playbook_findings(PLAN, (of_step, by_field, of_whole, *others))

    assert made.of_step == {"out": [of_step, by_field]}
    assert made.count(rid("fire")) == 3
    assert made.only_of(rid("fire")) == [of_whole]
    assert (made.count(rid("flood")), made.only_of(rid("flood"))) == (0, [])
