import pytest

from app.domain.plan.people import ChannelKind, Party, PartyKind
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from tests.builders import person, rid, role
from tests.unit.domain.judgement.subjects import found

ADA = person("ada", "Ada Bell")
PHONE = (ChannelKind.PHONE,)


def node(target=NodeTarget.PERSON, target_id="ada", parent="root", **fields):
    above = rid(parent) if parent else None
    return TreeNode(rid("node-1"), rid("tree"), above, target, target_id, **fields)


@pytest.mark.parametrize(
    ("target", "key", "record"),
    [
        (NodeTarget.PERSON, "ada", ADA),
        (NodeTarget.ROLE, "lead", role("lead")),
        (NodeTarget.PARTY, "cert", Party(rid("cert"), "CERT", PartyKind.CSIRT)),
    ],
)
def test_a_tree_calls_only_whom_the_plan_defines(target, key, record):
    [finding] = found("tree.unknown-target", node(target, key))

    assert finding.reason == (
        f"A communication tree calls {target.value} '{key}', whom the plan does not define."
    )
    assert not found("tree.unknown-target", node(target, key), record)


def test_one_person_cannot_make_any_number_of_calls():
    lead = node(parent="", channels=PHONE, if_no_answer="Wait.")
    below = [
        TreeNode(rid(f"call-{at}"), rid("tree"), lead.id, NodeTarget.GROUP, name="All")
        for at in range(8)
    ]

    [finding] = found("tree.fan-out", ADA, lead, *below)

    assert (finding.record, finding.reason) == (
        lead.id,
        "In a communication tree, Ada Bell has 8 calls to make, more than the 7 one person can "
        "make in time.",
    )
    assert not found("tree.fan-out", ADA, lead, *below[1:])


def test_a_group_needs_no_record():
    assert not found("tree.unknown-target", node(NodeTarget.GROUP, "", name="Everybody"))


@pytest.mark.parametrize(
    ("called", "records", "name"),
    [
        (node(), (ADA,), "Ada Bell"),
        (node(name="The lead"), (ADA,), "The lead"),
        (node(), (), "'ada'"),
        (node(NodeTarget.GROUP, ""), (), "a group without a name"),
    ],
)
def test_whoever_is_called_is_told_by_name(called, records, name):
    [finding] = found("tree.no-way-on", called, *records)

    assert finding.reason == (
        f"The communication tree does not say which channels to use for {name}."
    )


def test_a_call_needs_channels_and_a_way_round():
    [finding] = found("tree.no-way-on", ADA, node(channels=PHONE, if_no_answer=" "))

    assert finding.reason == (
        "The communication tree does not say what to do when nobody answers for Ada Bell."
    )
    assert not found("tree.no-way-on", ADA, node(channels=PHONE, if_no_answer="Call Bob."))


def test_the_root_calls_and_is_not_called():
    assert not found("tree.no-way-on", ADA, node(parent=""))


def test_a_plan_needs_a_tree():
    assert found("tree.none")
    assert not found("tree.none", CommunicationTree(rid("tree"), "Activation"))
