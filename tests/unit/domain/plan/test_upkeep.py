from app.domain.plan.upkeep import UPKEEP_ID, ApprovalRule, Upkeep
from tests.builders import plan_with


def test_the_stored_spelling_of_the_rules_stays():
    assert [rule.value for rule in ApprovalRule] == ["any", "all", "order", "quorum"]


def test_a_plan_that_says_nothing_is_kept_as_is_usual():
    assert plan_with().kept == Upkeep()
    assert Upkeep().id == UPKEEP_ID
    assert (Upkeep().approval, Upkeep().reviews) == (ApprovalRule.ALL, 1)


def test_a_plan_is_kept_as_it_says():
    own = Upkeep(verify_every=30)

    assert plan_with(own).kept == own
