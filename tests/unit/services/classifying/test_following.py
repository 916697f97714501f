from dataclasses import replace

from app.domain.plan.classification import SeverityLevel
from app.domain.plan.obligations import Obligation
from app.domain.plan.playbooks import Playbook
from app.domain.plan.trees import CommunicationTree
from app.services.classifying.following import following
from tests.builders import plan_with, rid, role

WORST = SeverityLevel(rid("s1"), "S1", 1, informed=(rid("lead"), rid("gone")))
MIDDLE = SeverityLevel(rid("s2"), "S2", 2)
MILD = SeverityLevel(rid("s3"), "S3", 3)
PLAN = plan_with(
    WORST,
    MIDDLE,
    MILD,
    role("lead"),
    role("clerk"),
    CommunicationTree(rid("any"), "Any"),
    CommunicationTree(rid("two"), "Two", starts_at=rid("s2")),
    CommunicationTree(rid("lost"), "Lost", starts_at=rid("s9")),
    Playbook(rid("all"), "All"),
    Playbook(rid("worst"), "Worst", floor=rid("s1")),
    Obligation(rid("duty"), "Duty"),
)


def started(level):
    found = following(PLAN, level)
    return [tree.id for tree in found.trees] + [playbook.id for playbook in found.playbooks]


def test_trees_and_playbooks_start_at_their_level_and_worse():
    assert started(WORST) == ["any", "two", "all", "worst"]
    assert started(MIDDLE) == ["any", "two", "all"]
    assert started(MILD) == ["any", "all"]


def test_roles_that_are_gone_are_told_nothing():
    assert [item.id for item in following(PLAN, WORST).informed] == ["lead"]
    assert following(PLAN, replace(WORST, informed=())).informed == ()


def test_every_adopted_duty_is_looked_at():
    assert [item.id for item in following(PLAN, MILD).duties] == ["duty"]
