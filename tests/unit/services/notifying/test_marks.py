from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.regimes import COUNT_RULES
from app.domain.plan.governance import AcceptedFinding
from app.domain.plan.plan import Kind
from app.services.notifying.marks import Grounds, drift_mark, missing_mark
from tests.builders import rid
from tests.unit.domain.judgement.deadlines.clocks import COMPILED, regime


def test_the_mark_of_a_missing_regime_is_the_key_of_its_finding():
    finding = Finding(
        code=COUNT_RULES[0].code,
        weight=Weight.WARN,
        kind=Kind.SECTION,
        record=rid("notification"),
        reason="",
        fix="",
        section="notification",
        field="law",
    )

    assert missing_mark(regime()) == finding.key


def test_the_mark_of_a_drift_holds_the_day_of_the_pack():
    assert drift_mark(rid("mine"), regime()) == "regime.drift/obligations/mine/2026-11-21"


def test_grounds_become_an_accepted_finding():
    grounds = Grounds("Because.", "Ada", COMPILED)

    assert grounds.under(rid("x")) == AcceptedFinding(rid("x"), "Because.", "Ada", COMPILED)
