from app.domain.judgement.deadlines.engine import deadlines
from app.domain.plan.obligations import NotificationDecision
from app.services.notifying.deciding import begun, register, undecided
from tests.builders import plan_with, rid
from tests.unit.domain.judgement.deadlines.clocks import aware, duty, regime, step, utc

AT = utc("2026-11-20 16:00")
FOUND = deadlines(regime(step(within="72 hours"), step("open")), aware("2026-11-20 15:40"))


def decision(key, **fields):
    return NotificationDecision(rid(key), rid(fields.pop("obligation", "law")), **fields)


def test_a_decision_begins_open_with_its_clocks():
    made = begun(rid("law"), FOUND, "INC-7", "Ada", AT)

    assert (made.obligation, made.incident, made.notify) == ("law", "INC-7", None)
    assert (made.by, made.at) == ("Ada", AT)
    assert made.reason == (
        "Clocks when this was begun: First, Mon 2026-11-23 16:40 (UTC+01:00) Europe/Berlin."
    )


def test_clocks_of_other_duties_stay_out():
    assert begun(rid("other"), FOUND, "", "", AT).reason == ""


def test_two_decisions_begun_are_two_records():
    assert begun(rid("law"), (), "", "", AT).id != begun(rid("law"), (), "", "", AT).id


def test_open_decisions_stand_first_then_the_latest():
    old = decision("old", notify=True, at=utc("2026-01-01 00:00"))
    new = decision("new", notify=False, at=AT)
    undated = decision("undated", notify=True)
    waiting = decision("waiting")

    assert register(plan_with(undated, old, waiting, new)) == (waiting, new, old, undated)


def test_duties_without_a_decision_for_an_incident_are_named():
    plan = plan_with(
        duty("law"),
        duty("contract"),
        duty("police"),
        decision("a", incident=" inc-7 ", notify=False),
        decision("b", incident="INC-7", obligation="contract"),
        decision("c", incident="INC-8", obligation="police", notify=True),
    )

    assert undecided(plan, "INC-7") == ("contract", "police")
