from dataclasses import replace

from app.domain.judgement.deadlines.adopting import adopt
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Weight
from app.domain.judgement.regimes import RegimeKind, RegimeStatus, Suits
from app.domain.judgement.standards import Standards
from app.domain.plan.changes import apply, put, remove
from app.domain.plan.obligations import Obligation
from app.domain.plan.plan import Kind
from app.domain.plan.profile import Profile
from tests.builders import plan_with, rid
from tests.unit.domain.judgement.deadlines.clocks import COMPILED, regime
from tests.unit.domain.judgement.subjects import TEMPLATE, TODAY

GERMAN = regime(suits=Suits(jurisdictions=("DE",)))
PENDING = regime(id="bill", status=RegimeStatus.PENDING)
IN_GERMANY = Profile(jurisdictions=("DE",))
ADOPTED = Obligation(rid("own-id"), "The law", regime="law")


def judged(*records, profile=IN_GERMANY):
    plan = plan_with(*records, profile=profile)
    return Judgement(plan, TEMPLATE, Standards(regimes=(GERMAN, PENDING)), TODAY)


def missing(judgement):
    return [item for item in judgement.findings() if item.code == "regime.missing"]


def test_a_regime_that_fits_the_profile_is_missed_with_the_reason():
    [finding] = missing(judged())

    assert (finding.record, finding.field, finding.weight) == ("notification", "law", Weight.WARN)
    assert finding.reason == (
        "The law is not among the duties to notify, but the plan states the jurisdiction DE; "
        "it binds: Everybody."
    )


def test_an_adopted_regime_or_one_that_does_not_fit_is_not_missed():
    assert missing(judged(ADOPTED)) == []
    assert missing(judged(profile=Profile())) == []


def test_adopting_dropping_and_moving_are_followed():
    judgement = judged()

    for changes in (
        lambda plan: (put(plan, ADOPTED),),
        lambda plan: (remove(plan, Kind.OBLIGATION, ADOPTED.id),),
        lambda plan: (put(plan, Profile()),),
    ):
        made = changes(judgement.plan)
        judgement.update(apply(judgement.plan, made), made)
        fresh = Judgement(judgement.plan, TEMPLATE, judgement.standards, TODAY)
        assert missing(judgement) == missing(fresh)
    assert missing(judgement) == []


def drifted(*records, regimes=(GERMAN, PENDING)):
    plan = plan_with(*records)
    judgement = Judgement(plan, TEMPLATE, Standards(regimes=regimes), TODAY)
    return [item for item in judgement.findings() if item.code == "regime.drift"]


def test_terms_that_differ_from_the_pack_are_told():
    duty = replace(adopt(GERMAN, COMPILED), id=rid("own-id"), name="Tell them", citation="§ 9")

    [finding] = drifted(duty)

    assert (finding.record, finding.field) == ("own-id", str(COMPILED))
    assert finding.reason == (f"Tell them: adopted citation: § 9; the pack of {COMPILED} has § 1.")


def test_terms_as_the_pack_has_them_do_not_drift():
    assert drifted(adopt(GERMAN, COMPILED)) == []


def test_only_laws_the_library_has_drift():
    contract = regime(id="contract", kind=RegimeKind.CONTRACT)
    duty = replace(adopt(contract, COMPILED), citation="§ 9")

    assert drifted(duty, regimes=(contract,)) == []
    assert drifted(Obligation(rid("o"), "Own", regime="gone"), Obligation(rid("p"), "Own")) == []
