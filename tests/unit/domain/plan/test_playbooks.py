from app.domain.plan.codec import record_data, record_from
from app.domain.plan.kinds import Kind
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


def test_steps_and_playbooks_of_older_plans_are_read_and_written_as_they_were():
    step = {"id": "s", "playbook": "p", "phase": "contain", "action": "Cut off", "role": "lead"}
    playbook = {"id": "p", "name": "Ransomware", "techniques": ["T1486"]}

    assert record_data(record_from(Kind.STEP, step)) == step
    assert record_data(record_from(Kind.PLAYBOOK, playbook)) == playbook


def test_what_a_step_decides_harms_and_uses_survives_a_file():
    step = PlaybookStep(
        rid("s"),
        rid("p"),
        Phase.CONTAIN,
        "Cut off",
        decided_by=rid("boss"),
        side_effect="Mail stops.",
        message=rid("notice"),
    )
    playbook = Playbook(rid("p"), "Ransomware", duties=("Personal data", "Insurer"))

    assert record_from(Kind.STEP, record_data(step)) == step
    assert record_from(Kind.PLAYBOOK, record_data(playbook)) == playbook
