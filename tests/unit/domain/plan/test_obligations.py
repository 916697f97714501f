from app.domain.plan.obligations import NotificationDecision, Obligation, ObligationStep
from tests.builders import rid


def test_a_new_duty_belongs_to_no_regime_and_was_not_verified():
    duty = Obligation(rid("d"), "Notify the insurer")

    assert (duty.regime, duty.confidence, duty.verified_on) == ("", "", None)
    assert (duty.decision_owner, duty.contact, duty.message, duty.steps) == (None, None, None, ())
    assert duty.exceptions == ""


def test_a_notice_without_a_time_is_due_without_undue_delay():
    assert ObligationStep("First notice").within is None


def test_a_new_decision_is_still_open():
    decision = NotificationDecision(rid("d"), rid("gdpr"))

    assert decision.notify is None
    assert (decision.incident, decision.by, decision.at, decision.reason) == ("", "", None, "")
