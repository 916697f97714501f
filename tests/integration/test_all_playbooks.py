"""A plan that adopts every playbook there is says nothing against itself."""

from pathlib import Path

import pytest

from app.domain.judgement.coverage import Verdict
from app.domain.plan.playbooks import Phase
from app.services.opening import OpenPlan
from tests.integration.all_playbooks import plan_of_all

PLAYBOOKS = Path(__file__).parents[2] / "templates" / "playbooks"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory):
    made = plan_of_all(tmp_path_factory.mktemp("all"))
    yield made
    made.close()


def test_every_playbook_of_the_library_is_offered_and_adopted(opened: OpenPlan):
    shipped = {path.stem for path in PLAYBOOKS.glob("*.yaml")}

    assert set(opened.plan.playbooks) == shipped
    assert len(shipped) >= 14


def test_all_playbooks_together_raise_no_finding(opened: OpenPlan):
    assert opened.judgement.findings() == ()


def test_every_playbook_goes_from_the_first_minutes_to_closure(opened: OpenPlan):
    for playbook in opened.plan.playbooks:
        steps = [step for step in opened.plan.steps.values() if step.playbook == playbook]

        assert {step.phase for step in steps} == set(Phase), playbook
        assert all(step.role in opened.plan.roles for step in steps), playbook
        assert any(step.decision and step.criteria for step in steps), playbook


def test_every_playbook_says_when_it_starts_ends_and_how_it_is_measured(opened: OpenPlan):
    for key, playbook in opened.plan.playbooks.items():
        stated = (playbook.trigger, playbook.category, playbook.floor, playbook.closure)
        lists = (playbook.questions, playbook.recovery_criteria, playbook.metrics)

        assert all(stated), key
        assert all(len(items) >= 2 for items in lists), key


def test_no_requirement_is_lost_by_adopting_more_playbooks(opened: OpenPlan):
    lacking = [
        (framework.id, status.requirement.id, status.reason)
        for framework in opened.judgement.frameworks
        for status in opened.judgement.coverage(framework.id)
        if status.verdict in {Verdict.PARTLY, Verdict.NOT_MET}
    ]

    assert lacking == []
