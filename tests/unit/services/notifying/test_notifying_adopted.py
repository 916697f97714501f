from dataclasses import replace
from datetime import date

from app.domain.judgement.deadlines.adopting import adopt
from app.domain.judgement.regimes import RegimeKind
from app.domain.plan.changes import apply
from app.services.notifying.adopted import Adopted, adopted, keeping, taking_over
from app.services.notifying.marks import Grounds
from tests.builders import plan_with, rid
from tests.unit.domain.judgement.deadlines.clocks import COMPILED, duty, regime, step

OLD = regime(step(within="72 hours"))
NEW = regime(
    step(within="96 hours"),
    citation="§ 2",
    exceptions="none",
    compiled=date(2027, 1, 1),
    verified_on=None,
)
MINE = replace(
    adopt(OLD, COMPILED), name="Ours", decision_owner=rid("dpo"), content=("all",), message=rid("m")
)
PLAN = plan_with(MINE)
GROUNDS = Grounds("Counsel is looking into it.", "Ada", COMPILED)


def test_a_duty_stands_beside_its_regime():
    assert adopted(PLAN, [OLD]) == (Adopted(MINE, OLD),)


def test_a_duty_of_ones_own_has_no_regime():
    own = duty("own")

    assert adopted(plan_with(own), [OLD]) == (Adopted(own),)


def test_a_newer_pack_shows_as_drift():
    (found,) = adopted(PLAN, [NEW])

    assert found.open_drift == found.drift
    assert [line.partition(":")[0] for line in found.drift] == [
        "Adopted limits",
        "Adopted citation",
    ]


def test_contracts_never_drift():
    (found,) = adopted(PLAN, [replace(NEW, kind=RegimeKind.CONTRACT)])

    assert found.drift == ()


def test_taking_over_replaces_the_terms_and_keeps_what_was_added():
    plan = apply(PLAN, taking_over(PLAN, MINE, NEW))

    fresh = adopt(NEW, COMPILED)
    terms = ("steps", "citation", "confidence", "verified_on", "exceptions")
    taken = {name: getattr(fresh, name) for name in terms}
    assert plan.obligations[MINE.id] == replace(MINE, **taken)
    assert adopted(plan, [NEW])[0].drift == ()


def test_keeping_silences_this_pack_and_not_the_next():
    plan = apply(PLAN, keeping(PLAN, MINE.id, NEW, GROUNDS))

    (found,) = adopted(plan, [NEW])
    assert found.drift
    assert found.open_drift == ()
    assert found.kept is not None
    assert found.kept.reason == "Counsel is looking into it."
    (later,) = adopted(plan, [replace(NEW, compiled=date(2027, 6, 1))])
    assert later.open_drift


def test_taking_over_forgets_that_the_terms_were_kept():
    plan = apply(PLAN, keeping(PLAN, MINE.id, NEW, GROUNDS))

    assert not apply(plan, taking_over(plan, MINE, NEW)).accepted
