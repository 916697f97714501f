"""Steps put together into topics."""

from app.domain.plan.playbooks import Phase, Playbook
from app.services.raci.grouping import ROWS, WORDS, Grain, topics
from tests.builders import rid
from tests.unit.services.raci.response_plan import response, step

FLOOD = Playbook(rid("flood"), "Flood")
TWIN = Playbook(rid("twin"), "  ransomWARE ")


def names(plan, grain, **fields):
    return [topic.name for topic in topics(plan, grain, **fields)]


def test_every_phase_has_a_row_and_words():
    assert set(ROWS) == set(WORDS) == set(Phase)


def test_steps_of_one_phase_are_one_topic_in_the_order_of_the_phases():
    found = topics(response(), Grain.PHASE)

    assert [(topic.key, len(topic.steps)) for topic in found] == [
        ("contain", 6),
        ("communicate", 1),
    ]
    assert found[0].playbooks == (rid("lock"),)


def test_steps_are_told_apart_by_category_or_playbook():
    plan = response(FLOOD, step("dry", Phase.RECOVER, "tech", playbook=rid("flood")))

    assert names(plan, Grain.CATEGORY) == [
        "Malicious code: contain",
        "Malicious code: inform",
        "Flood: restore",
    ]
    assert names(plan, Grain.PLAYBOOK)[0] == "Ransomware: contain"


def test_playbooks_of_one_name_are_one_group():
    plan = response(TWIN, step("cut-again", Phase.CONTAIN, "tech", playbook=rid("twin")))

    assert names(plan, Grain.PLAYBOOK) == ["Ransomware: contain", "Ransomware: inform"]


def test_decisions_that_somebody_else_takes_follow_if_they_are_asked():
    own = step("pick", Phase.RECOVER, "tech", decision="Restore point")
    blank = step("none", Phase.RECOVER, "tech", decision=" ", decided_by=rid("lead"))
    ghost = step("odd", Phase.RECOVER, "tech", decision="Ghost", decided_by=rid("moon"))
    again = step("same", Phase.CLOSE, "tech", decision="STOP a  service", decided_by=rid("lead"))

    found = topics(response(own, blank, ghost, again), Grain.PHASE, decisions=True)

    [decision] = [topic for topic in found if topic.phase is None]
    assert decision.name == "Decide: Stop a service"
    assert [one.id for one in decision.steps] == ["choose", "same"]


def test_steps_of_a_playbook_that_is_gone_are_left_out():
    assert names(response(step("lost", Phase.CLOSE, "lead", playbook=rid("x"))), Grain.PHASE) == [
        "Contain the incident",
        "Inform staff, customers, media",
    ]
