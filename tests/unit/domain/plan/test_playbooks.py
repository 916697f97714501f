from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from tests.builders import rid


def test_phases_come_in_the_order_of_the_response():
    assert [phase.value for phase in Phase] == [
        "first-minutes",
        "analyse",
        "contain",
        "eradicate",
        "recover",
        "communicate",
        "close",
    ]


def test_a_new_playbook_starts_at_any_severity():
    assert Playbook(rid("p"), "Ransomware").floor is None


def test_a_new_step_has_neither_a_role_nor_a_time():
    step = PlaybookStep(rid("s"), rid("p"), Phase.CONTAIN, "Isolate the host")

    assert (step.role, step.within) == (None, None)
