from app.domain.plan.people import Channel, ChannelKind, Party, PartyKind
from app.domain.plan.trees import NodeTarget, TreeNode
from tests.builders import person, rid, role
from tests.unit.domain.judgement.subjects import EMAIL, MOBILE, found

ADA = person("ada", "Ada Bell", channels=(MOBILE,))
BOB = person("bob", "Bob Ray", channels=(EMAIL,))
LEAD = role("lead", "Incident lead", holder=rid("ada"), deputies=(rid("bob"),))
BY_PAGER = (ChannelKind.PAGER,)


def node(key="n-1", target=NodeTarget.ROLE, target_id="lead", parent=None, **fields):
    values = {"tree": rid("tree"), **fields}
    above = rid(parent) if parent else None
    return TreeNode(rid(key), parent=above, target=target, target_id=target_id, **values)


def test_a_role_nobody_holds_is_not_reached():
    [finding] = found("tree.unreachable", node(), role("lead", "Incident lead"))

    assert finding.reason == (
        "A communication tree calls the role Incident lead, which nobody holds."
    )
    assert not found("tree.unreachable", node(), LEAD, BOB)


def test_somebody_has_one_of_the_channels():
    by_pager = node(channels=BY_PAGER)

    [finding] = found("tree.unreachable", by_pager, LEAD, ADA, BOB)

    assert finding.reason == (
        "Incident lead has none of the channels by which a communication tree calls."
    )
    with_pager = person("bob", channels=(Channel(ChannelKind.PAGER, "1"),))
    assert not found("tree.unreachable", by_pager, LEAD, ADA, with_pager)
    assert not found("tree.unreachable", node(), LEAD, ADA)


def test_a_person_and_a_party_need_a_channel_too():
    cert = Party(rid("cert"), "The CERT", PartyKind.CSIRT, channels=(EMAIL,))
    calls_ada = node(target=NodeTarget.PERSON, target_id="ada", channels=BY_PAGER)
    calls_cert = node(target=NodeTarget.PARTY, target_id="cert", channels=BY_PAGER)
    mails_cert = node(target=NodeTarget.PARTY, target_id="cert", channels=(ChannelKind.EMAIL,))

    assert found("tree.unreachable", calls_ada, ADA)
    assert found("tree.unreachable", calls_cert, cert)
    assert not found("tree.unreachable", mails_cert, cert)


def test_a_group_or_somebody_unknown_is_not_judged_here():
    assert not found("tree.unreachable", node(target=NodeTarget.GROUP, target_id=""))
    assert not found("tree.unreachable", node())


def test_a_call_hangs_under_one_of_its_own_tree():
    elsewhere = node("n-2", parent="n-1", tree=rid("other"))

    assert [item.record for item in found("tree.cut-off", node(parent="gone"))] == ["n-1"]
    assert [item.record for item in found("tree.cut-off", node(), elsewhere)] == ["n-2"]
    assert not found("tree.cut-off", node(), node("n-2", parent="n-1"))


def test_calls_in_a_circle_are_never_made_but_those_below_them_are_not_named():
    circle = (node("n-1", parent="n-2"), node("n-2", parent="n-1"), node("n-3", parent="n-2"))

    assert [item.record for item in found("tree.cut-off", *circle)] == ["n-1", "n-2"]
    assert found("tree.cut-off", node("n-1", parent="n-1"))


def test_calls_that_hang_on_one_person_are_a_single_point_of_failure():
    alone = node(target=NodeTarget.PERSON, target_id="ada")
    below = node("n-2", parent="n-1")

    [finding] = found("tree.single-point", alone, below, ADA)

    assert finding.record == "n-1"
    assert finding.reason == (
        "When Ada Bell does not answer, one further call of a communication tree cannot be made."
    )
    [finding] = found("tree.single-point", alone, below, node("n-3", parent="n-1"), ADA)
    assert "2 further calls" in finding.reason


def test_a_role_whose_deputy_is_its_holder_hangs_on_one_person():
    below = node("n-2", parent="n-1", target=NodeTarget.GROUP)
    same = role("lead", holder=rid("ada"), deputies=(rid("ada"), rid("gone")))

    assert found("tree.single-point", node(), below, same, ADA)
    assert not found("tree.single-point", node(), below, LEAD, ADA, BOB)
    assert not found("tree.single-point", node(), same, ADA)
    assert not found("tree.single-point", node(), below, role("lead"))


def test_a_party_answers_with_more_than_one_person():
    cert = Party(rid("cert"), "The CERT", PartyKind.CSIRT)
    calls = node(target=NodeTarget.PARTY, target_id="cert")

    assert not found("tree.single-point", calls, node("n-2", parent="n-1"), cert)
