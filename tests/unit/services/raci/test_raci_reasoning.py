"""Which part each role takes, and why."""

from dataclasses import replace

from app.domain.plan.classification import SeverityLevel
from app.domain.plan.plan import Kind
from app.domain.plan.playbooks import Phase, Playbook
from app.domain.plan.records import Records
from app.domain.plan.roles import RoleTier
from app.services.raci.grouping import Grain, topics
from app.services.raci.reasoning import Reason, Why, lead_of, wanted
from tests.builders import plan_with, rid, role
from tests.unit.services.raci.response_plan import A, C, I, R, response, step

BOARD, LEAD, TECH, PRESS = rid("board"), rid("lead"), rid("tech"), rid("press")


def of_phase(plan, phase):
    [topic] = [topic for topic in topics(plan, Grain.PHASE) if topic.phase is phase]
    return wanted(plan, topic)


def test_who_decides_answers_and_who_does_much_is_responsible():
    assert of_phase(response(), Phase.CONTAIN) == (
        Reason(BOARD, A, Why.DECIDES, 1, 1),
        Reason(TECH, R, Why.ACTS, 5, 6),
        Reason(LEAD, C, Why.HELPS, 1, 6),
    )


def test_where_nobody_decides_the_lead_answers_and_messages_and_levels_inform():
    plan = response(step("call", Phase.COMMUNICATE, "tech"))

    assert of_phase(plan, Phase.COMMUNICATE) == (
        Reason(LEAD, A, Why.LEADS),
        Reason(TECH, R, Why.ACTS, 1, 2),
        Reason(PRESS, R, Why.ACTS, 1, 2),
        Reason(BOARD, I, Why.INFORMED, 1, 1),
    )


def test_a_role_that_a_message_names_is_informed():
    plan = response(step("post", Phase.CLOSE, "tech", message=rid("note")))

    assert Reason(PRESS, I, Why.ADDRESSED, 1, 1) in of_phase(plan, Phase.CLOSE)


def test_a_role_without_a_name_is_addressed_by_no_message():
    plan = response(role("blank", " "), step("post", Phase.CLOSE, "tech", message=rid("note")))

    assert rid("blank") not in {reason.role for reason in of_phase(plan, Phase.CLOSE)}


def test_where_nobody_does_a_step_the_one_accountable_does():
    plan = response(step("close", Phase.CLOSE, None))

    assert of_phase(plan, Phase.CLOSE)[:2] == (
        Reason(LEAD, A, Why.LEADS),
        Reason(LEAD, R, Why.ALONE),
    )


def test_another_who_decides_is_consulted():
    more = [
        step(f"ask-{at}", Phase.CONTAIN, "tech", decision=f"Ask {at}", decided_by=LEAD)
        for at in range(2)
    ]

    found = of_phase(response(*more), Phase.CONTAIN)

    assert found[0] == Reason(LEAD, A, Why.DECIDES, 2, 3)
    assert Reason(BOARD, C, Why.DECIDES_TOO, 1, 3) in found


def test_a_level_of_less_than_half_of_the_playbooks_informs_nobody():
    books = [Playbook(rid(f"b{at}"), f"B{at}") for at in range(2)]
    more = [step(f"s{at}", Phase.COMMUNICATE, "press", playbook=rid(f"b{at}")) for at in range(2)]

    found = of_phase(response(*books, *more), Phase.COMMUNICATE)

    assert BOARD not in {reason.role for reason in found}


def test_the_lead_declares_levels_else_manages_incidents_else_there_is_none():
    plan = response(SeverityLevel(rid("s2"), "S2", 2, declared_by=rid("moon")))
    nobody = plan.with_table(
        Kind.SEVERITY, Records(replace(s, declared_by=None) for s in plan.severities.values())
    )

    assert lead_of(plan) == LEAD
    assert lead_of(nobody) == LEAD
    assert lead_of(plan_with(role("tech", tier=RoleTier.TECHNICAL))) is None


def test_without_a_lead_the_busiest_answers_and_without_roles_nobody():
    alone = plan_with(
        role("tech", tier=RoleTier.TECHNICAL),
        Playbook(rid("lock"), "Lock"),
        step("cut", Phase.CONTAIN, "tech"),
    )
    nobody = alone.with_table(Kind.ROLE, Records())

    assert of_phase(alone, Phase.CONTAIN) == (
        Reason(TECH, A, Why.BUSIEST, 1, 1),
        Reason(TECH, R, Why.ACTS, 1, 1),
    )
    assert of_phase(nobody, Phase.CONTAIN) == ()
