from app.domain.plan import changes
from app.domain.plan.kinds import Kind
from app.services.classifying.anchors import HOME
from app.services.classifying.schemes import proposed, scheme
from app.services.classifying.switching import switched
from tests.builders import rid
from tests.unit.services.classifying.shelf import TEMPLATE, lived_with


def moved(**severities):
    plan = lived_with()
    offered = scheme(plan, TEMPLATE, "two")
    matches = proposed(plan, offered)
    known = {rid(old): new if new is None else rid(new) for old, new in severities.items()}
    matches[Kind.SEVERITY] = {**matches[Kind.SEVERITY], **known}
    return changes.apply(plan, switched(plan, TEMPLATE, offered, matches).changes)


def test_remarks_follow_the_level_they_are_about():
    plan = moved(s3="s1")

    assert plan.actions[rid("look")].about == "severities/s1"


def test_remarks_about_what_is_gone_go_to_the_section():
    plan = moved(s3=None)

    assert plan.actions[rid("look")].about == HOME
    assert plan.comments[rid("why")].about == HOME
    assert plan.lessons[rid("learnt")].about == HOME


def test_what_pointed_nowhere_before_is_left_alone():
    assert moved().actions[rid("gone")].about == "severities/s9"


def test_what_was_tried_out_follows_once_and_what_is_gone_leaves():
    assert moved(s3="s2", s4="s2").activations[rid("flood")].exercised == (
        "severities/s2",
        "trees/calls",
    )
    assert moved(s3=None, s4=None).activations[rid("flood")].exercised == ("trees/calls",)
    assert moved().exercises[rid("drill")].exercised == ("severities/s1",)


def test_acceptances_of_findings_about_the_old_matrix_end():
    assert list(moved().accepted) == ["tree.none/trees/calls"]
