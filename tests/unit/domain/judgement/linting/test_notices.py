from app.domain.plan.documents import MessageTemplate
from app.domain.plan.obligations import Obligation
from tests.builders import rid
from tests.unit.domain.judgement.subjects import found


def duty(**fields):
    return Obligation(rid("duty-1"), "GDPR Article 33", **fields)


def test_a_duty_has_a_prepared_message_of_the_plan():
    chosen = duty(message=rid("first"))

    [finding] = found("obligation.no-message", duty())

    assert finding.reason == ("GDPR Article 33: no prepared message is chosen for the notice.")
    assert found("obligation.no-message", chosen)
    assert not found("obligation.no-message", chosen, MessageTemplate(rid("first"), "First notice"))


def test_a_duty_says_what_the_notice_contains():
    [finding] = found("obligation.no-content", duty(content=(" ",)))

    assert finding.reason == ("GDPR Article 33: it is not stated what the notice must contain.")
    assert not found("obligation.no-content", duty(content=("What happened",)))
