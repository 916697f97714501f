from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.people import Party, PartyKind
from tests.builders import rid, role
from tests.unit.domain.judgement.subjects import SOON, found


def duty(**fields):
    return Obligation(rid("duty-1"), "GDPR Article 33", **fields)


def test_a_duty_needs_a_role_of_the_plan_that_decides():
    [finding] = found("obligation.no-owner", duty())

    assert finding.reason == (
        "GDPR Article 33: it is not stated which role decides whether to notify."
    )
    assert found("obligation.no-owner", duty(decision_owner=rid("lead")))
    assert not found("obligation.no-owner", duty(decision_owner=rid("lead")), role("lead"))


def test_a_duty_needs_a_party_of_the_plan_to_tell():
    authority = Party(rid("authority"), "The authority", PartyKind.REGULATOR)

    [finding] = found("obligation.no-contact", duty())

    assert finding.reason == "GDPR Article 33: no contact of the recipient is stated."
    assert found("obligation.no-contact", duty(contact=rid("authority")))
    assert not found("obligation.no-contact", duty(contact=rid("authority")), authority)


def test_a_duty_needs_a_deadline_as_a_span_or_in_words():
    def reasons(*steps):
        return [finding.reason for finding in found("obligation.no-deadline", duty(steps=steps))]

    missing = ["GDPR Article 33: no deadline is stated."]
    assert reasons() == missing
    assert reasons(ObligationStep("First notice")) == missing
    assert reasons(ObligationStep("First notice", SOON)) == []
    assert reasons(ObligationStep("First notice", timing="without undue delay")) == []


def test_a_deadline_from_memory_must_be_confirmed():
    [finding] = found("obligation.unverified", duty(confidence="memory"))

    assert finding.reason == (
        "GDPR Article 33: the deadline has not been verified against the law."
    )
    assert not found("obligation.unverified", duty(confidence="high"))


def test_a_plan_states_some_duty():
    assert found("obligation.none")
    assert not found("obligation.none", duty())


def test_a_plan_states_some_duty_of_law():
    assert found("obligation.no-regime", duty())
    assert not found("obligation.no-regime", duty(regime="gdpr"))
    assert not found("obligation.no-regime")
