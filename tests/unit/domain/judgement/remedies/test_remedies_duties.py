from app.domain.plan.obligations import Obligation
from app.domain.plan.people import Party, PartyKind
from tests.builders import plan_with, rid
from tests.unit.domain.judgement.deadlines.clocks import COMPILED, regime
from tests.unit.domain.judgement.remedies.mending import Bench


def duty(**fields):
    return Obligation(rid("duty"), "A duty", **fields)


def test_a_regime_is_adopted():
    bench = Bench(plan_with())

    assert bench.label("regime.missing") == "Adopt The law"
    assert bench.mended("regime.missing").obligations[rid("law")].regime == "law"


def test_a_regime_never_replaces_a_duty_of_the_same_id():
    assert Bench(plan_with(Obligation(rid("law"), "Own"))).offered("regime.missing") is None


def test_the_terms_of_a_newer_pack_are_taken_over():
    drifted = duty(regime="law", citation="Old", recipient="Ours", confidence="memory")
    bench = Bench(plan_with(drifted))

    assert bench.label("regime.drift") == f"Take over the terms of {COMPILED}"
    renewed = bench.mended("regime.drift").obligations[rid("duty")]
    assert (renewed.citation, renewed.recipient, renewed.confidence) == ("§ 1", "Ours", "high")


def test_the_contents_come_from_the_regime():
    bench = Bench(plan_with(duty(regime="law")))

    assert bench.label("obligation.no-content") == "Take the contents from The law"
    assert bench.mended("obligation.no-content").obligations[rid("duty")].content == (
        "what happened",
    )


def test_without_a_regime_that_lists_contents_a_person_writes_them():
    assert Bench(plan_with(duty())).offered("obligation.no-content") is None
    silent = Bench(plan_with(duty(regime="law")), regimes=(regime(content=()),))
    assert silent.offered("obligation.no-content") is None


def test_a_message_is_prepared_and_chosen():
    mended = Bench(plan_with(duty(content=("What",), recipient="CERT"))).mended(
        "obligation.no-message"
    )

    [message] = mended.messages.all()
    assert mended.obligations[rid("duty")].message == message.id
    assert (message.name, message.audience) == ("Notice: A duty", "CERT")
    assert message.required_facts == ("What",)


def test_the_recipient_becomes_an_outside_party():
    law = Bench(plan_with(duty(recipient="CERT", regime="law"))).mended("obligation.no-contact")
    contract = Bench(plan_with(duty(recipient="CERT"))).mended("obligation.no-contact")

    assert [party.kind for party in law.parties.values()] == [PartyKind.REGULATOR]
    assert [party.kind for party in contract.parties.values()] == [PartyKind.OTHER]
    assert law.obligations[rid("duty")].contact in law.parties


def test_a_party_of_that_name_is_chosen():
    known = Party(rid("cert"), "CERT", PartyKind.CSIRT)
    bench = Bench(plan_with(duty(recipient="CERT"), known))

    assert bench.label("obligation.no-contact") == "Choose CERT as the contact"
    assert bench.mended("obligation.no-contact").parties.all() == (known,)


def test_without_a_recipient_nobody_is_added():
    assert Bench(plan_with(duty())).offered("obligation.no-contact") is None
