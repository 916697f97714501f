from dataclasses import replace

from app.domain.judgement.findings import Weight
from app.domain.judgement.ledger import Ledger
from app.domain.judgement.ranking import Ranking
from app.domain.judgement.reach import reach_of
from app.domain.plan.changes import put
from app.domain.plan.governance import AcceptedFinding
from tests.builders import plan_with, role
from tests.unit.domain.judgement.subjects import TODAY, context, text

RECORDS = (text("scope", ""), text("roles", ""), text("purpose", "TODO"), role("lead"))


def made(*records):
    judged = context(*records)
    return judged.plan, Ranking(Ledger(judged))


def test_the_worst_come_first_and_sections_in_their_order():
    plan, ranking = made(*RECORDS)

    found = ranking.findings(plan, accepted=False)

    blocking = [item.section for item in found if item.code == "section.empty"]
    weights = [item.weight for item in found]
    assert blocking == ["scope", "roles"]
    assert weights == sorted(weights, key=list(Weight).index)
    assert found[-1].weight is not Weight.BLOCKS


def test_sections_the_plan_lacks_come_last_of_their_weight_by_name():
    plan, ranking = made(text("scope", ""))

    blocking = [
        item.section
        for item in ranking.findings(plan, accepted=False)
        if item.weight is Weight.BLOCKS
    ]

    assert blocking[0] == "scope"
    assert blocking[1:] == sorted(blocking[1:])


def test_what_was_ranked_is_kept_until_told_otherwise():
    plan, ranking = made(*RECORDS)
    before = ranking.findings(plan, accepted=False)

    assert ranking.findings(plan, accepted=False) is before
    ranking.forget(())
    assert ranking.findings(plan, accepted=False) is before
    ranking.forget([("roles", 0)])
    assert ranking.findings(plan, accepted=False) is not before
    assert ranking.findings(plan, accepted=False) == before


def test_another_order_of_sections_shows_without_being_told():
    plan, ranking = made(text("scope", ""), text("purpose", ""))
    assert [item.section for item in ranking.findings(plan, accepted=False)][:2] == [
        "scope",
        "purpose",
    ]

    turned = plan_with(text("purpose", ""), text("scope", ""))

    assert [item.section for item in ranking.findings(turned, accepted=False)][:2] == [
        "purpose",
        "scope",
    ]


def test_accepted_findings_stand_apart_once_their_part_is_forgotten():
    judged = context(*RECORDS)
    ledger = Ledger(judged)
    ranking = Ranking(ledger)
    finding = ranking.findings(judged.plan, accepted=False)[0]
    plan = plan_with(*RECORDS, AcceptedFinding(finding.key, "Later.", "Ada", TODAY))
    change = put(judged.plan, plan.accepted[finding.key])

    ranking.forget(ledger.update(replace(judged, plan=plan), reach_of((change,))))

    assert finding not in ranking.findings(plan, accepted=False)
    assert ranking.findings(plan, accepted=True) == (finding,)
