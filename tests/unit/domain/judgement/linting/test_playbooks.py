from dataclasses import replace

from app.domain.plan.classification import MatrixCell, cell_id
from app.domain.plan.documents import MessageTemplate
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from tests.builders import rid, role
from tests.unit.domain.judgement.subjects import found, severities

BOOK = Playbook(rid("ransom"), "Ransomware")


def step(**fields):
    return PlaybookStep(rid("step-1"), BOOK.id, Phase.CONTAIN, "Isolate the host.", **fields)


def test_a_step_that_nobody_takes_is_told_with_the_name_of_its_playbook():
    [finding] = found("step.no-role", BOOK, step())

    assert finding.reason == (
        "A step of the playbook Ransomware is given to nobody: Isolate the host."
    )


def test_a_step_of_a_role_the_plan_lacks_is_told():
    [finding] = found("step.no-role", BOOK, step(role=rid("lead")))

    assert finding.reason == (
        "A step of the playbook Ransomware is given to 'lead', whom the plan does not define: "
        "Isolate the host."
    )


def test_a_step_without_its_playbook_has_only_the_id():
    [finding] = found("step.no-role", step())

    assert "the playbook 'ransom' is given" in finding.reason


def test_a_step_of_a_role_of_the_plan_is_fine():
    assert not found("step.no-role", BOOK, step(role=rid("lead")), role("lead"))


def test_a_decision_is_taken_by_a_role_of_the_plan():
    decided = step(role=rid("lead"), decision="Cut off?", decided_by=rid("boss"))

    [finding] = found("step.unknown-link", BOOK, decided, role("lead"))

    assert finding.reason == (
        "A step of the playbook Ransomware is decided by 'boss', which is no role of the plan: "
        "Isolate the host."
    )
    assert not found("step.unknown-link", BOOK, decided, role("boss"))


def test_a_step_uses_a_message_of_the_plan():
    [finding] = found("step.unknown-link", step(message=rid("notice")))

    assert finding.reason == (
        "A step of the playbook 'ransom' uses 'notice', which is no prepared message of the plan: "
        "Isolate the host."
    )
    notice = MessageTemplate(rid("notice"), "Notice")
    assert not found("step.unknown-link", step(message=rid("notice")), notice)


def test_each_link_that_leads_nowhere_is_a_finding_of_its_own():
    made = found("step.unknown-link", BOOK, step(decided_by=rid("x"), message=rid("y")))

    assert len({finding.key for finding in made}) == 2


def test_a_step_without_decider_and_message_is_fine():
    assert not found("step.unknown-link", BOOK, step())


def test_a_playbook_starts_at_a_severity_of_the_plan():
    book = Playbook(rid("ransom"), "Ransomware", floor=rid("sev-2"))

    [finding] = found("playbook.unknown-severity", book, *severities("High"))

    assert finding.reason == "Ransomware starts at 'sev-2', which is no severity of the plan."
    assert not found("playbook.unknown-severity", book, *severities("High", "Low"))
    assert not found("playbook.unknown-severity", BOOK)


def test_the_matrix_gives_the_severity_a_playbook_starts_at():
    book = Playbook(rid("ransom"), "Ransomware", floor=rid("sev-1"))
    levels = severities("High", "Low")
    milder, worse = cell("a", "b", "sev-2"), cell("a", "c", "sev-1")

    [finding] = found("playbook.never-starts", book, *levels, milder)

    assert finding.reason == (
        "Ransomware starts at High, but no cell of the matrix gives High or worse."
    )
    assert not found("playbook.never-starts", book, *levels, milder, worse)
    assert not found("playbook.never-starts", replace(book, floor=rid("sev-2")), *levels, worse)
    assert not found("playbook.never-starts", replace(book, floor=rid("sev-2")), *levels, milder)


def test_nothing_is_said_of_playbooks_while_the_matrix_gives_no_severity():
    book = Playbook(rid("ransom"), "Ransomware", floor=rid("sev-1"))

    assert not found("playbook.never-starts", book, *severities("High"))
    assert not found("playbook.never-starts", book, *severities("High"), cell("a", "b", "moon"))
    assert not found("playbook.never-starts", BOOK, *severities("High"), cell("a", "b", "sev-1"))


def cell(impact, urgency, severity):
    return MatrixCell(cell_id(impact, urgency), rid(impact), rid(urgency), rid(severity))


def test_a_playbook_needs_a_step():
    [finding] = found("playbook.empty", BOOK)

    assert finding.reason == "The playbook Ransomware has no steps."
    assert not found("playbook.empty", BOOK, step())


def test_a_plan_needs_a_playbook():
    assert found("playbook.none")
    assert not found("playbook.none", BOOK)
