import pytest

from app.domain.judgement.elements.fields import filled, texts, values
from app.domain.plan.kinds import Kind
from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.profile import Profile
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment
from app.domain.plan.trees import NodeTarget, TreeNode
from tests.builders import person, plan_with, rid, role

ADA = person(
    "ada", channels=(Channel(ChannelKind.MOBILE, "+49 170"), Channel(ChannelKind.EMAIL, ""))
)


def test_a_field_has_one_value_and_a_list_each_entry():
    assert values(ADA, "name") == ("Ada",)
    assert values(ADA, "channels") == ADA.channels


def test_a_dot_leads_into_the_parts_of_a_list():
    assert values(ADA, "channels.kind") == (ChannelKind.MOBILE, ChannelKind.EMAIL)


def test_only_words_are_texts():
    assert list(texts(ADA, "name")) == ["Ada"]
    assert list(texts(ADA, "channels")) == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("name", True),
        ("title", False),
        ("verified_on", False),
        ("channels", True),
        ("channels.address", True),
        ("channels.label", False),
        ("external", True),
    ],
)
def test_what_says_something_is_filled(path, expected):
    assert filled(plan_with(ADA), Kind.PERSON, ADA, path) is expected


def test_blanks_say_nothing():
    blank = person("ada", title=" \t")

    assert not filled(plan_with(blank), Kind.PERSON, blank, "title")


def test_no_and_nought_say_something():
    profile = Profile(uses_ot=False, review_months=0)

    assert filled(plan_with(), Kind.PROFILE, profile, "uses_ot")
    assert filled(plan_with(), Kind.PROFILE, profile, "review_months")
    assert not filled(plan_with(), Kind.PROFILE, profile, "uses_ai")


@pytest.mark.parametrize(("people", "expected"), [((), False), ((person("ada"),), True)])
def test_a_name_of_another_record_counts_once_the_plan_has_it(people, expected):
    lead = role("lead", holder=rid("ada"))

    assert filled(plan_with(lead, *people), Kind.ROLE, lead, "holder") is expected


def test_one_known_name_among_several_is_enough():
    lead = role("lead", deputies=(rid("bob"), rid("ada")))

    assert filled(plan_with(lead, ADA), Kind.ROLE, lead, "deputies")


def test_names_inside_a_list_are_looked_up_too():
    row = RaciActivity(rid("a"), "Declare", (RaciAssignment(rid("lead"), Raci.ACCOUNTABLE),))

    assert not filled(plan_with(row), Kind.RACI, row, "assignments.role")
    assert filled(plan_with(row, role("lead")), Kind.RACI, row, "assignments.role")


def test_a_step_names_its_playbook():
    step = PlaybookStep(rid("s"), rid("p"), Phase.CONTAIN, "Act")

    assert filled(plan_with(step, Playbook(rid("p"), "P")), Kind.STEP, step, "playbook")
    assert not filled(plan_with(step), Kind.STEP, step, "playbook")


@pytest.mark.parametrize(
    ("target", "key", "expected"),
    [
        (NodeTarget.PERSON, "ada", True),
        (NodeTarget.PERSON, "bob", False),
        (NodeTarget.ROLE, "ada", False),
        (NodeTarget.GROUP, "anything", True),
        (NodeTarget.GROUP, "", False),
    ],
)
def test_a_call_is_looked_up_where_it_leads(target, key, expected):
    node = TreeNode(rid("n"), rid("t"), None, target, key)

    assert filled(plan_with(node, ADA), Kind.TREE_NODE, node, "target_id") is expected
